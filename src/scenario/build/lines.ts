import { fitInterval } from '../../distributions/fit.js';
import { mean } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { BENCHMARK_METRICS, benchmark } from '../benchmarks/index.js';
import * as messages from '../messages.js';
import type { Flighting, LineInput } from '../schema/line.js';
import type { ResponseInput } from '../schema/response.js';
import { placeOf } from '../source/tree.js';
import {
  type Economics,
  type FunnelLine,
  isFunnelLine,
  isKnownPlatform,
  type Line,
  type LineMetric,
  PLATFORMS,
  type Quantity,
  type ResponseLine,
  STAGES,
} from '../types.js';
import * as warnings from '../warnings.js';
import { type Build, report } from './context.js';
import { FATIGUE, INCREMENTALITY, MATCH, PRESSURE, quantityOf, RETARGETING_AUDIENCE } from './defaults.js';
import { buildResponse } from './responses.js';

/** A line before its budget: budgets left out are shared once all lines and rules are known. */
export type LineDraft = Draft<FunnelLine> | Draft<ResponseLine>;
type Draft<L extends Line> = Omit<L, 'budget' | 'budgetDerived' | (L extends FunnelLine ? 'pressure_at' : never)> & {
  readonly givenBudget: number | null;
};

/** Amounts of periods that the optimiser can choose at once: its steps take time and memory that grow with their square. */
const MOST_FREE_AMOUNTS = 1000;

/** `lines` with defaults, benchmarks and flighting; duplicates and what no benchmark covers are reported. */
export function buildLines(build: Build, economics: Economics, periods: number): LineDraft[] {
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
        : { ...common, kind: 'funnel', ...buildFunnel(build, line, index, id, economics) },
    );
  }
  const free = drafts.filter(({ freeFlighting }) => freeFlighting === true).length;
  if (free * periods > MOST_FREE_AMOUNTS) {
    const index = input.lines.findLastIndex(({ flighting }) => flighting === 'free');
    report(build, ['lines', index, 'flighting'], messages.tooMuchFree(free, periods, MOST_FREE_AMOUNTS));
  }
  warnOfEmptyPools(build, drafts);
  return drafts;
}

function isResponseLine(line: LineInput): line is LineInput & { readonly response: ResponseInput } {
  return line.response !== undefined;
}

function buildFunnel(build: Build, line: LineInput, index: number, id: string, economics: Economics) {
  return {
    quantities: lineQuantities(build, line, index, id, economics),
    namedAudience: null,
    pressure: quantityOf(undefined, PRESSURE),
    incrementality: quantityOf(undefined, INCREMENTALITY),
    formats: [],
    carryIn: [],
  };
}

function lineQuantities(build: Build, line: LineInput, index: number, id: string, economics: Economics) {
  const closing = economics.close_rate.distribution;
  if (!isKnownPlatform(line.platform)) reportMissingRates(build, line, index);
  const outcome = closing.family === 'fixed' && closing.value === 1 ? 'order' : 'lead';
  const rates = BENCHMARK_METRICS.map((metric): [LineMetric, Quantity] => {
    const given = line[metric];
    if (given !== undefined) return [metric, { distribution: given, origin: { kind: 'given' } }];
    const known = benchmark(line.platform, line.stage, metric, build.input.currency, outcome);
    if (!('missing' in known)) return [metric, known];
    report(build, ['lines', index], messages.missingRate(metric, known.missing));
    return [metric, { distribution: { family: 'fixed', value: 0 }, origin: { kind: 'default' } }];
  });
  const fatigue = line.stage === 'awareness' ? FATIGUE.awareness : FATIGUE.other;
  return {
    ...(Object.fromEntries(rates) as Record<(typeof BENCHMARK_METRICS)[number], Quantity>),
    audience: lineAudience(build, line, id),
    fatigue: quantityOf(line.fatigue, fatigue),
    match: quantityOf(line.match, MATCH),
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

function lineAudience(build: Build, line: LineInput, id: string): Quantity {
  if (line.audience !== undefined || line.stage !== 'awareness') return quantityOf(line.audience, RETARGETING_AUDIENCE);
  const population = build.input.market?.population;
  const people = population === undefined ? null : mean(population);
  const [low, high] =
    people === null ? AUDIENCE_PEOPLE : ([AUDIENCE_SHARE[0] * people, AUDIENCE_SHARE[1] * people] as const);
  const reason =
    people === null ? '100,000 to 2,000,000 people, as no population is given' : '5% to 50% of the population';
  const fit = fitInterval('amount', 0.05, low, high);
  if (!fit.ok) {
    report(build, ['market', 'population'], messages.badDistribution(String(people), fit.reason));
    return quantityOf(undefined, RETARGETING_AUDIENCE);
  }
  build.warnings.push(warnings.assumedAudience(id, reason));
  return { distribution: fit.value, origin: { kind: 'assumed', reason } };
}

function flightingWeights(build: Build, flighting: Flighting, index: number, periods: number): readonly number[] {
  const path = ['lines', index, 'flighting'];
  let weights = Array.from({ length: periods }, (_, t) => {
    if (flighting === 'front') return periods - t;
    return flighting === 'back' ? t + 1 : 1;
  });
  if (typeof flighting !== 'string') {
    if (flighting.length !== periods) report(build, path, messages.wrongCount(flighting.length, periods));
    else if (!flighting.some((weight) => weight > 0)) report(build, path, messages.weightsAllZero());
    else weights = [...flighting];
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
  for (const line of funnel) {
    if (line.stage === 'awareness' || !isZero(line.quantities.audience.distribution)) continue;
    const above = funnel.filter((other) => STAGES.indexOf(other.stage) < STAGES.indexOf(line.stage));
    const fed =
      line.stage === 'consideration'
        ? filled(stocks.warm) || above.some((other) => other.platform === line.platform)
        : line.stage === 'conversion'
          ? filled(stocks.hot) || above.length > 0
          : filled(stocks.buyers) || lines.some((other) => STAGES.indexOf(other.stage) <= 2);
    if (!fed) list.push(warnings.nothingAbove(line.id));
  }
}

function isZero(distribution: Distribution): boolean {
  return distribution.family === 'fixed' && distribution.value === 0;
}
