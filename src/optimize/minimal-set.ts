import { ruleNames } from './linear-rules.js';
import { stepSpace } from './quadratic.js';
import { type Contradiction, canHold } from './relaxed.js';
import type { Optimum } from './search.js';
import type { DrawSet } from './types.js';

/** A multiplier below this share of the largest is a rounding error. */
const NONE = 1e-6;
/** Rules of which none can be spared. Begins with those that stand in the way where the sampled rules are broken least. */
export async function minimalSet(task: Contradiction, optimum: Optimum): Promise<string[]> {
  const all = [...optimum.point.rules.map(({ rule }) => rule), ...ruleNames(task.rules)];
  const near = new Set([
    ...optimum.point.rules.filter(({ value }) => value > -1e-3).map(({ rule }) => rule),
    ...inTheWay(task, optimum),
    ...task.rules.onOff.map(({ rule }) => rule),
  ]);
  const but = (satisfied: readonly string[]): ReadonlySet<string> =>
    new Set(all.filter((name) => !satisfied.includes(name)));
  // The few draws will do where they show the contradiction as well.
  let set: DrawSet = 'coarse';
  let satisfied = all.filter((name) => near.has(name));
  if (await canHold(task, but(satisfied), set)) {
    set = 'fit';
    if (await canHold(task, but(satisfied), set)) satisfied = all;
  }
  for (const name of [...satisfied].reverse()) {
    const fewer = satisfied.filter((other) => other !== name);
    if (!(await canHold(task, but(fewer), set))) satisfied = fewer;
  }
  return satisfied;
}

/** Linear rules with a multiplier where the broken rules' sum is least: without them it would fall further. */
function inTheWay({ solve, rules }: Contradiction, { point }: Optimum): string[] {
  const cost = new Float64Array(point.v.length);
  for (const { value, gradient } of point.rules) {
    if (value > 0) for (let j = 0; j < cost.length; j++) cost[j] = cost[j] + gradient[j];
  }
  // A short step, so that only the rules at which the plan stands can bind.
  const space = stepSpace(rules, point.v, 1e-4);
  const answer = solve({ cost, lower: space.lower, upper: space.upper, rows: space.rows });
  if (answer.status !== 'optimal') return [];
  const largest = answer.rowDual.reduce((most, dual) => Math.max(most, Math.abs(dual)), 0);
  return rules.rows.flatMap(({ rule }, r) =>
    rule !== null && largest > 0 && Math.abs(answer.rowDual[r]) > NONE * largest ? [rule] : [],
  );
}
