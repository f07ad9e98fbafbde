import { randomStream } from '../../../src/calibrate/fit/random.js';

/** A plan as a person might type it, with what makes it one kind or another. */
export interface RandomPlan {
  readonly number: number;
  /** JSON, which is YAML. */
  readonly text: string;
  /** A line whose rates are known, against one that is guessed. */
  readonly guessed: boolean;
  /** Less than the budget may be spent. */
  readonly maximum: boolean;
  /** Without an order value: counts are all that can be compared. */
  readonly valueless: boolean;
  /** What else the plan has, beside lines, rules and targets. */
  readonly part: Part | null;
}

/** Parts of a plan beyond lines, rules and targets. */
export const PARTS = ['outage', 'phases', 'chosen posts', 'own posts', 'shock', 'segments', 'brand'] as const;
export type Part = (typeof PARTS)[number];

/** Currencies with about what a dollar is in them. */
const CURRENCIES = [
  ['USD', 1],
  ['EUR', 0.9],
  ['AZN', 1.7],
  ['TRY', 40],
  ['AED', 3.7],
  ['JPY', 150],
] as const;
const PLATFORMS = ['instagram', 'facebook', 'tiktok', 'youtube', 'linkedin', 'x', 'snapchat', 'pinterest'] as const;
const STAGES = ['awareness', 'consideration', 'conversion'] as const;
const HORIZONS = ['2 weeks', '4 weeks', '30 days', '8 weeks', '13 weeks', '6 months'] as const;
/** Interval ends over each other: what a person knows well, fairly, or guesses. */
const WIDTHS = { known: 1.25, fair: 2, guess: 12 } as const;

/**
 * The plan of a number: sizes from 300 to 3 million dollars, one to six lines, six currencies, goals of money and of counts, rules,
 * targets. By the number, so that every run has the same: in each ten, four set a known line against a guess, one may spend less, two
 * have no order value.
 */
export function randomPlan(number: number): RandomPlan {
  const random = randomStream(`advice ${number}`, 'plans');
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
  const one = <T>(list: readonly T[]): T =>
    list[Math.min(list.length - 1, Math.floor(random.uniform() * list.length))]!;
  const chance = (p: number): boolean => random.uniform() < p;
  const guessed = number % 10 < 4;
  const maximum = number % 10 === 3 || number % 10 === 7;
  const valueless = number % 10 === 5 || number % 10 === 2;

  const [currency, rate] = one(CURRENCIES);
  const budget = Math.round(Number((between(300, 3e6) * rate).toPrecision(2)));
  const dollars = budget / rate;
  const around = (middle: number, width: number, digits = 3): string => {
    const half = Math.sqrt(width);
    return `${Number((middle / half).toPrecision(digits))} to ${Number((middle * half).toPrecision(digits))}`;
  };
  const count = guessed ? 2 + Math.floor(random.uniform() * 2) : 1 + Math.floor(random.uniform() * 6);
  const places = PLATFORMS.flatMap((platform) => STAGES.map((stage) => ({ platform, stage })));
  const lines: Record<string, unknown>[] = [];
  const derived = !guessed && chance(0.25);
  const base = { cpm: between(2, 14), ctr: between(0.006, 0.02), cvr: between(0.01, 0.06) };
  while (lines.length < count) {
    const place = lines.length === 0 ? { platform: one(PLATFORMS), stage: 'awareness' as const } : one(places);
    if (lines.some(({ platform, stage }) => platform === place.platform && stage === place.stage)) continue;
    const index = lines.length;
    const width = guessed
      ? index === 0
        ? WIDTHS.known
        : WIDTHS.guess
      : one([WIDTHS.known, WIDTHS.fair, WIDTHS.guess]);
    const near = guessed ? 1.15 : 2;
    const typed = guessed || chance(0.6);
    lines.push({
      ...place,
      ...(place.stage === 'awareness'
        ? { audience: around(Math.max(20_000, dollars * between(15, 120)), 1.6, 2) }
        : {}),
      ...(typed
        ? {
            cpm: around(base.cpm * rate * between(1 / near, near), width),
            ctr: around(base.ctr * between(1 / near, near), Math.min(width, 6)),
            cvr: around(base.cvr * between(1 / near, near), Math.min(width, 8)),
            view_rate: '20% to 30%',
          }
        : {}),
    });
  }
  if (!derived) {
    const weights = lines.map(() => between(0.3, 3));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    let left = budget;
    lines.forEach((line, k) => {
      const amount = k === lines.length - 1 ? left : Math.min(left, Math.round((budget * weights[k]!) / sum));
      line.budget = amount;
      left -= amount;
    });
  }
  const order = between(8, 250) * rate;
  const paying = between(0.5, 4);
  // A line's cost per conversion times what is kept of it: some plans pay, some can't.
  const value = Math.max(1, (base.cpm * rate * paying) / (1000 * base.ctr * base.cvr * 0.5));
  const economics = valueless ? {} : { order_value: around(chance(0.7) ? value : order, 1.5), margin: '50%' };
  const goals = valueless
    ? [{ maximize: 'orders' }, { maximize: 'clicks' }, { maximize: 'reach' }]
    : [
        undefined,
        undefined,
        { maximize: 'profit', risk_aversion: 0.25 },
        { maximize: 'profit', risk_aversion: 0 },
        { maximize: 'revenue' },
      ];
  const goal = one<Record<string, unknown> | undefined>(goals);
  const plan = {
    currency,
    horizon: one(HORIZONS),
    budget: maximum ? { max: budget } : budget,
    seed: `plan ${number}`,
    ...(chance(0.5) ? { market: { population: '5m' } } : {}),
    economics: {
      ...economics,
      ...(chance(0.3) ? { fee: '10%' } : {}),
      ...(chance(0.3) ? { repeat_rate: '0.1 to 0.4' } : {}),
      ...(chance(0.2) && !valueless
        ? { fixed_costs: [{ name: 'Content', amount: Math.max(1, Math.round(0.05 * budget)) }] }
        : {}),
    },
    ...(chance(0.3) ? { creative: 'off' } : {}),
    lines,
    ...(chance(0.25) && !derived ? { rules: { change: '±40%' } } : {}),
    ...(goal === undefined ? {} : { goal }),
    ...(valueless || chance(0.4)
      ? {}
      : { targets: ['roas >= 1 with 60%', `orders >= ${Math.max(1, Math.round((0.6 * budget) / value))}`] }),
  };
  const part = number % 10 >= 6 || number % 10 === 1 ? PARTS[number % PARTS.length]! : null;
  const whole = part === null ? plan : { ...plan, ...withPart(part, { number, plan, dollars, rate, derived }) };
  return { number, text: JSON.stringify(whole), guessed, maximum, valueless, part };
}

