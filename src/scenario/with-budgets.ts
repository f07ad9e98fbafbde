import { isFunnelLine, type Line, type Quantity, type Scenario } from './types.js';

/** Whether the file leaves it to a line's budget at which spend its price was seen. */
function followsBudget(line: Line): boolean {
  return isFunnelLine(line) && line.pressure_at.origin.kind === 'default';
}

/** Daily spend at which each line's price was seen, where that follows its budget: what a `Decision` takes; else NaN. */
export function pressureOf({ lines }: Scenario): Float64Array {
  return Float64Array.from(lines, (line) => {
    if (!isFunnelLine(line) || !followsBudget(line)) return Number.NaN;
    const { distribution } = line.pressure_at;
    return distribution.family === 'fixed' ? distribution.value : Number.NaN;
  });
}

/**
 * The scenario less all that its budgets say: the same for plans that one program prices on the same draws, each by its
 * budgets and `pressureOf`. A fitted curve's whole budget stays, since its program knows it.
 */
export function withoutBudgets(scenario: Scenario): Scenario {
  const lines = scenario.lines.map((line): Line => {
    const bare = { ...line, budget: 0, budgetDerived: false };
    return isFunnelLine(bare) && followsBudget(bare) ? { ...bare, pressure_at: AT_NOTHING } : bare;
  });
  const budget = scenario.lines.every(isFunnelLine) ? 0 : scenario.budget;
  return { ...scenario, path: '', sha256: '', warnings: [], lines, budget };
}

const AT_NOTHING: Quantity = { distribution: { family: 'fixed', value: 0 }, origin: { kind: 'default' } };

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
    if (!isFunnelLine(line) || !followsBudget(line)) return { ...line, budget };
    const value = budget > 0 ? budget / days : even;
    return { ...line, budget, pressure_at: { ...line.pressure_at, distribution: { family: 'fixed' as const, value } } };
  });
  return { ...scenario, lines, budget: whole };
}
