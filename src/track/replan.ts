import type { Forecast } from '../forecast/details.js';
import type { ContradictionError } from '../forecast/errors.js';
import type { PlanResult } from '../forecast/result.js';
import { lastOf, required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Calendar } from './actuals/calendar.js';
import type { Actuals } from './actuals/deliveries.js';
import type { Move, Replan } from './result.js';

/**
 * What to do with the rest, from a forecast with a verdict.
 *
 * @param open whether there is anything to decide
 * @param lockedUntil where only a lock is in the way, the day on which it ends, ISO
 */
export function replanOf(
  { scenario, result }: Forecast,
  contradiction: ContradictionError | null,
  calendar: Calendar,
  { lines: came }: Actuals,
  open: boolean,
  lockedUntil: string | null,
): Replan {
  if (contradiction !== null) {
    const { message, rules } = contradiction;
    return { kind: 'contradiction', message, rules };
  }
  const { given, optimized } = result.plans;
  if (!open || optimized === undefined || result.verdict === undefined) {
    return { kind: 'nothing left', ...(lockedUntil === null ? {} : { locked_until: lockedUntil }) };
  }
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
    periods: plan.lines.map(
      ({ budget, periods }, line) => periods ?? periodsOf(scenario, line, budget, calendar, came[line].daily),
    ),
    creative: plan.creative,
    posts: plan.sources?.flatMap(({ id, chosen }) => (chosen === undefined ? [] : [{ id, posts: chosen }])) ?? [],
  };
}

function movesOf(
  scenario: Scenario,
  given: PlanResult,
  optimized: PlanResult,
  { starts, spentUntil }: Calendar,
): Move[] {
  const { currency, inFlight } = scenario;
  const days = Math.max(1, lastOf(starts) - 1 - spentUntil);
  const grid = (amount: number): number => fromMinorUnits(toMinorUnits(amount, currency), currency);
  return optimized.lines.flatMap(({ id, budget: to }, line) => {
    const from = given.lines[line].budget;
    if (from === to) return [];
    const { spend, running } = required(inFlight).lines[line];
    const spent = spend.reduce((sum, amount) => sum + amount, running);
    const daily = (budget: number): number => grid(Math.max(0, budget - spent) / days);
    return [{ line: id, from, to, dailyFrom: daily(from), dailyTo: daily(to) }];
  });
}

/** What a line spends by period: what it has spent, where it did, then the rest by its flighting over the days that are left. */
function periodsOf(
  { lines, currency }: Scenario,
  line: number,
  budget: number,
  { starts, spentUntil }: Calendar,
  daily: Float64Array,
): readonly number[] {
  const { flighting } = lines[line];
  const [first] = starts;
  const days = flighting.map((_, t) => {
    const [from, to] = [starts[t], starts[t + 1]];
    return { all: to - from, left: Math.min(to - from, Math.max(0, to - 1 - spentUntil)) };
  });
  const spent = flighting.map((_, t) => {
    const gone = daily.subarray(starts[t] - first, starts[t + 1] - first);
    return gone.reduce((sum, amount) => sum + amount, 0);
  });
  const rest = Math.max(0, budget - spent.reduce((sum, amount) => sum + amount, 0));
  const ahead = flighting.map((weight, t) => (weight * days[t].left) / days[t].all);
  const weights = ahead.some((weight) => weight > 0) ? ahead : days.map(({ left }) => left);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, t) =>
    fromMinorUnits(toMinorUnits(spent[t] + (all > 0 ? (rest * weight) / all : 0), currency), currency),
  );
}
