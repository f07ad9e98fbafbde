import type { AttemptRequest } from './attempt.js';
import type { Conflict } from './conflict.js';
import { nearestPlan } from './feasible.js';
import { type SampledProblem, toDecision } from './problem.js';
import type { Relaxation } from './relaxations.js';
import { totalOf } from './rules.js';
import { isRatio, type SampledRule, sampledRules } from './sampled-rules.js';
import { reachedBound, relaxedBound } from './unattainable.js';

/** Shares of the budget at which splits are tried: from all of it to a thousandth. */
const SIZES = Array.from({ length: 11 }, (_, k) => 2 ** -k);
/** Golden-section steps between two sizes. */
const REFINED = 12;

/**
 * Rules on ratios that no plan which spends anything was seen to keep, and the best figure that each can come to: by the plan
 * given, an even split and each line alone, of every size. `null` where the scenario has no such rule, or one is kept.
 */
export async function outOfReach({
  solve,
  scenario,
  rules,
  given,
  problem,
}: AttemptRequest & { readonly problem: SampledProblem }): Promise<Conflict | null> {
  const ratios = sampledRules(scenario).filter((rule) => isRatio(rule) && !rule.rule.includes('.'));
  if (ratios.length === 0) return null;
  const { lines } = rules;
  const creative = given.creative;
  const split = (share: (line: number) => number): Float64Array => {
    const v = new Float64Array(lines + creative.length);
    for (let l = 0; l < lines; l++) v[l] = share(l);
    v.set(creative, lines);
    return v;
  };
  const spent = given.budgets.reduce((sum, amount) => sum + amount, 0) || 1;
  const splits = [
    split((l) => given.budgets[l]! / spent),
    split(() => 1 / lines),
    ...Array.from({ length: lines }, (_, only) => split((l) => (l === only ? 1 : 0))),
  ];
  const reached = async (rule: SampledRule, wanted: Float64Array, size: number): Promise<number> => {
    const near = nearestPlan(solve, rules, scaled(wanted, lines, size));
    const worst = rule.floor ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (near === null || !(totalOf(rules, near.v) > 0)) return worst;
    const { evidence } = await problem.price(toDecision(near.v, scenario), 'fresh');
    const figure = reachedBound(rule, scenario, evidence);
    return Number.isFinite(figure) ? figure : worst;
  };
  const broken: SampledRule[] = [];
  const relaxations: Relaxation[] = [];
  for (const rule of ratios) {
    const sign = rule.floor ? 1 : -1;
    let best = { figure: -sign * Number.POSITIVE_INFINITY, split: splits[0]!, size: 1 };
    for (const wanted of splits) {
      for (const size of SIZES) {
        const figure = await reached(rule, wanted, size);
        if (sign * figure > sign * best.figure) best = { figure, split: wanted, size };
      }
    }
    let [low, high] = [best.size / 2, Math.min(1, best.size * 2)];
    for (let k = 0; k < REFINED; k++) {
      const [a, b] = [low + 0.382 * (high - low), low + 0.618 * (high - low)];
      const [atA, atB] = [await reached(rule, best.split, a), await reached(rule, best.split, b)];
      if (sign * atA >= sign * atB) high = b;
      else low = a;
      const figure = sign * atA >= sign * atB ? atA : atB;
      if (sign * figure > sign * best.figure) best = { ...best, figure };
    }
    if (!Number.isFinite(best.figure) || sign * (best.figure - rule.bound) >= 0) continue;
    broken.push(rule);
    relaxations.push(relaxedBound(scenario, rule, best.figure));
  }
  return broken.length === 0 ? null : { rules: broken.map(({ rule }) => rule), relaxations };
}

function scaled(v: Float64Array, lines: number, size: number): Float64Array {
  return v.map((value, j) => (j < lines ? value * size : value));
}
