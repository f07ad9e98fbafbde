import { escapeMarkdown } from '../../encoding/markdown.js';
import type { Frontier } from '../../forecast/frontier/types.js';
import type { Scenario } from '../../scenario/types.js';
import { chartFiles, directed } from '../chart-files.js';
import type { DrawnChart } from '../charts/types.js';
import { directedMarkdown, tableMarkdown } from '../markdown.js';
import type { ReportFiles } from '../write.js';
import { budgetCharts } from './budget-charts.js';
import { type FrontierContext, frontierContext } from './context.js';
import { riskChart } from './risk-chart.js';
import { frontierTerminal, targetSentence } from './terminal.js';

/** `frontier.json`, as `--json` prints it. Same input, same bytes. */
export function stringifyFrontier(frontier: Frontier): string {
  const finite = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return `${JSON.stringify(frontier, finite, 2)}\n`;
}

/** The answer for a terminal. */
export function frontierSummary(scenario: Scenario, frontier: Frontier): string {
  return frontierTerminal(frontierContext(scenario, frontier));
}

/**
 * The files of a frontier, by path relative to its folder: `frontier.json`, `summary.md`, and for each chart
 * `charts/<name>.vl.json`, `.svg` and `.png`.
 *
 * @throws where the signal aborts (its reason), or a chart does not compile.
 */
export async function renderFrontier(
  scenario: Scenario,
  frontier: Frontier,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ReportFiles> {
  const context = frontierContext(scenario, frontier);
  const drawn = frontier.by === 'risk' ? [riskChart(context, frontier.risk ?? [])] : budgetCharts(context);
  const charts = directed(drawn, context.text.direction);
  const files = new Map<string, string | Uint8Array>([
    ['frontier.json', stringifyFrontier(frontier)],
    ['summary.md', markdown(context, charts)],
  ]);
  for (const file of await chartFiles(charts, options.signal)) files.set(...file);
  return files;
}

function markdown(context: FrontierContext, charts: readonly DrawnChart[]): string {
  const { scenario, frontier } = context;
  const blocks = [
    `# ${escapeMarkdown(scenario.name)}`,
    ...(frontier.target === undefined ? [] : [escapeMarkdown(targetSentence(context, frontier.target))]),
    ...charts.flatMap((chart) => [
      `## ${escapeMarkdown(chart.title)}`,
      `![${escapeMarkdown(chart.title)}](charts/${chart.name}.png)`,
      escapeMarkdown(chart.note),
      tableMarkdown(chart.table),
    ]),
  ];
  return directedMarkdown(`${blocks.join('\n\n')}\n`, context.text.direction);
}
