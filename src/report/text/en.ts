import { chartsText } from './en-charts.js';
import { namesText } from './en-names.js';
import { pageText } from './en-page.js';
import { workbookText } from './en-workbook.js';

/** Every sentence of a report in English. Figures come in written already; a catalogue of another language has this type. */
export const en = {
  language: 'en',
  direction: 'ltr',
  names: namesText,
  charts: chartsText,
  page: pageText,
  workbook: workbookText,
} as const;
