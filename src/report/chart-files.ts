import { rightToLeft } from './charts/right-to-left.js';
import { type Chart, FILE, isDrawn, type Layout, PAGE, PHONE, type Picture } from './charts/types.js';
import type { PageSvgs } from './html/charts.js';
import type { ReportFiles } from './write.js';

/** Charts as they are drawn in a language: where it is written from right to left, so are their words. */
export function directed<T extends Chart | Picture>(charts: readonly T[], direction: 'ltr' | 'rtl'): readonly T[] {
  if (direction === 'ltr') return charts;
  return charts.map((chart) =>
    isDrawn(chart) ? { ...chart, spec: (layout) => rightToLeft(chart.spec(layout)) } : chart,
  );
}

/** A chart's files, and what its page shows of it. */
export interface ChartPictures {
  readonly files: ReportFiles;
  readonly svgs: PageSvgs;
}

interface DrawOptions {
  readonly signal?: AbortSignal | undefined;
  /** As a PNG, too. */
  readonly png?: boolean | undefined;
  /** Where it stands in the page; over its whole width by default. */
  readonly page?: Layout | undefined;
}

/**
 * A chart's `charts/<name>.vl.json` and `.svg`, with `png` a `.png`, too; and its pictures for the page. Those with their figures below them
 * are drawn for phones, too; pictures are shown smaller.
 *
 * @throws where the signal aborts (its reason), or the chart does not compile.
 */
export async function drawChart(
  chart: Picture,
  { signal, png = false, page = PAGE }: DrawOptions,
): Promise<ChartPictures> {
  const { renderBoth, renderPng, renderSvg } = await import('./render.js');
  signal?.throwIfAborted();
  const spec = chart.spec(FILE);
  const { titled, bare } = await renderBoth(spec, chart.spec(page));
  // Drawn on another thread while this one goes on.
  const picture = png ? renderPng(titled, signal) : null;
  const phone = 'table' in chart ? await renderSvg(chart.spec(PHONE)) : null;
  const files = new Map<string, string | Uint8Array>([
    [`charts/${chart.name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
    [`charts/${chart.name}.svg`, `${titled}\n`],
  ]);
  if (picture !== null) files.set(`charts/${chart.name}.png`, await picture);
  return { files, svgs: { page: bare, phone } };
}
