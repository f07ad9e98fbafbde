import { describe, expect, it } from 'vitest';
import { kpisOf } from './support.js';

/** Two weeks of one awareness line in which nothing is uncertain; what a test is about is put in its place. */
function plan(line: string, rest = '', weeks = 2, budget = 1000): string {
  return `
currency: USD
horizon: ${weeks} weeks
budget: ${budget}
draws: 16
creative: off
noise: { cpm: { sd: 0 }, counts: off }
memory_days: 14
economics: { order_value: 50, margin: 50% }
${rest}
lines:
${line}
`;
}

const LINE = (more = '', budget = 1000): string =>
  `  - { platform: facebook, stage: awareness, budget: ${budget}, audience: 100k, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2%, fatigue: 0.05${more} }`;

const [I, A, K, LAMBDA] = [100_000, 100_000, 0.05, Math.SQRT1_2] as const;

describe('section 3', () => {
  it('remembers what was noticed, not what was served', async () => {
    const { clicks } = await kpisOf(plan(LINE()), ['clicks']);
    const first = (A * -Math.expm1((-K * I) / A)) / K;
    const second = (A * Math.exp((-K * LAMBDA * first) / A) * -Math.expm1((-K * I) / A)) / K;
    expect(clicks[0]! / (0.01 * (first + second))).toBeCloseTo(1, 11);
  });

  it('adds the reach of segments up, within the population', async () => {
    const text = (population: string): string =>
      plan(`${LINE('', 500)}\n${LINE(', segment: old', 500)}`, `market: { population: ${population} }`);
    const one = A * -Math.expm1(-1);
    expect((await kpisOf(text('1m'), ['reach'])).reach[0]! / (2 * one)).toBeCloseTo(1, 11);
    expect((await kpisOf(text('120k'), ['reach'])).reach[0]!).toBeCloseTo(120_000, 6);
  });
});

describe('section 11', () => {
  it('has the price that was seen at the spend at which it was seen, and 2^−ε of it towards nothing', async () => {
    const at = await kpisOf(plan(LINE(', pressure: 0.3, pressure_at: 71.428571428571429')), ['impressions']);
    expect(at.impressions[0]! / 200_000).toBeCloseTo(1, 11);
    const little = await kpisOf(plan(LINE(', pressure: 0.3, pressure_at: 7e7')), ['impressions']);
    expect(little.impressions[0]! / (200_000 * 2 ** 0.3)).toBeCloseTo(1, 6);
  });
});

describe('section 12', () => {
  it('lets lines of one audience tire each other, half of the period and all that is remembered', async () => {
    const two = plan(
      `${LINE(', segment: a', 500).replace('100k', '"@all"')}\n${LINE(', segment: b, match: 50%', 500).replace('100k', '"@all"')}`,
      'audiences: { all: 100k }',
      1,
    );
    const { clicks } = await kpisOf(two, ['clicks']);
    const [a, b] = [A, A / 2];
    const alone = (people: number): number => (people * -Math.expm1((-K * I) / people)) / K;
    const crowd = (people: number, match: number): number => (match * alone(people)) / 2 / people;
    const expected = alone(a) * Math.exp(-K * crowd(b, 0.5)) + alone(b) * Math.exp(-K * crowd(a, 1));
    expect(clicks[0]! / (0.01 * expected)).toBeCloseTo(1, 11);
  });

  it('counts a shared audience once', async () => {
    const two = plan(
      `${LINE(', segment: a', 500).replace('100k', '"@all"')}\n${LINE(', segment: b', 500).replace('100k', '"@all"')}`,
      'audiences: { all: 100k }',
      1,
    );
    const { reach } = await kpisOf(two, ['reach']);
    expect(reach[0]! / (A * (1 - Math.exp(-2)))).toBeCloseTo(1, 11);
  });
});

describe('section 13', () => {
  it('remembers the reached by halves, and the brand alone brings orders', async () => {
    const text = plan(
      LINE(),
      'market: { population: 500k }\nbrand: { half_life_days: 14, recall: 10%, cvr_lift: 0, baseline_lift: 0.5 }',
    ).replace('margin: 50%', 'margin: 50%, baseline: 20');
    const { recall_lift, brand_orders } = await kpisOf(text, ['recall_lift', 'brand_orders']);
    const reach = A * -Math.expm1(-1);
    const [left, share] = [0.1 * reach * Math.SQRT1_2, (0.1 * reach * Math.SQRT1_2) / 500_000];
    expect(recall_lift[0]! / (left + 0.1 * (1 - share) * reach)).toBeCloseTo(1, 11);
    expect(brand_orders[0]! / (20 * 0.5 * share)).toBeCloseTo(1, 11);
  });
});

