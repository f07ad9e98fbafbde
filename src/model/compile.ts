import { cdf, quantile } from '../distributions/index.js';
import { compileNormalMap, type NormalMap } from '../distributions/normal-map.js';
import { RAREST_PRICE } from '../distributions/support.js';
import type { Distribution, Support } from '../distributions/types.js';
import { required } from '../required.js';
import type { NormalSource } from '../sampling/types.js';
import { ADSTOCK_PARAMETERS, CURVE_PARAMETERS, GAMMA } from '../scenario/response/parameters.js';
import type { LineResponse } from '../scenario/response/types.js';
import {
  type FunnelLine,
  isFunnelLine,
  isKnownPlatform,
  LINE_METRICS,
  type Line,
  type LineMetric,
  type Platform,
  type Quantity,
  type Scenario,
  STAGES,
} from '../scenario/types.js';
import {
  globalDimension,
  type LineExtra,
  lineDimension,
  noiseDimension,
  platformDimension,
  ROWS_DIMENSION,
  responseDimension,
} from './addresses.js';
import { compileInFlight } from './compile-in-flight.js';
import { compileRest } from './compile-rest.js';
import { correlateNamedInputs } from './correlate-inputs.js';
import { NO_FUNNEL } from './no-funnel.js';
import type { GlobalQuantity, NoiseProcess, Program, ProgramInput, ProgramLine } from './program.js';
import type { ProgramLineMore } from './program-rest.js';
import { compileResponse } from './response/program.js';

/** A price is an amount that is divided by: it is never 0. */
export type InputKind = Support | 'price';

export const LINE_KIND: Readonly<Record<LineMetric, InputKind>> = {
  audience: 'amount',
  cpm: 'price',
  ctr: 'rate',
  view_rate: 'rate',
  cvr: 'rate',
  fatigue: 'amount',
  match: 'rate',
};

const ZERO: Quantity = { distribution: { family: 'fixed', value: 0 }, origin: { kind: 'default' } };
const ONE: Quantity = { distribution: { family: 'fixed', value: 1 }, origin: { kind: 'default' } };

/** An input's distribution as a map from its score. */
export function compileInputMap(distribution: Distribution, kind: InputKind): NormalMap {
  return kind === 'price' ? priceMap(distribution) : compileNormalMap(distribution, kind);
}

/** A price's map stops at the price that is as rare as `RAREST_PRICE`, where the distribution would go on to 0. */
function priceMap(distribution: Distribution): NormalMap {
  const map = compileNormalMap(distribution, 'amount');
  if (map.kind === 'constant' || map.kind === 'rows' || cdf(distribution, 0) === 0) return map;
  return { ...map, min: quantile(distribution, RAREST_PRICE) };
}

/** Collects sources and inputs as the scenario is walked; names are their identity. */
function createTables() {
  const sources: NormalSource[] = [];
  const sourceOf = new Map<string, number>();
  const inputs: ProgramInput[] = [];

  const addSource = (name: string, dimension: number | null, shuffled: boolean): number => {
    const known = sourceOf.get(name);
    if (known !== undefined) return known;
    sources.push({ name, dimension, shuffled });
    sourceOf.set(name, sources.length - 1);
    return sources.length - 1;
  };

  const addInput = (name: string, quantity: Quantity, kind: InputKind, terms: () => ProgramInput['terms']): number => {
    const map = compileInputMap(quantity.distribution, kind);
    inputs.push({ name, map, terms: map.kind === 'constant' ? [] : terms() });
    return inputs.length - 1;
  };

  const addRows = (name: string, values: Float64Array, source: number): number => {
    inputs.push({ name, map: { kind: 'rows', values }, terms: [{ source, weight: 1 }] });
    return inputs.length - 1;
  };

  return { sources, inputs, addSource, addInput, addRows, sourceIndex: (name: string) => sourceOf.get(name) };
}
type Tables = ReturnType<typeof createTables>;

