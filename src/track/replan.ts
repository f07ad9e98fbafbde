import type { Forecast } from '../forecast/details.js';
import type { ContradictionError } from '../forecast/errors.js';
import type { PlanResult } from '../forecast/result.js';
import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Calendar } from './came/calendar.js';
import type { Move, Replan } from './result.js';

/** What to do with the rest, from a forecast with a verdict. */
export function replanOf(
  { scenario, result }: Forecast,
  contradiction: ContradictionError | null,
  calendar: Calendar,
  open: boolean,
): Replan {
  if (contradiction !== null) {
    const { message, rules } = contradiction;
    return { kind: 'contradiction', message, rules };
  }
  const { given, optimized } = result.plans;
  if (!open || optimized === undefined || result.verdict === undefined) return { kind: 'nothing left' };
  const moves = result.verdict.kind === 'move' ? movesOf(scenario, given, optimized, calendar) : [];
  const plan = moves.length > 0 ? optimized : given;
  const profit = result.difference?.profit;
  return {
    kind: 'planned',
    verdict: result.verdict,
    moves,
    gain:
      moves.length === 0 || profit === undefined ? null : { mean: profit.mean, probability: profit.probability_better },
    targets: plan.targets,
    budgets: plan.lines.map(({ budget }) => budget),
    periods: plan.lines.map(({ budget, periods }, line) => periods ?? periodsOf(scenario, line, budget)),
    creative: plan.creative,
  };
}

function movesOf(
  scenario: Scenario,
  given: PlanResult,
  optimized: PlanResult,
  { starts, spentUntil }: Calendar,
): Move[] {
  const { currency, inFlight } = scenario;
  const days = Math.max(1, starts.at(-1)! - 1 - spentUntil);
  const grid = (amount: number): number => fromMinorUnits(toMinorUnits(amount, currency), currency);
  return optimized.lines.flatMap(({ id, budget: to }, line) => {
    const from = given.lines[line]!.budget;
    if (from === to) return [];
    const { spend, running } = inFlight!.lines[line]!;
    const spent = spend.reduce((sum, amount) => sum + amount, running);
    const daily = (budget: number): number => grid(Math.max(0, budget - spent) / days);
    return [{ line: id, from, to, dailyFrom: daily(from), dailyTo: daily(to) }];
  });
}

/** What a line spends by period: what it has spent, then the rest by its flighting. */
function periodsOf({ lines, inFlight, currency }: Scenario, line: number, budget: number): readonly number[] {
  const { flighting } = lines[line]!;
  const { spend } = inFlight!.lines[line]!;
  const ahead = flighting.slice(spend.length).reduce((sum, weight) => sum + weight, 0);
  const rest = Math.max(0, budget - spend.reduce((sum, amount) => sum + amount, 0));
  const even = 1 / Math.max(1, flighting.length - spend.length);
  return flighting.map((weight, t) => {
    if (t < spend.length) return spend[t]!;
    const amount = rest * (ahead > 0 ? weight / ahead : even);
    return fromMinorUnits(toMinorUnits(amount, currency), currency);
  });
}
