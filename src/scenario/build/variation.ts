import { elementAt } from '../../required.js';
import * as messages from '../messages.js';
import {
  type Brand,
  type Community,
  type CorrelatedPair,
  type Creative,
  type Economics,
  type FactorShares,
  isFunnelLine,
  LINE_METRICS,
  type Line,
  type LineMetric,
  type Metric,
  type NamedAudience,
  NOISY_RATES,
  type NoisyRate,
  type Platform,
  type PriceNoise,
  type Quantity,
  type Scenario,
  type Source,
  type Stocks,
} from '../types.js';
import { type Build, report } from './context.js';
import { FACTOR_SHARES, NOISE, QUIET } from './defaults.js';
import { platformNames } from './platforms.js';

/** `season`: one factor a period; empty or left out, 1. */
export function buildSeason(build: Build, periods: number): Scenario['season'] {
  const factors = (metric: 'cpm' | 'cvr'): readonly number[] => {
    const given = build.input.season?.[metric] ?? [];
    if (given.length !== 0 && given.length !== periods) {
      report(build, ['season', metric], messages.wrongCount(given.length, periods));
    }
    const seasonal = given.length === periods ? given : new Array<number>(periods).fill(1);
    return byWeekday(build, metric, seasonal);
  };
  return { cpm: factors('cpm'), cvr: factors('cvr') };
}

const DAYS_OF_WEEK = 7;

/**
 * The factors of a daily plan times those of its weekdays, Monday first and scaled to a mean of 1; longer periods have every
 * weekday in them, and average them out.
 */
