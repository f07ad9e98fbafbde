import { normalQuantile } from '../../distributions/normal.js';
import { sortedQuantile } from '../../numerics/sorted-quantile.js';
import { BANDS } from './scores.js';

/** By band of `BANDS`: the factor on its ends' distance from the median, on the log scale. */
export type BandWidths = readonly number[];

/** Days' worth of belief that bands are right before any day has come. */
const BELIEF_DAYS = 7;
/** Fewer days may show that bands are too narrow, but not that they are too wide: one calm stretch is luck. */
const LEAST_TO_NARROW = 14;
/** Normal scores of the bands' ends. */
const ENDS = BANDS.map((band) => normalQuantile((1 + band) / 2));

/**
 * By how much each band should be widened (above 1) or drawn in so that it would have held its share of the days that
 * came: the quantile of their distance from the median, in normal scores (`normalScoreOf`), over the normal's. A quantile of
 * what came, as in conformal prediction, and no mean square: a few wild days must not widen every band.
 *
 * @param scores of days that came, as normal scores of their forecasts; with none of them all factors are 1
 */
export function bandWidths(scores: readonly number[]): BandWidths {
  const trust = scores.length / (scores.length + BELIEF_DAYS);
  const away = Float64Array.from(scores, Math.abs).sort();
  const least = scores.length < LEAST_TO_NARROW ? 1 : 0;
  return BANDS.map((band, i) =>
    scores.length === 0 ? 1 : Math.max(least, (sortedQuantile(away, band) / ENDS[i]!) ** trust),
  );
}

/**
 * Moves draws from or to their median by the factors, on the log scale with half a count added, so that amounts stay amounts:
 * each side's band ends go where their factors put them, draws between them in proportion, and draws beyond the last band along
 * with its end. The draws stay in their order, which ties a day's outcomes and platforms together.
 */
export function widened(draws: Float64Array, widths: BandWidths): Float64Array {
  if (widths.every((width) => width === 1)) return draws;
  const logs = draws.map((x) => Math.log(x + 0.5));
  const sorted = logs.slice().sort();
  const median = sortedQuantile(sorted, 0.5);
  const side = (sign: 1 | -1) => {
    const from = BANDS.map((band) => Math.abs(sortedQuantile(sorted, (1 + sign * band) / 2) - median));
    // An inner band's end is never moved past an outer one's.
    const to: number[] = [];
    from.forEach((distance, i) => {
      to.push(Math.max(to.at(-1) ?? 0, distance * widths[i]!));
    });
    return { from, to };
  };
  const [above, below] = [side(1), side(-1)];
  return logs.map((log) => {
    const distance = log - median;
    const moved = distance < 0 ? -movedBy(-distance, below) : movedBy(distance, above);
    return Math.max(0, Math.exp(median + moved) - 0.5);
  });
}

/** The piecewise linear map that takes 0 to 0 and each of `from` to its `to`; beyond the last it only shifts. */
function movedBy(distance: number, { from, to }: { readonly from: readonly number[]; readonly to: readonly number[] }) {
  let [x, y] = [0, 0];
  for (let i = 0; i < from.length; i++) {
    if (distance <= from[i]! && from[i]! > x) return y + ((distance - x) / (from[i]! - x)) * (to[i]! - y);
    [x, y] = [from[i]!, to[i]!];
  }
  return distance - x + y;
}
