import { withPosts } from '../scenario/pay.js';
import { type Line, type Scenario, STAGES } from '../scenario/types.js';
import { nearestPlan } from './feasible.js';
import { byPeriods, joinedPlan, ruledBy, splitPlan } from './flighting.js';
import { loadProgramSolver } from './highs.js';
import { withPattern } from './linear-rules.js';
import { toShares } from './problem.js';
import { roundPlan } from './round.js';
import { constraintsOf } from './rules.js';
import { distance } from './starts.js';
import type { Decision } from './types.js';

/** What was asked of a plan before the rules had their say: all lines of one platform or stage, or one line, scaled. */
export interface Shift {
  readonly kind: 'platform' | 'stage' | 'line';
  readonly id: string;
  readonly factor: number;
}

/** A plan that keeps the scenario's linear rules. */
interface ShiftedPlan {
  readonly shift: Shift;
  readonly decision: Decision;
}

/** By how much a platform, stage or line is scaled before the plan is brought back under the rules. */
const FACTORS = [0, 0.5, 2] as const;
/** Up to this many lines, each one is shifted, too. */
const FEW_LINES = 8;
/** Plans nearer to each other than this, in shares of the budget, are one. */
const SAME = 0.01;
const MOST_PLANS = 30;

/**
 * Plans around a base one: each platform, stage and (of few) line switched off, halved and doubled, the others scaled to
 * fill the budget, then moved as little as possible to keep every linear rule, in whole smallest units of the currency.
 * What one would choose among once more is known. Those that come out alike are one; the rules may leave none.
 */
export async function shiftedPlans(asked: Scenario, base: Decision): Promise<ShiftedPlan[]> {
  const given = withPosts(asked, base.posts);
  const scenario = byPeriods(given);
  const solve = await loadProgramSolver();
  const rules = constraintsOf(scenario);
  const start = toShares(splitPlan(given, base), scenario.budget);
  const count = scenario.lines.length;
  const seen: Float64Array[] = [start];
  const plans: ShiftedPlan[] = [];
  for (const { kind, id, lines } of shifts(given, scenario)) {
    for (const factor of FACTORS) {
      if (plans.length === MOST_PLANS) return plans;
      const near = nearestPlan(solve, rules, scaled(start, lines, factor, count));
      if (near === null || seen.some((v) => distance(v, near.v) < SAME)) continue;
      seen.push(near.v);
      const { decision } = roundPlan(solve, scenario, withPattern(rules, near.on), near.v);
      plans.push({ shift: { kind, id, factor }, decision: joinedPlan(given, { ...decision, posts: base.posts }) });
    }
  }
  return plans;
}

/** What is shifted: platforms, stages, then lines; `lines` marks those that belong to it. */
function shifts(
  { lines: named }: Scenario,
  { lines }: Scenario,
): readonly { readonly kind: Shift['kind']; readonly id: string; readonly lines: readonly boolean[] }[] {
  const of = (kind: Shift['kind'], id: string, belongs: (line: Line) => boolean) => ({
    kind,
    id,
    lines: lines.map(belongs),
  });
  const platforms = [...new Set(lines.map((line) => line.platform))];
  const all = [
    ...platforms.map((platform) => of('platform', platform, (line) => line.platform === platform)),
    ...STAGES.map((stage) => of('stage', stage, (line) => line.stage === stage)),
    ...(named.length <= FEW_LINES ? named.map(({ id }) => of('line', id, (line) => ruledBy(line) === id)) : []),
  ];
  return all.filter((shift) => shift.lines.includes(true) && shift.lines.includes(false));
}

/**
 * The base with some lines scaled and the others scaled alike, so that the whole stays the same. Where the base leaves one
 * side without money, that side's share is spread evenly; twice nothing is a fifth of the budget.
 */
function scaled(base: Float64Array, lines: readonly boolean[], factor: number, count: number): Float64Array {
  const v = base.slice();
  let own = 0;
  let total = 0;
  for (let l = 0; l < count; l++) {
    total += base[l];
    if (lines[l]) own += base[l];
  }
  const members = lines.filter((member) => member).length;
  const lifted = own === 0 && factor > 1 ? 0.2 * total : Math.min(total, own * factor);
  const side = (mine: boolean, had: number, gets: number, size: number): void => {
    for (let l = 0; l < count; l++) if (lines[l] === mine) v[l] = had > 0 ? (base[l] / had) * gets : gets / size;
  };
  side(true, own, lifted, members);
  side(false, total - own, total - lifted, count - members);
  return v;
}
