import { chartsText } from './az-charts.js';
import { namesText } from './az-names.js';
import { pageText } from './az-page.js';
import { workbookText } from './az-workbook.js';
import type { ReportText } from './types.js';

/** Every sentence of a report in Azerbaijani. Figures and names come in as they are, so no ending is ever put on one. */
export const az: ReportText = {
  language: 'az',
  direction: 'ltr',
  names: namesText,
  charts: chartsText,
  page: pageText,
  workbook: workbookText,
};
