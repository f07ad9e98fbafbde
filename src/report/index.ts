import type { Forecast } from '../forecast/details.js';
import { elementAt } from '../required.js';
import { drawChart } from './chart-files.js';
import { makeCharts } from './charts/index.js';
import { type Chart, COLUMN, isDrawn, PAGE } from './charts/types.js';
import { firstChart } from './content/run-report.js';
import { type ReportContext, reportContext } from './context.js';
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
  /** Makes `budget.xlsx` while charts are drawn; by default it is made here, after them. */
  readonly workbook?: ((forecast: Forecast, signal?: AbortSignal) => Promise<Uint8Array>) | undefined;
}

/**
 * The files of a report, by path relative to its folder: `result.json`, `report.html`, `summary.md`, `budget.xlsx`, and for each chart
 * `charts/<name>.vl.json`, `.svg` and, where asked for, `.png`. Same forecast, same bytes.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderReport(forecast: Forecast, options: RenderOptions = {}): Promise<ReportFiles> {
  const { includeCharts = true, png = false, parts = [], signal } = options;
  const workbook = options.workbook?.(forecast, signal);
  // Who awaits it hears of what goes wrong.
  workbook?.catch(() => {});
  const context = reportContext(forecast);
  const charts: readonly Chart[] = makeCharts(context);
  const files = new Map<string, string | Uint8Array>([['result.json', stringifyResult(forecast.result)]]);
  const drawn = includeCharts ? charts.filter(isDrawn) : [];
  const first = firstChart(context, charts);
  const pictures = await Promise.all(
    drawn.map((chart) => drawChart(chart, { png, signal, page: chart === first ? COLUMN : PAGE })),
  );
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
  files.set('budget.xlsx', await (workbook ?? workbookOf(context)));
  for (const picture of pictures) for (const [path, data] of picture.files) files.set(path, data);
  return files;
}

async function workbookOf(context: ReportContext): Promise<Uint8Array> {
  const { renderWorkbook } = await import('./workbook/index.js');
  return renderWorkbook(context);
}
