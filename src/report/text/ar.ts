import { chartsText } from './ar-charts.js';
import { namesText } from './ar-names.js';
import { pageText } from './ar-page.js';
import { workbookText } from './ar-workbook.js';
import type { ReportText } from './types.js';

/** Every sentence of a report in Arabic. Figures and names come in as they are, so no ending is ever put on one. */
export const ar: ReportText = {
  language: 'ar',
  direction: 'rtl',
  names: namesText,
  charts: chartsText,
  page: pageText,
  workbook: workbookText,
};