describe('section 17', () => {
  it('counts those who saw three or more', async () => {
    const { reach_3 } = await kpisOf(plan(LINE()), ['reach_3']);
    expect(reach_3[0]! / (A * (1 - Math.exp(-2) * (1 + 2 + 2)))).toBeCloseTo(1, 11);
  });

  it('buys impressions at the price of the formats, and pays for making them', async () => {
    const formats = 'formats: { reels: { cpm: 2, ctr: 1.5, cost: 100, per_month: 4 }, long: { cpm: 0.5, ctr: 0.5 } }';
    const text = plan(LINE(', formats: { reels: 50%, long: 50% }').replace('fatigue: 0.05', 'fatigue: 0'), formats);
    const { impressions, clicks, cost } = await kpisOf(text, ['impressions', 'clicks', 'cost']);
    const bought = 0.5 / 2 + 0.5 / 0.5;
    expect(impressions[0]! / (200_000 * bought)).toBeCloseTo(1, 11);
    const rate = ((0.5 / 2 / bought) * 1.5 + (0.5 / 0.5 / bought) * 0.5) * 0.01;
    expect(clicks[0]! / (200_000 * bought * rate)).toBeCloseTo(1, 11);
    expect(cost[0]!).toBeCloseTo(1000 + 400 * (14 / 30.4375), 9);
  });
});

describe('section 7', () => {
  const creator = (more: string): string =>
    plan(
      LINE(),
      `creators_from: outside\ncreators:\n  - { name: Ay, platform: tiktok, followers: 20k, authentic: 50%, reach_rate: 40%, reproduction: 20%, fatigue: 0, ctr: 2%, view_rate: 30%, cvr: 5%, fee: 30, barter: 20, ${more} }`,
      4,
    );

  it('reaches followers by posts, caps engagement at everybody, and is paid for what it sells', async () => {
    const base = await kpisOf(plan(LINE(), '', 4), ['impressions', 'clicks', 'views', 'conversions', 'cost']);
    const text = creator('posts: 3, engagement: 5, revenue_share: 10%');
    const with_ = await kpisOf(text, ['impressions', 'clicks', 'views', 'conversions', 'pay', 'posts', 'cost']);
    const impressions = (3 * 10_000 * 0.4) / 0.8;
    expect(with_.impressions[0]! - base.impressions[0]!).toBeCloseTo(impressions, 6);
    expect(with_.clicks[0]! - base.clicks[0]!).toBeCloseTo(impressions * 0.1, 6);
    expect(with_.views[0]! - base.views[0]!).toBeCloseTo(impressions, 6);
    const sold = impressions * 0.1 * 0.05;
    expect(with_.conversions[0]! - base.conversions[0]!).toBeCloseTo(sold, 8);
    expect(with_.pay[0]!).toBeCloseTo(3 * 50 + 0.1 * 50 * sold, 8);
    expect(with_.posts[0]!).toBe(3);
    expect(with_.cost[0]! - base.cost[0]! - with_.pay[0]!).toBeCloseTo(0, 9);
  });

  it('lets posts run as ads from the first one on, for a fee that is paid once', async () => {
    const rights = 'rights: { share: 25%, fee: 70 }, engagement: 3, posts: 2, periods: [3, 4]';
    const text = creator(rights).replace('platform: tiktok', 'platform: facebook');
    const { clicks, pay } = await kpisOf(text.replace('fatigue: 0.05', 'fatigue: 0'), ['clicks', 'pay']);
    const own = ((2 * 10_000 * 0.4) / 0.8) * 0.06;
    expect(clicks[0]! - own).toBeCloseTo(100_000 * 0.01 + 100_000 * 0.01 * 1.5, 6);
    expect(pay[0]!).toBeCloseTo(2 * 50 + 70, 9);
  });
});

describe('section 18', () => {
  it('finds a plan that goes on as its longer self has left it', async () => {
    const names = ['clicks', 'conversions', 'warm_end', 'hot_end'] as const;
    const text = (more: string, weeks: number, budget: number): string =>
      plan(
        `${LINE(more, budget)}\n  - { platform: facebook, stage: consideration, budget: ${budget}, cpm: 8, ctr: 2%, view_rate: 20%, cvr: 4%${more} }`,
        'stocks: { warm: 3000, hot: 500 }',
        weeks,
        2 * budget,
      );
    const whole = await kpisOf(text('', 5, 2500), names);
    const before = await kpisOf(text('', 2, 1000), names);
    const after = await kpisOf(text(', carry_in: [500, 500]', 3, 1500), names);
    expect((after.clicks[0]! + before.clicks[0]!) / whole.clicks[0]!).toBeCloseTo(1, 11);
    expect((after.conversions[0]! + before.conversions[0]!) / whole.conversions[0]!).toBeCloseTo(1, 11);
    expect(after.warm_end[0]! / whole.warm_end[0]!).toBeCloseTo(1, 11);
    expect(after.hot_end[0]! / whole.hot_end[0]!).toBeCloseTo(1, 11);
  });
});