/** An input of the whole scenario: one source of its own. */
function addGlobal(tables: Tables, path: string, quantity: Quantity, support: Support): number {
  return tables.addInput(path, quantity, support, () => [
    { source: tables.addSource(path, globalDimension(path), false), weight: 1 },
  ]);
}

function compileGlobals(tables: Tables, scenario: Scenario): Record<GlobalQuantity, number> {
  const { economics, stocks, creative } = scenario;
  const add = (path: string, quantity: Quantity, support: Support = 'amount'): number =>
    addGlobal(tables, path, quantity, support);
  return {
    order_value: add('economics.order_value', economics.order_value),
    margin: add('economics.margin', economics.margin, 'rate'),
    close_rate: add('economics.close_rate', economics.close_rate, 'rate'),
    repeat_rate: add('economics.repeat_rate', economics.repeat_rate),
    referral_rate: add('economics.referral_rate', economics.referral_rate),
    fee: add('economics.fee', economics.fee),
    tax: add('economics.tax', economics.tax),
    delay_days: add('economics.delay_days', economics.delay_days),
    value_days: add('economics.value_days', economics.value_days),
    ltv_days: add('economics.ltv_days', economics.ltv_days),
    warm_days: add('stocks.warm_days', stocks.warm_days),
    hot_days: add('stocks.hot_days', stocks.hot_days),
    buyers_days: add('stocks.buyers_days', stocks.buyers_days),
    landing: add('stocks.landing', stocks.landing, 'rate'),
    warm: add('stocks.warm', stocks.warm),
    hot: add('stocks.hot', stocks.hot),
    buyers: add('stocks.buyers', stocks.buyers),
    memory_days: add('memory_days', scenario.memory_days),
    population: add('market.population', scenario.population ?? ZERO),
    wear_days: add('creative.wear_days', creative?.wear_days ?? ONE),
    m_proven: add('creative.proven', creative?.proven ?? ONE),
    m_experiment: add('creative.experiment', creative?.experiment ?? ONE),
    m_moonshot: add('creative.moonshot', creative?.moonshot ?? ONE),
    g_experiment: add('creative.experiment_gain', creative?.experiment_gain ?? ZERO),
    g_moonshot: add('creative.moonshot_gain', creative?.moonshot_gain ?? ZERO),
  };
}

type InputRows = Parameters<typeof compileResponse>[1];

/** Each parameter of a response: an input of its own, or a column of the posterior that lines share the rows of. */
function responseInputs(tables: Tables, line: Line, response: LineResponse): InputRows {
  const { curve, adstock, parameters, draws } = response;
  const specs = CURVE_PARAMETERS[curve].map((spec) =>
    parameters[spec.name] === undefined && parameters.gamma !== undefined ? GAMMA : spec,
  );
  const all = [...specs, ...(adstock === null ? [] : ADSTOCK_PARAMETERS[adstock.kind])];
  const rows = all.map(({ name, kind }, k) => {
    const path = `${line.id}.${name}`;
    const column = draws?.columns[name];
    if (draws !== null && column?.some((value) => value !== column[0]) === true) {
      const source = tables.addSource(`draws.${draws.file}`, ROWS_DIMENSION, true);
      return tables.addRows(path, Float64Array.from(column), source);
    }
    const inputKind = kind.support === 'rate' ? 'rate' : kind.above === true ? 'price' : 'amount';
    const parameter = parameters[name];
    if (parameter === undefined) throw new RangeError(`${path} has no value`);
    return tables.addInput(path, parameter, inputKind, () => {
      const shuffled = line.segment !== null || !isKnownPlatform(line.platform);
      const dimension = responseDimension(k, line.platform, line.stage);
      return [{ source: tables.addSource(path, dimension, shuffled), weight: 1 }];
    });
  });
  return { curve: rows.slice(0, specs.length), adstock: rows.slice(specs.length) };
}

/**
 * Section 2 of the model: `z = √a · market + √b · platform + √(1 − a − b) · own`.
 *
 * @param weightsAt first row of the line's adstock weights, where it has a response
 */
