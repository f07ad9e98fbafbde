import type { Frontier } from '../../forecast/frontier/types.js';
import type { Scenario } from '../../scenario/types.js';
import { directed } from '../chart-files.js';
import type { ReportPart } from '../parts.js';
import { productFiles } from '../product-files.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import type { ReportFiles } from '../write.js';
import { budgetCharts } from './budget-charts.js';
import { frontierContext } from './context.js';
import { frontierReport, frontierSummary as summaryOf } from './report.js';
import { riskChart } from './risk-chart.js';

/** `frontier.json`, as `--json` prints it. Same input, same bytes. */
export function stringifyFrontier(frontier: Frontier): string {
  const finite = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return `${JSON.stringify(frontier, finite, 2)}\n`;
}

/** The answer for a terminal. */
export function frontierSummary(scenario: Scenario, frontier: Frontier, options: TerminalOptions): string {
  return terminalText(summaryOf(frontierContext(scenario, frontier)), options);
}

/** A frontier as a section of a run's page. */
export function frontierPart(scenario: Scenario, frontier: Frontier): ReportPart {
  const context = frontierContext(scenario, frontier);
  const drawn = frontier.by === 'risk' ? [riskChart(context, frontier.risk ?? [])] : budgetCharts(context);
  const charts = directed(drawn, context.text.direction);
  return { name: 'frontier', report: frontierReport(context, charts) };
}

/**
 * The files of a frontier, by path relative to its folder: `frontier.json`, `frontier.html`, `summary.md`, and for each chart
 * `charts/<name>.vl.json`, `.svg`, with `png` a `.png`, too.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderFrontier(
  scenario: Scenario,
  frontier: Frontier,
  options: { readonly signal?: AbortSignal; readonly png?: boolean } = {},
): Promise<ReportFiles> {
  const { text } = frontierContext(scenario, frontier);
  const pages = await productFiles(frontierPart(scenario, frontier).report, {
    page: 'frontier.html',
    text,
    origin: frontier.engine,
    markdown: 'summary.md',
    png: options.png,
    signal: options.signal,
  });
  return new Map([['frontier.json', stringifyFrontier(frontier)], ...pages]);
}
