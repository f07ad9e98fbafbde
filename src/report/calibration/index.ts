/** Pages and texts on exports, fits and backtests. */
export { backtestPage, backtestText } from './backtest-page.js';
export { fitsPage } from './fits-page.js';
export { type FindingsOptions, renderFindings } from './page.js';
export { readingText } from './reading-text.js';
