import { type Block, paragraph, present, type Report, section } from '../blocks.js';
import { FILE, isDrawn, PAGE, type Picture } from '../charts/types.js';
import type { PageSvgs } from '../html/charts.js';
import { pageOf } from '../html/page.js';
import { renderPng, renderSvg } from '../render.js';
import { reportText } from '../text/index.js';

/** A report on exports, in English: what it is of under its title, its pictures one below the other at its end. */
export function findings(
  title: string,
  subtitle: string,
  sections: Report['sections'],
  pictures: readonly Picture[],
): Report {
  const drawn = pictures.map((chart): Block => ({ kind: 'chart', chart }));
  return {
    title,
    lead: present([paragraph(subtitle)]),
    sections:
      drawn.length === 0 ? sections : [...sections, section('charts', reportText('en').page.sections.charts, drawn)],
  };
}

/**
 * Renders a report and its pictures as files: the page by the name given, and `charts/NAME.vl.json`, `.svg` and `.png`.
 * The page loads nothing from elsewhere.
 */
export async function renderFindings(
  report: Report,
  fileName: string,
  signal?: AbortSignal,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const svgs = new Map<string, PageSvgs>();
  for (const chart of report.sections.flatMap(({ blocks }) => picturesOf(blocks))) {
    signal?.throwIfAborted();
    const spec = chart.spec(FILE);
    const svg = await renderSvg(spec);
    files.set(`charts/${chart.name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${chart.name}.svg`, svg);
    files.set(`charts/${chart.name}.png`, await renderPng(svg, signal));
    svgs.set(chart.name, { page: await renderSvg(chart.spec(PAGE)), phone: null });
  }
  files.set(fileName, pageOf(report, { text: reportText('en'), svgs, footer: null }));
  return files;
}

function picturesOf(blocks: readonly Block[]): readonly Picture[] {
  return blocks.flatMap((block) => (block.kind === 'chart' && isDrawn(block.chart) ? [block.chart] : []));
}
