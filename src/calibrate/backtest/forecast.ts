import { asOf } from '../fit/as-of.js';
import { type CampaignSeries, upTo } from '../fit/daily.js';
import { fitGroup, type GroupFit, type RateName } from '../fit/group.js';
import { randomStream } from '../fit/random.js';
import { bandScale, spreadDraws } from './recalibrate.js';
import type { BacktestOptions } from './rolling.js';
import { normalScoreOf, pit } from './scores.js';
import { type DayForecasts, OUTCOMES, type Outcome, type PlannedSpend, simulateDays } from './simulate.js';
import { dailyTotals } from './totals.js';

const RATES: readonly RateName[] = ['ctr', 'cvr'];
/** Past stretches, each a horizon long, that the bands' width is checked on before they are used. */
const STRETCHES = 3;
const CHECK_DRAWS = 200;
/** A stretch needs this many days with spend before it. */
const LEAST_DAYS = 14;

/**
 * A platform's forecast from what was known on a day, given the spend to come; `null` before it has a priced row.
 *
 * The bands' width is checked on the past first: the last stretches before the origin are forecast as if from their
 * beginning, and the bands spread by the scale found (`bandScale`). Days whose spend goes mostly to campaigns with a history
 * have a scale of their own, and so have days of new ones: what the ones will do can't be learnt from the others.
 */
export function forecastPlatform(
  own: readonly CampaignSeries[],
  platform: string,
  origin: number,
  options: BacktestOptions,
): DayForecasts | null {
  const past = own.map((one) => upTo(one, origin));
  const seen = past.filter((one) => one !== null);
  if (!seen.some(({ spend, impressions }) => spend.some((s, row) => s > 0 && impressions[row]! > 0))) return null;
  let known = 0;
  const plan = own.map((one, index) =>
    plannedSpend(one, past[index] === null ? -1 : known++, origin, origin + options.horizon),
  );
  const name = `${platform} ${origin}`;
  const fit = fitGroup(
    seen,
    { platform, stage: 'awareness' },
    { seed: options.seed, draws: Math.min(options.draws, 400), currency: options.currency, rates: RATES, name },
  );
  const forecast = simulateDays(fit, plan, { seed: options.seed, name, draws: options.draws });
  const scales = pastScales(fit, seen, origin, options);
  const familiar = familiarShares(forecast, plan);
  const draws = Object.fromEntries(
    OUTCOMES.map((outcome) => [
      outcome,
      forecast.draws[outcome]?.map((some, i) => {
        const { familiar: old, fresh } = scales[outcome];
        return unsorted(some, old ** familiar[i]! * fresh ** (1 - familiar[i]!));
      }) ?? null,
    ]),
  ) as DayForecasts['draws'];
  return { ...forecast, draws };
}

/** Spreads draws without changing their order, which ties a day's outcomes and platforms together. */
function unsorted(draws: Float64Array, scale: number): Float64Array {
  const order = Float64Array.from(draws.keys()).sort((a, b) => draws[a]! - draws[b]!);
  const spread = spreadDraws(
    order.map((i) => draws[i]!),
    scale,
  );
  const out = new Float64Array(draws.length);
  order.forEach((i, rank) => {
    out[i] = spread[rank]!;
  });
  return out;
}

function plannedSpend(one: CampaignSeries, known: number, after: number, until: number): PlannedSpend {
  const rows = Array.from(one.day.keys()).filter(
    (row) => one.day[row]! > after && one.day[row]! <= until && one.spend[row]! > 0,
  );
  return {
    known,
    day: Int32Array.from(rows, (row) => one.day[row]!),
    spend: Float64Array.from(rows, (row) => one.spend[row]!),
  };
}

/** By day of a forecast: the share of its spend that goes to campaigns with a history. */
function familiarShares(forecast: DayForecasts, plan: readonly PlannedSpend[]): number[] {
  return forecast.day.map((day, i) => {
    let sum = 0;
    for (const one of plan) {
      if (one.known < 0) continue;
      const row = one.day.indexOf(day);
      if (row >= 0) sum += one.spend[row]!;
    }
    return sum / forecast.spend[i]!;
  });
}

/** Scales of the bands of days whose spend goes to campaigns with a history, and to new ones. */
interface Scales {
  readonly familiar: number;
  readonly fresh: number;
}

function pastScales(
  fit: GroupFit,
  seen: readonly CampaignSeries[],
  origin: number,
  { horizon, seed }: BacktestOptions,
): Readonly<Record<Outcome, Scales>> {
  const scores = { impressions: emptyScores(), clicks: emptyScores(), conversions: emptyScores() };
  for (let stretch = 1; stretch <= STRETCHES; stretch++) {
    const start = origin - stretch * horizon;
    if (new Set(seen.flatMap(({ day }) => Array.from(day).filter((d) => d <= start))).size < LEAST_DAYS) break;
    const name = `${fit.platform} ${origin} check ${stretch}`;
    const then = asOf(fit, start, { seed, name, draws: CHECK_DRAWS });
    const plan = seen.map((one, i) =>
      plannedSpend(one, then.campaigns[i]!.day.length === 0 ? -1 : i, start, start + horizon),
    );
    const forecast = simulateDays(then, plan, { seed, name, draws: CHECK_DRAWS });
    const shares = familiarShares(forecast, plan);
    const random = randomStream(seed, `ties ${name}`);
    for (const outcome of OUTCOMES) {
      const drawn = forecast.draws[outcome];
      if (drawn === null) continue;
      const actual = new Map(dailyTotals(seen, outcome).map(({ day, value }) => [day, value]));
      forecast.day.forEach((day, i) => {
        const came = actual.get(day);
        if (came === undefined) return;
        const sorted = drawn[i]!.slice().sort();
        const score = normalScoreOf(sorted, came, pit(sorted, came, random.uniform()));
        scores[outcome][shares[i]! >= 0.5 ? 'familiar' : 'fresh'].push(score);
      });
    }
  }
  const scales = ({ familiar, fresh }: ReturnType<typeof emptyScores>): Scales => ({
    familiar: bandScale(familiar),
    fresh: bandScale(fresh),
  });
  return {
    impressions: scales(scores.impressions),
    clicks: scales(scores.clicks),
    conversions: scales(scores.conversions),
  };
}

function emptyScores(): { readonly familiar: number[]; readonly fresh: number[] } {
  return { familiar: [], fresh: [] };
}
