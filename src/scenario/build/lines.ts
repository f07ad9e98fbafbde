import { fitInterval } from '../../distributions/fit.js';
import { mean, quantile } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { formatShare } from '../../units/share.js';
import { BENCHMARK_METRICS, benchmark, type Outcome } from '../benchmarks/index.js';
import { FLIGHTING_SHAPES, shapeWeights } from '../flighting-shapes.js';
import * as messages from '../messages.js';
import type { Flighting, LineInput } from '../schema/line.js';
import type { ResponseInput } from '../schema/response.js';
import { placeOf } from '../source/tree.js';
import {
  type Economics,
  type FormatShare,
  type FunnelLine,
  isFunnelLine,
  isKnownPlatform,
  type LineMetric,
  PLATFORMS,
  type Platform,
  type Quantity,
  type ResponseLine,
  STAGES,
} from '../types.js';
import type { AudienceGround } from '../warnings.js';
import { type Build, report } from './context.js';
import { FATIGUE, MATCH, PRESSURE, quantityOf, RETARGETING_AUDIENCE, WHOLE } from './defaults.js';
import { outcomeOf, outcomeOfPlan } from './outcome.js';
import { benchmarkStage, isCold, isSearch } from './prospecting.js';
import { buildResponse } from './responses.js';

/** A line before its budget and the spend that its price was seen at: both are known once all lines and rules are. */
export type LineDraft =
  | (Omit<FunnelLine, 'budget' | 'budgetDerived' | 'pressure_at'> &
      Undecided & { readonly givenPressureAt: Distribution | null })
  | (Omit<ResponseLine, 'budget' | 'budgetDerived'> & Undecided);
interface Undecided {
  readonly givenBudget: number | null;
}

/** Amounts of periods that the optimiser can choose at once: its steps take time and memory that grow with their square. */
const MOST_FREE_AMOUNTS = 1000;

/** `lines` with defaults, benchmarks and flighting; duplicates and what no benchmark covers are reported. */
export function buildLines(build: Build, economics: Economics, periods: number): LineDraft[] {
  const outcome = outcomeOf({ economics, outcome: outcomeOfPlan(build.input) });
  const { input } = build;
  const seen = new Map<string, number>();
  const drafts: LineDraft[] = [];
  for (const [index, line] of input.lines.entries()) {
    const { platform, stage, segment = null } = line;
    const id = [platform, stage, ...(segment === null ? [] : [segment])].join('/');
    const first = seen.get(id);
    if (first !== undefined) {
      const { path, line: row, column } = placeOf(build.root, ['lines', first]);
      report(build, ['lines', index], messages.duplicateLine(id, `${path}:${row}:${column}`));
      continue;
    }
    seen.set(id, index);
    const common = {
      id,
      platform,
      stage,
      segment,
      givenBudget: line.budget ?? null,
      flighting: flightingWeights(build, line.flighting ?? 'even', index, periods),
      // With a single period there is nothing to choose.
      ...(line.flighting === 'free' && periods > 1 ? { freeFlighting: true } : {}),
    };
    drafts.push(
      isResponseLine(line)
        ? { ...common, kind: 'response', response: buildResponse(build, line, index, id, economics) }
        : { ...common, kind: 'funnel', ...buildFunnel(build, line, index, id, outcome) },
    );
  }
  const free = drafts.filter(({ freeFlighting }) => freeFlighting === true).length;
  if (free * periods > MOST_FREE_AMOUNTS) {
    const index = input.lines.findLastIndex(({ flighting }) => flighting === 'free');
    report(build, ['lines', index, 'flighting'], messages.tooMuchFree(free, periods, MOST_FREE_AMOUNTS));
  }
  warnOfEmptyPools(build, drafts);
  warnOfSharedAudiences(build, drafts);
  return drafts;
}

function isResponseLine(line: LineInput): line is LineInput & { readonly response: ResponseInput } {
  return line.response !== undefined;
}

