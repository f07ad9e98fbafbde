import { stepBelow } from '../forecast/typed-plan.js';
import { dailyOfOne } from '../optimize/rules.js';
import { flightedByPhases } from '../scenario/build/phases.js';
import type { Phase, Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';

/** Of what the plan's own pace gives: people type 3,400 where it would be 3,417. */
const STEP = 0.05;
/** Steps that are tried, each finer than the one before. */
const TRIES = 3;

/** What a test's amount has to keep: the best plan, as far as its rules speak of days. */
type TestedPlan = Pick<Scenario, 'lines' | 'rules' | 'horizon' | 'currency'> & {
  /** In currency, in the order of `lines`. */
  readonly budgets: ArrayLike<number>;
};

/**
 * What the watched line spends in a test of the first periods, in currency: its share of its budget by time, in a step of 1, 2 or 5
 * times a power of ten of at most a twentieth of it. The other lines go along, and what is left is for the periods after; where a
 * daily minimum that holds at an even pace would be broken by that, the next step is taken, a finer one, or the pace as it is.
 */
export function testAmount(plan: TestedPlan, line: number, periods: number): number {
  const budget = plan.budgets[line] ?? 0;
  const { currency, horizon } = plan;
  const paced = (budget * periods) / horizon.periods;
  const kept = metMinimums(plan, periods, periods / horizon.periods);
  const unit = fromMinorUnits(1, currency);
  let step = stepBelow(STEP * paced);
  for (let k = 0; k < TRIES && step >= unit; k++, step = stepBelow(step * 0.99)) {
    const nearest = Math.round(paced / step);
    const other = nearest + (paced > nearest * step ? 1 : -1);
    for (const steps of [nearest, other]) {
      // Sums of tenths and hundredths come out a last digit off.
      const amount = fromMinorUnits(toMinorUnits(steps * step, currency), currency);
      if (!(amount > 0 && amount < budget)) continue;
      const keeps = metMinimums(plan, periods, amount / budget);
      if (kept.every((held, l) => !held || keeps[l] === true)) return amount;
    }
  }
  return paced < unit ? paced : fromMinorUnits(toMinorUnits(paced, currency), currency);
}

/** For each line, whether its thinnest day is none, or not below its daily minimum, where the first periods have this share of the money. */
function metMinimums(plan: TestedPlan, periods: number, share: number): readonly boolean[] {
  const { lines, rules, horizon } = plan;
  const phases: readonly Phase[] = [
    { name: '', first: 0, periods, share, gate: null },
    { name: '', first: periods, periods: horizon.periods - periods, share: 1 - share, gate: null },
  ];
  return lines.map((line, l) => {
    const least = rules.lines[line.id]?.minDaily ?? 0;
    const budget = plan.budgets[l] ?? 0;
    if (least === 0 || budget === 0) return true;
    const flighted = { ...line, flighting: flightedByPhases(line.flighting, phases) };
    return budget * dailyOfOne(flighted, plan) >= least * (1 - 1e-9);
  });
}
