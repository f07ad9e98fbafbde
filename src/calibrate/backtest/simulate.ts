import { surprises } from '../fit/dependence.js';
import { betaAtScores } from '../fit/gamma-scores.js';
import type { GroupFit } from '../fit/group.js';
import { spendEffects } from '../fit/price-data.js';
import { type Random, randomStream } from '../fit/random.js';
import { dailySize, faded, newCampaignState, type RateFit } from '../fit/rate.js';

/** What is forecast of a day. */
export const OUTCOMES = ['impressions', 'clicks', 'conversions'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A campaign's spend after the last day seen: `known` is its place in the fit, −1 for a new one. */
export interface PlannedSpend {
  readonly known: number;
  readonly day: Int32Array;
  readonly spend: Float64Array;
}

/** Possible outcomes of each day with spend, a platform's campaigns together. */
export interface DayForecasts {
  readonly day: readonly number[];
  readonly spend: readonly number[];
  /** By outcome and day, one value a draw; `null` where there is no fit. */
  readonly draws: Readonly<Record<Outcome, readonly Float64Array[] | null>>;
}

/**
 * Draws futures of a platform given what will be spent: parameters from the posterior, campaigns' levels from theirs (new
 * campaigns from the platform's), the drift of prices day by day, the clicks and conversions of each day by their
 * beta-binomials, surprises correlated as they were.
 */
export function simulateDays(
  fit: GroupFit,
  plan: readonly PlannedSpend[],
  options: { readonly seed: string; readonly name: string; readonly draws: number },
): DayForecasts {
  const days = [...new Set(plan.flatMap(({ day, spend }) => Array.from(day).filter((_, i) => spend[i]! > 0)))].sort(
    (a, b) => a - b,
  );
  const place = new Map(days.map((day, index) => [day, index]));
  const blank = () => days.map(() => new Float64Array(options.draws));
  const { ctr, cvr } = fit.rates;
  const draws = {
    impressions: blank(),
    clicks: ctr === null ? null : blank(),
    conversions: ctr === null || cvr === null ? null : blank(),
  };
  const totals = new Float64Array(days.length);
  const random = randomStream(options.seed, `forecast ${options.name}`);
  const shared = new Float64Array(days.length * options.draws);
  if (fit.dependence.sharedPrice > 0) for (let i = 0; i < shared.length; i++) shared[i] = random.normal();
  const last = Math.max(...fit.price.series.map(({ day }) => day.at(-1) ?? Number.NEGATIVE_INFINITY));
  const correlated = surprises(fit.dependence);
  for (const campaign of plan) {
    const rows = campaignRows(fit, campaign);
    for (const { day, spend } of rows) totals[place.get(day)!]! += spend;
    for (let draw = 0; draw < options.draws; draw++) {
      const path = pricePath(
        fit,
        campaign.known,
        rows,
        draw,
        random,
        (row) => shared[place.get(rows[row]!.day)! * options.draws + draw]!,
      );
      const click = ctr === null ? null : ratePath(ctr, campaign.known, draw, random, last);
      const conversion = cvr === null ? null : ratePath(cvr, campaign.known, draw, random, last);
      for (let row = 0; row < rows.length; row++) {
        const at = place.get(rows[row]!.day)!;
        const impressions = path.impressions[row]!;
        draws.impressions[at]![draw]! += impressions;
        if (click === null || draws.clicks === null) continue;
        const z = correlated(path.surprise[row]!, random.normal(), random.normal());
        const clicks = binomial(impressions, click(rows[row]!.day, z.click), random);
        draws.clicks[at]![draw]! += clicks;
        if (conversion === null || draws.conversions === null) continue;
        draws.conversions[at]![draw]! += binomial(clicks, conversion(rows[row]!.day, z.conversion), random);
      }
    }
  }
  return { day: days, spend: Array.from(totals), draws };
}

interface SpendRow {
  readonly day: number;
  readonly spend: number;
  readonly pace: number;
  readonly level: number;
}

/** Planned rows with the regressors of their price: measured over past and plan together. */
function campaignRows(fit: GroupFit, { known, day, spend }: PlannedSpend): SpendRow[] {
  const past = known < 0 ? new Float64Array(0) : fit.campaigns[known]!.spend;
  const both = new Float64Array(past.length + spend.length);
  both.set(past);
  both.set(spend, past.length);
  const effects = spendEffects(both, fit.price.series[0]?.centre);
  return Array.from(day, (d, i) => ({
    day: d,
    spend: spend[i]!,
    pace: effects.pace[past.length + i]!,
    level: effects.level[past.length + i]!,
  })).filter((row) => row.spend > 0);
}

function pricePath(
  fit: GroupFit,
  known: number,
  rows: readonly SpendRow[],
  draw: number,
  random: Random,
  sharedAt: (row: number) => number,
) {
  const { price, dependence, season } = fit;
  const drawn = price.draws[draw % price.draws.length]!;
  const { between, paceBetween, drift, persistence, noise } = drawn.components;
  const days = known < 0 ? undefined : price.series[known]!.day;
  const isNew = days === undefined || days.length === 0;
  const state = isNew
    ? [between * random.normal(), paceBetween * random.normal(), drift * random.normal()]
    : drawn.states[known]!;
  let s = state[2]!;
  let before = isNew ? (rows[0]?.day ?? 0) : days.at(-1)!;
  const impressions = new Float64Array(rows.length);
  const surprise = new Float64Array(rows.length);
  const [own, common] = [Math.sqrt(1 - dependence.sharedPrice), Math.sqrt(dependence.sharedPrice)];
  for (let row = 0; row < rows.length; row++) {
    const { day, spend, pace, level } = rows[row]!;
    const decay = persistence ** (day - before);
    before = day;
    const step = drift * Math.sqrt(1 - decay * decay);
    // One surprise, in the proportion of its parts: the slow part and what is new today.
    const sd = Math.hypot(step, noise);
    const z = common * sharedAt(row) + own * random.normal();
    const apart = random.normal();
    const slow = (step * z + noise * apart) / sd;
    const quick = (noise * z - step * apart) / sd;
    s = decay * s + step * slow;
    const log =
      drawn.effects[0]! +
      state[0]! +
      (drawn.effects[1]! + state[1]!) * pace +
      drawn.effects[2]! * level +
      s +
      noise * quick +
      season.logFactor(day);
    impressions[row] = Math.round((1000 * spend) / Math.exp(log));
    surprise[row] = z;
  }
  return { impressions, surprise };
}

/** A campaign's rate on a day, given the day's normal score: its own level moves along one path through the days. */
function ratePath(fit: RateFit, known: number, draw: number, random: Random, last: number) {
  const { parameters, states } = fit.draws[draw % fit.draws.length]!;
  const state = known < 0 ? undefined : states[known];
  const start = state === undefined || Number.isNaN(state.day) ? newCampaignState(parameters, last) : state;
  const [z, other] = [random.normal(), random.normal()];
  return (day: number, score: number): number => {
    const { alpha, beta } = faded(start, Math.max(0, day - start.day), parameters);
    const level = betaAtScores(alpha, beta, z, other);
    const size = dailySize(level, parameters);
    return betaAtScores(level * size + 1e-9, (1 - level) * size + 1e-9, score, random.normal());
  };
}

/** A binomial draw: by inversion where it is small, else the normal next to it, whole and within bounds. */
function binomial(n: number, p: number, random: Random): number {
  const mean = n * p;
  if (!(mean > 0)) return 0;
  if (mean > 25 || n - mean < 25) {
    const drawn = Math.round(mean + Math.sqrt(mean * (1 - p)) * random.normal());
    return Math.min(Math.max(drawn, 0), n);
  }
  let u = random.uniform();
  const odds = p / (1 - p);
  let probability = Math.exp(n * Math.log1p(-p));
  let k = 0;
  while (u > probability && k < n) {
    u -= probability;
    k++;
    probability *= ((n - k + 1) / k) * odds;
    if (probability < 1e-300 && k > mean) break;
  }
  return k;
}
