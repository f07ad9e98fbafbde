import type { Scenario } from './types.js';

/**
 * The scenario as its file would read with other budgets: line by line, in the scenario's order, currency. The daily spend at
 * which a line's price was seen follows its budget where the file doesn't give it (section 11 of the model).
 */
export function withBudgets(scenario: Scenario, budgets: ArrayLike<number>): Scenario {
  const days = scenario.horizon.periods * scenario.horizon.periodDays;
  const more = scenario.lines.reduce((sum, line, k) => sum + ((budgets[k] ?? line.budget) - line.budget), 0);
  // What is paid to creators out of the budget stays as it is.
  const whole = scenario.rules.budget === 'maximum' ? scenario.budget : scenario.budget + more;
  const even = whole / scenario.lines.length / days;
  const lines = scenario.lines.map((line, k) => {
    const budget = budgets[k] ?? line.budget;
    if (line.kind !== 'funnel' || line.pressure_at.origin.kind !== 'default') return { ...line, budget };
    const value = budget > 0 ? budget / days : even;
    return { ...line, budget, pressure_at: { ...line.pressure_at, distribution: { family: 'fixed' as const, value } } };
  });
  return { ...scenario, lines, budget: whole };
}
