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

/** A one-shot funnel with saturation, common random numbers for every plan. */
export function simulate(input: SimulationInput): SimulationOutput {
  const { budgets, plan, draws, periods, scale } = input;
  const uniform = seedrandom.alea('synthetic');
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const zeros = () => new Float64Array(draws);
  const group = (): Kpis => Object.fromEntries(GROUP_KPIS.map((k) => [k, zeros()]));
  const lines = new Map(plan.map((l) => [l.id, group()]));
  const platforms = new Map(plan.map((l) => [l.platform as string, group()]));
  const stages = new Map(plan.map((l) => [l.stage as string, group()]));
  const total: Kpis = { ...group() };
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
  const groups = plan.map((l) => [lines.get(l.id)!, platforms.get(l.platform)!, stages.get(l.stage)!, total]);
  const ordersByPeriod = Array.from({ length: periods }, zeros);
  const cumulativeOrders = Array.from({ length: periods }, zeros);
  const cumulativeProfit = Array.from({ length: periods }, zeros);
  const spend = budgets.reduce((a, b) => a + b, 0);
  for (let d = 0; d < draws; d++) {
    const market = normal();
    const orderValue = 10 * scale * Math.exp(0.19 * normal());
    const repeatRate = Math.max(0, 0.5 + 0.15 * normal());
    plan.forEach((_l, i) => {
      const r = input.rates[i]!;
      const cpm = r.cpm * scale * Math.exp(0.19 * normal() + 0.1 * market);
      const impressions = (1000 * budgets[i]!) / cpm;
      const effective = (r.audience / 0.05) * -Math.expm1((-0.05 * impressions) / r.audience);
      const views = r.view * effective * Math.exp(0.15 * normal());
      const clicks = r.ctr * effective * Math.exp(0.2 * normal());
      const conversions = input.orders * r.cvr * clicks * Math.exp(0.3 * normal() - 0.15 * market);
      const reach = r.audience * -Math.expm1(-impressions / r.audience);
      for (const g of groups[i]!) {
        g.spend![d]! += budgets[i]!;
        g.impressions![d]! += impressions;
        g.reach![d]! += reach;
        g.views![d]! += views;
        g.clicks![d]! += clicks;
        g.conversions![d]! += conversions;
      }
    });
    const won = total.conversions![d]!;
    const repeat = won * repeatRate * 1.1;
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
