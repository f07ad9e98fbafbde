import seedrandom from 'seedrandom';
import type { Distribution } from '../../src/distributions/types.js';
import type { LineMetric, Platform, Stage } from '../../src/scenario/types.js';

/** Median rates of a line; each draw multiplies them by lognormal noise. */
export interface Rates {
  readonly cpm: number;
  readonly ctr: number;
  readonly view: number;
  readonly cvr: number;
  readonly audience: number;
}

const STAGE_RATES: Readonly<Record<Stage, Rates>> = {
  awareness: { cpm: 3.0, ctr: 0.01, view: 0.24, cvr: 0.019, audience: 450_000 },
  consideration: { cpm: 3.7, ctr: 0.018, view: 0.3, cvr: 0.038, audience: 60_000 },
  conversion: { cpm: 4.6, ctr: 0.026, view: 0.34, cvr: 0.055, audience: 40_000 },
  loyalty: { cpm: 4.2, ctr: 0.03, view: 0.36, cvr: 0.07, audience: 4_000 },
  advocacy: { cpm: 4.2, ctr: 0.02, view: 0.36, cvr: 0.06, audience: 4_000 },
};
const PLATFORM_FACTOR: Readonly<Partial<Record<Platform, number>>> = { instagram: 1.35, tiktok: 0.4, linkedin: 0.5 };

export function rates(platform: Platform, stage: Stage): Rates {
  const r = STAGE_RATES[stage];
  return { ...r, cvr: r.cvr * (PLATFORM_FACTOR[platform] ?? 1) };
}

/** The distribution that the report lists for a line's quantity. */
export function lognormal(platform: Platform, stage: Stage, metric: LineMetric): Distribution {
  const r = rates(platform, stage);
  switch (metric) {
    case 'fatigue':
      return { family: 'fixed', value: stage === 'awareness' ? 0.05 : 0.03 };
    case 'match':
      return { family: 'fixed', value: 0.6 };
    case 'audience':
      return { family: 'lognormal', mu: Math.log(r.audience), sigma: 0.12 };
    case 'cpm':
      return { family: 'lognormal', mu: Math.log(r.cpm), sigma: 0.19 };
    case 'ctr':
      return { family: 'beta', alpha: 40, beta: 40 / r.ctr - 40 };
    case 'view_rate':
      return { family: 'beta', alpha: 30, beta: 30 / r.view - 30 };
    case 'cvr':
      return { family: 'beta', alpha: 8, beta: 8 / r.cvr - 8 };
  }
}

export interface SimulationInput {
  readonly budgets: readonly number[];
  readonly plan: readonly { readonly id: string; readonly platform: Platform; readonly stage: Stage }[];
  readonly rates: readonly Rates[];
  readonly draws: number;
  readonly periods: number;
  readonly scale: number;
  readonly orders: number;
  readonly delayed: boolean;
}

type Kpis = Record<string, Float64Array>;

export interface SimulationOutput {
  readonly total: Kpis;
  readonly lines: ReadonlyMap<string, Kpis>;
  readonly platforms: ReadonlyMap<string, Kpis>;
  readonly stages: ReadonlyMap<string, Kpis>;
  readonly ordersByPeriod: readonly Float64Array[];
  readonly cumulativeOrders: readonly Float64Array[];
  readonly cumulativeProfit: readonly Float64Array[];
}

const GROUP_KPIS = ['spend', 'impressions', 'reach', 'views', 'clicks', 'conversions'] as const;

const uniform = seedrandom.alea('synthetic');
const drawn: number[] = [];
/** The k-th standard normal, the same for every plan and every forecast: they are drawn once. */
function normalAt(k: number): number {
  while (drawn.length <= k) {
    drawn.push(Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()));
  }
  return drawn[k]!;
}

/** The sum of some lines' figures, in the order of the lines. */
function summed(lines: readonly Kpis[], draws: number): Kpis {
  return Object.fromEntries(
    GROUP_KPIS.map((kpi) => {
      const sum = new Float64Array(draws);
      for (const line of lines) {
        const values = line[kpi]!;
        for (let d = 0; d < draws; d++) sum[d]! += values[d]!;
      }
      return [kpi, sum];
    }),
  );
}

/** What a line's money comes to in every future; its normals begin at `first`, and are `step` apart from one future to the next. */
function lineOf(rates: Rates, budget: number, input: SimulationInput, first: number, step: number): Kpis {
  const { draws, scale } = input;
  const zeros = () => new Float64Array(draws);
  const [impressions, reach, views, clicks, conversions] = [zeros(), zeros(), zeros(), zeros(), zeros()] as const;
  for (let d = 0; d < draws; d++) {
    const market = normalAt(d * step);
    const at = d * step + first;
    const cpm = rates.cpm * scale * Math.exp(0.19 * normalAt(at) + 0.1 * market);
    const seen = (1000 * budget) / cpm;
    const effective = (rates.audience / 0.05) * -Math.expm1((-0.05 * seen) / rates.audience);
    const clicked = rates.ctr * effective * Math.exp(0.2 * normalAt(at + 2));
    impressions[d] = seen;
    reach[d] = rates.audience * -Math.expm1(-seen / rates.audience);
    views[d] = rates.view * effective * Math.exp(0.15 * normalAt(at + 1));
    clicks[d] = clicked;
    conversions[d] = input.orders * rates.cvr * clicked * Math.exp(0.3 * normalAt(at + 3) - 0.15 * market);
  }
  return { spend: zeros().fill(budget), impressions, reach, views, clicks, conversions };
}

