import type { Forecast } from '../forecast/details.js';
import { elementAt } from '../required.js';
import { makeCharts } from './charts/index.js';
import { type Chart, type DrawnChart, FILE, isDrawn, PAGE, PHONE } from './charts/types.js';
import { reportContext } from './context.js';
import type { PageSvgs } from './html/charts.js';
import { reportPage } from './html/page.js';
import { summaryMarkdown } from './markdown.js';
import { partSection, type ReportPart } from './parts.js';
import { chartsIn, pagePictures } from './product-files.js';
import { stringifyResult } from './result-json.js';
import type { ReportFiles } from './write.js';

export { isReportWriteError, type ReportWriteError, type WriteFailure } from './errors.js';
export { stringifyResult } from './result-json.js';
export { terminalSummary } from './terminal.js';
export { addToFolder, fileSystem, type ReportFiles, recoverReport, type WriteEffects, writeReport } from './write.js';

export interface RenderOptions {
  /** `false` leaves out the chart files and pictures; the page keeps their findings and tables. */
  readonly includeCharts?: boolean;
  /** What the page has sections of beside the run's own. */
  readonly parts?: readonly ReportPart[];
  /** Each chart as a PNG, too: most of a report's time; default false. */
  readonly png?: boolean;
  readonly signal?: AbortSignal;
}

interface ChartPictures {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly svgs: PageSvgs;
}

async function draw(chart: DrawnChart, png: boolean, signal: AbortSignal | undefined): Promise<ChartPictures> {
  const { renderPng, renderSvg } = await import('./render.js');
  signal?.throwIfAborted();
  const spec = chart.spec(FILE);
  const svg = await renderSvg(spec);
  // Drawn on another thread while this one draws the page's pictures.
  const picture = png ? renderPng(svg, signal) : null;
  const [page, phone] = [await renderSvg(chart.spec(PAGE)), await renderSvg(chart.spec(PHONE))];
  return {
    files: new Map<string, string | Uint8Array>([
      [`charts/${chart.name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
      [`charts/${chart.name}.svg`, `${svg}\n`],
      ...(picture === null ? [] : [[`charts/${chart.name}.png`, await picture] as const]),
    ]),
    svgs: { page, phone },
  };
}

/**
 * The files of a report, by path relative to its folder: `result.json`, `report.html`, `summary.md`, `budget.xlsx`, and for each chart
 * `charts/<name>.vl.json`, `.svg` and, where asked for, `.png`. Same forecast, same bytes.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderReport(forecast: Forecast, options: RenderOptions = {}): Promise<ReportFiles> {
  const { includeCharts = true, png = false, parts = [], signal } = options;
  const context = reportContext(forecast);
  const charts: readonly Chart[] = makeCharts(context);
  const files = new Map<string, string | Uint8Array>([['result.json', stringifyResult(forecast.result)]]);
  const drawn = includeCharts ? charts.filter(isDrawn) : [];
  const pictures = await Promise.all(drawn.map((chart) => draw(chart, png, signal)));
  signal?.throwIfAborted();
  const sections = parts.map(partSection);
  const svgs = new Map([
    ...drawn.map((chart, i) => [chart.name, elementAt(pictures, i).svgs] as const),
    ...(includeCharts
      ? await pagePictures(
          sections.flatMap(({ blocks }) => chartsIn(blocks)),
          signal,
        )
      : []),
  ]);
  files.set('report.html', reportPage(context, charts, svgs, sections));
  files.set('summary.md', summaryMarkdown(context, includeCharts ? charts : []));
  const { renderWorkbook } = await import('./workbook/index.js');
  files.set('budget.xlsx', await renderWorkbook(context));
  for (const picture of pictures) for (const [path, data] of picture.files) files.set(path, data);
  return files;
}
