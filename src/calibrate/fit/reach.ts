import { linearRegression } from 'simple-statistics';
import type { Distribution } from '../../distributions/types.js';
import type { CampaignSeries, Exposure } from './daily.js';

/** Audience and fatigue as reach and click rate tell them. */
export interface ReachFit {
  readonly audience: { readonly distribution: Distribution; readonly rows: number } | null;
  readonly fatigue: { readonly distribution: Distribution; readonly rows: number } | null;
}

/** Below this frequency reach is impressions, and says nothing on who else is there. */
const LEAST_FREQUENCY = 1.02;
/** A row's audience is no better known than this, whatever its neighbours say: exposure isn't quite Poisson. */
const LEAST_SIGMA = 0.2;
/** Belief on κ before data: the model's defaults, this wide. */
const FATIGUE_SD = 0.04;
const MOST_FATIGUE = 0.5;

/**
 * People that a row could reach, from `reach = A (1 − exp(−impressions / A))` (section 3 of the model): bisection on A; `null`
 * where the frequency is too near 1, or reach is above impressions.
 */
export function audienceOf(reach: number, impressions: number): number | null {
  if (!(reach > 0) || !(impressions / reach >= LEAST_FREQUENCY)) return null;
  let [low, high] = [Math.log(reach), Math.log(reach) + Math.log(100)];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    const audience = Math.exp(middle);
    if (-audience * Math.expm1(-impressions / audience) < reach) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/**
 * Audience: lognormal over the rows' audiences, of windows of several days where there are any, since a day reaches but a
 * part of those who can be; never below the most people that one row reached. Fatigue κ: from the slope of ln click rate
 * on a row's frequency, which is −κ/2 for small κ (section 3: effective impressions over impressions); weighed against the
 * default by its standard error.
 */
export function fitReach(
  campaigns: readonly CampaignSeries[],
  fatigueDefault: number,
  exposures: readonly Exposure[] = [],
): ReachFit {
  const points: [number, number][] = [];
  const days: Exposed[][] = campaigns.map(({ reach, impressions, clicks }) =>
    Array.from(reach, (people, row) => ({ reach: people, impressions: impressions[row], clicks: clicks[row] })),
  );
  const windows = [...new Set(exposures.map(({ campaign }) => campaign))].map((one) =>
    exposures.filter(({ campaign }) => campaign === one),
  );
  const rows = windows.length > 0 ? windows : days;
  for (const own of rows) {
    const seen = own.flatMap(({ reach, impressions, clicks }): [number, number][] =>
      reach > 0 && clicks > 0 && impressions >= reach ? [[impressions / reach, Math.log(clicks / impressions)]] : [],
    );
    const [x, y] = [0, 1].map((k) => seen.reduce((sum, point) => sum + point[k as 0 | 1], 0) / seen.length) as [
      number,
      number,
    ];
    for (const point of seen) points.push([point[0] - x, point[1] - y]);
  }
  const all = rows.flat();
  const audiences = all.flatMap(({ reach, impressions }) => {
    const audience = audienceOf(reach, impressions);
    return audience === null ? [] : [Math.log(audience)];
  });
  const most = [...days.flat(), ...exposures].reduce((max, { reach }) => (reach > max ? reach : max), 0);
  return {
    audience: audienceFit(audiences, most),
    fatigue: fatigueFit(points, rows.length, fatigueDefault),
  };
}

type Exposed = Pick<Exposure, 'reach' | 'impressions' | 'clicks'>;

function audienceFit(logs: readonly number[], most: number): ReachFit['audience'] {
  if (logs.length === 0) return null;
  const mu = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const variance = logs.reduce((sum, x) => sum + (x - mu) ** 2, 0) / logs.length;
  // One row says little: its own error in full, less with more.
  const sigma = Math.hypot(Math.sqrt(variance), LEAST_SIGMA, 0.5 / Math.sqrt(logs.length));
  return { distribution: { family: 'lognormal', mu: Math.max(mu, Math.log(most)), sigma }, rows: logs.length };
}

function fatigueFit(points: [number, number][], campaigns: number, fallback: number): ReachFit['fatigue'] {
  const spread = points.reduce((sum, [x]) => sum + x * x, 0);
  if (points.length - campaigns < 10 || !(spread > 0)) return null;
  const { m } = linearRegression(points);
  const residual = points.reduce((sum, [x, y]) => sum + (y - m * x) ** 2, 0) / (points.length - campaigns - 1);
  const measured = -2 * m;
  const error = 2 * Math.sqrt(residual / spread);
  const weight = 1 / (error * error);
  const before = 1 / FATIGUE_SD ** 2;
  const mean = (weight * measured + before * fallback) / (weight + before);
  return {
    distribution: {
      family: 'truncnormal',
      mean: Math.min(Math.max(mean, 0), MOST_FATIGUE),
      sd: 1 / Math.sqrt(weight + before),
      min: 0,
      max: MOST_FATIGUE,
    },
    rows: points.length,
  };
}
