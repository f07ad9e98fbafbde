import type { Language } from '../../units/locale.js';
import { type Block, paragraph, present, type Report, section } from '../blocks.js';
import { directed } from '../chart-files.js';
import type { Picture } from '../charts/types.js';
import { productFiles } from '../product-files.js';
import { reportText } from '../text/index.js';
import type { ReportFiles } from '../write.js';

/** A report on exports: what it is of under its title, its pictures one below the other at its end. */
export function findings(
  title: string,
  subtitle: string,
  sections: Report['sections'],
  pictures: readonly Picture[],
  language: Language = 'en',
): Report {
  const drawn = directed(pictures, reportText(language).direction).map((chart): Block => ({ kind: 'chart', chart }));
  return {
    title,
    lead: present([paragraph(subtitle)]),
    sections:
      drawn.length === 0
        ? sections
        : [...sections, section('charts', reportText(language).page.sections.charts, drawn)],
  };
}

export interface FindingsOptions {
  readonly language?: Language;
  readonly png?: boolean | undefined;
  /** Name of the same as Markdown; left out: the page's own, `fits.md`, since a plan's report may stand in the same folder. */
  readonly markdown?: string;
  readonly signal?: AbortSignal;
}

/**
 * Renders a report and its pictures as files: the page by the name given, the same as Markdown, and `charts/NAME.vl.json` and `.svg`, with `png`
 * `.png`, too.
 * The page loads nothing from elsewhere.
 */
export async function renderFindings(
  report: Report,
  fileName: string,
  { language = 'en', signal, png, markdown = fileName.replace(/\.html$/, '.md') }: FindingsOptions = {},
): Promise<ReportFiles> {
  return productFiles(report, {
    page: fileName,
    text: reportText(language),
    origin: null,
    markdown,
    png,
    signal,
  });
}
