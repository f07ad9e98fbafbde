import type { PlanFunction } from '../scenario/expressions/types.js';
import type { Line, Scenario } from '../scenario/types.js';
import { apportion } from '../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Decision, PlanEvaluator } from './types.js';

/** One period of a line with free flighting, as a line of its own. */
type PeriodLine = Line & {
  /** The line's own id. */
  readonly of: string;
};

/** The id that rules speak of: the line's own, or that of the line whose period it is. */
export function ruledBy(line: Line): string {
  return (line as Partial<PeriodLine>).of ?? line.id;
}

/** Whether any line's split over the periods is free. */
function hasFreeFlighting({ lines }: Scenario): boolean {
  return lines.some(({ freeFlighting }) => freeFlighting === true);
}

/**
 * The scenario in which every period of a line with free flighting is a line of its own, spent in that period alone: what
 * holds for budgets (starts, steps, rules over stages and platforms, whole smallest units) then holds for the amounts of
 * the periods. Lines stand in the order of an evaluation's variables. A scenario without such lines is returned itself.
 */
export function byPeriods(scenario: Scenario): Scenario {
  if (!hasFreeFlighting(scenario)) return scenario;
  const { currency, horizon } = scenario;
  const lines = scenario.lines.flatMap((line): Line[] => {
    if (line.freeFlighting !== true) return [line];
    const { freeFlighting: _, ...rest } = line;
    const units = apportion(toMinorUnits(line.budget, currency), line.flighting);
    return units.map(
      (amount, t): PeriodLine => ({
        ...rest,
        id: `${line.id} ${t}`,
        of: line.id,
        budget: fromMinorUnits(amount, currency),
        flighting: Array.from({ length: horizon.periods }, (_, period) => (period === t ? 1 : 0)),
      }),
    );
  });
  return { ...scenario, lines };
}

/** A plan of the scenario as one of `byPeriods(scenario)`. */
export function splitPlan(scenario: Scenario, decision: Decision): Decision {
  if (!hasFreeFlighting(scenario)) return decision;
  const { lines, horizon } = scenario;
  const { periods } = horizon;
  const budgets = lines.flatMap((line, l) => {
    if (line.freeFlighting !== true) return [decision.budgets[l]];
    return line.flighting.map((weight, t) => decision.byPeriod?.[l * periods + t] ?? decision.budgets[l] * weight);
  });
  return { ...decision, budgets: Float64Array.from(budgets), byPeriod: undefined };
}

/** A plan of `byPeriods(scenario)` as one of the scenario: lines' budgets are sums over their periods, exact to the smallest unit. */
export function joinedPlan(scenario: Scenario, decision: Decision): Decision {
  if (!hasFreeFlighting(scenario)) return decision;
  const { budgets } = decision;
  const { lines, horizon, currency } = scenario;
  const { periods } = horizon;
  const byPeriod = new Float64Array(lines.length * periods);
  let next = 0;
  const totals = lines.map((line, l) => {
    if (line.freeFlighting !== true) {
      const budget = budgets[next++];
      for (let t = 0; t < periods; t++) byPeriod[l * periods + t] = budget * line.flighting[t];
      return budget;
    }
    let total = 0;
    let units = 0;
    let whole = true;
    for (let t = 0; t < periods; t++) {
      const amount = budgets[next++];
      byPeriod[l * periods + t] = amount;
      total += amount;
      const nearest = toMinorUnits(amount, currency);
      units += nearest;
      whole &&= fromMinorUnits(nearest, currency) === amount;
    }
    // Sums of decimals may miss by rounding; whole smallest units sum to whole ones.
    return whole ? fromMinorUnits(units, currency) : total;
  });
  return { ...decision, budgets: Float64Array.from(totals), byPeriod };
}

/** An evaluator of `byPeriods(scenario)` by one of the scenario: the variables are the same, only the plan is written otherwise. */
export function periodEvaluator(scenario: Scenario, evaluator: PlanEvaluator): PlanEvaluator {
  if (!hasFreeFlighting(scenario)) return evaluator;
  const { periods } = scenario.horizon;
  const lineOf = scenario.lines.flatMap(({ freeFlighting }, line) =>
    new Array<number>(freeFlighting === true ? periods : 1).fill(line),
  );
  const joined = (figure: PlanFunction): PlanFunction =>
    figure.kind === 'group' || figure.kind === 'of line'
      ? { ...figure, lines: [...new Set(figure.lines.map((k) => lineOf[k]))] }
      : figure;
  return {
    evaluate: (decision, functions, set, options) =>
      evaluator.evaluate(joinedPlan(scenario, decision), functions.map(joined), set, options),
  };
}

/** What a line spends in each period of a plan, in whole smallest units of the currency that sum to its budget. */
export function spendByPeriod(scenario: Scenario, { budgets, byPeriod }: Decision, line: number): number[] {
  const { currency, horizon, lines, inFlight } = scenario;
  const { periods } = horizon;
  const units = toMinorUnits(budgets[line], currency);
  const came = inFlight?.lines[line]?.spend ?? [];
  const left = Math.max(0, budgets[line] - came.reduce((sum, amount) => sum + amount, 0));
  const { flighting } = lines[line];
  const ahead = flighting.slice(came.length).reduce((sum, weight) => sum + weight, 0);
  const weights = Array.from(flighting, (weight, t) => {
    if (byPeriod !== undefined) return byPeriod[line * periods + t];
    if (inFlight === undefined) return weight;
    return t < came.length ? came[t] : left * (ahead > 0 ? weight / ahead : 1 / (periods - came.length));
  });
  if (units === 0) return weights.map(() => 0);
  return apportion(units, weights).map((amount) => fromMinorUnits(amount, currency));
}
