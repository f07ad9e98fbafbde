/** `huni/report`: results as files. Charts are drawn by what takes a while to load, so this stands apart from the rest. */

export type { TreeEntry } from '../files/tree.js';
export type { Block, Line, Paint, Report, Section, Tone } from '../report/blocks.js';
export {
  backtestPage,
  backtestText,
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
