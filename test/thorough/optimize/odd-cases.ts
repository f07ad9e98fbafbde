import seedrandom from 'seedrandom';
import type { PlanFunction } from '../../../src/scenario/expressions/types.js';

/** What a plan is to keep: a figure (mean, quotient of means, or a rank of the draws) on one side of a bound. */
export interface OddRule {
  readonly functions: readonly PlanFunction[];
  /** The figure from the draws of the functions. */
  readonly of: (draws: readonly Float64Array[]) => number;
  readonly comparison: '>=' | '<=';
  /** The rule's text with its bound. */
  readonly text: (bound: number) => Record<string, unknown>;
}

/** A plan of a kind that no other generator makes. */
export interface OddCase {
  readonly name: string;
  readonly plan: Record<string, unknown>;
  readonly rules: readonly OddRule[];
  /** Rules without a bound to choose. */
  readonly fixed: Record<string, unknown>;
  readonly goal: PlanFunction;
  readonly budget: number;
  readonly open: boolean;
  readonly lines: number;
  /** The least and the most a line may have, by the plan's own rules. */
  readonly bounds: readonly (readonly [number, number])[];
  /** How many posts of its creator may be chosen, and what one costs. */
  readonly posts: { readonly most: number; readonly fee: number } | null;
  /** How far a creative's share may be from 60-30-10; `null` where the split stays. */
  readonly creative: number | null;
  readonly byChance: boolean;
}

type Kpi = Extract<PlanFunction, { kind: 'kpi' }>['name'];
export const kpi = (name: string): Extract<PlanFunction, { kind: 'kpi' }> => ({ kind: 'kpi', name: name as Kpi });
const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number, digits = 3): number => Number(value.toPrecision(digits));

const held = (text: string, comparison: '>=' | '<=', probability: number | null = null): OddRule => ({
  functions: [kpi(text)],
  of: ([values]) => {
    if (probability === null) return mean(values!);
    const sorted = values!.slice().sort();
    const rank = Math.ceil(probability * sorted.length - 1e-9);
    return comparison === '>=' ? sorted[sorted.length - rank]! : sorted[rank - 1]!;
  },
  comparison,
  text: (bound) => ({
    hold: [`${text} ${comparison} ${bound}${probability === null ? '' : ` with ${Math.round(100 * probability)}%`}`],
  }),
});
/** A ratio of means, as ceilings and floors of the plan are (model, section 8). */
const ratio = (key: 'cpa' | 'roas'): OddRule => ({
  functions: key === 'cpa' ? [kpi('spend'), kpi('conversions')] : [kpi('revenue'), kpi('spend')],
  of: ([over, under]) => mean(over!) / mean(under!),
  comparison: key === 'cpa' ? '<=' : '>=',
  text: (bound) => ({ [key]: bound }),
});

const KINDS = [
  'posts under a CPA',
  'a brand, lines in bounds',
  'gates, shares in bounds',
  'creatives and changes from the plan given',
  'two rules apart: frequency and reach',
  'two rules apart: a chance of ROAS and clicks',
  'less than one unit of currency',
  'billions',
  'one line',
  'a line that finds nobody',
  'no decimals',
  'three decimals',
  'shocks and a tail',
  'posts, a chance of orders',
  'three lines, three rules',
] as const;

