import type { Decision, PlanEvaluator } from '../../../src/engine/evaluation.js';
import { kpi, type OddCase } from './odd-cases.js';

/** What a plan comes to on the draws. */
export interface OddPlan {
  readonly decision: Decision;
  readonly goal: number;
  /** Each rule's figure. */
  readonly figures: readonly number[];
}

const SPLIT = [0.6, 0.3, 0.1] as const;
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Prices a plan of a case; `null` where money is left that finds nobody (half a percent of the budget may be so). */
export async function price(made: OddCase, evaluator: PlanEvaluator, decision: Decision): Promise<OddPlan | null> {
  const functions = [made.goal, kpi('unreached'), ...made.rules.flatMap((rule) => rule.functions)];
  const { values } = await evaluator.evaluate(decision, functions, 'coarse');
  if (mean(values[1]!) > 0.005 * made.budget) return null;
  let at = 2;
  const figures = made.rules.map((rule) => {
    const own = values.slice(at, at + rule.functions.length);
    at += rule.functions.length;
    return rule.of(own);
  });
  return { decision, goal: mean(values[0]!), figures };
}

/** Whether a plan keeps every rule at these bounds. */
export function keeps(made: OddCase, { decision, figures }: OddPlan, bounds: readonly number[]): boolean {
  // Where nothing is spent, ratios to the spend hold.
  const isEmpty = [...decision.budgets, ...(decision.posts ?? [])].every((amount) => amount === 0);
  if (isEmpty && figures.every(Number.isNaN)) return true;
  return made.rules.every(({ comparison }, k) => {
    const [figure, bound] = [figures[k]!, bounds[k]!];
    const exact = 1e-6 * Math.abs(bound);
    return comparison === '>=' ? figure >= bound - exact : figure <= bound + exact;
  });
}

/** Steps of a first grid by how many amounts are free. */
const CELLS: Readonly<Record<number, number>> = { 0: 1, 1: 200, 2: 24, 3: 12 };
const ROUNDS = 6;

/** Where a plan lies: shares of the budget of each line (the last is the rest where all must be spent), posts, shares of creatives. */
interface Point {
  readonly shares: readonly number[];
  readonly posts: number;
  readonly creative: readonly [number, number];
}

/** All plans of a grid, and of finer ones around the best by a score. */
export class Search {
  private readonly made: OddCase;
  private readonly evaluator: PlanEvaluator;
  private readonly free: number;

  constructor(made: OddCase, evaluator: PlanEvaluator) {
    this.made = made;
    this.evaluator = evaluator;
    this.free = made.open ? made.lines : made.lines - 1;
  }

  /** Every point of the first grid that can be had. */
  async grid(): Promise<readonly (OddPlan & { readonly point: Point })[]> {
    const cells = CELLS[this.free]!;
    const found: (OddPlan & { point: Point })[] = [];
    const counts = this.made.posts === null ? [0] : Array.from({ length: this.made.posts.most + 1 }, (_, n) => n);
    const creatives = this.creatives(SPLIT[0], SPLIT[1], this.made.creative ?? 0, 5);
    const some = creatives.length > 1 ? 20 : cells;
    for (const posts of counts) {
      for (const creative of creatives) {
        for (const shares of this.splits(some)) {
          const plan = await this.at({ shares, posts, creative });
          if (plan !== null) found.push(plan);
        }
      }
    }
    return found;
  }

  /** The best by a score, from the grid's and finer ones around it. */
  async best(
    plans: readonly (OddPlan & { readonly point: Point })[],
    score: (plan: OddPlan) => number | null,
  ): Promise<OddPlan | null> {
    let best: (OddPlan & { readonly point: Point }) | null = null;
    const hold = (plan: (OddPlan & { readonly point: Point }) | null): void => {
      if (plan === null) return;
      const own = score(plan);
      if (own !== null && (best === null || own > score(best)!)) best = plan;
    };
    for (const plan of plans) hold(plan);
    if (best === null) return null;
    let [step, width] = [1 / (this.made.creative === null ? CELLS[this.free]! : 20), (this.made.creative ?? 0) / 2];
    for (let round = 0; round < ROUNDS; round++) {
      step /= 2.5;
      width /= 2;
      const { shares, posts, creative }: Point = (best as OddPlan & { point: Point }).point;
      for (const split of this.creatives(creative[0], creative[1], width, 3)) {
        for (const moves of this.moves()) {
          hold(
            await this.at({
              shares: shares.slice(0, this.free).map((share, k) => share + step * moves[k]!),
              posts,
              creative: split,
            }),
          );
        }
      }
    }
    return best;
  }

  private async at({ shares, posts, creative }: Point): Promise<(OddPlan & { readonly point: Point }) | null> {
    const { made } = this;
    const pay = made.posts === null ? 0 : posts * made.posts.fee;
    const media = made.budget - pay;
    const own = shares.slice(0, this.free);
    const sum = own.reduce((a, b) => a + b, 0);
    if (media < 0 || own.some((share) => share < 0) || sum * made.budget > media * (1 + 1e-12)) return null;
    const all = made.open ? own : [...own, media / made.budget - sum];
    // Shares of rules are of the budget, or of what is spent where less may be.
    const spent = all.reduce((a, b) => a + b, 0) + pay / made.budget;
    const whole = made.open ? spent : 1;
    if (
      all.some(
        (share, k) => share < (made.bounds[k]![0] - 1e-12) * whole || share > (made.bounds[k]![1] + 1e-12) * whole,
      )
    )
      return null;
    const plan = await price(made, this.evaluator, {
      budgets: Float64Array.from(all, (share) => share * made.budget),
      creative: Float64Array.of(creative[0], creative[1], 1 - creative[0] - creative[1]),
      ...(made.posts === null ? {} : { posts: Float64Array.of(posts) }),
    });
    return plan === null ? null : { ...plan, point: { shares: own, posts, creative } };
  }

  private splits(cells: number): readonly (readonly number[])[] {
    let all: (readonly number[])[] = [[]];
    for (let k = 0; k < this.free; k++) {
      all = all.flatMap((shares) => {
        const left = cells - Math.round(shares.reduce((a, b) => a + b, 0) * cells);
        return Array.from({ length: left + 1 }, (_, n) => [...shares, n / cells]);
      });
    }
    return all;
  }

  private moves(): readonly (readonly number[])[] {
    const most = this.free > 2 ? 2 : 3;
    const each = Array.from({ length: 2 * most + 1 }, (_, n) => n - most);
    let all: (readonly number[])[] = [[]];
    for (let k = 0; k < this.free; k++) all = all.flatMap((moves) => each.map((move) => [...moves, move]));
    return all;
  }

  /** Splits of creatives around one, within what a rule allows. */
  private creatives(
    proven: number,
    experiment: number,
    width: number,
    points: number,
  ): readonly (readonly [number, number])[] {
    const { creative } = this.made;
    if (creative === null) return [[SPLIT[0], SPLIT[1]]];
    const found: (readonly [number, number])[] = [];
    for (let i = 0; i < points; i++) {
      for (let j = 0; j < points; j++) {
        const at = (n: number): number => width * ((2 * n) / (points - 1) - 1);
        const own = [proven + at(i), experiment + at(j)] as const;
        const split = [own[0], own[1], 1 - own[0] - own[1]];
        if (split.every((share, k) => share >= -1e-12 && Math.abs(share - SPLIT[k]!) <= creative + 1e-12))
          found.push(own);
      }
    }
    return found;
  }
}