interface Base {
  readonly number: number;
  readonly plan: { readonly horizon: string; readonly lines: readonly Record<string, unknown>[] };
  readonly dollars: number;
  /** Of the plan's currency to a dollar. */
  readonly rate: number;
  readonly derived: boolean;
}

/** Periods of each horizon: days, weeks or months, as it is told. */
const PERIODS: Readonly<Record<string, number>> = {
  '2 weeks': 2,
  '4 weeks': 4,
  '30 days': 30,
  '8 weeks': 8,
  '13 weeks': 13,
  '6 months': 6,
};

/** What a part adds to a plan, or puts in the place of its lines. */
function withPart(part: Part, { number, plan, dollars, rate, derived }: Base): Record<string, unknown> {
  const random = randomStream(`advice ${number}`, 'parts');
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
  const platform = plan.lines[0]!.platform as string;
  const percent = (share: number): string => `${(100 * share).toPrecision(2)}%`;
  const periods = PERIODS[plan.horizon]!;
  switch (part) {
    case 'outage':
      return {
        shocks: [
          { name: 'Outage', probability: percent(between(0.05, 0.5)), lasts: 1, platforms: [platform], outage: true },
        ],
      };
    case 'shock':
      return {
        shocks: [
          { name: 'Dear prices', probability: percent(between(0.1, 0.6)), cpm: '+35%' },
          {
            name: 'Algorithm',
            probability: percent(between(0.1, 0.6)),
            platforms: [platform],
            ctr: '-25%',
            view_rate: '-20%',
          },
        ],
      };
    case 'phases': {
      const first = Math.max(1, Math.floor(periods / 3));
      const gate = random.uniform() < 0.5 ? 'roas >= 0.3' : `cpa <= ${Number((between(5, 60) * rate).toPrecision(2))}`;
      const gated = gate.startsWith('cpa') || 'order_value' in (plan as { economics?: object }).economics!;
      return {
        phases: [
          { name: 'Test', periods: first, budget: '25%', ...(gated ? { gate, if_failed: 'stop' } : {}) },
          { name: 'Scale', periods: periods - first, budget: '75%' },
        ],
      };
    }
    case 'chosen posts':
    case 'own posts': {
      const followers = Math.round(between(5000, Math.max(10_000, 40 * dollars)));
      const posts = part === 'chosen posts' ? { max: 3 } : 2;
      const fee = Number((Math.min(0.1 * dollars, followers * between(0.002, 0.02)) * rate).toPrecision(2));
      return {
        creators_from: part === 'chosen posts' && !derived ? 'budget' : 'outside',
        creators: [
          {
            name: 'Mina',
            platform,
            followers,
            authentic: '70% to 90%',
            reach_rate: '15% to 30%',
            engagement: '1.5 to 4',
            fee,
            posts,
          },
        ],
        ...(part === 'own posts'
          ? { organic: [{ name: 'Feed', platform, followers, reach_rate: '4% to 9%', per_week: 2, cost: fee / 10 }] }
          : {}),
      };
    }
    case 'segments': {
      const [first, ...rest] = plan.lines;
      const half = typeof first!.budget === 'number' ? Math.round(first!.budget / 2) : null;
      const split = ['young', 'old'].map((segment, k) => ({
        ...first!,
        segment,
        audience: '@people',
        ...(half === null ? {} : { budget: k === 0 ? half : (first!.budget as number) - half }),
      }));
      return { audiences: { people: first!.audience }, lines: [...split, ...rest] };
    }
    case 'brand':
      return {
        market: { population: '5m' },
        brand: { half_life_days: '30 to 70', recall: '3% to 8%', cvr_lift: '0.1 to 0.6', baseline_lift: '0.2 to 1' },
      };
  }
}
