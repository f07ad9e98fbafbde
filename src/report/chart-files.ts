import { rightToLeft } from './charts/right-to-left.js';
import { type Chart, FILE, isDrawn, type Picture } from './charts/types.js';
import type { ReportFiles } from './write.js';

/** Charts as they are drawn in a language: where it is written from right to left, so are their words. */
export function directed<T extends Chart | Picture>(charts: readonly T[], direction: 'ltr' | 'rtl'): readonly T[] {
  if (direction === 'ltr') return charts;
  return charts.map((chart) =>
    isDrawn(chart) ? { ...chart, spec: (layout) => rightToLeft(chart.spec(layout)) } : chart,
  );
}

/**
 * For each chart that is drawn, `charts/<name>.vl.json` and `.svg`; with `png` a `.png`, too.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function chartFiles(
  charts: readonly (Chart | Picture)[],
  { signal, png = false }: { readonly signal?: AbortSignal | undefined; readonly png?: boolean | undefined },
): Promise<ReportFiles> {
  const { renderPng, renderSvg } = await import('./render.js');
  const files = new Map<string, string | Uint8Array>();
  for (const chart of charts.filter((one): one is Picture => isDrawn(one))) {
    signal?.throwIfAborted();
    const spec = chart.spec(FILE);
    const svg = await renderSvg(spec);
    files.set(`charts/${chart.name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${chart.name}.svg`, `${svg}\n`);
    if (png) files.set(`charts/${chart.name}.png`, await renderPng(svg, signal));
  }
  return files;
}
