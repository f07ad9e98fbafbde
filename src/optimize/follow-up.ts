import { type DecidedOptimum, searchDiscrete } from './discrete.js';
import { type LinearRules, withPattern } from './linear-rules.js';
import { better } from './local.js';
import type { SampledProblem } from './problem.js';
import type { ProgramSolver } from './program.js';
import { onSameHill } from './same-hill.js';
import { searchFit } from './search.js';

/** Optima of the coarse draws this close, by the goal's size, are both followed up on the fit draws. */
const CLOSE = 0.005;
/** Optima of the coarse draws that are followed up at most. */
const FOLLOWED = { concave: 2, other: 3 };
/** From so many variables on it is looked first whether another one lies on the same hill: four evaluations of the coarse draws, half a one of the fit draws. */
const MANY_VARIABLES = 24;

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
    const known = best?.optimum.point.v;
    if (known !== undefined && known.length >= MANY_VARIABLES) {
      // A search is dear there, and those on the coarse draws end on their way up the same hill.
      const { point, scale } = candidate.optimum;
      if (await onSameHill(problem, decided, point, known, scale)) continue;
    }
    const optimum = await searchFit(solve, problem, decided, candidate.optimum);
    if (optimum === null) continue;
    if (best === null || better(decided, optimum.point, best.optimum.point)) best = { optimum, on: candidate.on };
  }
  return best;
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