function buildFunnel(build: Build, line: LineInput, index: number, id: string, outcome: Outcome) {
  const cold = isCold(build.input, line);
  const path = ['lines', index];
  const { audience } = line;
  const namedAudience = audience !== undefined && 'name' in audience ? audience.name : null;
  if (namedAudience !== null) {
    const names = Object.keys(build.input.audiences ?? {});
    if (line.stage !== 'awareness') report(build, [...path, 'audience'], messages.nameBelowAwareness(line.stage));
    else if (!names.includes(namedAudience))
      report(build, [...path, 'audience'], messages.unknownAudience(namedAudience, names));
  } else if (line.stage === 'awareness' && line.match !== undefined) {
    report(build, [...path, 'match'], messages.matchWithoutName(), true);
  }
  if (line.pressure !== undefined && usualMost(line.pressure) > 1)
    report(build, [...path, 'pressure'], messages.pressureAbove1('a pressure that can well be above 1'));
  return {
    quantities: lineQuantities(build, line, index, id, outcome, cold),
    ...(cold ? { cold } : {}),
    namedAudience,
    pressure: quantityOf(line.pressure, PRESSURE),
    givenPressureAt: line.pressure_at ?? null,
    incrementality: quantityOf(line.incrementality, WHOLE),
    formats: formatShares(build, line, index),
    carryIn: line.carry_in ?? [],
    ...(line.drift === undefined ? {} : { drift: line.drift }),
  };
}

/** The most that a quantity is held for: its P95. */
function usualMost(distribution: Distribution): number {
  return distribution.family === 'fixed' ? distribution.value : quantile(distribution, 0.95);
}

function formatShares(build: Build, line: LineInput, index: number): readonly FormatShare[] {
  if (line.formats === undefined) return [];
  const path = ['lines', index, 'formats'];
  const names = Object.keys(build.input.formats ?? {});
  const given = Object.entries(line.formats);
  for (const [format] of given) {
    if (!names.includes(format)) report(build, [...path, format], messages.unknownFormat(format, names), true);
  }
  const sum = given.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9)
    report(build, path, messages.sharesDontSum(formatShare(sum, { locale: 'en', precision: 'exact' })));
  return given.filter(([, share]) => share > 0).map(([format, share]) => ({ format, share: share / sum }));
}

function lineQuantities(build: Build, line: LineInput, index: number, id: string, outcome: Outcome, cold: boolean) {
  if (!isKnownPlatform(line.platform)) reportMissingRates(build, line, index);
  const { platform, stage } = line;
  const rates = BENCHMARK_METRICS.map((metric): [LineMetric, Quantity] => {
    const given = line[metric];
    if (given !== undefined) return [metric, { distribution: given, origin: { kind: 'given' } }];
    const known = benchmark(platform, benchmarkStage({ platform, stage, cold }), metric, build.input.currency, outcome);
    if (!('missing' in known)) return [metric, known];
    report(build, ['lines', index], messages.missingRate(metric, known.missing));
    return [metric, { distribution: { family: 'fixed', value: 0 }, origin: { kind: 'default' } }];
  });
  const fatigue = line.stage === 'awareness' ? FATIGUE.awareness : FATIGUE.other;
  return {
    ...(Object.fromEntries(rates) as Record<(typeof BENCHMARK_METRICS)[number], Quantity>),
    audience: lineAudience(build, line, id, cold),
    fatigue: quantityOf(line.fatigue, fatigue),
    match: quantityOf(line.match, isNamed(line) ? WHOLE : MATCH),
  };
}

/** A platform that nothing is built in for must give its own price and rates; views it may leave to what is usual elsewhere. */
function reportMissingRates(build: Build, line: LineInput, index: number): void {
  const asked = line.stage === 'awareness' ? BENCHMARK_METRICS : BENCHMARK_METRICS.filter((m) => m !== 'view_rate');
  const missing = asked.filter((metric) => line[metric] === undefined);
  if (missing.length > 0) {
    report(build, ['lines', index, 'platform'], messages.noBenchmarks(line.platform, missing, PLATFORMS));
  }
}

/** 90 % interval of an awareness audience that is not given, as shares of the population, or people where there is none. */
const AUDIENCE_SHARE = [0.05, 0.5] as const;
const AUDIENCE_PEOPLE = [100_000, 2_000_000] as const;

function isNamed({ audience }: LineInput): boolean {
  return audience !== undefined && 'name' in audience;
}

