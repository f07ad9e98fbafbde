import seedrandom from 'seedrandom';

/** What a line brings for its budget over the horizon, by a closed form. */
export type Curve = (budget: number) => number;

export type Kind = 'fixed' | 'roas' | 'cpa' | 'shares' | 'flighting';

/** A scenario whose best plan a dynamic programme can find: lines that don't touch each other, nothing uncertain. */
export interface OptimizerCase {
  readonly name: string;
  readonly kind: Kind;
  readonly budget: number;
  readonly text: string;
  /** One a line; with free flighting one a line and period. */
  readonly curves: readonly Curve[];
  readonly goal: 'revenue' | 'profit';
  /** Revenue over spend that is asked for. */
  readonly leastRatio: number | null;
  /** Lines of awareness, and the share of the budget that they may have. */
  readonly shares: { readonly lines: readonly boolean[]; readonly min: number; readonly max: number } | null;
}

const ORDER_VALUE = 40;

interface LineCase {
  readonly text: Record<string, unknown>;
  readonly curve: Curve;
}

/**
 * A random case, the same for the same kind and number: two to five lines with S-shaped (Hill), concave (Michaelis) or
 * steep-footed (Hill below 1) responses, or awareness lines of the funnel (model, section 3: effective impressions
 * saturate, and each is worth a click rate, a conversion rate and an order's value).
 */
export function randomCase(kind: Kind, number: number): OptimizerCase {
  const random = seedrandom.alea(`${kind}/${number}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits));
  const families = ['hill', 'michaelis', 'steep', 'awareness', 'mixed'] as const;
  const family = kind === 'flighting' ? 'hill' : families[number % families.length]!;
  const periods = kind === 'flighting' ? 4 + Math.floor(random() * 5) : 1;
  const count = kind === 'flighting' ? 1 + Math.floor(random() * 2) : 1 + Math.floor(random() * 5);
  const size = rounded(10 ** between(2.3, 5));
  const lines = Array.from({ length: count }, (_, l): LineCase => {
    const own = family === 'mixed' ? (['hill', 'michaelis', 'awareness'] as const)[Math.floor(random() * 3)]! : family;
    const stage = kind === 'shares' && l % 2 === 1 ? 'conversion' : 'awareness';
    const head = { platform: `c${l}`, stage: own === 'awareness' ? 'awareness' : stage };
    if (own === 'awareness') return awarenessLine(head, size, between, rounded);
    const maximum = rounded(size * between(0.3, 3));
    const half = rounded((size / count / periods) * between(0.2, 3));
    if (own === 'michaelis') {
      const response = { curve: 'michaelis', of: 'revenue', maximum, half_saturation: half };
      return { text: { ...head, response }, curve: (x) => (maximum * x) / (half + x) };
    }
    const shape = rounded(own === 'hill' ? between(1.2, 3.2) : between(0.55, 0.95));
    const response = { curve: 'hill', of: 'revenue', maximum, half_saturation: half, shape };
    return {
      text: { ...head, response, ...(kind === 'flighting' ? { flighting: 'free' } : {}) },
      curve: (x) => (x > 0 ? maximum / (1 + (half / x) ** shape) : 0),
    };
  });
  const curves = lines.flatMap(({ curve }) => new Array<Curve>(periods).fill(curve));
  const open = kind === 'roas' || kind === 'cpa';
  const goal = open && number % 3 === 2 ? 'profit' : 'revenue';
  const best = Math.max(...lines.map(({ curve }) => bestRatio(curve, size)));
  const leastRatio = open ? rounded(best * between(0.3, 0.97)) : null;
  const share = kind === 'shares' ? between(0.1, 0.8) : 0;
  const width = random() < 0.5 ? 0.01 : 0.1;
  const shares = {
    lines: lines.map(({ text }) => text.stage === 'awareness'),
    min: percent(share),
    max: percent(share + width),
  };
  const both = shares.lines.includes(true) && shares.lines.includes(false);
  const rules = {
    ...(kind === 'roas' ? { roas: leastRatio } : {}),
    ...(kind === 'cpa' ? { cpa: ORDER_VALUE / leastRatio! } : {}),
    ...(kind === 'shares' && both ? { prospecting: { min: `${shares.min * 100}%`, max: `${shares.max * 100}%` } } : {}),
  };
  const scenario = {
    currency: 'USD',
    horizon: `${periods} weeks`,
    budget: open ? { max: size } : size,
    draws: 256,
    creative: 'off',
    noise: 'off',
    economics: { order_value: ORDER_VALUE, margin: 1 },
    goal: { maximize: goal, risk_aversion: 0 },
    lines: lines.map(({ text }) => text),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  };
  return {
    name: `${kind} ${number} (${family}, ${count} lines)`,
    kind,
    budget: size,
    text: JSON.stringify(scenario),
    curves,
    goal,
    leastRatio,
    shares: kind === 'shares' && both ? shares : null,
  };
}

function percent(value: number): number {
  return Math.round(value * 100) / 100;
}

function awarenessLine(
  head: Record<string, unknown>,
  size: number,
  between: (low: number, high: number) => number,
  rounded: (value: number, digits?: number) => number,
): LineCase {
  const cpm = rounded(between(2, 12));
  const ctr = rounded(between(0.005, 0.03));
  const cvr = rounded(between(0.01, 0.04));
  const fatigue = rounded(between(0.02, 0.2));
  const audience = Math.round((size / cpm) * 1000 * between(0.02, 0.5)) + 100;
  const text = { ...head, audience, cpm, ctr, cvr, view_rate: 0.2, fatigue };
  const perImpression = ctr * cvr * ORDER_VALUE;
  return {
    text,
    curve: (x) => ((perImpression * audience) / fatigue) * -Math.expm1((-fatigue * 1000 * x) / cpm / audience),
  };
}

function bestRatio(curve: Curve, size: number): number {
  let best = 0;
  for (let k = 1; k <= 1000; k++) best = Math.max(best, curve((size * k) / 1000) / ((size * k) / 1000));
  return best;
}
