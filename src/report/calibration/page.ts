import { type Block, paragraph, present, type Report, section } from '../blocks.js';
import type { Picture } from '../charts/types.js';
import { productFiles } from '../product-files.js';
import { reportText } from '../text/index.js';
import type { ReportFiles } from '../write.js';

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
export async function renderFindings(report: Report, fileName: string, signal?: AbortSignal): Promise<ReportFiles> {
  return productFiles(report, { page: fileName, text: reportText('en'), origin: null, markdown: false, signal });
}