function lineAudience(build: Build, line: LineInput, id: string, cold: boolean): Quantity {
  const given = line.audience !== undefined && 'people' in line.audience ? line.audience.people : undefined;
  const reachesAnew = line.stage === 'awareness' || cold || isSearch(line);
  if (given !== undefined || !reachesAnew || isNamed(line)) return quantityOf(given, RETARGETING_AUDIENCE);
  const population = build.input.market?.population;
  const people = population === undefined ? null : mean(population);
  const [low, high] =
    people === null ? AUDIENCE_PEOPLE : ([AUDIENCE_SHARE[0] * people, AUDIENCE_SHARE[1] * people] as const);
  const [share, count] = [AUDIENCE_SHARE, AUDIENCE_PEOPLE];
  const ground: AudienceGround =
    people === null
      ? { code: 'audience_people', low: count[0], high: count[1] }
      : { code: 'audience_share', low: share[0], high: share[1] };
  const fit = fitInterval('amount', 0.05, low, high);
  if (!fit.ok) {
    report(build, ['market', 'population'], messages.badDistribution(String(people), fit.said));
    return quantityOf(undefined, RETARGETING_AUDIENCE);
  }
  build.warnings.push({ code: 'assumed_audience', line: id, ground });
  return { distribution: fit.value, origin: { kind: 'assumed', grounds: [ground] } };
}

function flightingWeights(build: Build, flighting: Flighting, index: number, periods: number): readonly number[] {
  const path = ['lines', index, 'flighting'];
  let weights: readonly number[] = shapeWeights(
    FLIGHTING_SHAPES.find((shape) => shape === flighting) ?? 'even',
    periods,
  );
  if (typeof flighting !== 'string') {
    if (flighting.length !== periods) report(build, path, messages.wrongCount(flighting.length, periods));
    else if (!flighting.some((weight) => weight > 0)) report(build, path, messages.weightsAllZero());
    else weights = flighting;
  }
  const largest = Math.max(...weights);
  const scaled = weights.map((weight) => weight / largest);
  const sum = scaled.reduce((total, weight) => total + weight, 0);
  return scaled.map((weight) => weight / sum);
}

/** The stages that fill the pool a stage draws from (section 4 of the model). */
function warnOfEmptyPools({ input, warnings: list }: Build, lines: readonly LineDraft[]): void {
  const stocks = input.stocks ?? {};
  const filled = (value: Distribution | undefined) => value !== undefined && !isZero(value);
  // A line with a response needs no pool, and fills none but that of buyers.
  const funnel = lines.filter(isFunnelLine);
  // Creators' and one's own posts fill pools as lines of their stage do.
  const posts = [...(input.creators ?? []), ...(input.organic ?? [])].map(({ platform, stage }) => ({
    platform,
    stage: stage ?? 'awareness',
  }));
  for (const line of funnel) {
    if (line.stage === 'awareness' || !isZero(line.quantities.audience.distribution)) continue;
    const above = [...funnel, ...posts].filter((other) => STAGES.indexOf(other.stage) < STAGES.indexOf(line.stage));
    const fed =
      line.stage === 'consideration'
        ? filled(stocks.warm) || above.some((other) => other.platform === line.platform)
        : line.stage === 'conversion'
          ? filled(stocks.hot) || above.length > 0
          : filled(stocks.buyers) || [...lines, ...posts].some((other) => STAGES.indexOf(other.stage) <= 2);
    if (!fed) list.push({ code: 'nothing_above', line: line.id });
  }
}

/** Awareness lines of a platform with the same people, as far as their figures tell. */
function warnOfSharedAudiences({ input, warnings: list }: Build, lines: readonly LineDraft[]): void {
  const groups = new Map<string, { readonly platform: Platform; readonly ids: string[] }>();
  for (const line of lines) {
    if (!isFunnelLine(line) || line.stage !== 'awareness' || line.namedAudience !== null) continue;
    const { distribution, origin } = line.quantities.audience;
    if (origin.kind !== 'given') continue;
    const key = `${line.platform} ${JSON.stringify(distribution)}`;
    const group = groups.get(key) ?? { platform: line.platform, ids: [] };
    group.ids.push(line.id);
    groups.set(key, group);
  }
  const taken = Object.keys(input.audiences ?? {});
  for (const { platform, ids } of groups.values()) {
    if (ids.length < 2) continue;
    let name = platform;
    for (let k = 2; taken.includes(name); k++) name = `${platform} ${k}`;
    taken.push(name);
    list.push({ code: 'one_audience', lines: ids, name });
  }
}

function isZero(distribution: Distribution): boolean {
  return distribution.family === 'fixed' && distribution.value === 0;
}
