import type { Scored } from './rolling.js';
import { BANDS } from './scores.js';
import type { ScoreRow } from './table.js';

/** Whether bands hold, in a word. `unknown`: nothing is proved yet, neither that they do nor that they don't. */
export type Trust = 'right' | 'too narrow' | 'too wide' | 'unknown';

/** What a backtest says of one series and outcome. */
export interface Verdict {
  readonly series: string;
  readonly outcome: Scored['outcome'];
  readonly trust: Trust;
  /** Share of days within the 80 % band, and its standard error over origins. */
  readonly coverage: number;
  readonly error: number;
  /** Factor on the bands' width (log scale) that would have made them right. */
  readonly scale: number;
  /** The best baseline, and the forecast's CRPS over its: below 1 the forecast is better. */
  readonly baseline: string;
  readonly ratio: number;
  /** The same in sentences. */
  readonly words: string;
}

/** The band that trust is judged by. */
const BAND = BANDS.indexOf(0.8);
const WANTED = 0.8;
/** Bands this near to what they promise are right, whatever the standard error. */
const TOLERANCE = 0.04;
/** What the lower end of the interval for coverage must be above, and the mean within, for bands to hold so far. */
const LEAST_COVERAGE = 0.6;
const MOST_BIAS = 0.15;
const LEAST_DAYS = 20;
const LEAST_ORIGINS = 3;

/**
 * Judges each series' bands. Days of one origin share that origin's luck, so the standard error of coverage is that
 * between origins; a departure within its 95 % interval (Student's t), or within `TOLERANCE`, is no finding. Bands hold so
 * far where that interval is above 60 % besides and the mean is within 15 %.
 */
export function verdicts(scored: readonly Scored[], table: readonly ScoreRow[]): Verdict[] {
  return table
    .filter(({ forecaster }) => forecaster === 'huni')
    .map((row) => {
      const own = scored.filter(
        (one) => one.forecaster === 'huni' && one.series === row.series && one.outcome === row.outcome,
      );
      const rivals = table.filter(
        (other) => other.series === row.series && other.outcome === row.outcome && !other.forecaster.startsWith('huni'),
      );
      const best = rivals.reduce((least, one) => (one.crps < least.crps ? one : least));
      const coverage = row.coverage[BAND]!;
      const error = clusteredError(own);
      const scale = Math.sqrt(own.reduce((sum, { score }) => sum + score.z ** 2, 0) / Math.max(1, own.length));
      const few = row.days < LEAST_DAYS || row.origins < LEAST_ORIGINS;
      const gap = coverage - WANTED;
      const half = studentQuantile(row.origins - 1) * error;
      // Not to have been refuted is no proof: the interval must leave out bands that are worth nothing, and a mean far off.
      const proved = coverage - half > LEAST_COVERAGE && Math.abs(row.bias) <= MOST_BIAS;
      const trust: Trust = few
        ? 'unknown'
        : Math.abs(gap) <= Math.max(TOLERANCE, half)
          ? proved
            ? 'right'
            : 'unknown'
          : gap < 0
            ? 'too narrow'
            : 'too wide';
      const found = {
        series: row.series,
        outcome: row.outcome,
        trust,
        coverage,
        error,
        scale,
        baseline: best.forecaster,
        ratio: best.crps > 0 ? row.crps / best.crps : Number.NaN,
      };
      return { ...found, words: words(found, row) };
    });
}

/** 0.975 quantile of Student's t, by its expansion about the normal's (Abramowitz and Stegun, 26.7.5). */
function studentQuantile(freedom: number): number {
  const z = 1.959963984540054;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / freedom + second / freedom ** 2;
}

/** Standard error of the coverage, from origins as the independent pieces. */
function clusteredError(own: readonly Scored[]): number {
  const origins = new Map<number, [number, number]>();
  for (const { origin, score } of own) {
    const sum = origins.get(origin) ?? [0, 0];
    sum[0] += score.covered[BAND] === true ? 1 : 0;
    sum[1]++;
    origins.set(origin, sum);
  }
  const n = origins.size;
  const days = own.length;
  if (n < 2) return 1;
  const share = own.reduce((sum, { score }) => sum + (score.covered[BAND] === true ? 1 : 0), 0) / days;
  let squares = 0;
  for (const [hits, of] of origins.values()) squares += (hits - share * of) ** 2;
  return Math.sqrt((squares * n) / (n - 1)) / days;
}

function words(found: Omit<Verdict, 'words'>, { days, origins, bias }: ScoreRow): string {
  const percent = (x: number) => `${Math.round(100 * x)} %`;
  const off = Number.isFinite(bias) ? `, the mean is off by ${percent(bias)}` : '';
  const held = `the 80 % band held ${percent(found.coverage)} (± ${percent(2 * found.error)}) of ${days} days from ${origins} origins${off}`;
  const name = `${found.series}, ${found.outcome}`;
  const against = Number.isNaN(found.ratio)
    ? ''
    : found.ratio < 1
      ? ` Its CRPS is ${percent(1 - found.ratio)} below the best baseline's (${found.baseline}).`
      : ` The ${found.baseline} baseline does better: its CRPS is ${percent(1 - 1 / found.ratio)} lower.`;
  switch (found.trust) {
    case 'right':
      return `${name}: the bands hold so far: ${held}.${against}`;
    case 'too narrow':
      return `${name}: the bands are too narrow: ${held}; widen them by ${percent(Math.max(0, found.scale - 1))}.${against}`;
    case 'too wide':
      return `${name}: the bands are too wide: ${held}; they could be narrower by ${percent(Math.max(0, 1 - found.scale))}.${against}`;
    case 'unknown':
      return `${name}: can't tell yet: ${held}.${against}`;
  }
}
