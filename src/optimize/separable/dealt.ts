import { nearestPlan } from '../feasible.js';
import { type LinearRules, totalOf } from '../linear-rules.js';
import type { Point, SampledProblem } from '../problem.js';
import type { ProgramSolver } from '../program.js';
import { type Candidate, dealtPlans } from './candidates.js';
import { type Traces, traceLines } from './traces.js';

/** Plans dealt out by the lines' traces, moved to keep the linear rules, and judged on the coarse draws. */
interface DealtStarts {
  readonly points: readonly Point[];
  readonly traces: Traces | null;
  /** No plan is worth more; `null` where that isn't known. */
  readonly bound: number | null;
}

export const NOTHING_DEALT: DealtStarts = { points: [], traces: null, bound: null };

/** Where a plan spends less than this share of what is looked at, the cells are too large for it: a closer look. */
const SMALL = 0.1;
const CLOSER = 8;
const LOOKS = 4;

interface DealRequest {
  readonly solve: ProgramSolver;
  readonly problem: SampledProblem;
  readonly rules: LinearRules;
  /** Plans that the traces are held against. */
  readonly judged: readonly Point[];
}

/**
 * Traces the lines around a plan and deals the budget out by them. Where less than the budget may be spent, and what keeps the
 * rules spends little (or nothing that keeps them is found), smaller totals are looked at more closely.
 */
export async function dealtFrom({ solve, problem, rules, judged }: DealRequest, base: Point): Promise<DealtStarts> {
  const candidates: Candidate[] = [];
  let traces: Traces | null = null;
  let bound: number | null = null;
  let valid = true;
  let top = 1;
  for (let look = 0; look < LOOKS; look++) {
    const traced = await traceLines(problem, base, judged, rules.lines, top);
    if (traced === null) break;
    traces ??= traced;
    const dealt = dealtPlans(rules, traced, base.v);
    candidates.push(...dealt.candidates);
    if (traced.additive && valid) bound = dealt.bound;
    const best = dealt.candidates[0];
    const spent = best === undefined || best.excess > 0 ? 0 : totalOf(rules, best.v);
    if (!rules.open || !traced.additive || spent > SMALL * top) break;
    top /= CLOSER;
    // A closer look says nothing of what lies beyond it.
    valid &&= dealt.reach <= top;
  }
  const points: Point[] = [];
  for (const { v } of candidates) {
    const nearest = nearestPlan(solve, rules, v);
    const point = nearest === null ? null : await problem.at(nearest.v, 'coarse');
    if (point !== null) points.push(point);
  }
  return { points, traces, bound };
}
