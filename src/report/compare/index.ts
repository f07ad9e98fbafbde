import type { Comparison, Contender } from '../../forecast/compare/types.js';
import { elementAt, firstOf } from '../../required.js';
import { directed } from '../chart-files.js';
import { bestChart } from '../charts/best.js';
import { differenceChart } from '../charts/difference.js';
import type { ReportPart } from '../parts.js';
import { productFiles } from '../product-files.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { reportText } from '../text/index.js';
import type { ReportFiles } from '../write.js';
import { compareContext } from './context.js';
import { compareReport, compareSummary } from './report.js';

export { changeSentences } from './changes.js';

/** `compare.json`, as `--json` prints it: the comparison, and what each scenario changes in words. Same input, same bytes. */
export function stringifyComparison(contenders: readonly Contender[], comparison: Comparison): string {
  const { changes } = compareContext(contenders, comparison);
  const scenarios = comparison.scenarios.map((scenario, k) => ({ ...scenario, changed: elementAt(changes, k) }));
  return `${JSON.stringify({ ...comparison, scenarios }, finite, 2)}\n`;
}

const finite = (_key: string, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value);

/** A comparison as a section of a run's page. */
export function comparisonPart(contenders: readonly Contender[], comparison: Comparison): ReportPart {
  const context = compareContext(contenders, comparison);
  const drawn = [bestChart(context), ...context.figures.map((figure) => differenceChart(context, figure))];
  const charts = directed(drawn, context.direction);
  return { name: 'compare', report: compareReport(context, charts) };
}

/**
 * The files of a comparison, by path relative to its folder: `compare.json`, `compare.html`, `summary.md`, and for each chart
 * `charts/<name>.vl.json`, `.svg`, with `png` a `.png`, too.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderComparison(
  contenders: readonly Contender[],
  comparison: Comparison,
  options: { readonly signal?: AbortSignal; readonly png?: boolean } = {},
): Promise<ReportFiles> {
  const pages = await productFiles(comparisonPart(contenders, comparison).report, {
    page: 'compare.html',
    text: reportText(firstOf(contenders).scenario.language),
    origin: comparison.engine,
    markdown: 'summary.md',
    png: options.png,
    signal: options.signal,
  });
  return new Map([['compare.json', stringifyComparison(contenders, comparison)], ...pages]);
}

/** Who is best, by how much, and what it changes, for a terminal. */
export function comparisonSummary(
  contenders: readonly Contender[],
  comparison: Comparison,
  options: TerminalOptions,
): string {
  return terminalText(compareSummary(compareContext(contenders, comparison)), options);
}
