import { createCache } from '../cache.js';
import { sortedQuantile } from '../numerics/quantiles.js';
import { betaCurveOf } from './beta.js';
import { exp } from './elementary.js';
import { gammaCurveOf } from './gamma.js';
import { cdf, density, mixture, quantile, standardDeviation, survival } from './index.js';
import { mixtureScoreMap } from './mixture.js';
import { cubicHermite } from './monotone-cubic.js';
import { normalCdf, normalDensity, normalScore } from './normal.js';
import { betaOfPert } from './pert.js';
import { type QuantileTable, type ScoreMap, tabulate, tabulateCurve, tabulateFinely } from './quantile-table.js';
import { quantilesAtScore, quantilesSlopeAtScore } from './quantiles.js';
import { SUPPORT_BOUNDS } from './support.js';
import type { Distribution, Support } from './types.js';

/** Every value is moved into [min, max], the quantity's bounds. */
interface Bounded {
  readonly min: number;
  readonly max: number;
}

/**
 * A distribution compiled to a map from standard normal to value: plain data that crosses to a worker.
 *
 * `linear`, `exponential` and `empirical` (R-7 between the sorted data) are exact; `table` is a monotone cubic Hermite
 * with the error that it states, at scores beyond the table the value at its end; `broken` is a table of a mixture that
 * has gaps or atoms, where a cubic over the jump would draw values that can't occur.
 */
export type NormalMap =
  | { readonly kind: 'constant'; readonly value: number }
  | ({ readonly kind: 'linear'; readonly mean: number; readonly sd: number } & Bounded)
  | ({ readonly kind: 'exponential'; readonly mu: number; readonly sigma: number } & Bounded)
  | ({ readonly kind: 'empirical'; readonly sorted: Float64Array } & Bounded)
  | ({ readonly kind: 'table' } & QuantileTable & Bounded)
  | ({
      readonly kind: 'broken';
      /** 1 for each cell of the table that a jump falls in: values there are looked up in the distribution itself. */
      readonly jumps: Uint8Array;
      readonly distribution: Distribution;
    } & QuantileTable &
      Bounded)
  /** Row `⌊N Φ(z)⌋` of N: what is drawn together with others takes the same row of each. */
  | { readonly kind: 'rows'; readonly values: Float64Array };

/** Cells of the table where the map has corners (`quantiles`) or takes root-finding (`mixture`). */
const CORNER_CELLS = 4096;
const MIXTURE_CELLS = 2048;

/** Compiles a distribution that `checkDistribution` found nothing wrong with. About a millisecond for beta and gamma. */
export function compileNormalMap(d: Distribution, support: Support): NormalMap {
  const [min, max] = SUPPORT_BOUNDS[support];
  const constant = (value: number): NormalMap => ({ kind: 'constant', value: Math.min(max, Math.max(min, value)) });
  if (d.family === 'fixed') return constant(d.value);
  if (d.family === 'normal') return { kind: 'linear', mean: d.mean, sd: d.sd, min, max };
  if (d.family === 'lognormal') return { kind: 'exponential', mu: d.mu, sigma: d.sigma, min, max };
  const sd = standardDeviation(d);
  if (!(sd > 0)) return constant(quantile(d, 0.5));
  if (d.family === 'empirical') return { kind: 'empirical', sorted: Float64Array.from(d.sorted), min, max };
  const table = knownTableOf(d, sd);
  if (mayJump(d) && table.maxError > JUMP) {
    return { kind: 'broken', jumps: jumpsOf(d, table, sd), distribution: d, ...table, min, max };
  }
  return { kind: 'table', ...table, min, max };
}

/** Variants of a plan share most of their inputs' distributions. A table is some tens of kilobytes at most. */
const tables = createCache<QuantileTable>(128);

/** Characters of what a table is cached under: no long list of data is held as a mere key. */
const LONGEST_KEY = 4096;

function knownTableOf(d: Tabulated, sd: number): QuantileTable {
  const key = JSON.stringify(d, everyNumber);
  return key.length > LONGEST_KEY ? tableOf(d, sd) : tables.get(key, () => tableOf(d, sd));
}