function compileLine(
  tables: Tables,
  scenario: Scenario,
  index: number,
  platforms: readonly Platform[],
  weightsAt: number,
): ProgramLine {
  const line = scenario.lines[index];
  const quantities = isFunnelLine(line) ? line.quantities : NO_FUNNEL;
  const rows = {} as Record<LineMetric, number>;
  for (const metric of LINE_METRICS) {
    const shares = scenario.correlation.metrics[metric];
    rows[metric] = tables.addInput(`${line.id}.${metric}`, quantities[metric], LINE_KIND[metric], () => {
      const own = tables.addSource(
        `${line.id}.${metric}`,
        lineDimension(metric, line.platform, line.stage),
        line.segment !== null || !isKnownPlatform(line.platform),
      );
      const terms = [{ source: own, weight: Math.sqrt(Math.max(0, 1 - shares.market - shares.platform)) }];
      if (shares.market > 0) {
        const market = tables.addSource(`market.${metric}`, globalDimension(`market.${metric}`), false);
        terms.push({ source: market, weight: Math.sqrt(shares.market) });
      }
      if (shares.platform > 0) {
        const name = `platform.${line.platform}.${metric}`;
        const common = tables.addSource(
          name,
          platformDimension(metric, line.platform),
          !isKnownPlatform(line.platform),
        );
        terms.push({ source: common, weight: Math.sqrt(shares.platform) });
      }
      return terms;
    });
  }
  return {
    id: line.id,
    scenarioIndex: index,
    platform: platforms.indexOf(line.platform),
    stage: line.stage,
    inputs: rows,
    ...(line.freeFlighting === true ? { free: true } : {}),
    ...(isFunnelLine(line)
      ? { more: compileMore(tables, scenario, line) }
      : {
          response: compileResponse(
            line.response,
            responseInputs(tables, line, line.response),
            { periods: scenario.horizon.periods, budget: scenario.budget },
            weightsAt,
          ),
        }),
  };
}

/** What a line that buys impressions has beyond its metrics. */
function compileMore(tables: Tables, scenario: Scenario, line: FunnelLine): ProgramLineMore {
  const shuffled = line.segment !== null || !isKnownPlatform(line.platform);
  const own = (name: LineExtra, kind: InputKind): number =>
    tables.addInput(`${line.id}.${name}`, line[name], kind, () => [
      {
        source: tables.addSource(`${line.id}.${name}`, lineDimension(name, line.platform, line.stage), shuffled),
        weight: 1,
      },
    ]);
  const { distribution } = line.pressure;
  const presses = distribution.family !== 'fixed' || distribution.value > 0;
  const carried = Math.max(0, ...scenario.lines.map((one) => (isFunnelLine(one) ? one.carryIn.length : 0)));
  return {
    incrementality: own('incrementality', 'rate'),
    pressure: presses ? { exponent: own('pressure', 'amount'), at: own('pressure_at', 'price') } : null,
    audience: scenario.audiences.findIndex(({ name }) => name === line.namedAudience),
    formats: formatFactors(scenario, line),
    carryIn: [...Array.from({ length: carried - line.carryIn.length }, () => 0), ...line.carryIn],
  };
}

/** Section 17: `cpm / Σ(s_f / cpm_f)`, and rates by the shares of impressions that the shares of spend buy. */
function formatFactors({ formats }: Scenario, line: FunnelLine): ProgramLineMore['formats'] {
  if (line.formats.length === 0) return { price: 1, ctr: 1, view_rate: 1 };
  const used = line.formats.map(({ format, share }) => {
    const one = required(formats.find(({ name }) => name === format));
    return { ...one, bought: share / one.cpm };
  });
  const bought = used.reduce((sum, one) => sum + one.bought, 0);
  const mean = (of: 'ctr' | 'view_rate'): number => used.reduce((sum, one) => sum + (one.bought / bought) * one[of], 0);
  return { price: 1 / bought, ctr: mean('ctr'), view_rate: mean('view_rate') };
}

