import type { Block, Sampler, SamplingPlan } from './types.js';

/** Width of a block: draws that the engine carries through the model at once. Also the stride of arrays by lane. */
export const LANES = 128;

/** Enough for a standard error with 15 degrees of freedom, few enough that each scramble still has its evenness. */
const SOBOL_REPLICATES = 16;

/**
 * How many independently scrambled point sets a run is split into: 16 for `sobol` from 256 draws on; below that the
 * power of two that leaves 16 points or more each, at least 2 where there are 2 draws; 1 for the other samplers.
 */
export function replicatesFor(sampler: Sampler, draws: number): number {
  if (sampler !== 'sobol' || draws < 2) return 1;
  let replicates = SOBOL_REPLICATES;
  while (replicates > 2 && draws < SOBOL_REPLICATES * replicates) replicates /= 2;
  return replicates;
}

/**
 * First draw of a replicate; for `replicate = plan.replicates`, one past the last draw. Sizes differ by 1 at most, the
 * larger ones first.
 */
export function replicateStart(plan: SamplingPlan, replicate: number): number {
  const size = Math.floor(plan.draws / plan.replicates);
  return replicate * size + Math.min(replicate, plan.draws % plan.replicates);
}

/**
 * Refuses a plan that can't be drawn.
 *
 * @throws RangeError if draws isn't a whole number from 1 on, if replicates isn't one from 1 to draws, if a sampler other
 * than `sobol` has more than one replicate, or if sources of a `sobol` plan are resampled.
 */
export function checkPlan(plan: SamplingPlan): void {
  const { draws, replicates, sampler } = plan;
  if (!Number.isSafeInteger(draws) || draws < 1)
    throw new RangeError(`Draws must be a whole number from 1 on: ${draws}.`);
  const most = sampler === 'sobol' ? draws : 1;
  if (!Number.isSafeInteger(replicates) || replicates < 1 || replicates > most) {
    throw new RangeError(
      `Replicates of ${draws} ${sampler} draws must be a whole number from 1 to ${most}: ${replicates}.`,
    );
  }
  // Two scrambles of one dimension are not independent draw by draw, which pick-freeze needs.
  if (plan.resampled !== undefined && sampler === 'sobol') throw new RangeError(`Sobol sources can't be resampled.`);
}

/**
 * The run as blocks of at most `LANES` draws, replicate after replicate. Within a replicate all blocks but the last are
 * full, so that antithetic pairs never straddle two blocks.
 *
 * @throws RangeError as `checkPlan`.
 */
export function blocksOf(plan: SamplingPlan): Block[] {
  checkPlan(plan);
  return Array.from({ length: plan.replicates }, (_, replicate) =>
    blocksWithin(plan, { start: replicateStart(plan, replicate), end: replicateStart(plan, replicate + 1), replicate }),
  ).flat();
}

/**
 * The blocks that begin in a stretch of one replicate's draws, `end` not included, as they stand among all of the run's.
 */
export function blocksWithin(
  plan: SamplingPlan,
  { start, end, replicate }: { readonly start: number; readonly end: number; readonly replicate: number },
): Block[] {
  const first = replicateStart(plan, replicate);
  const last = replicateStart(plan, replicate + 1);
  let before = 0;
  for (let r = 0; r < replicate; r++) {
    before += Math.ceil((replicateStart(plan, r + 1) - replicateStart(plan, r)) / LANES);
  }
  const from = Math.ceil((start - first) / LANES);
  return Array.from({ length: Math.ceil((end - first) / LANES) - from }, (_, k) => {
    const offset = (from + k) * LANES;
    const lanes = Math.min(LANES, last - first - offset);
    return { index: before + from + k, start: first + offset, lanes, replicate, offset };
  });
}
