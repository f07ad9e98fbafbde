import type { Support } from '../distributions/types.js';
import { required } from '../required.js';
import { SOURCE_RATES, type Source, type SourceRate } from '../scenario/types/posts.js';
import {
  isFunnelLine,
  isKnownPlatform,
  type LineMetric,
  NOISY_RATES,
  type Platform,
  type Quantity,
  type Scenario,
} from '../scenario/types.js';
import { globalDimension, noiseDimension, platformDimension, sourceDimension } from './addresses.js';
import type { ProgramInput, ProgramLine } from './program.js';
import type {
  ProgramBrand,
  ProgramGate,
  ProgramMetric,
  ProgramRateNoise,
  ProgramRest,
  ProgramShock,
  ProgramSource,
} from './program-rest.js';

/** How an input and the normals behind it are made known to the program that is being compiled. */
export interface InputTables {
  addSource(name: string, dimension: number | null, shuffled: boolean): number;
  addInput(name: string, quantity: Quantity, kind: Support | 'price', terms: () => ProgramInput['terms']): number;
}

const DEFAULT_ORIGIN = { kind: 'default' } as const;
const STANDARD_NORMAL: Quantity = { distribution: { family: 'normal', mean: 0, sd: 1 }, origin: DEFAULT_ORIGIN };

/** An input with a normal of its own, in a dimension that it shares: distinguished by a shuffled order. */
function addShared(
  tables: InputTables,
  path: string,
  quantity: Quantity,
  kind: Support | 'any',
  dimension: number | null,
): number {
  return tables.addInput(path, quantity, kind, () => [{ source: tables.addSource(path, dimension, true), weight: 1 }]);
}

/** Compiles all that a plan has beyond its lines; `lines` are in the program's order. */
export function compileRest(
  tables: InputTables,
  scenario: Scenario,
  platforms: readonly Platform[],
  lines: readonly ProgramLine[],
): ProgramRest {
  const sources = scenario.sources.map((source, index) =>
    compileSource(tables, scenario, source, index, platforms, lines),
  );
  const participants = [...lines.map(({ id }) => id), ...sources.map(({ id }) => id)];
  const { content, community } = scenario;
  return {
    overlap: scenario.overlap,
    counts: scenario.counts,
    baseline: tables.addInput('economics.baseline', scenario.economics.baseline, 'amount', () => [
      { source: tables.addSource('economics.baseline', globalDimension('economics.baseline'), false), weight: 1 },
    ]),
    audiences: scenario.audiences.map(({ name, size }) => ({
      name,
      size: addShared(tables, `audiences.${name}`, size, 'amount', globalDimension('audiences')),
    })),
    sources,
    brand: compileBrand(tables, scenario),
    shocks: compileShocks(tables, scenario, platforms),
    rateNoise: compileRateNoise(tables, scenario, platforms),
    gates: compileGates(scenario, participants),
    carryIn: Math.max(0, ...scenario.lines.map((line) => (isFunnelLine(line) ? line.carryIn.length : 0))),
    metrics: compileMetrics(tables, scenario, lines, sources),
    community:
      community === null
        ? null
        : {
            messages: addGlobal(tables, 'community.messages', community.messages, 'rate'),
            reply: addGlobal(tables, 'community.reply', community.reply, 'rate'),
            minutes: addGlobal(tables, 'community.minutes', community.minutes, 'amount'),
            hourly: addGlobal(tables, 'community.hourly', community.hourly, 'amount'),
          },
    contentCost:
      content === null
        ? 0
        : content.plans.reduce((sum, { pieces, cost, hours }) => sum + pieces * (cost + hours * content.hourly), 0),
    formatCosts: compileFormatCosts(scenario, lines),
    attribution:
      scenario.attribution === null
        ? null
        : {
            tracking: scenario.attribution.tracking,
            viewThrough: platforms.map((platform) => required(scenario.attribution).viewThrough[platform] ?? 0),
          },
  };
}

function addGlobal(tables: InputTables, path: string, quantity: Quantity, support: Support): number {
  return tables.addInput(path, quantity, support, () => [
    { source: tables.addSource(path, globalDimension(path), false), weight: 1 },
  ]);
}

