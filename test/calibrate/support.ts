import type { Campaign, DailyRows } from '../../src/calibrate/fit/daily.js';
import { betaAtScores } from '../../src/calibrate/fit/gamma-scores.js';
import { spendEffects } from '../../src/calibrate/fit/price-data.js';
import type { PriceComponents } from '../../src/calibrate/fit/price-filter.js';
import { type Random, randomStream } from '../../src/calibrate/fit/random.js';
import type { RateParameters } from '../../src/calibrate/fit/rate.js';

export interface Row {
  readonly platform?: string;
  readonly campaign?: string;
  readonly stage?: Campaign['stage'];
  readonly day: number;
  readonly spend: number;
  readonly impressions?: number;
  readonly clicks?: number;
  readonly conversions?: number;
  readonly views?: number;
  readonly reach?: number;
  readonly revenue?: number;
}

/** Rows in columns; a figure that is left out is missing. */
export function dailyRows(rows: readonly Row[]): DailyRows {
  const keys = rows.map(({ platform = 'facebook', campaign = 'one' }) => `${platform}\n${campaign}`);
  const names = [...new Set(keys)];
  const column = (of: (row: Row) => number | undefined) => Float64Array.from(rows, (row) => of(row) ?? Number.NaN);
  return {
    campaigns: names.map((key) => {
      const row = rows[keys.indexOf(key)]!;
      return { name: row.campaign ?? 'one', platform: row.platform ?? 'facebook', stage: row.stage ?? 'awareness' };
    }),
    campaign: Int32Array.from(keys, (key) => names.indexOf(key)),
    day: Int32Array.from(rows, ({ day }) => day),
    spend: column(({ spend }) => spend),
    impressions: column(({ impressions }) => impressions),
    clicks: column(({ clicks }) => clicks),
    conversions: column(({ conversions }) => conversions),
    views: column(({ views }) => views),
    reach: column(({ reach }) => reach),
    revenue: column(({ revenue }) => revenue),
  };
}

export interface World {
  readonly platform: string;
  readonly campaigns: number;
  readonly days: number;
  readonly firstDay: number;
  /** Fixed effects of log price: mean, answer to pace, answer to scale. */
  readonly effects: readonly [number, number, number];
  readonly price: PriceComponents;
  readonly ctr: RateParameters;
  readonly cvr: RateParameters | null;
}

export const WORLD: World = {
  platform: 'facebook',
  campaigns: 6,
  days: 180,
  firstDay: 18_000,
  effects: [1.5, 0.2, 0.05],
  price: { between: 0.4, paceBetween: 0.1, drift: 0.25, persistence: 0.85, noise: 0.3 },
  ctr: { mean: 0.012, between: 4 / 0.012, daily: 12, halfLife: 1e9 },
  cvr: { mean: 0.03, between: 3 / 0.03, daily: 20, halfLife: 1e9 },
};

/** A binomial draw from the gaps between successes; by the normal next to it where there are many. */
export function successes(n: number, p: number, random: Random): number {
  if (n * p > 60) {
    return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * random.normal())));
  }
  if (p < 1e-12) return 0;
  let hits = 0;
  // Gaps between successes are geometric.
  for (let at = Math.ceil(Math.log(random.uniform()) / Math.log1p(-p)); at <= n; ) {
    hits++;
    at += Math.ceil(Math.log(random.uniform()) / Math.log1p(-p));
  }
  return hits;
}

function rateOfDay(level: number, daily: number, random: Random): number {
  const size = daily / Math.min(level, 1 - level);
  return betaAtScores(level * size, (1 - level) * size, random.normal(), random.normal());
}

/** Daily rows of a world whose parameters are known: the model of `fit/` written down once more, forward. */
export function simulateWorld(world: World, seed: string): Row[] {
  const random = randomStream(seed, 'world');
  const { price, ctr, cvr, effects } = world;
  const rows: Row[] = [];
  for (let c = 0; c < world.campaigns; c++) {
    const level = price.between * random.normal();
    const pace = effects[1] + price.paceBetween * random.normal();
    const click = betaAtScores(ctr.mean * ctr.between, (1 - ctr.mean) * ctr.between, random.normal(), random.normal());
    const convert =
      cvr === null
        ? 0
        : betaAtScores(cvr.mean * cvr.between, (1 - cvr.mean) * cvr.between, random.normal(), random.normal());
    const usual = Math.log(60) + 0.8 * random.normal();
    const spend = Float64Array.from({ length: world.days }, () => Math.exp(usual + 0.4 * random.normal()));
    const parts = spendEffects(spend);
    let drift = price.drift * random.normal();
    for (let t = 0; t < world.days; t++) {
      if (t > 0) {
        drift = price.persistence * drift + price.drift * Math.sqrt(1 - price.persistence ** 2) * random.normal();
      }
      const y =
        effects[0] +
        level +
        pace * parts.pace[t]! +
        effects[2] * parts.level[t]! +
        drift +
        price.noise * random.normal();
      const impressions = Math.max(1, Math.round((1000 * spend[t]!) / Math.exp(y)));
      const clicks = successes(impressions, rateOfDay(click, ctr.daily, random), random);
      rows.push({
        platform: world.platform,
        campaign: `campaign ${c + 1}`,
        day: world.firstDay + t,
        spend: spend[t]!,
        impressions,
        clicks,
        ...(cvr === null ? {} : { conversions: successes(clicks, rateOfDay(convert, cvr.daily, random), random) }),
      });
    }
  }
  return rows;
}

/** χ² of a rank histogram against the uniform one. @param ranks in [0, 1] */
export function chiSquare(ranks: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const rank of ranks) counts[Math.min(bins - 1, Math.floor(rank * bins))]!++;
  const expected = ranks.length / bins;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}
