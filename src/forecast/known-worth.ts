import { cumulativeKpis } from '../model/figures.js';
import type { Program } from '../model/program.js';
import type { Scenario } from '../scenario/types.js';

/** Whether a plan says what its orders are worth; without that money only goes out, and nothing can be said of profit. */
export function knowsWorth({ warnings, lines }: Pick<Scenario, 'warnings' | 'lines'>): boolean {
  const inRevenue = lines.some((line) => line.kind === 'response' && line.response.of === 'revenue');
  return inRevenue || !warnings.some(({ code }) => code === 'no_order_value');
}

/** What a plan is explained by: profit, or, where nothing is worth anything known, what its goal counts. */
export function explainedKpi(scenario: Scenario): string {
  if (knowsWorth(scenario)) return 'profit';
  const { maximize } = scenario.goal;
  return maximize.kind === 'kpi' && maximize.name !== 'profit' ? maximize.name : 'orders';
}

/** What a plan is followed by over time: profit, or what it counts where that is worth nothing known. */
export function courseKpi(program: Program, scenario: Scenario): 'profit' | 'orders' | 'leads' {
  if (knowsWorth(scenario)) return 'profit';
  return cumulativeKpis(program).includes('leads') ? 'leads' : 'orders';
}