function compileNoise(tables: Tables, scenario: Scenario, platform: Platform): NoiseProcess {
  const { sd, rho } = scenario.noise[platform] ?? { sd: 0, rho: 0 };
  // A fitted curve knows no prices.
  const hasPrices = scenario.lines.some((line) => line.platform === platform && isFunnelLine(line));
  if (sd === 0 || !hasPrices) return { sd: 0, rho, source: -1 };
  let first = -1;
  for (let t = 0; t < scenario.horizon.periods; t++) {
    const source = tables.addSource(
      `noise.cpm.${platform}.${t}`,
      noiseDimension(t, platform),
      !isKnownPlatform(platform),
    );
    if (t === 0) first = source;
  }
  return { sd, rho, source: first };
}

/**
 * Compiles a scenario to a program.
 * @throws {CorrelationError} where explicit correlation pairs are not positive definite with the factors.
 */
export async function compileProgram(scenario: Scenario): Promise<Program> {
  const tables = createTables();
  const globals = compileGlobals(tables, scenario);
  const fixedCosts = scenario.economics.fixed_costs.map(({ name, amount }, k) => {
    const path = `economics.fixed_costs.${k}.${name}`;
    return tables.addInput(path, amount, 'amount', () => [
      { source: tables.addSource(path, globalDimension('economics.fixed_costs'), true), weight: 1 },
    ]);
  });

  // A platform may have nothing but sources.
  const platforms = [...new Set([...scenario.lines, ...scenario.sources].map(({ platform }) => platform))];
  const order = scenario.lines.map((_, index) => index);
  order.sort((a, b) => STAGES.indexOf(scenario.lines[a].stage) - STAGES.indexOf(scenario.lines[b].stage) || a - b);
  let weights = 0;
  const lines = order.map((index) => {
    const line = compileLine(tables, scenario, index, platforms, weights);
    weights += line.response?.length ?? 0;
    return line;
  });
  const stageStart = [...STAGES, null].map((_, stage) => {
    const first = lines.findIndex((line) => STAGES.indexOf(line.stage) >= stage);
    return first < 0 ? lines.length : first;
  });
  const noise = platforms.map((platform) => compileNoise(tables, scenario, platform));
  const rest = compileRest(tables, scenario, platforms, lines);
  const inFlight = compileInFlight(tables, scenario, lines);
  if (scenario.correlation.pairs.length > 0) {
    await correlateNamedInputs(tables.inputs, scenario.correlation.pairs);
  }

  const periods = scenario.horizon.periods;
  const flighting = new Float64Array(lines.length * periods);
  lines.forEach((line, k) => {
    flighting.set(flightingLeft(scenario, line.scenarioIndex), k * periods);
  });
  return {
    periods,
    periodDays: scenario.horizon.periodDays,
    platforms,
    lines,
    stageStart,
    inputs: tables.inputs,
    globals,
    fixedCosts,
    sources: tables.sources,
    noise,
    seasonCpm: scenario.season.cpm,
    seasonCvr: scenario.season.cvr,
    hasPopulation: scenario.population !== null,
    hasCreative: scenario.creative !== null,
    flighting,
    rest,
    ...(inFlight === null ? {} : { inFlight }),
  };
}

/** Weights of a line's periods; of a plan that is under way, those of the periods that are left, which sum to one then. */
function flightingLeft({ lines, inFlight }: Scenario, line: number): readonly number[] {
  const { flighting } = lines[line];
  if (inFlight === undefined) return flighting;
  const left = flighting.map((weight, t) => (t < inFlight.periods ? 0 : weight));
  const sum = left.reduce((total, weight) => total + weight, 0);
  // A line whose plan is over may yet be given money: it is spent evenly.
  const even = 1 / (flighting.length - inFlight.periods);
  return left.map((weight, t) => (sum > 0 ? weight / sum : t < inFlight.periods ? 0 : even));
}