/** Quantities of a source that no line has, in the order of their dimensions; a new one goes to the end. */
const SOURCE_KEYS = [
  'followers',
  'cvr',
  'ctr',
  'view_rate',
  'reach_rate',
  'engagement',
  'fatigue',
  'authentic',
  'reproduction',
  'fee',
  'barter',
  'revenue_share',
  'cost',
  'hours',
  'hourly',
  'rights_share',
  'rights_fee',
] as const;
type SourceKey = (typeof SOURCE_KEYS)[number];

function compileSource(
  tables: InputTables,
  scenario: Scenario,
  source: Source,
  scenarioIndex: number,
  platforms: readonly Platform[],
  lines: readonly ProgramLine[],
): ProgramSource {
  const { id, platform, stage } = source;
  const dimension = (key: SourceKey): number => sourceDimension(SOURCE_KEYS.indexOf(key), platform, stage);
  const own = (key: SourceKey, quantity: Quantity, kind: Support): number =>
    addShared(tables, `${id}.${key}`, quantity, kind, dimension(key));
  const rate = (name: SourceRate): number => {
    const given = source.rates[name];
    if (given.from === 'line') return required(lines.find((line) => line.id === given.line)).inputs[name];
    return tables.addInput(`${id}.${name}`, given.quantity, 'rate', () =>
      correlated(tables, scenario, `${id}.${name}`, name, platform, dimension(name)),
    );
  };
  return {
    id,
    scenarioIndex,
    kind: source.kind,
    platform: platforms.indexOf(platform),
    stage,
    inputs: {
      followers: own('followers', source.followers, 'amount'),
      authentic: own('authentic', source.authentic, 'rate'),
      reach_rate: own('reach_rate', source.reach_rate, 'rate'),
      engagement: own('engagement', source.engagement, 'amount'),
      reproduction: own('reproduction', source.reproduction, 'rate'),
      fatigue: own('fatigue', source.fatigue, 'amount'),
      ...(Object.fromEntries(SOURCE_RATES.map((name) => [name, rate(name)])) as Record<SourceRate, number>),
    },
    pay:
      source.kind === 'creator'
        ? {
            kind: 'creator',
            fee: own('fee', source.fee, 'amount'),
            barter: own('barter', source.barter, 'amount'),
            share: own('revenue_share', source.revenue_share, 'rate'),
          }
        : {
            kind: 'organic',
            cost: own('cost', source.cost, 'amount'),
            hours: own('hours', source.hours, 'amount'),
            hourly: own('hourly', source.hourly, 'amount'),
          },
    rights:
      source.kind === 'creator' && source.rights !== null
        ? {
            share: own('rights_share', source.rights.share, 'rate'),
            fee: own('rights_fee', source.rights.fee, 'amount'),
          }
        : null,
    posts:
      source.kind === 'organic'
        ? (source.perWeek * scenario.horizon.periodDays) / 7
        : source.posts.kind === 'fixed'
          ? source.posts.count
          : 0,
    most: source.kind === 'creator' && source.posts.kind === 'chosen' ? source.posts.max : null,
    periods: source.kind === 'creator' ? source.periods : null,
  };
}

/** Section 2's factor model for a rate of a source, as for a line's. */
function correlated(
  tables: InputTables,
  scenario: Scenario,
  path: string,
  metric: LineMetric,
  platform: Platform,
  dimension: number,
): ProgramInput['terms'] {
  const shares = scenario.correlation.metrics[metric];
  const own = tables.addSource(path, dimension, true);
  const terms = [{ source: own, weight: Math.sqrt(Math.max(0, 1 - shares.market - shares.platform)) }];
  if (shares.market > 0) {
    const name = `market.${metric}`;
    terms.push({ source: tables.addSource(name, globalDimension(name), false), weight: Math.sqrt(shares.market) });
  }
  if (shares.platform > 0) {
    const common = tables.addSource(
      `platform.${platform}.${metric}`,
      platformDimension(metric, platform),
      !isKnownPlatform(platform),
    );
    terms.push({ source: common, weight: Math.sqrt(shares.platform) });
  }
  return terms;
}

