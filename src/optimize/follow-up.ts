import { type DecidedOptimum, searchDiscrete } from './discrete.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { better, searchFrom } from './local.js';
import type { SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import { onSameHill } from './same-hill.js';
import { type Optimum, searchFit } from './search.js';

/** Optima of the coarse draws this close, by the goal's size, are both followed up on the fit draws. */
const CLOSE = 0.005;
/** Optima of the coarse draws that are followed up at most. */
const FOLLOWED = { concave: 2, other: 3 };
/**
 * From so many variables on a search on the coarse draws ends, by its number of evaluations, on its way. Evaluations of the fit draws are eight
 * times as dear, so how the goal bends is learnt on the coarse ones first, and it is looked whether another plan lies on a hill that is climbed already.
 */
const MANY_VARIABLES = 24;
const TO_THE_END = { radius: 0.01, tolerance: 1e-6, evaluations: 64 };

/** Goes on from the best coarse plans on the fit draws: the first, and others that may be as good. `null` where the goal has no value there. */
export async function followUp(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  coarse: readonly DecidedOptimum[],
): Promise<DecidedOptimum | null> {
  let best: DecidedOptimum | null = null;
  const concave = coarse[0]?.optimum.shape.concave ?? true;
  for (const candidate of coarse.slice(0, concave ? FOLLOWED.concave : FOLLOWED.other)) {
    const lead = coarse[0].optimum.point.value - candidate.optimum.point.value;
    if (best !== null && lead > CLOSE * candidate.optimum.scale) break;
    const decided = withPattern(rules, candidate.on);
    let from = candidate.optimum;
    if (from.point.v.length >= MANY_VARIABLES) {
      const known = best?.optimum.point.v;
      if (known !== undefined && (await onSameHill(problem, decided, from.point, known, from.scale))) continue;
      from = await endedOnCoarse(solve, problem, decided, from);
    }
    const optimum = await searchFit(solve, problem, decided, from);
    if (optimum === null) continue;
    if (best === null || better(decided, optimum.point, best.optimum.point)) best = { optimum, on: candidate.on };
  }
  return best;
}

/** A search on the coarse draws gone on with, by an evaluation a variable at most. */
async function endedOnCoarse(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  from: Optimum,
): Promise<Optimum> {
  const ended = await searchFrom(solve, problem, rules, from.point, {
    set: 'coarse',
    scale: from.scale,
    hessian: from.hessian,
    radius: Math.max(from.radius, TO_THE_END.radius),
    maximumEvaluations: Math.min(from.point.v.length, TO_THE_END.evaluations),
    tolerance: TO_THE_END.tolerance,
  });
  return { ...from, ...ended };
}

/** The best plan on the fit draws, by the whole search from many starts. */
export async function searchWhole(
  solve: ProgramSolver,
  problem: SampledProblem,
  rules: LinearRules,
  wanted: Float64Array,
): Promise<DecidedOptimum | null> {
  const coarse = await searchDiscrete(solve, problem, rules, wanted);
  return coarse === null ? null : followUp(solve, problem, rules, coarse);
}
