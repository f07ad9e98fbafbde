import { quantile } from '../distributions/index.js';
import { normalQuantile } from '../distributions/normal.js';
import type { SpreadShares } from '../forecast/advice.js';
import { kernelNormals } from '../model/kernel/normals.js';
import { replacedSources } from '../model/learned-scores.js';
import type { Program } from '../model/program.js';
import { blocksOf, LANES } from '../sampling/blocks.js';
import { createNormalFiller } from '../sampling/normals.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Quantity, Scenario } from '../scenario/types.js';
import { quantitiesByInput } from './quantities.js';
import { type Figure, ranked } from './statistics.js';

type Kind = keyof SpreadShares;

/** As many tell a source that explains a ten-thousandth of the variance. */
const MOST_DRAWS = 65_536;

/** How much of a figure's variance comes from where. */
interface Spread {
  readonly shares: SpreadShares;
  /** Of inputs that are benchmarks, assumed, or typed so wide that they are guesses. */
  readonly guessed: Figure;
}

/**
 * Shares of a figure's variance by where its inputs came from. The figure's normal scores (a few large draws would rule its own
 * variance) are regressed on the independent normals that the draws are made of; a normal that several inputs share is dealt out
 * by the squares of their weights. What no single input explains is left out. Price noise and luck count as assumed. Of more
 * than 65,536 draws the first ones are taken, whole replicates of them or most of one.
 *
 * @param figures one or more, which the same normals are drawn for
 */
export function spreadsOf(
  scenario: Scenario,
  program: Program,
  sampling: SamplingPlan,
  figures: readonly Float64Array[],
  guessRatio: number,
): Spread[] {
  const scores = figures.map((values) => ranked(values.subarray(0, MOST_DRAWS), normalQuantile));
  return slopesOf(program, sampling, scores).map((slopes, k) =>
    spreadBy(slopes, scores[k].length, scenario, program, guessRatio),
  );
}

function spreadBy(
  slopes: readonly number[],
  draws: number,
  scenario: Scenario,
  program: Program,
  guessRatio: number,
): Spread {
  const kinds = quantitiesByInput(scenario);
  const weights: { readonly kind: Kind; readonly guess: boolean; readonly weight: number }[][] = slopes.map(() => []);
  for (const { name, terms } of program.inputs) {
    const quantity = kinds.get(name);
    const kind = quantity === undefined ? 'assumed' : kindOf(quantity);
    const guess =
      kind === 'benchmark' || kind === 'assumed' || (quantity !== undefined && isWide(quantity, guessRatio));
    for (const { source, weight } of terms) weights[source]?.push({ kind, guess, weight: weight * weight });
  }
  const shares = { yours: 0, measured: 0, benchmark: 0, assumed: 0 };
  let guessed = 0;
  let total = 0;
  slopes.forEach((slope, source) => {
    const variance = slope * slope;
    total += variance;
    const users = weights[source];
    const sum = users.reduce((all, { weight }) => all + weight, 0);
    if (sum === 0) {
      shares.assumed += variance;
      guessed += variance;
    }
    for (const { kind, guess, weight } of sum === 0 ? [] : users) {
      shares[kind] += (variance * weight) / sum;
      if (guess) guessed += (variance * weight) / sum;
    }
  });
  if (!(total > 0))
    return { shares: { yours: 1, measured: 0, benchmark: 0, assumed: 0 }, guessed: { value: 0, se: 0 } };
  for (const kind of Object.keys(shares) as Kind[]) shares[kind] /= total;
  const part = guessed / total;
  // Slopes' errors are 1 / √n each, so that squares summed to A err by 2 √(A / n).
  const se = 2 * Math.sqrt((part * (1 - part)) / (total * draws));
  return { shares, guessed: { value: part, se } };
}

/** Covariances of each figure with each source, those below three standard errors as 0: chance is no cause. */
function slopesOf(program: Program, sampling: SamplingPlan, scores: readonly Float64Array[]): number[][] {
  // Normals that what was learned stands in place of have nothing to do with any figure.
  const replaced = replacedSources(program);
  const drawn = program.sources.flatMap((_, index) => (replaced.has(index) ? [] : [index]));
  const fill = createNormalFiller(
    drawn.map((index) => program.sources[index]),
    sampling,
    kernelNormals() ?? undefined,
  );
  const block = new Float64Array(drawn.length * LANES);
  const sums = scores.map(() => program.sources.map(() => 0));
  const n = scores[0]?.length ?? 0;
  for (const next of blocksOf(sampling)) {
    if (next.start >= n) break;
    fill(next, block);
    const lanes = Math.min(next.lanes, n - next.start);
    scores.forEach((own, figure) => {
      drawn.forEach((source, k) => {
        sums[figure][source] += products(block, k * LANES, own, next.start, lanes);
      });
    });
  }
  return sums.map((own) => own.map((sum) => (Math.abs(sum / n) < 3 / Math.sqrt(n) ? 0 : sum / n)));
}

/** Sum of products of `count` numbers of each array. */
function products(left: Float64Array, from: number, right: Float64Array, start: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += left[from + k] * right[start + k];
  return sum;
}

function kindOf({ origin }: Quantity): Kind {
  const { kind } = origin as { readonly kind: string };
  if (kind === 'given') return 'yours';
  return kind === 'measured' || kind === 'benchmark' ? kind : 'assumed';
}

function isWide({ distribution }: Quantity, ratio: number): boolean {
  if (distribution.family === 'fixed') return false;
  return quantile(distribution, 0.95) > ratio * quantile(distribution, 0.05);
}