/** Kinds in turn, the same case for the same number. */
export function oddCase(number: number): OddCase {
  const random = seedrandom.alea(`odd ${number}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const kind = KINDS[number % KINDS.length]!;
  const scale =
    kind === 'less than one unit of currency'
      ? between(0.2, 0.95)
      : kind === 'billions'
        ? between(2e9, 2e10)
        : 10 ** between(2.8, 4.5);
  const currency = kind === 'no decimals' ? 'JPY' : kind === 'three decimals' ? 'KWD' : 'USD';
  const digits = currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2;
  const budget = Number(scale.toFixed(digits));
  const range = (low: number, high: number, width: number): string => {
    const middle = between(low, high);
    return `${round(middle / width)} to ${round(middle * width)}`;
  };
  // What a thousand impressions cost follows the budget where that is tiny or huge, so that there is something to choose.
  const price = kind === 'billions' ? 1e5 : kind === 'less than one unit of currency' ? 1e-3 : 1;
  const line = (k: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
    platform: `c${k}`,
    stage: 'awareness',
    audience: Math.round(((budget / 5 / price) * 1000 * between(0.1, 1.2)) / 2) + 200,
    cpm: `${round(between(2, 5) * price)} to ${round(between(5, 9) * price)}`,
    ctr: range(0.006, 0.02, 1.2),
    cvr: range(0.01, 0.05, 1.3),
    view_rate: range(0.15, 0.4, 1.1),
    fatigue: round(between(0.02, 0.15)),
    ...more,
  });
  const three = kind === 'three lines, three rules';
  const one = kind === 'one line';
  const open =
    one || kind === 'posts under a CPA' ? true : random() < 0.5 && kind !== 'creatives and changes from the plan given';
  let lines = three ? [line(0), line(1), line(2)] : one ? [line(0)] : [line(0), line(1)];
  let bounds: (readonly [number, number])[] = lines.map(() => [0, 1]);
  let fixed: Record<string, unknown> = {};
  let rules: readonly OddRule[] = [];
  let plan: Record<string, unknown> = {};
  let goal = (['profit', 'orders', 'revenue'] as const)[Math.floor(random() * 3)]!;
  let posts: OddCase['posts'] = null;
  let creative: number | null = null;
  const creator = (): void => {
    const fee = Number((budget * between(0.05, 0.15)).toFixed(digits));
    posts = { most: 3, fee };
    plan = {
      ...plan,
      creators: [
        {
          name: 'C',
          platform: 'c0',
          followers: Math.round((fee / 8) * 1000),
          reach_rate: '25% to 40%',
          fee,
          posts: { max: 3 },
        },
      ],
    };
  };
  switch (kind) {
    case 'posts under a CPA':
      creator();
      rules = [ratio('cpa')];
      break;
    case 'a brand, lines in bounds':
      plan = {
        brand: { half_life_days: 30, recall: 0.1, cvr_lift: 0.8, baseline_lift: 0 },
        market: { population: Math.round(budget * 400) + 1000 },
      };
      lines = [line(0), line(1, { stage: 'conversion', audience: undefined, platform: 'c0' })];
      bounds = [
        [0.3, 0.9],
        [0, 0.5],
      ];
      fixed = { lines: { 'c0/awareness': { min: '30%', max: '90%' }, 'c0/conversion': { max: '50%' } } };
      break;
    case 'gates, shares in bounds':
      plan = {
        horizon: '4 weeks',
        phases: [
          {
            name: 'a',
            periods: 2,
            budget: '30%',
            gate: `cpa <= ${round((5 / 0.012 / 0.03 / 1000) * between(0.9, 1.3))}`,
            if_failed: 'stop',
          },
          { name: 'b', periods: 2, budget: '70%' },
        ],
      };
      bounds = [
        [0.2, 0.7],
        [0, 1],
      ];
      fixed = { lines: { 'c0/awareness': { min: '20%', max: '70%' } } };
      break;
    case 'creatives and changes from the plan given': {
      const share = between(0.35, 0.65);
      const first = Number((budget * share).toFixed(digits));
      lines = [line(0, { budget: first }), line(1, { budget: Number((budget - first).toFixed(digits)) })];
      bounds = [first / budget, 1 - first / budget].map((own) => [0.8 * own, 1.2 * own] as const);
      creative = 0.1;
      fixed = { change: '±20%', creative: { split: '60-30-10', tolerance: '10%' } };
      plan = { creative: { proven: 1, experiment: 1.15, moonshot: 0.8 } };
      break;
    }
    case 'two rules apart: frequency and reach':
      rules = [held('frequency', '<='), held('reach', '>=')];
      break;
    case 'two rules apart: a chance of ROAS and clicks':
      rules = [held('roas', '>=', 0.7), held('clicks', '>=')];
      break;
    case 'a line that finds nobody':
      lines = [line(0), line(1, { stage: 'conversion', platform: 'c9', audience: undefined }), line(2)];
      bounds = [
        [0, 1],
        [0, 1],
        [0, 1],
      ];
      break;
    case 'shocks and a tail':
      plan = { shocks: [{ name: 'dear', probability: 0.4, cpm: '+60%', platforms: ['c0'] }] };
      rules = [held('revenue', '>=', 0.9)];
      break;
    case 'posts, a chance of orders':
      creator();
      rules = [held('clicks', '>=', 0.8)];
      break;
    case 'three lines, three rules':
      rules = [held('reach', '>='), ratio('roas'), held('frequency', '<=')];
      goal = 'orders';
      break;
    case 'one line':
      rules = [ratio('roas')];
      goal = 'profit';
      break;
    default:
      rules = [held('clicks', '>=')];
      goal = 'profit';
  }
  const text = {
    currency,
    horizon: '3 weeks',
    budget: open ? { max: budget } : budget,
    draws: 256,
    creative: 'off',
    noise: 'off',
    economics: { order_value: round(between(20, 80) * price), margin: 0.6, repeat_rate: 0 },
    goal: { maximize: goal, risk_aversion: 0 },
    lines,
    ...plan,
  };
  return {
    name: `${number}: ${kind}, ${open ? 'at most' : 'all of'} ${budget} ${currency}, ${goal}`,
    plan: text,
    rules,
    fixed,
    goal: kpi(goal),
    budget,
    open,
    lines: lines.length,
    bounds,
    posts,
    creative,
    byChance: kind.includes('chance') || kind.includes('tail'),
  };
}
