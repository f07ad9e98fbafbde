import seedrandom from 'seedrandom';
import type { Decision, DrawSet, Evaluation, PlanEvaluator } from '../../src/optimize/types.js';
import type { Expression } from '../../src/scenario/expressions/types.js';
import type { Goal, Line, LineMetric, Platform, Quantity, Rules, Scenario, Stage } from '../../src/scenario/types.js';
import { PLAIN_FUNNEL, PLAIN_PLAN } from '../scenario/plain.js';

const fixed = (value: number): Quantity => ({
  distribution: { family: 'fixed', value },
  origin: { kind: 'given' },
});

export interface LineSpec {
  readonly id: string;
  readonly budget: number;
  readonly flighting?: readonly number[];
}

export interface ScenarioSpec {
  readonly lines: readonly LineSpec[];
  readonly rules?: Partial<Rules>;
  readonly goal?: Partial<Goal>;
  readonly budget?: number;
  readonly creative?: boolean;
  readonly creativeSplit?: Scenario['creativeSplit'];
  readonly currencyDigits?: number;
  readonly currency?: string;
}

export const NO_RULES: Rules = {
  stages: {},
  retargeting: null,
  creative: null,
  platforms: {},
  lines: {},
  newChannels: null,
  cpa: null,
  cpm: null,
  roas: null,
  cvar: null,
  adequacy: 0,
  budget: 'exact',
};

/** A scenario of which only what the optimiser reads is meant; the analytic evaluators below stand in for the engine. */
export function scenarioOf(spec: ScenarioSpec): Scenario {
  const zero = fixed(0);
  const one = fixed(1);
  const lines: Line[] = spec.lines.map(({ id, budget, flighting }) => {
    const [platform, stage, segment] = id.split('/') as [Platform, Stage, string | undefined];
    const metrics: readonly LineMetric[] = ['audience', 'cpm', 'ctr', 'view_rate', 'cvr', 'fatigue', 'match'];
    const quantities = Object.fromEntries(metrics.map((metric) => [metric, one])) as Record<LineMetric, Quantity>;
    return {
      ...PLAIN_FUNNEL,
      id,
      platform,
      stage,
      segment: segment ?? null,
      budget,
      budgetDerived: false,
      quantities,
      flighting: flighting ?? new Array<number>(4).fill(0.25),
    };
  });
  const factor = { market: 0, platform: 0 };
  const noise = { sd: 0, rho: 0 };
  return {
    ...PLAIN_PLAN,
    path: 'test.yaml',
    sha256: '',
    name: 'test',
    slug: 'test',
    language: 'en',
    currency: spec.currency ?? 'USD',
    currencyDigits: spec.currencyDigits ?? 2,
    start: null,
    horizon: { periods: 4, unit: 'week', periodDays: 7 },
    budget: spec.budget ?? spec.lines.reduce((sum, line) => sum + line.budget, 0),
    seed: 'test',
    draws: 1024,
    sampler: 'sobol',
    population: null,
    economics: {
      order_value: one,
      margin: one,
      close_rate: one,
      repeat_rate: zero,
      referral_rate: zero,
      fee: zero,
      tax: zero,
      fixed_costs: [],
      baseline: zero,
      delay_days: zero,
      value_days: zero,
      ltv_days: zero,
    },
    stocks: { warm_days: one, hot_days: one, buyers_days: one, landing: one, warm: zero, hot: zero, buyers: zero },
    memory_days: one,
    noise: {
      facebook: noise,
      instagram: noise,
      tiktok: noise,
      youtube: noise,
      linkedin: noise,
      x: noise,
      snapchat: noise,
      pinterest: noise,
      reddit: noise,
    },
    correlation: {
      metrics: {
        audience: factor,
        cpm: factor,
        ctr: factor,
        view_rate: factor,
        cvr: factor,
        fatigue: factor,
        match: factor,
      },
      pairs: [],
    },
    season: { cpm: [], cvr: [] },
    creative: spec.creative
      ? { wear_days: one, proven: one, experiment: one, moonshot: one, experiment_gain: one, moonshot_gain: one }
      : null,
    creativeFree: spec.creative === true && (spec.rules?.creative ?? null) === null,
    creativeSplit: spec.creativeSplit ?? { proven: 0.6, experiment: 0.3, moonshot: 0.1 },
    lines,
    rules: { ...NO_RULES, ...spec.rules },
    goal: {
      text: 'revenue',
      direction: 'maximize',
      maximize: kpi('revenue'),
      riskAversion: 0,
      tail: 0.1,
      worst: 0.1,
      preset: null,
      verdict: {},
      ...spec.goal,
    },
    kpis: [],
    targets: [],
    warnings: [],
  };
}

export function kpi(name: 'revenue' | 'profit' | 'spend' | 'conversions' | 'roas'): Expression {
  return { kind: 'kpi', name };
}

