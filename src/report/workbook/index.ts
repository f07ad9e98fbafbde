import type { WriteOptions } from 'hucre/xlsx';
import { localeFor } from '../../units/locale.js';
import { VERSION } from '../../version.js';
import { isValued } from '../content/figures.js';
import type { ReportContext } from '../context.js';
import { numberFormats } from './number-formats.js';
import { FONT, printNames, writeSheet } from './sheet.js';
import { assumptionsSheet } from './sheets/assumptions.js';
import { cashSheet } from './sheets/cash.js';
import { checksSheet } from './sheets/checks.js';
import { forecastSheet } from './sheets/forecast.js';
import { planSheet } from './sheets/plan.js';
import { risksSheet } from './sheets/risks.js';
import { summarySheet } from './sheets/summary.js';
import { whatIfSheet } from './sheets/what-if.js';

/** Files carry a date; this one is the archive format's first, so that the same forecast gives the same bytes. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1));

/** The workbook as data: sheets for the summary, plan, forecast, risks, cash flow, assumptions and checks. */
export function workbookOf(context: ReportContext): WriteOptions {
  const { text, forecast } = context;
  const { currency, name } = forecast.scenario;
  const plan = planSheet(context);
  const figures = forecastSheet(context);
  const risks = risksSheet(context);
  const cash = cashSheet(context);
  const checks = checksSheet(context, { plan, forecast: figures, cash });
  const live = whatIfSheet(context, { plan, forecast: figures });
  const summary = summarySheet(context, { plan, forecast: figures, risks, checks, live });
  const formats = numberFormats(
    currency,
    localeFor({ currency, locale: text.language === 'en' ? undefined : text.language }),
  );
  const sheets = [
    summary,
    plan.sheet,
    ...(live === null ? [] : [live.sheet]),
    figures.sheet,
    ...(isValued(context) ? [risks.sheet] : []),
    cash.sheet,
    assumptionsSheet(context),
    checks.sheet,
  ];
  return {
    sheets: sheets.map((sheet) => writeSheet(sheet, formats, { rightToLeft: text.direction === 'rtl' })),
    namedRanges: sheets.flatMap(printNames),
    properties: { title: name, creator: `huni ${VERSION}`, created: NO_DATE, modified: NO_DATE },
    defaultFont: { ...FONT },
  };
}

/**
 * `budget.xlsx`: the forecast for those who count. Totals are formulas with their values beside them, so that the file reads
 * the same before and after it is recalculated. Same forecast, same bytes.
 */
export async function renderWorkbook(context: ReportContext): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx(workbookOf(context));
}