function compileBrand(tables: InputTables, { brand }: Scenario): ProgramBrand | null {
  if (brand === null) return null;
  return {
    half_life_days: addGlobal(tables, 'brand.half_life_days', brand.half_life_days, 'amount'),
    recall: addGlobal(tables, 'brand.recall', brand.recall, 'rate'),
    cvr_lift: addGlobal(tables, 'brand.cvr_lift', brand.cvr_lift, 'amount'),
    baseline_lift: addGlobal(tables, 'brand.baseline_lift', brand.baseline_lift, 'amount'),
  };
}

function compileShocks(tables: InputTables, scenario: Scenario, platforms: readonly Platform[]): ProgramShock[] {
  const dimension = globalDimension('shocks');
  return scenario.shocks.map((shock) => ({
    name: shock.name,
    probability: shock.probability,
    window: shock.window,
    lasts: shock.lasts ?? scenario.horizon.periods,
    platforms: platforms.flatMap((platform, p) =>
      shock.platforms === null || shock.platforms.includes(platform) ? [p] : [],
    ),
    factors: shock.factors,
    outage: shock.outage,
    happens: addShared(tables, `shocks.${shock.name}.happens`, STANDARD_NORMAL, 'any', dimension),
    starts: addShared(tables, `shocks.${shock.name}.starts`, STANDARD_NORMAL, 'any', dimension),
  }));
}

function compileRateNoise(tables: InputTables, scenario: Scenario, platforms: readonly Platform[]): ProgramRateNoise[] {
  return NOISY_RATES.flatMap((rate) =>
    platforms.flatMap((platform, p) => {
      const { sd, rho } = scenario.rateNoise[rate][platform] ?? { sd: 0, rho: 0 };
      if (sd === 0) return [];
      const rows = Array.from({ length: scenario.horizon.periods }, (_, t) =>
        addShared(tables, `noise.${rate}.${platform}.${t}`, STANDARD_NORMAL, 'any', noiseDimension(t, platform)),
      );
      return [{ rate, platform: p, sd, rho, first: rows[0] }];
    }),
  );
}

function compileGates(scenario: Scenario, participants: readonly string[]): ProgramGate[] {
  return scenario.phases.flatMap(({ gate, first, periods }, phase) => {
    if (gate === null) return [];
    const { ifFailed } = gate;
    const stops =
      ifFailed.kind === 'stop'
        ? 'all'
        : ifFailed.kind === 'continue'
          ? []
          : ifFailed.ids.map((id) => participants.indexOf(id));
    return [
      {
        phase,
        period: first + periods - 1,
        of: gate.of === null ? -1 : participants.indexOf(gate.of),
        kpi: gate.kpi,
        comparison: gate.comparison,
        threshold: gate.threshold,
        stops,
      },
    ];
  });
}

function compileMetrics(
  tables: InputTables,
  scenario: Scenario,
  lines: readonly ProgramLine[],
  sources: readonly ProgramSource[],
): ProgramMetric[] {
  const all = [
    ...lines.map(({ scenarioIndex }) => scenario.lines[scenarioIndex]),
    ...sources.map(({ scenarioIndex }) => scenario.sources[scenarioIndex]),
  ];
  return scenario.metrics.map(({ name, of, rate, stage, platform, costPer }) => ({
    name,
    of,
    costPer,
    rate: addShared(tables, `metrics.${name}`, rate, 'rate', globalDimension('metrics')),
    participants: all.flatMap((one, k) =>
      (stage === null || one.stage === stage) && (platform === null || one.platform === platform) ? [k] : [],
    ),
  }));
}

/** Section 17: a format that a line uses is made all through the horizon, once for all lines. */
function compileFormatCosts(scenario: Scenario, lines: readonly ProgramLine[]): ProgramRest['formatCosts'] {
  const months = (scenario.horizon.periods * scenario.horizon.periodDays) / 30.4375;
  return scenario.formats.map(({ name, cost, perMonth }) => ({
    cost: cost * perMonth * months,
    lines: lines.flatMap(({ scenarioIndex }, k) => {
      const line = scenario.lines[scenarioIndex];
      const uses = isFunnelLine(line) && line.formats.some(({ format, share }) => format === name && share > 0);
      return uses ? [k] : [];
    }),
  }));
}