/** A line's response in one draw: revenue at a spend, and its derivative. */
export interface Response {
  readonly value: (spend: number) => number;
  readonly slope: (spend: number) => number;
}

export const logResponse = (a: number, b: number): Response => ({
  value: (x) => a * Math.log1p(b * x),
  slope: (x) => (a * b) / (1 + b * x),
});
export const rootResponse = (a: number): Response => ({
  value: (x) => a * Math.sqrt(x),
  slope: (x) => a / (2 * Math.sqrt(x)),
});
export const exponentialResponse = (a: number, b: number): Response => ({
  value: (x) => -a * Math.expm1(-b * x),
  slope: (x) => a * b * Math.exp(-b * x),
});
export const linearResponse = (a: number): Response => ({ value: (x) => a * x, slope: () => a });
/** Hill curve: S-shaped for a shape above 1. */
export const hillResponse = (a: number, half: number, shape: number): Response => ({
  value: (x) => (a * x ** shape) / (x ** shape + half ** shape),
  slope: (x) => (a * shape * half ** shape * x ** (shape - 1)) / (x ** shape + half ** shape) ** 2,
});

export interface AnalyticModel {
  readonly draws: number;
  /** By draw and line. */
  readonly response: (line: number, draw: number, set: DrawSet) => Response;
  /** Worth of each creative tier: revenue is multiplied by `Σ y_k m_k`. */
  readonly tiers?: readonly [number, number, number];
  /** By line: its conversions are its revenue over this; 10 by default. */
  readonly orderValues?: readonly number[];
}

export interface CountingEvaluator extends PlanEvaluator {
  readonly count: Record<DrawSet, number>;
}

/** Revenue is the sum of the lines' responses (times the creative quality); profit is that less spend. */
export function analyticEvaluator(model: AnalyticModel): CountingEvaluator {
  const count = { coarse: 0, fit: 0, fresh: 0 };
  const orderValue = (line: number): number => model.orderValues?.[line] ?? 10;
  const tables: Partial<Record<DrawSet, Response[][]>> = {};
  return {
    count,
    evaluate(decision: Decision, functions, set): Promise<Evaluation> {
      count[set] += 1;
      const { draws } = model;
      const { budgets, creative } = decision;
      const lines = budgets.length;
      const variables = lines + 3;
      tables[set] ??= Array.from({ length: draws }, (_, d) =>
        Array.from({ length: lines }, (_, l) => model.response(l, d, set)),
      );
      const table = tables[set];
      const tiers = model.tiers ?? null;
      const quality = tiers === null ? 1 : tiers.reduce((sum, m, k) => sum + m * creative[k]!, 0);
      const values = functions.map(() => new Float64Array(draws));
      const gradients = functions.map(() => new Float64Array(draws * variables));
      const spend = budgets.reduce((sum, x) => sum + x, 0);
      for (let d = 0; d < draws; d++) {
        const responses = table[d]!;
        let total = 0;
        let conversions = 0;
        const slopes = new Float64Array(variables);
        responses.forEach((response, l) => {
          const value = response.value(budgets[l]!);
          total += value;
          conversions += (quality * value) / orderValue(l);
          slopes[l] = quality * response.slope(budgets[l]!);
        });
        for (const [k, m] of (tiers ?? []).entries()) slopes[lines + k] = m * total;
        const revenue = quality * total;
        functions.forEach((expression, f) => {
          if (expression.kind !== 'kpi') throw new Error('the analytic evaluators know KPIs only');
          const set = (value: number, slope: (j: number) => number): void => {
            values[f]![d] = value;
            for (let j = 0; j < variables; j++) gradients[f]![j * draws + d] = slope(j);
          };
          const spending = (j: number): number => (j < lines ? 1 : 0);
          if (expression.name === 'revenue') set(revenue, (j) => slopes[j]!);
          else if (expression.name === 'profit') set(revenue - spend, (j) => slopes[j]! - spending(j));
          else if (expression.name === 'spend') set(spend, spending);
          else if (expression.name === 'unspent' || expression.name === 'unreached') set(0, () => 0);
          else if (expression.name === 'conversions')
            set(conversions, (j) =>
              j < lines ? slopes[j]! / orderValue(j) : ((tiers?.[j - lines] ?? 0) * conversions) / quality,
            );
          else if (expression.name === 'roas') {
            if (spend === 0) set(Number.NaN, () => 0);
            else set(revenue / spend, (j) => slopes[j]! / spend - (spending(j) * revenue) / spend ** 2);
          } else throw new Error(`no ${expression.name} here`);
        });
      }
      return Promise.resolve({ draws, values, gradients });
    },
  };
}

/** Lognormal factor with mean 1, by draw, line and set; the same for the same arguments. */
export function noiseTable(seed: string, sd: number): (line: number, draw: number, set: DrawSet) => number {
  return (line, draw, set) => {
    const random = seedrandom.alea(`${seed}/${set}/${line}/${draw}`);
    const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.exp(sd * z - (sd * sd) / 2);
  };
}
