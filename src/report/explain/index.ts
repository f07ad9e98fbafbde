import type { Explanation } from '../../forecast/explain/types.js';
import type { Scenario } from '../../scenario/types.js';
import { directed } from '../chart-files.js';
import { indicesChart } from '../charts/indices.js';
import { tornadoChart } from '../charts/tornado.js';
import type { ReportPart } from '../parts.js';
import { productFiles } from '../product-files.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { reportText } from '../text/index.js';
import type { ReportFiles } from '../write.js';
import { explainContext } from './context.js';
import { explainReport } from './report.js';
import { explainSummary } from './summary.js';

/** `explain.json`, as `--json` prints it: two spaces, a newline at the end. Same explanation, same bytes. */
export function stringifyExplanation(explanation: Explanation): string {
  return `${JSON.stringify(explanation, null, 2)}\n`;
}

/** An explanation as a section of a run's page. */
export function explanationPart(scenario: Scenario, explanation: Explanation): ReportPart {
  const context = explainContext(scenario, explanation);
  const charts = directed([tornadoChart(context), indicesChart(context)], context.direction);
  return { name: 'explain', report: explainReport(context, charts) };
}

/**
 * The files of an explanation, by path relative to its folder: `explain.json`, `explain.html`, `summary.md`, and for each chart
 * `charts/<name>.vl.json`, `.svg`, with `png` a `.png`, too.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderExplanation(
  scenario: Scenario,
  explanation: Explanation,
  options: { readonly signal?: AbortSignal; readonly png?: boolean } = {},
): Promise<ReportFiles> {
  const pages = await productFiles(explanationPart(scenario, explanation).report, {
    page: 'explain.html',
    text: reportText(scenario.language),
    origin: explanation.engine,
    markdown: 'summary.md',
    png: options.png,
    signal: options.signal,
  });
  return new Map([['explain.json', stringifyExplanation(explanation)], ...pages]);
}

/** What drives a plan and what is worth finding out, for a terminal. */
export function explanationSummary(scenario: Scenario, explanation: Explanation, options: TerminalOptions): string {
  return terminalText(explainSummary(explainContext(scenario, explanation)), options);
}