function byWeekday(build: Build, metric: 'cpm' | 'cvr', seasonal: readonly number[]): readonly number[] {
  const weekdays = build.input.season?.weekday?.[metric];
  if (weekdays === undefined) return seasonal;
  const { start, horizon } = build.input;
  if (start === undefined) {
    report(build, ['season', 'weekday'], messages.needsStart('season.weekday'), true);
    return seasonal;
  }
  if (horizon.unit !== 'day') return seasonal;
  const mean = weekdays.reduce((sum, factor) => sum + factor, 0) / DAYS_OF_WEEK;
  // JavaScript's weeks begin on Sunday.
  const monday = (new Date(`${start}T00:00:00Z`).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
  return seasonal.map((factor, day) => (factor * elementAt(weekdays, (monday + day) % DAYS_OF_WEEK)) / mean);
}

/** `noise` by platform, of price and of rates, and whether orders are counts; off is a standard deviation of 0. */
export function buildNoise(build: Build): Pick<Scenario, 'noise' | 'rateNoise' | 'lineNoise' | 'counts'> {
  const { noise } = build.input;
  const given = noise === 'off' ? undefined : noise;
  const names = platformNames(build.input);
  const of = (figure: 'cpm' | NoisyRate, fallback: PriceNoise): Readonly<Record<Platform, PriceNoise>> => {
    const own = given?.[figure];
    for (const platform of Object.keys(own?.platforms ?? {})) {
      if (names.includes(platform)) continue;
      report(build, ['noise', figure, 'platforms', platform], messages.unknownPlatform(platform, names), true);
    }
    const general = { sd: own?.sd ?? fallback.sd, rho: own?.rho ?? fallback.rho };
    const entries = names.map((platform): [Platform, PriceNoise] => {
      const special = own?.platforms?.[platform];
      return [platform, { sd: special?.sd ?? general.sd, rho: special?.rho ?? general.rho }];
    });
    return Object.fromEntries(entries);
  };
  const rateNoise = Object.fromEntries(NOISY_RATES.map((rate) => [rate, of(rate, QUIET)]));
  return {
    noise: of('cpm', noise === 'off' ? QUIET : NOISE),
    rateNoise: rateNoise as Scenario['rateNoise'],
    ...(given?.lines === undefined ? {} : { lineNoise: given.lines }),
    counts: noise !== 'off' && (given?.counts ?? true),
  };
}

/** Shares of variance by metric; what a metric leaves out keeps its default. */
export function buildFactorShares(build: Build): Readonly<Record<LineMetric, FactorShares>> {
  const entries = LINE_METRICS.map((metric): [LineMetric, FactorShares] => {
    const given = build.input.correlation?.[metric];
    const shares = {
      market: given?.market ?? FACTOR_SHARES[metric].market,
      platform: given?.platform ?? FACTOR_SHARES[metric].platform,
    };
    if (shares.market + shares.platform > 1 + 1e-12) {
      const fault = messages.sharesAboveOne(String(shares.market), String(shares.platform));
      report(build, ['correlation', metric], fault);
    }
    return [metric, shares];
  });
  return Object.fromEntries(entries) as Record<LineMetric, FactorShares>;
}

/** The numbers of a scenario by the names that `correlation.pairs` gives them. */
export function namedInputs(parts: {
  readonly economics: Economics;
  readonly stocks: Stocks;
  readonly creative: Creative | null;
  readonly memory_days: Quantity;
  readonly population: Quantity | null;
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
  readonly audiences: readonly NamedAudience[];
  readonly brand: Brand | null;
  readonly metrics: readonly Metric[];
  readonly community: Community | null;
}): ReadonlyMap<string, Quantity> {
  const { fixed_costs, ...economics } = parts.economics;
  const named = new Map<string, Quantity>();
  const add = (prefix: string, group: object): void => {
    for (const [key, value] of Object.entries(group)) named.set(`${prefix}.${key}`, value as Quantity);
  };
  add('economics', economics);
  for (const [index, { name, amount }] of fixed_costs.entries())
    named.set(`economics.fixed_costs.${index}.${name}`, amount);
  add('stocks', parts.stocks);
  add('creative', parts.creative ?? {});
  named.set('memory_days', parts.memory_days);
  if (parts.population !== null) named.set('market.population', parts.population);
  for (const line of parts.lines) {
    const { id } = line;
    if (isFunnelLine(line)) {
      const { quantities, pressure, pressure_at, incrementality } = line;
      add(id, { ...quantities, pressure, pressure_at, incrementality });
    } else {
      const { response } = line;
      const drawn = Object.keys(response.draws?.columns ?? {});
      add(id, Object.fromEntries(Object.entries(response.parameters).filter(([name]) => !drawn.includes(name))));
    }
  }
  for (const source of parts.sources) add(source.id, quantitiesOf(source));
  for (const { name, size } of parts.audiences) named.set(`audiences.${name}`, size);
  add('brand', parts.brand ?? {});
  for (const { name, rate } of parts.metrics) named.set(`metrics.${name}`, rate);
  add('community', parts.community ?? {});
  return named;
}

/** A source's own numbers; rates that are a line's have the line's names. */
function quantitiesOf(source: Source): Readonly<Record<string, Quantity>> {
  const { followers, authentic, reach_rate, engagement, reproduction, fatigue, rates } = source;
  const own = Object.entries(rates).flatMap(([rate, from]) => (from.from === 'own' ? [[rate, from.quantity]] : []));
  const common = { followers, authentic, reach_rate, engagement, reproduction, fatigue, ...Object.fromEntries(own) };
  if (source.kind === 'organic') {
    const { cost, hours, hourly } = source;
    return { ...common, cost, hours, hourly };
  }
  const { fee, barter, revenue_share, rights } = source;
  const licence = rights === null ? {} : { rights_share: rights.share, rights_fee: rights.fee };
  return { ...common, fee, barter, revenue_share, ...licence };
}

/** `correlation.pairs`, each of two different uncertain inputs of the scenario. */
export function buildPairs(build: Build, inputs: ReadonlyMap<string, Quantity>): readonly CorrelatedPair[] {
  const pairs = build.input.correlation?.pairs ?? [];
  const seen = new Set<string>();
  for (const [index, { between }] of pairs.entries()) {
    const path = ['correlation', 'pairs', index, 'between'];
    const unknown = between.find((name) => !inputs.has(name));
    const certain = between.find((name) => inputs.get(name)?.distribution.family === 'fixed');
    const key = [...between].sort().join('\n');
    if (unknown !== undefined) report(build, path, messages.unknownInput(unknown, [...inputs.keys()]));
    else if (between[0] === between[1]) report(build, path, messages.pairWithItself(between[0]));
    else if (certain !== undefined) report(build, path, messages.notUncertain(certain));
    else if (seen.has(key)) report(build, path, messages.pairTwice(...between));
    seen.add(key);
  }
  return pairs;
}
