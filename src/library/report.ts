/** `huni/report`: results as files. Charts are drawn by what takes a while to load, so this stands apart from the rest. */

import { findingText } from '../calibrate/words/index.js';
import { type BudgetsTaken, budgetsOf, readBudgetWorkbook } from '../report/workbook/read-back.js';
import type { Scenario } from '../scenario/types.js';
import type { Outcome } from './outcome.js';

export type { TreeEntry } from '../files/tree.js';
export type { Block, Line, Paint, Report, Section, Tone } from '../report/blocks.js';
export {
  backtestPage,
  backtestText,
  type FindingsOptions,
  fitsPage,
  readingText,
  renderFindings,
} from '../report/calibration/index.js';
export type { Chart, ChartSpec, DrawnChart, Layout, OmittedChart, Picture } from '../report/charts/types.js';
export type { CheckFormat } from '../report/check/format-names.js';
export { changeSentences, comparisonPart, renderComparison, stringifyComparison } from '../report/compare/index.js';
export type { Highlight } from '../report/content/figures.js';
export type { Table } from '../report/content/table.js';
export { explanationPart, renderExplanation, stringifyExplanation } from '../report/explain/index.js';
export { frontierPart, renderFrontier, stringifyFrontier } from '../report/frontier/index.js';
export {
  isReportWriteError,
  type RenderOptions,
  type ReportFiles,
  type ReportWriteError,
  renderReport,
  stringifyResult,
  terminalSummary,
  type WriteFailure,
  writeReport,
} from '../report/index.js';
export type { PartName, ReportPart } from '../report/parts.js';
export type { TerminalOptions } from '../report/terminal/blocks.js';
export { printTrack, renderTrack, stringifyTrack } from '../report/track/index.js';
export type { WriteEffects } from '../report/write.js';
export type { Language } from '../units/locale.js';

export type { BudgetsTaken };

/**
 * Budgets of a workbook that huni wrote for a scenario, as they are in it now: by line in the scenario's order, in currency, and by
 * period. `null`: the file is no such workbook. A failure of kind `workbook` has every cell that is wrong, a line each.
 */
export async function readWorkbookBudgets(path: string, scenario: Scenario): Promise<Outcome<BudgetsTaken | null>> {
  const failed = (message: string) => ({ ok: false, failure: { kind: 'workbook', message } }) as const;
  const workbook = await readBudgetWorkbook(path);
  if (workbook === null) return { ok: true, value: null };
  if (workbook.status === 'refused') return failed(findingText(workbook.finding, 'en'));
  const taken = budgetsOf(workbook, scenario);
  return taken.ok ? taken : failed(taken.wrong.join('\n'));
}
