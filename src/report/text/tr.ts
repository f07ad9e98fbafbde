import { chartsText } from './tr-charts.js';
import { namesText } from './tr-names.js';
import { pageText } from './tr-page.js';
import { workbookText } from './tr-workbook.js';
import type { ReportText } from './types.js';

/** Every sentence of a report in Turkish. Figures and names come in as they are, so no ending is ever put on one. */
export const tr: ReportText = {
  language: 'tr',
  direction: 'ltr',
  names: namesText,
  charts: chartsText,
  page: pageText,
  workbook: workbookText,
};
