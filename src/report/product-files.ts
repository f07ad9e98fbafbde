import type { Block, Report } from './blocks.js';
import { type ChartPictures, drawChart } from './chart-files.js';
import { type Chart, type DrawnChart, isDrawn, PAGE, PHONE, type Picture } from './charts/types.js';
import type { PageSvgs } from './html/charts.js';
import { pageOf } from './html/page.js';
import { type Html, html } from './html/template.js';
import { reportMarkdown } from './markdown.js';
import type { ReportText } from './text/index.js';
import type { ReportFiles } from './write.js';

/** What a report came from: enough to make it again. */
interface Origin {
  readonly version: string;
  readonly draws: number;
  readonly seed: string;
  /** Of the scenarios' text, first digits; left out where several are compared. */
  readonly sha256?: string;
}

interface ProductOptions {
  /** The page's file name. */
  readonly page: string;
  readonly text: ReportText;
  /** `null`: the page has no footer. */
  readonly origin: Origin | null;
  /** Name of the same as Markdown, `summary.md` where a folder has one report; `null`: none. */
  readonly markdown: string | null;
  /** Each chart as a PNG, too. */
  readonly png?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A report's files: its page, Markdown where asked for, and for each chart `charts/<name>.vl.json` and `.svg`, and `.png`
 * where asked for.
 * The page loads nothing from elsewhere. Same report, same bytes.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function productFiles(
  report: Report,
  { page, text, origin, markdown, png, signal }: ProductOptions,
): Promise<ReportFiles> {
  const charts = report.sections.flatMap(({ blocks }) => chartsIn(blocks));
  const files = new Map<string, string | Uint8Array>();
  const drawn: { readonly name: string; readonly pictures: ChartPictures }[] = [];
  for (const chart of charts.filter((one): one is DrawnChart | Picture => isDrawn(one))) {
    drawn.push({ name: chart.name, pictures: await drawChart(chart, { signal, png }) });
  }
  const svgs = new Map(drawn.map(({ name, pictures }) => [name, pictures.svgs]));
  files.set(page, pageOf(forPage(report), { text, svgs, footer: footerOf(text, origin) }));
  if (markdown !== null) files.set(markdown, reportMarkdown(report, text.direction));
  for (const { pictures } of drawn) for (const file of pictures.files) files.set(...file);
  return files;
}

/** Charts of the page. Those with their figures below them are drawn for phones, too; pictures are shown smaller. */
export async function pagePictures(
  charts: readonly (Chart | Picture)[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, PageSvgs>> {
  const { renderSvg } = await import('./render.js');
  const svgs = new Map<string, PageSvgs>();
  for (const chart of charts.filter((one): one is DrawnChart | Picture => isDrawn(one))) {
    signal?.throwIfAborted();
    const phone = hasTable(chart) ? await renderSvg(chart.spec(PHONE)) : null;
    svgs.set(chart.name, { page: await renderSvg(chart.spec(PAGE)), phone });
  }
  return svgs;
}

/** Charts of blocks, those within columns and folds among them. */
export function chartsIn(blocks: readonly Block[]): readonly (Chart | Picture)[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') return [block.chart];
    if (block.kind === 'columns') return block.columns.flatMap(chartsIn);
    return block.kind === 'fold' ? chartsIn(block.blocks) : [];
  });
}

/** A page has a chart's figures folded below it: as a table beside it they would stand there twice. */
export function forPage(report: Report): Report {
  const own = new Set(
    report.sections.flatMap(({ blocks }) =>
      chartsIn(blocks).flatMap((chart) => (hasTable(chart) ? [chart.table] : [])),
    ),
  );
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.filter((block) => block.kind !== 'table' || !own.has(block.table)),
    })),
  };
}

function hasTable(chart: Chart | Picture): chart is DrawnChart {
  return 'table' in chart;
}

function footerOf(text: ReportText, origin: Origin | null): Html | null {
  if (origin === null) return null;
  const { version, draws, seed, sha256 } = origin;
  const source = sha256 === undefined ? null : html` · <code>${sha256.slice(0, 12)}</code>`;
  return html`<p>${text.page.reproduce.version} ${version} · ${String(draws)} · <code>${seed}</code>${source}</p>`;
}
