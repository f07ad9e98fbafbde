import type { Session } from '../../engine/session.js';
import type { Decision } from '../../optimize/types.js';
import type { Scenario, Target } from '../../scenario/types.js';
import { moments } from '../../summary/moments.js';
import { targetOutcome } from '../targets.js';
import { solvePlan, withBudget } from './plan.js';
import type { TargetBudget } from './types.js';

/** Halvings of the gap between two budgets of the frontier: a 60th of it is left. */
const HALVINGS = 6;

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
 * The largest or smallest budget whose best plan meets a target, by bisection: every budget gets the plan that is best for
 * the goal under the rules, priced on common draws. Begins with plans already found: between the largest of their budgets
 * that meets the target and the next one that doesn't, or, where the largest of all meets it, with the first that does.
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
    const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
    const { values } = await session.evaluate(decision, [target.expression], 'fresh', options);
    const outcome = targetOutcome(target, values[0]!, session.sampling);
    const share = target.probability !== null;
    const se = share ? outcome.se : moments(values[0]!, session.sampling).se;
    return { budget, holds: outcome.holds, value: share ? outcome.probability : outcome.value, se };
  };
  const judged: Judged[] = [];
  for (const one of solved) judged.push(await judge(one));
  const shared = { target: target.text, from: judged[0]!.budget, to: judged.at(-1)!.budget };
  const last = judged.findLastIndex(({ holds }) => holds);
  const broken = judged.findLastIndex(({ holds }) => !holds);
  if (last === -1 || broken === -1) {
    return { ...shared, kind: last === -1 ? 'none' : 'all', budget: null, se: null, value: null };
  }
  const largest = last < judged.length - 1;
  const at = largest ? last : broken;
  const [below, above] = [judged[at]!, judged[at + 1]!];
  let [low, high] = [below, above];
  for (let k = 0; k < HALVINGS; k++) {
    const sized = withBudget(scenario, (low.budget + high.budget) / 2);
    const found = await solvePlan(session, sized, signal);
    const middle = await judge({ budget: sized.budget, decision: 'conflict' in found ? null : found.decision });
    if (middle.holds === low.holds) low = middle;
    else high = middle;
  }
  const met = low.holds ? low : high;
  return { ...shared, kind: largest ? 'largest' : 'smallest', budget: met.budget, ...errorAt(met, below, above) };
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
