import type { Session } from '../../engine/session.js';
import type { Decision } from '../../optimize/types.js';
import { lastOf } from '../../required.js';
import type { Scenario, Target } from '../../scenario/types.js';
import { moments } from '../../summary/moments.js';
import { priceTargets } from '../price-targets.js';
import { targetOutcome } from '../targets.js';
import { solvePlan, withBudget } from './plan.js';
import type { TargetBudget } from './types.js';

/** Budgets solved for at most between the two that the target's border lies between, and the gap that is left, as a share. */
const SOLVED = 14;
const GAP = 2e-4;
/** Beyond the budgets looked at, each this many times the one before, at most so many more, on either side. */
const WIDER = 2;
const MORE = 5;

interface Judged {
  readonly budget: number;
  readonly holds: boolean;
  /** Share of draws that meet the target, or the mean of its figure; `null` where no plan keeps the rules. */
  readonly value: number | null;
  readonly se: number;
}

/** A budget and its best plan; `null` where none keeps the rules. */
export interface SolvedBudget {
  readonly budget: number;
  readonly decision: Decision | null;
}

/**
 * The largest or smallest budget whose best plan meets a target, to some 0.02 %: every budget gets the plan that is best for
 * the goal under the rules, priced on common draws. Begins with plans already found: between the largest of their budgets
 * that meets the target and the next one that doesn't, or, where the largest of all meets it, with the first that does. Where all meet it or none does, larger and smaller budgets are looked at.
 *
 * The standard error is the share's (or mean's) own over how fast that changes with the budget there.
 *
 * @param solved at least two, by rising budget
 */
export async function targetBudget(
  session: Session,
  scenario: Scenario,
  target: Target,
  solved: readonly SolvedBudget[],
  signal: AbortSignal | undefined,
): Promise<TargetBudget> {
  const judge = async ({ budget, decision }: SolvedBudget): Promise<Judged> => {
    if (decision === null) return { budget, holds: false, value: null, se: 0 };
    const [figure] = await priceTargets(session, decision, [target], signal);
    const outcome = targetOutcome(target, figure, session.sampling);
    const share = target.probability !== null;
    const se = share ? outcome.se : moments(figure.values, session.sampling).se;
    return { budget, holds: outcome.holds, value: share ? outcome.probability : outcome.value, se };
  };
  const at = async (budget: number): Promise<Judged> => {
    const sized = withBudget(scenario, budget);
    const found = await solvePlan(session, sized, signal);
    return judge({ budget: sized.budget, decision: 'conflict' in found ? null : found.decision });
  };
  const judged: Judged[] = [];
  for (const one of solved) judged.push(await judge(one));
  await widened(judged, at);
  const shared = { target: target.text, from: judged[0].budget, to: lastOf(judged).budget };
  const last = judged.findLastIndex(({ holds }) => holds);
  const broken = judged.findLastIndex(({ holds }) => !holds);
  if (last === -1 || broken === -1) {
    return { ...shared, kind: last === -1 ? 'none' : 'all', budget: null, se: null, gap: null, value: null };
  }
  const largest = last < judged.length - 1;
  const border = largest ? last : broken;
  const [below, above] = [judged[border], judged[border + 1]];
  const { low, high } = await narrowed(below, above, target.probability ?? target.threshold, at);
  const met = low.holds ? low : high;
  return {
    ...shared,
    kind: largest ? 'largest' : 'smallest',
    budget: met.budget,
    gap: high.budget - low.budget,
    ...errorAt(met, below, above),
  };
}

/** Where all budgets meet the target, or none does: larger and smaller ones, until one differs. */
async function widened(judged: Judged[], at: (budget: number) => Promise<Judged>): Promise<void> {
  const differs = (): boolean => judged.some(({ holds }) => holds !== judged[0].holds);
  for (let k = 0; k < MORE && !differs(); k++) {
    judged.push(await at(lastOf(judged).budget * WIDER));
    if (!differs()) judged.unshift(await at(judged[0].budget / WIDER));
  }
}

/**
 * Closes in on the border between two budgets by false position, the end that stays counting for half (M. Dowell and P.
 * Jarratt's Illinois method, 1971); halves the gap where a figure is not known or hardly moves.
 */
async function narrowed(
  below: Judged,
  above: Judged,
  threshold: number,
  at: (budget: number) => Promise<Judged>,
): Promise<{ readonly low: Judged; readonly high: Judged }> {
  let [low, high] = [below, above];
  let [weightLow, weightHigh] = [1, 1];
  for (let k = 0; k < SOLVED && high.budget - low.budget > GAP * high.budget; k++) {
    const off = (one: Judged): number => (one.value ?? Number.NaN) - threshold;
    const [a, b] = [off(low) * weightLow, off(high) * weightHigh];
    const part = a / (a - b);
    // Off the exact border by a little, so that the gap closes from both sides.
    const inside = Number.isFinite(part) && part > 0 && part < 1 && k % 4 !== 3;
    const width = high.budget - low.budget;
    const least = (0.4 * GAP * high.budget) / width;
    const budget = low.budget + width * (inside ? Math.min(1 - least, Math.max(least, part)) : 0.5);
    const middle = await at(budget);
    if (middle.holds === low.holds) {
      low = middle;
      [weightLow, weightHigh] = [1, weightHigh / 2];
    } else {
      high = middle;
      [weightLow, weightHigh] = [weightLow / 2, 1];
    }
  }
  return { low, high };
}

/** Over the further half of the gap: the last bracket is too narrow for its ends to differ surely. */
function errorAt(
  met: Judged,
  least: Judged,
  most: Judged,
): { readonly se: number | null; readonly value: number | null } {
  const far = Math.abs(met.budget - least.budget) > Math.abs(most.budget - met.budget) ? least : most;
  if (met.value === null || far.value === null || far.budget === met.budget) return { se: null, value: met.value };
  const slope = Math.abs((far.value - met.value) / (far.budget - met.budget));
  return { se: slope > 0 && Number.isFinite(met.se) ? met.se / slope : null, value: met.value };
}
