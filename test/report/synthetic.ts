import type { Distribution } from '../../src/distributions/types.js';
import type { Band, Forecast, PlanDetails } from '../../src/forecast/details.js';
import type { Difference, PlanResult, Result, Summary, TargetOutcome } from '../../src/forecast/result.js';
import type { KpiName } from '../../src/scenario/expressions/types.js';
import {
  LINE_METRICS,
  type Line,
  type LineMetric,
  type Origin,
  PLATFORMS,
  type Platform,
  type Quantity,
  type Scenario,
  STAGES,
  type Stage,
  type Target,
} from '../../src/scenario/types.js';
import { PLAIN_FUNNEL, PLAIN_PLAN } from '../scenario/plain.js';
import { lognormal, ordersOf, type Rates, rates, simulate } from './synthetic-model.js';

export interface SyntheticOptions {
  readonly optimize?: boolean;
  readonly targets?: boolean;
  readonly start?: string | null;
  readonly periods?: number;
  readonly unit?: 'day' | 'week' | 'month';
  /** Number of lines: 8 is the coffee chain's own plan, others are made up. */
  readonly lines?: number;
  /** Multiplies every conversion; 0 leaves no orders at all. */
  readonly orders?: number;
  readonly name?: string;
  readonly segment?: string;
  readonly currency?: string;
  readonly digits?: number;
  readonly scale?: number;
  readonly draws?: number;
  readonly delayed?: boolean;
  /** Customers' later orders, and those without any spend, as shares of the plan's. */
  readonly future?: number;
  readonly baseline?: number;
}

interface Plan {
  readonly id: string;
  readonly platform: Platform;
  readonly stage: Stage;
  readonly given: number;
  readonly optimized: number;
}

const COFFEE: readonly Plan[] = [
  { id: 'instagram/awareness', platform: 'instagram', stage: 'awareness', given: 5500, optimized: 7600 },
  { id: 'tiktok/awareness', platform: 'tiktok', stage: 'awareness', given: 5200, optimized: 3100 },
  { id: 'facebook/awareness', platform: 'facebook', stage: 'awareness', given: 3100, optimized: 3100 },
  { id: 'instagram/consideration', platform: 'instagram', stage: 'consideration', given: 850, optimized: 900 },
  { id: 'facebook/consideration', platform: 'facebook', stage: 'consideration', given: 600, optimized: 550 },
  { id: 'instagram/conversion', platform: 'instagram', stage: 'conversion', given: 1400, optimized: 1500 },
  { id: 'facebook/conversion', platform: 'facebook', stage: 'conversion', given: 1200, optimized: 1050 },
  { id: 'instagram/loyalty', platform: 'instagram', stage: 'loyalty', given: 350, optimized: 400 },
];

function madeUpPlan(lines: number): readonly Plan[] {
  return Array.from({ length: lines }, (_, i) => {
    const platform = PLATFORMS[i % PLATFORMS.length]!;
    const stage = STAGES[Math.floor(i / PLATFORMS.length) % STAGES.length]!;
    const segment = Math.floor(i / (PLATFORMS.length * STAGES.length));
    const partner = i % 2 === 0 ? i + 1 : i - 1;
    const shift = partner < lines ? (i % 2 === 0 ? 1 : -1) * 37 * (1 + (Math.floor(i / 2) % 5)) : 0;
    return {
      id: `${platform}/${stage}${segment > 0 ? `/segment ${segment}` : ''}`,
      platform,
      stage,
      given: 300 + 10 * (i % 7),
      optimized: 300 + 10 * (i % 7) + shift,
    };
  });
}

const given: Origin = { kind: 'given' };
const fallback: Origin = { kind: 'default' };
const benchmark: Origin = {
  kind: 'benchmark',
  grounds: [{ code: 'published', figure: { source: 'WordStream/LocaliQ', period: '2025', grade: 'A' }, page: null }],
  page: 'https://www.wordstream.com/blog/facebook-ads-benchmarks?a=1&b=2',
};
const assumed: Origin = {
  kind: 'assumed',
  grounds: [{ code: 'other_platforms', rate: 'cpm', platform: 'instagram' }],
};

const fixed = (value: number): Distribution => ({ family: 'fixed', value });
const quantity = (distribution: Distribution, origin: Origin): Quantity => ({ distribution, origin });

function quantile(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  return sorted[low]! + (h - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!);
}