/** JSON has no infinities, which are bounds of what is cut on one side. */
function everyNumber(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** An error at a cell's middle, in standard deviations, that only a jump in the cell makes. */
const JUMP = 1e-3;

function jumpsOf(d: Distribution, { zMin, step, knots, slopes }: QuantileTable, sd: number): Uint8Array {
  return Uint8Array.from({ length: knots.length - 1 }, (_, cell) => {
    const middle = cubicHermite(0.5, knots[cell], knots[cell + 1], slopes[cell], slopes[cell + 1]);
    const z = zMin + (cell + 0.5) * step;
    return Math.abs(middle - quantile(d, normalCdf(z), normalCdf(-z))) > JUMP * sd ? 1 : 0;
  });
}

type Tabulated = Exclude<Distribution, { family: 'fixed' | 'normal' | 'lognormal' | 'empirical' }>;

function tableOf(d: Tabulated, sd: number): QuantileTable {
  switch (d.family) {
    case 'beta':
      return tabulateCurve(betaCurveOf(d), sd, { offset: 0, factor: 1 });
    case 'pert':
      return tabulateCurve(betaCurveOf(betaOfPert(d)), sd, { offset: d.min, factor: d.max - d.min });
    case 'gamma':
      return tabulateCurve(gammaCurveOf(d), sd, { offset: 0, factor: 1 });
    case 'triangular':
      return tabulate(scoreMap(d), sd, normalScore(cdf(d, d.mode), survival(d, d.mode)));
    case 'uniform':
    case 'truncnormal':
      return tabulate(scoreMap(d), sd);
    case 'truncated':
      return isSmooth(d.of) ? tabulate(scoreMap(d), sd) : tabulateFinely(scoreMap(d), sd, CORNER_CELLS);
    case 'quantiles':
      return tabulateFinely(
        { value: (z) => quantilesAtScore(d, z), slope: (z) => quantilesSlopeAtScore(d, z) },
        sd,
        CORNER_CELLS,
      );
    case 'mixture':
      return tabulateFinely(mixtureScoreMap(mixture, d, sd), sd, MIXTURE_CELLS);
  }
}

/** Whether a distribution's quantile function may have jumps. */
function mayJump(d: Distribution): boolean {
  return d.family === 'mixture' || (d.family === 'truncated' && mayJump(d.of));
}

/** Whether a distribution's quantile function is smooth. */
function isSmooth(d: Distribution): boolean {
  if (d.family === 'truncated') return isSmooth(d.of);
  return d.family !== 'quantiles' && d.family !== 'empirical' && d.family !== 'mixture' && d.family !== 'triangular';
}

function scoreMap(d: Distribution): ScoreMap {
  return {
    value: (z) => quantile(d, normalCdf(z), normalCdf(-z)),
    slope: (z, value) => normalDensity(z) / density(d, value),
  };
}

/**
 * Maps `lanes` standard normals from `z[zOffset]` on to values from `out[outOffset]` on. Allocates nothing; `z` and `out`
 * may be the same array at the same place.
 */
export function applyNormalMap(
  map: NormalMap,
  z: Float64Array,
  zOffset: number,
  out: Float64Array,
  outOffset: number,
  lanes: number,
): void {
  switch (map.kind) {
    case 'constant':
      out.fill(map.value, outOffset, outOffset + lanes);
      return;
    case 'linear': {
      const { mean, sd, min, max } = map;
      for (let i = 0; i < lanes; i++) {
        out[outOffset + i] = clamp(mean + sd * z[zOffset + i], min, max);
      }
      return;
    }
    case 'exponential': {
      const { mu, sigma, min, max } = map;
      for (let i = 0; i < lanes; i++) {
        out[outOffset + i] = clamp(exp(mu + sigma * z[zOffset + i]), min, max);
      }
      return;
    }
    case 'empirical': {
      const { sorted, min, max } = map;
      for (let i = 0; i < lanes; i++) {
        const score = z[zOffset + i];
        const tail = normalCdf(-Math.abs(score));
        const value = score < 0 ? sortedQuantile(sorted, tail, 1 - tail) : sortedQuantile(sorted, 1 - tail, tail);
        out[outOffset + i] = clamp(value, min, max);
      }
      return;
    }
    case 'rows': {
      const { values } = map;
      for (let i = 0; i < lanes; i++) {
        const row = Math.floor(values.length * normalCdf(z[zOffset + i]));
        out[outOffset + i] = values[Math.min(row, values.length - 1)];
      }
      return;
    }
    case 'broken':
    case 'table': {
      const { zMin, step, knots, slopes, min, max } = map;
      const broken = map.kind === 'broken' ? map : null;
      const cells = knots.length - 1;
      const perCell = 1 / step;
      for (let i = 0; i < lanes; i++) {
        const position = clamp((z[zOffset + i] - zMin) * perCell, 0, cells);
        const cell = Math.min(position | 0, cells - 1);
        if (broken !== null && broken.jumps[cell] === 1) {
          const score = z[zOffset + i];
          out[outOffset + i] = clamp(quantile(broken.distribution, normalCdf(score), normalCdf(-score)), min, max);
          continue;
        }
        const t = position - cell;
        const a = knots[cell];
        const rise = knots[cell + 1] - a;
        const da = slopes[cell];
        const db = slopes[cell + 1];
        out[outOffset + i] = clamp(a + t * (da + t * (3 * rise - 2 * da - db + t * (da + db - 2 * rise))), min, max);
      }
      return;
    }
  }
}

function clamp(x: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, x));
}
