import { planSpace } from '../../plan/space.js';
import { budgetPay } from '../../scenario/pay.js';
import type { Creator, Scenario } from '../../scenario/types.js';
import { nearestPlan } from '../feasible.js';
import { type LinearRules, withPattern } from '../linear-rules.js';
import { type LocalResult, searchFrom } from '../local.js';
import type { Point, SampledProblem } from '../problem.js';
import type { ProgramSolver } from '../program.js';
import { constraintsOf } from '../rules.js';
import type { DrawSet } from '../types.js';
import type { PostBounds } from './paid.js';

/** Evaluations of a search with bounds on the posts, and the KKT residual that it aims at. */
const EVALUATIONS = { coarse: 12, fit: 20 };
const AIM = { coarse: 3e-4, fit: 1e-5 };
/** Violation of a sampled rule, in shares, that may be left for the searches after this one to mend. */
const SLACK = 1e-5;

/** Creators whose number of posts is to be chosen, in the order of the variables. */
export function chosenCreators({ sources }: Scenario): (Creator & { readonly most: number })[] {
  return sources.flatMap((source) =>
    source.kind === 'creator' && source.posts.kind === 'chosen' ? [{ ...source, most: source.posts.max }] : [],
  );
}

/** The best plan found within bounds on the posts. */
export interface Node extends LocalResult {
  readonly bounds: readonly PostBounds[];
}

/** A node in which every number of posts is decided. */
export interface Leaf extends Node {
  readonly counts: readonly number[];
}

export interface NodeSearch {
  readonly solve: ProgramSolver;
  readonly problem: SampledProblem;
  readonly scale: number;
}

/** Excess of the sampled rules at a plan that is more than can be left. */
export function brokenBy({ rules }: Point): number {
  return rules.reduce((most, { value }) => Math.max(most, value - SLACK), 0);
}

/** Whether a plan is better than another: breaks the sampled rules less, or is worth more. */
export function beats(a: Point, b: Point): boolean {
  const [brokenA, brokenB] = [brokenBy(a), brokenBy(b)];
  return brokenA === brokenB ? a.value > b.value : brokenA < brokenB;
}

/** Numbers of posts of a plan, in the order of the variables; between whole numbers where they aren't decided. */
export function countsAt(scenario: Scenario, v: Float64Array): number[] {
  const { posts } = planSpace(scenario);
  return chosenCreators(scenario).map(({ most }, k) => v[posts.from + k] * most);
}

/** A plan with other numbers of posts. */
export function withCounts(scenario: Scenario, v: Float64Array, counts: readonly number[]): Float64Array {
  const { posts } = planSpace(scenario);
  const other = v.slice();
  chosenCreators(scenario).forEach(({ most }, k) => {
    other[posts.from + k] = counts[k] / most;
  });
  return other;
}

/**
 * The best plan within bounds on the posts, by a local search from the plan nearest to `from`. Lines that spend nothing or a
 * minimum are decided as they are nearest where all posts are, else left open. `null` where no plan keeps the linear rules, or
 * the goal has no value there.
 */
export async function searchWithin(
  { solve, problem, scale }: NodeSearch,
  bounds: readonly PostBounds[],
  from: Pick<LocalResult, 'hessian' | 'radius'> & { readonly v: Float64Array },
  set: DrawSet & keyof typeof EVALUATIONS = 'coarse',
): Promise<Node | null> {
  const rules = constraintsOf(problem.scenario, bounds);
  const isLeaf = bounds.every(({ least, most }) => least === most);
  const open: LinearRules = isLeaf ? rules : { ...rules, onOff: [] };
  const nearest = nearestPlan(solve, open, from.v);
  const start = nearest === null ? null : await problem.at(nearest.v, set);
  if (nearest === null || start === null) return null;
  const found = await searchFrom(solve, problem, withPattern(open, nearest.on), start, {
    set,
    scale,
    hessian: from.hessian,
    radius: Math.max(from.radius, 0.1),
    maximumEvaluations: EVALUATIONS[set],
    tolerance: AIM[set],
  });
  return { ...found, bounds };
}

/** Numbers of posts beside some: one more or less of one creator, or one of one creator in place of one of another. */
export function neighboursOf(scenario: Scenario, counts: readonly number[]): number[][] {
  const creators = chosenCreators(scenario);
  const moved = (steps: readonly (readonly [number, number])[]): number[] | null => {
    const next = [...counts];
    for (const [k, step] of steps) next[k] = next[k] + step;
    return next.every((count, k) => count >= 0 && count <= creators[k].most) ? next : null;
  };
  const all: (number[] | null)[] = [];
  creators.forEach((_, k) => {
    all.push(moved([[k, 1]]), moved([[k, -1]]));
    creators.forEach((__, other) => {
      if (other !== k) {
        all.push(
          moved([
            [k, 1],
            [other, -1],
          ]),
        );
      }
    });
    // All or nothing: a rights fee is paid once, so the first post may pay only with others.
    all.push(moved([[k, -counts[k]]]), moved([[k, creators[k].most - counts[k]]]));
  });
  const seen = new Set([counts.join()]);
  return all.filter((one): one is number[] => one !== null && !seen.has(one.join()) && seen.add(one.join()) !== null);
}

/** What other numbers of posts would bring by the goal's slopes, the lines paying for them at what their money brings. */
export function expectedGain(scenario: Scenario, { point, counts }: Leaf, next: readonly number[]): number {
  const { budgets, posts } = planSpace(scenario);
  const { v, gradient } = point;
  let [worth, spent] = [0, 0];
  for (let l = budgets.from; l < budgets.to; l++) {
    worth += gradient[l] * v[l];
    spent += v[l];
  }
  const ofMoney = scenario.creatorsFrom === 'budget' && spent > 0 ? worth / spent : 0;
  return chosenCreators(scenario).reduce((sum, creator, k) => {
    const pay = (count: number): number => budgetPay(creator, count, scenario.currency) / scenario.budget;
    const more = next[k] - counts[k];
    return sum + (gradient[posts.from + k] * more) / creator.most - ofMoney * (pay(next[k]) - pay(counts[k]));
  }, 0);
}