/** R-7 quantiles, as the engine reports them; draws without a value are counted apart. */
export function summarize(values: Float64Array): Summary {
  const defined = values.filter((v) => Number.isFinite(v)).sort();
  const n = defined.length;
  const share = 1 - n / values.length;
  if (n === 0) {
    return {
      mean: null,
      sd: null,
      se: null,
      p5: null,
      p10: null,
      p25: null,
      p50: null,
      p75: null,
      p90: null,
      p95: null,
      undefined: share,
    };
  }
  const mean = defined.reduce((a, b) => a + b, 0) / n;
  const sd = Math.sqrt(defined.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, n - 1));
  const q = (p: number) => quantile(defined, p);
  return {
    mean,
    sd,
    se: sd / Math.sqrt(n),
    p5: q(0.05),
    p10: q(0.1),
    p25: q(0.25),
    p50: q(0.5),
    p75: q(0.75),
    p90: q(0.9),
    p95: q(0.95),
    undefined: share,
  };
}

function band(values: Float64Array): Band {
  const s = summarize(values);
  return { p10: s.p10 ?? 0, p50: s.p50 ?? 0, p90: s.p90 ?? 0, mean: s.mean ?? 0 };
}

function difference(a: Float64Array, b: Float64Array): Difference {
  const d = a.map((v, i) => v - b[i]!);
  const s = summarize(d);
  const better = d.filter((v) => v > 0).length / d.length;
  const n = (v: number | null) => v ?? 0;
  return {
    mean: n(s.mean),
    sd: n(s.sd),
    se: n(s.se),
    p5: n(s.p5),
    p10: n(s.p10),
    p25: n(s.p25),
    p50: n(s.p50),
    p75: n(s.p75),
    p90: n(s.p90),
    p95: n(s.p95),
    probability_better: better,
  };
}

function makeTargets(): readonly Target[] {
  const kpi = (name: KpiName) => ({ kind: 'kpi', name }) as const;
  return [
    { text: 'roas >= 1.5 with 80%', expression: kpi('roas'), comparison: '>=', threshold: 1.5, probability: 0.8 },
    { text: 'orders >= 3000 with 50%', expression: kpi('orders'), comparison: '>=', threshold: 3000, probability: 0.5 },
    { text: 'cpa <= 9 with 80%', expression: kpi('cpa'), comparison: '<=', threshold: 9, probability: 0.8 },
    { text: 'profit >= 0', expression: kpi('profit'), comparison: '>=', threshold: 0, probability: null },
  ];
}

const made = new Map<string, Forecast>();

/** A forecast of a Baku coffee chain's spring, from a small seeded model of its own: realistic shapes, no engine. */
export function syntheticForecast(options: SyntheticOptions = {}): Forecast {
  const key = JSON.stringify(options);
  const forecast = made.get(key) ?? makeForecast(options);
  made.set(key, forecast);
  return forecast;
}

/** As the small model has it: a margin of 62 %, a fee of 10 %, a fixed cost, and 8 % recorded late where it is delayed. */
function bridgeOf(
  { delayed = false, future = 0, baseline = 0 }: SyntheticOptions,
  total: Readonly<Record<string, Summary>>,
  { scale, spend }: { readonly scale: number; readonly spend: number },
): PlanResult['bridge'] {
  const orders = total.orders!.mean!;
  const revenue = total.revenue!.mean!;
  const worth = (share: number) => ({
    orders: orders * share,
    revenue: revenue * share,
    gross_margin: 0.62 * revenue * share,
  });
  const late = delayed ? 0.08 : 0;
  return {
    recorded: worth(1 - late),
    tail: worth(late),
    media: spend,
    fees: 0.1 * spend,
    tax: 0,
    fixed_costs: 1800 * scale,
    future: worth(future),
    baseline: worth(baseline),
  };
}

