import { ln, pow } from './elementary.js';
import { cubicHermite } from './monotone-cubic.js';
import { normalCdf } from './normal.js';
import { marchCoordinates, type ScoreCurve, solveCoordinate } from './score-curve.js';

/** Scores beyond ±8.3 have a probability below 1e-16: no draw falls there that a double could tell from none. */
const LAST_SCORE = 8.3;

/** A quantile function over the normal score on an even grid, with its slopes. */
export interface QuantileTable {
  readonly zMin: number;
  readonly step: number;
  /** Values at `zMin + i · step`. */
  readonly knots: Float64Array;
  /** Slopes there times `step`: the rise over a cell at that slope. */
  readonly slopes: Float64Array;
  /**
   * Largest error at the cells' midpoints, in standard deviations of the distribution: at most 1e-7 for families whose map
   * is smooth, about 1e-3 at the corners of `quantiles`, and up to half a jump of a mixture that has gaps or atoms.
   */
  readonly maxError: number;
}

/** A quantile function over the normal score, and its derivative. */
export interface ScoreMap {
  value(z: number): number;
  slope(z: number, value: number): number;
}

/** Values and slopes at every knot and midpoint of a grid: twice as many cells as the table. */
interface Samples {
  readonly zMin: number;
  /** Half a cell. */
  readonly step: number;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Error, in standard deviations, below which a table is as good as the function; and how many cells to try for it. */
const SMOOTH = { target: 1e-7, cells: 128, mostCells: 16384 };

/** Table of a smooth map; `kink` is a score at which its curvature jumps, which then falls on a knot. */
export function tabulate(map: ScoreMap, sd: number, kink: number | null = null): QuantileTable {
  return refine(sd, (cells) => sample(map, cells, kink));
}

/** Table of a map that is costly to evaluate or nowhere smoother than piecewise: the finest grid at once. */
export function tabulateFinely(map: ScoreMap, sd: number, cells: number): QuantileTable {
  return tableOf(sample(map, cells, null), sd);
}

/** Table of `offset + factor · value` of a curve. */
export function tabulateCurve(
  curve: ScoreCurve,
  sd: number,
  { offset, factor }: { offset: number; factor: number },
): QuantileTable {
  const tail = normalCdf(-LAST_SCORE);
  const lowest = solveCoordinate(curve, tail, 1 - tail);
  const highest = solveCoordinate(curve, 1 - tail, tail);
  return refine(sd, (cells) => {
    const step = LAST_SCORE / cells;
    const [values, slopes] = [new Float64Array(2 * cells + 1), new Float64Array(2 * cells + 1)];
    const [coordinates, rates] = [new Float64Array(cells + 1), new Float64Array(cells + 1)];
    // From either end inward; what the first leaves at the middle, the second overwrites.
    for (const [side, start] of [
      [-1, lowest],
      [1, highest],
    ] as const) {
      marchCoordinates(curve, { from: side * LAST_SCORE, step: -side * step, start }, coordinates, rates);
      for (let i = 0; i <= cells; i++) {
        const at = side < 0 ? i : 2 * cells - i;
        const t = coordinates[i];
        values[at] = offset + factor * curve.value(t);
        slopes[at] = factor * curve.valueSlope(t) * rates[i];
      }
    }
    return { zMin: -LAST_SCORE, step, values, slopes };
  });
}

function refine(sd: number, sampled: (cells: number) => Samples): QuantileTable {
  let cells = SMOOTH.cells;
  let table = tableOf(sampled(cells), sd);
  while (table.maxError > SMOOTH.target && cells < SMOOTH.mostCells) {
    // The error falls with the fourth power of the cell's width: go to where it should be small enough at once.
    const factor = pow(2, Math.ceil(ln(table.maxError / SMOOTH.target) / (4 * Math.LN2)));
    cells = Math.min(SMOOTH.mostCells, cells * factor);
    table = tableOf(sampled(cells), sd);
  }
  return table;
}

function sample(map: ScoreMap, cells: number, kink: number | null): Samples {
  const step = LAST_SCORE / cells;
  const aligned = kink !== null && Math.abs(kink) < LAST_SCORE;
  const zMin = aligned ? kink - Math.ceil((kink + LAST_SCORE) / (2 * step)) * 2 * step : -LAST_SCORE;
  const count = 2 * (cells + (aligned ? 1 : 0)) + 1;
  const [values, slopes] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const z = zMin + i * step;
    values[i] = map.value(z);
    slopes[i] = map.slope(z, values[i]);
  }
  return { zMin, step, values, slopes };
}

/** Every other sample becomes a knot; those between measure the error. */
function tableOf({ zMin, step, values, slopes }: Samples, sd: number): QuantileTable {
  const cells = (values.length - 1) / 2;
  const knots = new Float64Array(cells + 1);
  const rises = new Float64Array(cells + 1);
  for (let i = 0; i <= cells; i++) {
    knots[i] = values[2 * i];
    const before = i > 0 ? values[2 * i] - values[2 * i - 2] : Infinity;
    const after = i < cells ? values[2 * i + 2] - values[2 * i] : Infinity;
    // Three secants at most keep the cubic monotone (Fritsch-Carlson); only jumps and rounding come near.
    const rise = Math.min(2 * step * slopes[2 * i], 3 * before, 3 * after);
    rises[i] = Number.isNaN(rise) ? 0 : Math.max(0, rise);
  }
  // A value's own rounding is there however fine the grid.
  const rounding = (2 * Number.EPSILON * Math.max(Math.abs(knots[0]), Math.abs(knots[cells]))) / sd;
  let maxError = rounding;
  for (let i = 0; i < cells; i++) {
    const middle = cubicHermite(0.5, knots[i], knots[i + 1], rises[i], rises[i + 1]);
    maxError = Math.max(maxError, rounding + Math.abs(middle - values[2 * i + 1]) / sd);
  }
  return { zMin, step: 2 * step, knots, slopes: rises, maxError };
}