/** What of the orders of a future are of people who buy again. */
const repeatOf = (won: number, d: number, step: number): number =>
  won * Math.max(0, 0.5 + 0.15 * normalAt(d * step + 2)) * 1.1;

/** Orders alone, of several plans of the same lines: what a line's money comes to is worked out once for each amount. */
export function ordersOf({ plan, draws, ...input }: SimulationInput): (budgets: readonly number[]) => Float64Array {
  const step = 3 + 4 * plan.length;
  const known = new Map<string, Float64Array>();
  const conversions = (i: number, budget: number): Float64Array => {
    const key = `${i} ${budget}`;
    const one =
      known.get(key) ?? lineOf(input.rates[i]!, budget, { plan, draws, ...input }, 3 + 4 * i, step).conversions!;
    known.set(key, one);
    return one;
  };
  return (budgets) => {
    const won = new Float64Array(draws);
    for (let i = 0; i < plan.length; i++) {
      const values = conversions(i, budgets[i]!);
      for (let d = 0; d < draws; d++) won[d]! += values[d]!;
    }
    return won.map((value, d) => value + repeatOf(value, d, step));
  };
}

/** A one-shot funnel with saturation, common random numbers for every plan. */
export function simulate(input: SimulationInput): SimulationOutput {
  const { budgets, plan, draws, periods, scale } = input;
  const zeros = () => new Float64Array(draws);
  const step = 3 + 4 * plan.length;
  const made = plan.map((_, i) => lineOf(input.rates[i]!, budgets[i]!, input, 3 + 4 * i, step));
  const lines = new Map(plan.map((l, i) => [l.id, made[i]!]));
  const sumsBy = (of: 'platform' | 'stage') =>
    new Map(
      [...new Set(plan.map((l): string => l[of]))].map((name) => [
        name,
        summed(
          made.filter((_, i) => plan[i]![of] === name),
          draws,
        ),
      ]),
    );
  const [platforms, stages] = [sumsBy('platform'), sumsBy('stage')];
  const total = summed(made, draws);
  for (const k of [
    'orders',
    'new',
    'repeat',
    'revenue',
    'gross_margin',
    'cost',
    'profit',
    'roas',
    'roi',
    'cpa',
    'cac',
    'cpm',
    'ctr',
    'tail',
  ]) {
    total[k] = zeros();
  }
  const ordersByPeriod = Array.from({ length: periods }, zeros);
  const cumulativeOrders = Array.from({ length: periods }, zeros);
  const cumulativeProfit = Array.from({ length: periods }, zeros);
  const spend = budgets.reduce((a, b) => a + b, 0);
  for (let d = 0; d < draws; d++) {
    const orderValue = 10 * scale * Math.exp(0.19 * normalAt(d * step + 1));
    const won = total.conversions![d]!;
    const repeat = repeatOf(won, d, step);
    const orders = won + repeat;
    const revenue = orders * orderValue;
    const cost = spend * 1.1 + 1800 * scale;
    total.new![d] = won;
    total.repeat![d] = repeat;
    total.orders![d] = orders;
    total.revenue![d] = revenue;
    total.gross_margin![d] = 0.62 * revenue;
    total.cost![d] = cost;
    total.profit![d] = 0.62 * revenue - cost;
    total.roas![d] = revenue / spend;
    total.roi![d] = total.profit![d]! / cost;
    total.cpa![d] = won > 0 ? spend / won : Number.NaN;
    total.cac![d] = won > 0 ? cost / won : Number.NaN;
    total.cpm![d] = (1000 * spend) / total.impressions![d]!;
    total.ctr![d] = total.clicks![d]! / total.impressions![d]!;
    const recorded = input.delayed ? 0.92 : 1;
    total.tail![d] = orders * (1 - recorded);
    let before = 0;
    for (let t = 0; t < periods; t++) {
      const share = recorded * ((t + 1) / periods) ** 1.25;
      cumulativeOrders[t]![d] = orders * share;
      ordersByPeriod[t]![d] = orders * share - before;
      before = orders * share;
      cumulativeProfit[t]![d] = 0.62 * revenue * share - 1800 * scale - (spend * 1.1 * (t + 1)) / periods;
    }
  }
  return { total, lines, platforms, stages, ordersByPeriod, cumulativeOrders, cumulativeProfit };
}