function makeForecast(options: SyntheticOptions): Forecast {
  const periods = options.periods ?? 13;
  const unit = options.unit ?? 'week';
  const draws = options.draws ?? 2048;
  const scale = options.scale ?? 1;
  const periodDays = unit === 'day' ? 1 : unit === 'week' ? 7 : 30.4375;
  const base = options.lines === undefined ? COFFEE : madeUpPlan(options.lines);
  const plan = base.map((l) => ({
    ...l,
    id: options.segment === undefined ? l.id : `${l.platform}/${l.stage}/${options.segment}`,
    given: l.given * scale,
    optimized: l.optimized * scale,
  }));
  const budget = plan.reduce((a, l) => a + l.given, 0);
  const targets = options.targets === false ? [] : makeTargets();
  const start = options.start === undefined ? '2027-03-01' : options.start;
  const lines: readonly Line[] = plan.map((l) => ({
    ...PLAIN_FUNNEL,
    id: l.id,
    platform: l.platform,
    stage: l.stage,
    segment: l.id.split('/')[2] ?? null,
    budget: l.given,
    budgetDerived: false,
    quantities: Object.fromEntries(
      LINE_METRICS.map((metric) => {
        const d = lognormal(l.platform, l.stage, metric);
        const origin = l.stage === 'loyalty' ? assumed : l.platform === 'facebook' ? benchmark : given;
        return [metric, quantity(d, metric === 'fatigue' || metric === 'match' ? fallback : origin)];
      }),
    ) as Readonly<Record<LineMetric, Quantity>>,
    flighting: Array.from({ length: periods }, () => 1 / periods),
  }));
  const orderMean = 10 * scale;
  const q = (value: number, origin: Origin = fallback) => quantity(fixed(value), origin);
  const scenario: Scenario = {
    ...PLAIN_PLAN,
    path: 'scenarios/baku-coffee.yaml',
    sha256: '3f8a1c0e6d5b4a79182736455463728190abcdef00112233445566778899aabb',
    name: options.name ?? 'Baku coffee, spring',
    slug: 'baku-coffee-spring',
    language: 'en',
    currency: options.currency ?? 'AZN',
    currencyDigits: options.digits ?? 2,
    start,
    horizon: { periods, unit, periodDays },
    budget,
    seed: 'spring',
    draws,
    sampler: 'sobol',
    population: q(1_200_000, given),
    economics: {
      order_value: quantity({ family: 'lognormal', mu: Math.log(orderMean), sigma: 0.19 }, given),
      margin: q(0.62, given),
      close_rate: q(1),
      repeat_rate: quantity({ family: 'beta', alpha: 5, beta: 5 }, given),
      referral_rate: q(0),
      fee: q(0.1, given),
      tax: q(0),
      fixed_costs: [{ name: 'Content production', amount: q(1800 * scale, given) }],
      baseline: q(0),
      delay_days: q(options.delayed ? 10 : 0),
      value_days: q(0),
      ltv_days: q(365),
    },
    stocks: {
      warm_days: q(30),
      hot_days: q(30),
      buyers_days: q(180),
      landing: q(0.8),
      warm: q(0),
      hot: q(0),
      buyers: q(0),
    },
    memory_days: q(14),
    noise: Object.fromEntries(PLATFORMS.map((p) => [p, { sd: 0.1, rho: 0.5 }])) as Scenario['noise'],
    correlation: {
      metrics: Object.fromEntries(
        LINE_METRICS.map((m) => [m, { market: 0, platform: 0 }]),
      ) as Scenario['correlation']['metrics'],
      pairs: [],
    },
    season: { cpm: [], cvr: [] },
    creative: null,
    creativeFree: false,
    creativeSplit: { proven: 0.6, experiment: 0.3, moonshot: 0.1 },
    lines,
    rules: {
      stages: { awareness: { min: 0.7, max: 0.8 } },
      retargeting: { consideration: 1, conversion: 2, tolerance: 0 },
      creative: { split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0 },
      platforms: {},
      lines: {},
      newChannels: null,
      cpa: null,
      cpm: null,
      roas: null,
      cvar: null,
      adequacy: 0,
      budget: 'exact',
    },
    goal: {
      text: 'profit',
      direction: 'maximize',
      maximize: { kind: 'kpi', name: 'profit' },
      riskAversion: 0.25,
      tail: 0.1,
      worst: 0.1,
      preset: null,
      verdict: {},
    },
    kpis: [],
    targets,
    warnings: [{ code: 'no_margin' }],
  };
  const multiplier = options.orders ?? 1;
  const lineRates: readonly Rates[] = plan.map((l) => rates(l.platform, l.stage));
  const input = {
    budgets: plan.map((l) => l.given),
    plan,
    rates: lineRates,
    draws,
    periods,
    scale,
    orders: multiplier,
    delayed: options.delayed ?? false,
  };
  const orders = ordersOf(input);
  const days = periods * periodDays;
  const describe = (
    budgets: readonly number[],
  ): { plan: PlanResult; details: PlanDetails; kpis: Record<string, Float64Array> } => {
    const out = simulate({ ...input, budgets });
    const total = Object.fromEntries(Object.entries(out.total).map(([k, v]) => [k, summarize(v)]));
    const groups = (names: readonly string[], groups: ReadonlyMap<string, Record<string, Float64Array>>) =>
      Object.fromEntries(
        names
          .filter((n) => groups.has(n))
          .map((n) => [n, Object.fromEntries(Object.entries(groups.get(n)!).map(([k, v]) => [k, summarize(v)]))]),
      );
    const outcomes = targets.map((t): TargetOutcome => {
      const values = out.total[t.expression.kind === 'kpi' ? t.expression.name : 'profit']!;
      const met = values.filter((v) => (t.comparison === '>=' ? v >= t.threshold : v <= t.threshold)).length / draws;
      const s = summarize(values);
      return t.probability === null
        ? {
            target: t.text,
            probability: null,
            se: s.se ?? 0,
            required: null,
            value: s.mean,
            holds: s.mean !== null && s.mean >= t.threshold,
          }
        : {
            target: t.text,
            probability: met,
            se: Math.sqrt((met * (1 - met)) / draws),
            required: t.probability,
            value: s.mean,
            holds: met >= t.probability,
          };
    });
    const awareness = budgets.reduce((a, b, i) => a + (plan[i]!.stage === 'awareness' ? b : 0), 0) / budget;
    return {
      kpis: out.total,
      plan: {
        lines: plan.map((l, i) => ({
          id: l.id,
          budget: budgets[i]!,
          share: Math.round((budgets[i]! / budget) * 1e4) / 1e4,
          daily: Math.round((budgets[i]! / days) * 100) / 100,
        })),
        creative: { proven: 0.6, experiment: 0.3, moonshot: 0.1 },
        kpis: {
          total,
          lines: groups(
            plan.map((l) => l.id),
            out.lines,
          ),
          platforms: groups(PLATFORMS, out.platforms),
          stages: groups(STAGES, out.stages),
          periods: out.ordersByPeriod.map((v, t) => ({
            start:
              start === null
                ? String(t + 1)
                : new Date(Date.parse(start) + t * periodDays * 864e5).toISOString().slice(0, 10),
            orders: summarize(v),
          })),
        },
        bridge: bridgeOf(options, total, { scale, spend: budgets.reduce((a, b) => a + b, 0) }),
        rules: [
          { rule: 'budget', value: budget, min: budget, max: budget, holds: true },
          { rule: 'prospecting', value: awareness, min: 0.7, max: 0.8, holds: awareness >= 0.7 && awareness <= 0.8 },
          { rule: 'retargeting', value: 0.5, min: 0.5, max: 0.5, holds: true },
        ],
        targets: outcomes,
        price: [
          { rule: 'budget', multiplier: 0.31, without: null },
          { rule: 'prospecting', multiplier: 22 * scale, without: summarize(out.total.profit!).mean! + 180 * scale },
          { rule: 'retargeting', multiplier: 0, without: summarize(out.total.profit!).mean! },
        ],
      },
      details: {
        profit: out.total.profit!,
        cumulativeOrders: out.cumulativeOrders.map(band),
        cumulativeLeads: null,
        cumulativeProfit: out.cumulativeProfit.map(band),
      },
    };
  };
  const optimize = options.optimize !== false;
  const before = describe(plan.map((l) => l.given));
  const after = optimize ? describe(plan.map((l) => l.optimized)) : null;
  const { price: _, ...givenPlan } = before.plan;
  const result: Result = {
    format: 'huni.result/1',
    scenario: { name: scenario.name, sha256: scenario.sha256 },
    engine: { version: '0.1.0', seed: 'spring', draws, sampler: 'sobol' },
    plans: after === null ? { given: givenPlan } : { given: givenPlan, optimized: after.plan },
    ...(after === null
      ? {}
      : {
          difference: Object.fromEntries(
            ['profit', 'orders', 'revenue'].map((k) => [k, difference(after.kpis[k]!, before.kpis[k]!)]),
          ),
          optimizer: {
            status: 'optimal' as const,
            objective: after.plan.kpis.total.profit!.mean!,
            objective_given: before.plan.kpis.total.profit!.mean!,
            kkt: 3.1e-7,
            starts: 8,
            optimism: 12.4,
          },
        }),
  };
  const platforms = PLATFORMS.filter((p) => plan.some((l) => l.platform === p));
  return {
    scenario,
    result,
    details: {
      given: before.details,
      optimized: after?.details ?? null,
      creators: [],
      whatIf: null,
      responses: platforms.map((platform) => {
        const own = plan.map((l) => l.platform === platform);
        const spent = plan.reduce((a, l, i) => a + (own[i] ? l.given : 0), 0);
        const planned = plan.reduce((a, l, i) => a + (own[i] ? l.optimized : 0), 0);
        const top = 1.5 * Math.max(spent, planned);
        const at = (spend: number) => orders(plan.map((l, i) => (own[i] ? (l.given / spent) * spend : l.given)));
        const off = at(0);
        return {
          platform,
          given: spent,
          optimized: optimize ? planned : null,
          points: Array.from({ length: 13 }, (_, i) => {
            const spend = (top * i) / 12;
            return { spend, ...band(at(spend).map((v, d) => v - off[d]!)) };
          }),
        };
      }),
    },
  };
}
