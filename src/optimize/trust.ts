import type { LinearRules } from './linear-rules.js';
import { searchFrom } from './local.js';
import type { Point, SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import type { Optimum } from './search.js';

/** Share of the goal's value that a plan may fall short of the best one and still be as good. */
const WITHIN = 0.01;
/** Near-optimal plans to show. */
const ALTERNATIVES = 3;
const EVALUATIONS = 14;
/** Halvings of the way back to the optimum where a search ended beyond what is as good. */
const RETREATS = 6;
/** Plans nearer to each other than this, as a share of the budget that moves, are one. */
const SAME = 1e-3;

interface FlatRange {
  /** Shares of the budget that the group may have while the goal stays within 1 %, the other lines at their best for it. */
  readonly min: number;
  readonly max: number;
}

interface Trust {
  readonly ranges: readonly FlatRange[];
  /** Near-optimal plans, each as far from the optimum and from those before it as the plans at the ranges' ends go. */
  readonly alternatives: readonly Float64Array[];
}

/**
 * How flat the optimum is: for each group of lines the least and the most it may have while the goal, on the fit draws, stays within
 * 1 % of its best value and every rule is satisfied. Each end is a search of its own (a linear goal, the 1 % as a rule), so that
 * the other lines follow. What is returned has been evaluated: where a search ends early the range is too narrow, never too
 * wide. For goals that are not concave there may be further plans beyond a worse stretch.
 */
export async function trustOf(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  optimum: Optimum,
  groups: readonly (readonly number[])[],
): Promise<Trust> {
  const best = optimum.point;
  const least = best.value - WITHIN * Math.abs(best.value);
  const flat = flatProblem(problem, least, optimum.scale);
  const ranges: FlatRange[] = [];
  const extremes: Float64Array[] = [];
  for (const group of groups) {
    const sum = (v: Float64Array): number => group.reduce((total, line) => total + v[line], 0);
    const ends: number[] = [];
    for (const sign of [-1, 1]) {
      const v = await furthest(solve, flat, rules, optimum, group, sign);
      ends.push(sum(v));
      extremes.push(v);
    }
    ranges.push({ min: Math.min(ends[0], sum(best.v)), max: Math.max(ends[1], sum(best.v)) });
  }
  return { ranges, alternatives: apart(best.v, extremes, rules.lines) };
}

/** The problem's goal turned into a rule: at least `least`; the goal is set by `toward`. */
function flatProblem(problem: SampledProblem, least: number, scale: number) {
  return (gradient: Float64Array): SampledProblem => ({
    ...problem,
    async at(v, set): Promise<Point | null> {
      const point = await problem.at(v, set);
      if (point === null) return null;
      let value = 0;
      for (let j = 0; j < v.length; j++) value += gradient[j] * v[j];
      const short = {
        rule: 'flat',
        value: (least - point.value) / scale,
        gradient: point.gradient.map((g) => -g / scale),
        perUnit: 0,
      };
      return { v, value, gradient, rules: [...point.rules, short] };
    },
  });
}

async function furthest(
  solve: ProgramSolver,
  flat: (gradient: Float64Array) => SampledProblem,
  rules: LinearRules,
  optimum: Optimum,
  group: readonly number[],
  sign: number,
): Promise<Float64Array> {
  const from = optimum.point.v;
  const gradient = new Float64Array(from.length);
  for (const line of group) gradient[line] = sign;
  const problem = flat(gradient);
  const start = await problem.at(from, 'fit');
  if (start === null) return from;
  const { point } = await searchFrom(solve, problem, rules, start, {
    set: 'fit',
    scale: 1,
    hessian: optimum.hessian,
    radius: 0.1,
    maximumEvaluations: EVALUATIONS,
    tolerance: 1e-4,
  });
  const feasible = (candidate: Point): boolean => candidate.rules.every((rule) => rule.value <= 1e-9);
  if (feasible(point)) return point.v;
  // Back on the straight way to the optimum, which keeps the linear rules. First to where the chord of each broken rule
  // crosses its bound (for a convex rule that is far enough), then by halving.
  const chord = point.rules.map(({ value }, r) => {
    const before = Math.min(0, start.rules[r].value);
    return value > 0 ? before / (before - value) : 1;
  });
  let [inside, outside] = [0, 1];
  for (let k = 0; k < RETREATS; k++) {
    const part = k === 0 ? Math.min(...chord) * (1 - 1e-9) : (inside + outside) / 2;
    const judged = await problem.at(
      from.map((value, j) => value + part * (point.v[j] - value)),
      'fit',
    );
    if (judged === null || !feasible(judged)) outside = part;
    else {
      inside = part;
      if (k === 0) break;
    }
  }
  return from.map((value, j) => value + inside * (point.v[j] - value));
}

/** Greedily the plans furthest from the optimum and from each other: half the sum of differences, what has to be moved. */
function apart(best: Float64Array, candidates: readonly Float64Array[], lines: number): Float64Array[] {
  const chosen: Float64Array[] = [];
  while (chosen.length < ALTERNATIVES) {
    let champion: { readonly v: Float64Array; readonly distance: number } | null = null;
    for (const v of candidates) {
      const distance = Math.min(...[best, ...chosen].map((other) => movedShare(v, other, lines)));
      if (distance > Math.max(SAME, champion?.distance ?? 0)) champion = { v, distance };
    }
    if (champion === null) break;
    chosen.push(champion.v);
  }
  return chosen;
}

/** The share of the budget that has to move to make one plan of the other. */
export function movedShare(a: Float64Array, b: Float64Array, lines: number): number {
  let total = 0;
  for (let l = 0; l < lines; l++) total += Math.abs(a[l] - b[l]);
  return total / 2;
}
