import seedrandom from 'seedrandom';

/** What a rule bounds, in words of its own, and the same figure worked out from KPIs' draws. */
interface Figure {
  readonly text: string;
  readonly kpis: readonly string[];
  readonly comparison: '>=' | '<=';
  readonly of: (draw: (kpi: string) => number) => number;
  /** Held on sums of spend and of what it buys, as ceilings are (model, section 8). */
  readonly ratio?: true;
  /** Orders come in whole numbers (model, section 14). */
  readonly counted?: true;
  readonly weekly?: true;
}

const plain = (kpi: string, comparison: '>=' | '<=' = '>=', more: Partial<Figure> = {}): Figure => ({
  text: kpi,
  kpis: [kpi],
  comparison,
  of: (draw) => draw(kpi),
  ...more,
});

const PLAN: readonly Figure[] = [
  plain('impressions'),
  plain('reach'),
  plain('clicks'),
  plain('views'),
  plain('leads'),
  plain('orders', '>=', { counted: true }),
  plain('orders', '>=', { counted: true, weekly: true }),
  plain('revenue'),
  plain('profit'),
  plain('clicks', '>=', { weekly: true }),
  plain('frequency', '<='),
  plain('frequency', '<=', { weekly: true }),
  plain('ctr'),
  plain('cpc', '<='),
  plain('cpl', '<='),
  plain('roas'),
  {
    text: 'revenue - 2 * spend',
    kpis: ['revenue', 'spend'],
    comparison: '>=',
    of: (draw) => draw('revenue') - 2 * draw('spend'),
  },
  {
    text: 'min(clicks, 4 * views) + 0.1 * reach',
    kpis: ['clicks', 'views', 'reach'],
    comparison: '>=',
    of: (draw) => Math.min(draw('clicks'), 4 * draw('views')) + 0.1 * draw('reach'),
  },
  {
    text: 'clicks / sqrt(reach + 1)',
    kpis: ['clicks', 'reach'],
    comparison: '>=',
    of: (draw) => draw('clicks') / Math.sqrt(draw('reach') + 1),
  },
];

const LINE: readonly Figure[] = [
  plain('conversions', '>=', { counted: true, weekly: true }),
  plain('conversions', '>=', { counted: true }),
  plain('clicks', '>='),
  plain('leads', '>=', { weekly: true }),
  plain('reach'),
  plain('revenue'),
  plain('frequency', '<=', { weekly: true }),
  plain('frequency', '<='),
  plain('impressions', '<='),
  plain('roas'),
  plain('cpa', '<=', { ratio: true }),
  plain('cpc', '<='),
  plain('ctr'),
  {
    text: 'revenue - spend',
    kpis: ['revenue', 'spend'],
    comparison: '>=',
    of: (draw) => draw('revenue') - draw('spend'),
  },
  {
    text: 'views / spend',
    kpis: ['views', 'spend'],
    comparison: '>=',
    of: (draw) => draw('views') / draw('spend'),
  },
];

export type Asked = 'maximize' | 'cheapest';

/** A plan of two lines and one rule, before the rule's number is chosen. */
export interface HeldCase {
  readonly name: string;
  readonly asked: Asked;
  readonly budget: number;
  /** Whether less than the budget may be spent. */
  readonly open: boolean;
  readonly goal: 'profit' | 'orders' | 'revenue';
  readonly line: number | null;
  readonly figure: Figure;
  readonly whileOn: boolean;
  readonly probability: number | null;
  readonly counts: boolean;
  readonly weeks: number;
  /** Where between the worst and the best that some plan comes to the number lies; above 1: out of reach. */
  readonly at: number;
  text(threshold: number): string;
  /** Without the rule. */
  readonly free: string;
}

/** A random case, the same for the same number: each figure in turn, of the plan and of a line, on means and in a share of futures. */
export function heldCase(number: number): HeldCase {
  const random = seedrandom.alea(`held ${number}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));
  const ofLine = number % 2 === 1;
  const list = ofLine ? LINE : PLAN;
  const figure = list[(number >> 1) % list.length]!;
  const line = ofLine ? Math.floor(random() * 2) : null;
  const probability = random() < 0.5 ? Math.round(between(0.55, 0.95) * 100) / 100 : null;
  const asked: Asked = figure.comparison === '>=' && !ofLine && random() < 0.5 ? 'cheapest' : 'maximize';
  const open = asked === 'cheapest' || random() < 0.5;
  const whileOn = ofLine && random() < 0.5;
  const goal = (['profit', 'orders', 'revenue'] as const)[Math.floor(random() * 3)]!;
  const counts = figure.counted === true && random() < 0.5;
  const weeks = 1 + Math.floor(random() * 4);
  const budget = rounded(10 ** between(2.8, 4.5));
  const range = (low: number, high: number, width: number): string => {
    const middle = between(low, high);
    return `${rounded(middle / width)} to ${rounded(middle * width)}`;
  };
  const wide = between(1.05, 1.6);
  const made = (k: number): Record<string, unknown> => ({
    platform: `c${k}`,
    stage: 'awareness',
    audience: Math.round(((budget / 5) * 1000 * between(0.1, 1.5)) / 2) + 200,
    cpm: range(2, 9, wide),
    ctr: range(0.006, 0.02, Math.min(wide, 1.3)),
    cvr: range(0.01, 0.05, wide),
    view_rate: range(0.15, 0.4, 1.1),
    fatigue: rounded(between(0.02, 0.15)),
  });
  const second = random() < 0.3 ? { ...made(1), platform: 'c0', stage: 'conversion', audience: undefined } : made(1);
  const lines = [made(0), second];
  const plan = {
    currency: 'USD',
    horizon: `${weeks} weeks`,
    budget: open ? { max: budget } : budget,
    draws: 256,
    creative: 'off',
    noise: counts ? { counts: 'on' } : 'off',
    economics: { order_value: rounded(between(20, 80)), margin: 0.6, repeat_rate: 0, close_rate: 0.4 },
    goal: asked === 'cheapest' ? { minimize: 'spend' } : { maximize: goal, risk_aversion: 0 },
    lines,
  };
  const id = ofLine ? `${lines[line!]!.platform}/${lines[line!]!.stage}` : null;
  const rule = (threshold: number): string =>
    `${figure.text} ${figure.comparison} ${threshold}${figure.weekly ? ' a week' : ''}${whileOn ? ' while on' : ''}${
      probability === null ? '' : ` with ${Math.round(probability * 100)}%`
    }`;
  return {
    name: `${number}: ${id ?? 'plan'}, ${rule(0)}, ${asked} ${goal}, ${open ? 'at most' : 'all of'} ${budget}${counts ? ', counts' : ''}`,
    asked,
    budget,
    open,
    goal,
    line,
    figure,
    whileOn,
    probability,
    counts,
    weeks,
    at: random() < 0.25 ? between(1.03, 1.4) : between(0.3, 0.98),
    text(threshold) {
      const hold = [rule(threshold)];
      return JSON.stringify({ ...plan, rules: id === null ? { hold } : { lines: { [id]: { hold } } } });
    },
    free: JSON.stringify({ ...plan, goal: { maximize: goal, risk_aversion: 0 } }),
  };
}
