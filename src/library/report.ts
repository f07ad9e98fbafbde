/** `huni/report`: results as files. Charts are drawn by what takes a while to load, so this stands apart from the rest. */
export type { Block, Line, Report, Section } from '../report/blocks.js';
export {
  backtestPage,
  backtestText,
  fitsPage,
  readingText,
  renderFindings,
} from '../report/calibration/index.js';
export { changeSentences, renderComparison, stringifyComparison } from '../report/compare/index.js';
export { renderExplanation, stringifyExplanation } from '../report/explain/index.js';
export { renderFrontier, stringifyFrontier } from '../report/frontier/index.js';
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
export { printTrack, renderTrack, stringifyTrack } from '../report/track/index.js';
