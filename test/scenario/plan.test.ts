import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mean, quantile } from '../../src/distributions/index.js';
import * as messages from '../../src/scenario/messages.js';
import { givenPosts } from '../../src/scenario/pay.js';
import { filesOf, mistakes, valid } from './helpers.js';
import { funnelOf } from './plain.js';

const root = join(import.meta.dirname, '../..');
const page = join(root, '../shared/design/scenario.md');

/** Every key of the rest of the plan, as the documentation shows them. */
const WHOLE = `
name: Whole
currency: AZN
start: 2027-03-01
horizon: 13 weeks
budget: 7550
market: { population: 1.2m }
economics: { order_value: 7 to 13, margin: 62%, outcome: bookings }
audiences: { students: 180k to 260k }
creators_from: budget
creators:
  - { name: Aysel, platform: instagram, followers: 24k to 31k, authentic: 85%, reach_rate: 25% to 45%, engagement: 4, fee: 120, barter: 15,
      posts: { max: 6 }, upfront: 50%, rights: { share: 30%, fee: 100 } }
  - { name: Rufat, platform: tiktok, stage: advocacy, followers: 900, posts: 8, fee: 0, revenue_share: 10%, periods: [2, 3, 4, 5, 6, 7, 8, 9] }
  - { name: Lale, platform: instagram, followers: 30k, reach_rate: 35%, fee: 100, barter: 20, posts: 3, rights: { share: 10%, fee: 90 } }
organic:
  - { name: Own feed, platform: instagram, followers: 12k, reach_rate: 8% to 15%, per_week: 3, engagement: 2, reproduction: 10% to 30%, cost: 12, hours: 2, hourly: 8 }
brand: { half_life_days: 60, recall: 4% to 9%, cvr_lift: 0.2 to 0.8, baseline_lift: 0 }
noise: { cpm: { sd: 0.1, rho: 0.5 }, ctr: { sd: 0.1, rho: 0.3 }, counts: on }
stocks: { overlap: 0.5 }
shocks:
  - { name: Algorithm change, probability: 25%, window: [4, 10], lasts: 6, platforms: [instagram], view_rate: -30%, organic: -60% }
  - { name: TikTok outage, probability: 5%, lasts: 1, platforms: [tiktok], outage: true }
phases:
  - { name: Test, periods: 4, budget: 15%, gate: cpa <= 20, if_failed: stop }
  - { name: Scale, periods: 9, budget: 85% }
metrics:
  saves: { of: views, rate: 0.5% to 1% }
  mql: { of: conversions, rate: 30% to 45%, stage: conversion, cost_per: true }
formats:
  reels: { ctr: 1.1, view_rate: 1.3, cost: 120, per_month: 4 }
  carousel: { cpm: 0.9, view_rate: 0.8, cost: 40, per_month: 6 }
content: { hourly: 8, hero: { pieces: 2, cost: 800 }, hub: { per_week: 1, cost: 60 }, help: { per_week: 3, hours: 1 } }
community: { messages: 2%, reply: 90%, minutes: 4, hourly: 6 }
attribution: { tracking: 85%, view_through: { instagram: 10%, tiktok: 5% } }
lines:
  - { platform: instagram, stage: awareness, budget: 5050, audience: "@students", cpm: 2 to 4, pressure: 0.05 to 0.2, pressure_at: 60, formats: { reels: 60%, carousel: 40% }, carry_in: [400, 400, 350] }
  - { platform: instagram, stage: consideration, budget: 850, pressure: 0.1 }
  - { platform: facebook, stage: conversion, budget: 1200, flighting: front }
rules:
  hold: ['revenue >= 30000 with 80%', 'frequency <= 4 a week']
  lines: { facebook/conversion: { hold: ['conversions >= 50 a week while on'], change: ±20% } }
  change: ±30%
  week_change: 20%
  lock: 60 days
  min_move: 1%
goal: { minimize: spend }
`;

describe('the rest of the plan', () => {
  it('is read with every key', async () => {
    const scenario = await valid(WHOLE);
    expect(scenario).toMatchObject({
      outcome: 'bookings',
      overlap: 0.5,
      counts: true,
      creatorsFrom: 'budget',
      shocks: [
        {
          name: 'Algorithm change',
          probability: 0.25,
          window: [3, 9],
          lasts: 6,
          platforms: ['instagram'],
          factors: { cpm: 1, ctr: 1, view_rate: 0.7, cvr: 1, organic: 0.4 },
          outage: false,
        },
        { window: [0, 12], lasts: 1, outage: true },
      ],
      phases: [
        {
          name: 'Test',
          first: 0,
          periods: 4,
          share: 0.15,
          gate: { of: null, kpi: 'cpa', comparison: '<=', threshold: 20 },
        },
        { name: 'Scale', first: 4, periods: 9, share: 0.85, gate: null },
      ],
      metrics: [
        { name: 'saves', of: 'views', stage: null, platform: null, costPer: false },
        { name: 'mql', of: 'conversions', stage: 'conversion', costPer: true },
      ],
      formats: [
        { name: 'reels', cpm: 1, ctr: 1.1, view_rate: 1.3, cost: 120, perMonth: 4 },
        { name: 'carousel', cpm: 0.9, ctr: 1, view_rate: 0.8, cost: 40, perMonth: 6 },
      ],
      content: {
        hourly: 8,
        plans: [
          { kind: 'hero', pieces: 2, cost: 800, hours: 0 },
          { kind: 'hub', pieces: 13, cost: 60, hours: 0 },
          { kind: 'help', pieces: 39, cost: 0, hours: 1 },
        ],
      },
      attribution: { tracking: 0.85, viewThrough: { instagram: 0.1, tiktok: 0.05, facebook: 0 } },
      rules: { change: 0.3, weekChange: 0.2, lockDays: 60, minMove: { kind: 'share', value: 0.01 } },
      goal: { text: 'spend', direction: 'minimize', maximize: { kind: 'negate', of: { kind: 'kpi', name: 'spend' } } },
    });
    expect(scenario.phases[0]!.gate!.ifFailed).toEqual({ kind: 'stop' });
    expect(scenario.rateNoise.ctr.instagram).toEqual({ sd: 0.1, rho: 0.3 });
    expect(scenario.rateNoise.cvr.instagram!.sd).toBe(0);
    expect(scenario.rules.hold).toMatchObject([
      { comparison: '>=', threshold: 30000, perWeek: false, whileOn: false, probability: 0.8 },
      { comparison: '<=', threshold: 4, perWeek: true, whileOn: false, probability: null },
    ]);
    expect(scenario.rules.lines['facebook/conversion']).toMatchObject({
      change: 0.2,
      hold: [{ threshold: 50, perWeek: true, whileOn: true }],
    });
  });

  it('has sources with the rates of the first awareness line of their platform, or benchmarks', async () => {
    const scenario = await valid(WHOLE);
    expect(scenario.sources.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'creator instagram/awareness/@Aysel',
      'creator tiktok/advocacy/@Rufat',
      'creator instagram/awareness/@Lale',
      'organic instagram/awareness/@Own feed',
    ]);
    expect(scenario.sources[0]!.rates.ctr).toEqual({ from: 'line', line: 'instagram/awareness' });
    expect(scenario.sources[1]!.rates.cvr).toMatchObject({ from: 'own', quantity: { origin: { kind: 'benchmark' } } });
    expect(scenario.sources[1]).toMatchObject({
      periods: [1, 2, 3, 4, 5, 6, 7, 8],
      posts: { kind: 'fixed', count: 8 },
    });
    expect(scenario.sources.map(givenPosts)).toEqual([0, 8, 3, 0]);
    // An affiliate, paid by sales alone, may leave its reach rate to what is published for so many followers.
    expect(quantile(scenario.sources[1]!.reach_rate.distribution, 0.05)).toBeCloseTo(0.2, 9);
    expect(scenario.warnings).toContainEqual({ code: 'assumed_reach_rate', source: 'Rufat' });
  });

  it('spends a phase’s share in the phase, by the line’s weights within it', async () => {
    const { lines } = await valid(WHOLE);
    const [even, , front] = lines;
    expect(even!.flighting.slice(0, 4)).toEqual(new Array(4).fill(0.0375));
    for (const line of lines) {
      const sum = (from: number, to: number) => line.flighting.slice(from, to).reduce((a, b) => a + b, 0);
      expect(sum(0, 4)).toBeCloseTo(0.15, 12);
      expect(sum(4, 13)).toBeCloseTo(0.85, 12);
    }
    // Front: weights 13, 12, 11, 10 in the first phase.
    expect(front!.flighting[0]! / front!.flighting[3]!).toBeCloseTo(13 / 10, 12);
  });

  it('spends evenly in a phase in which the line’s weights sum to 0', async () => {
    const { lines } = await valid(WHOLE.replace('flighting: front', 'flighting: [0,0,0,0,1,1,1,1,1,1,1,1,1]'));
    expect(lines[2]!.flighting.slice(0, 4)).toEqual(new Array(4).fill(0.0375));
  });

  it('knows the daily spend at which a price was seen: as given, the line’s own, or an equal share', async () => {
    const { lines } = await valid(
      WHOLE.replace('budget: 850, pressure', 'budget: 0, pressure').replace('budget: 5050', 'budget: 5900'),
    );
    const at = (k: number) => funnelOf(lines[k]).pressure_at.distribution;
    expect(at(0)).toEqual({ family: 'fixed', value: 60 });
    expect(at(1)).toEqual({ family: 'fixed', value: 7550 / 3 / 91 });
    expect(at(2)).toEqual({ family: 'fixed', value: 1200 / 91 });
  });

  it('pays posts, barter and rights out of the budget, with their means, and leaves the rest to the lines', async () => {
    // Lale: 3 · (100 + 20) + 90 = 450; Aysel's posts are to be chosen.
    const scenario = await valid(WHOLE);
    expect(scenario.lines.reduce((sum, { budget }) => sum + budget, 0)).toBe(7550 - 450);
    const open = await valid(WHOLE.replace('budget: 5050, ', ''));
    expect(open.lines[0]!.budget).toBe(7550 - 450 - 850 - 1200);
    const uncertain = await valid(
      WHOLE.replace('budget: 5050, ', '').replace('fee: 100, barter: 20', 'fee: 80 to 125'),
    );
    const lale = uncertain.sources[2];
    const fee = lale?.kind === 'creator' ? mean(lale.fee.distribution) : 0;
    expect(uncertain.lines[0]!.budget).toBe(Math.round(100 * (7550 - 3 * fee - 90 - 850 - 1200)) / 100);
    const outside = await valid(
      WHOLE.replace('creators_from: budget', 'creators_from: outside').replace('budget: 5050', 'budget: 5500'),
    );
    expect(outside.lines.reduce((sum, { budget }) => sum + budget, 0)).toBe(7550);
  });

  it('shares the rest with posts counted at their stage', async () => {
    const text = `currency: USD
horizon: 4 weeks
budget: 10000
economics: { order_value: 50 }
rules: { stages: { awareness: 50% } }
creators: [{ name: A, platform: instagram, followers: 9k, reach_rate: 20%, posts: 10, fee: 200 }]
lines:
  - { platform: instagram, stage: awareness, audience: 1m }
  - { platform: instagram, stage: conversion }
`;
    expect((await valid(text)).lines.map(({ budget }) => budget)).toEqual([3000, 5000]);
  });

  it('warns of awareness lines of a platform with one audience and no name for it, and says how to name it', async () => {
    const text = (audience: string) => `currency: USD
horizon: 4 weeks
budget: 200
economics: { order_value: 50, margin: 1 }
audiences: { instagram: 5k }
lines:
  - { platform: IG, stage: awareness, segment: a, budget: 100, audience: ${audience} }
  - { platform: Instagram, stage: awareness, segment: b, budget: 100, audience: 150k }
`;
    const told = {
      code: 'one_audience',
      lines: ['instagram/awareness/a', 'instagram/awareness/b'],
      name: 'instagram 2',
    };
    expect((await valid(text('150k'))).warnings).toEqual([told]);
    expect((await valid(text('151k'))).warnings).toEqual([]);
    const named = (await valid(text('"@instagram"'))).warnings.map(({ code }) => code);
    expect(named).not.toContain('one_audience');
  });

  it('multiplies the season of a daily plan by its weekdays, Monday first, scaled to a mean of 1', async () => {
    const daily = (horizon: string) => `currency: USD
start: 2027-03-03
horizon: ${horizon}
budget: 700
economics: { order_value: 50, margin: 1 }
season: { weekday: { cpm: [1, 1, 1, 1, 1, 2, 0.5] } }
lines: [{ platform: x, stage: awareness, audience: 1m }]
`;
    // 3 March 2027 is a Wednesday.
    const { season } = await valid(daily('7 days'));
    const scale = 7.5 / 7;
    expect(season.cpm).toEqual([1, 1, 1, 2, 0.5, 1, 1].map((factor) => expect.closeTo(factor / scale, 12)));
    expect(season.cvr).toEqual(new Array(7).fill(1));
    expect((await valid(daily('4 weeks'))).season.cpm).toEqual([1, 1, 1, 1]);
    const [first] = await mistakes(daily('7 days').replace('start: 2027-03-03\n', ''));
    expect(first!.message).toContain('season.weekday without a start');
  });

  it('has the field’s first 90 days as a preset: a test of 600 AZN before the rest', async () => {
    const text = WHOLE.replace(/phases:\n.*\n.*\n/, 'phases: 30-60-90\n');
    const { phases } = await valid(text);
    expect(phases.map(({ first, periods }) => [first, periods])).toEqual([
      [0, 4],
      [4, 5],
      [9, 4],
    ]);
    expect(phases.map(({ share }) => share)).toEqual([0, 600 / 7550, expect.closeTo(1 - 600 / 7550, 12)]);
    expect(phases[1]!.gate).toMatchObject({
      kpi: 'roi',
      comparison: '>=',
      threshold: 1.5,
      ifFailed: { kind: 'continue' },
    });
    const [first] = await mistakes(
      text
        .replace('13 weeks', '8 weeks')
        .replace(/periods: \[.*?\]/, 'x')
        .replace(', x', ''),
    );
    expect(first!.message).toContain('30-60-90 in a horizon of 56 days');
  });

  it('has metrics of the field where rates are published', async () => {
    const text = WHOLE.replace(/metrics:\n.*\n.*\n/, 'metrics: field\n');
    const { metrics } = await valid(text);
    expect(metrics.map(({ name }) => name)).toEqual(['engagements', 'likes', 'saves']);
    for (const { rate } of metrics) expect(rate.origin.kind).toBe('benchmark');
  });

  it('merges creators, own posts, shocks and phases by name, in extends as in variants', async () => {
    const over = `extends: base.yaml
creators:
  - { name: "@Lale", posts: 4, fee: 60, barter: 0 }
  - { name: New, platform: youtube, followers: 2k, reach_rate: 10%, posts: 1 }
organic: [{ name: Own feed, per_week: 5 }]
shocks: [{ name: TikTok outage, probability: 9% }]
phases: [{ name: Test, gate: cpa <= 25 }]
lines: [{ platform: instagram, stage: awareness, budget: 5170 }]
`;
    const scenario = await valid(over, 'over.yaml', filesOf({ 'base.yaml': WHOLE }));
    expect(scenario.sources.map(({ name }) => name)).toEqual(['Aysel', 'Rufat', 'Lale', 'New', 'Own feed']);
    expect(scenario.sources[2]).toMatchObject({ posts: { kind: 'fixed', count: 4 } });
    expect(scenario.sources[4]).toMatchObject({ perWeek: 5, engagement: { distribution: { value: 2 } } });
    expect(scenario.shocks.map(({ probability }) => probability)).toEqual([0.25, 0.09]);
    expect(scenario.phases[0]!.gate).toMatchObject({ threshold: 25, ifFailed: { kind: 'stop' } });
  });

  it.skipIf(!existsSync(page))('is what the contract page shows (skipped where the page is missing)', async () => {
    const blocks = [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
    // The second block adds keys to the first, of which it has two again.
    const first = blocks[0]!.replace(/^noise: .*$/m, '').replace('stocks: { ', 'stocks: { overlap: 1, ');
    const rest = blocks[1]!.replace(/^stocks: .*$/m, '');
    const scenario = await valid(`${first}\n${rest}`);
    expect(scenario.sources).toHaveLength(3);
    expect(scenario.shocks).toHaveLength(2);
  });
});

describe('names and amounts as people write them', () => {
  const plan = `currency: azn
horizon: 4 weeks
budget: 4800 AZN
economics: { order_value: 7 AZN to 13 AZN, margin: 60%, fixed_costs: [{ name: Studio, amount: ₼200 }] }
lines:
  - { platform: Instagram, stage: awareness, budget: "AZN 3000", audience: 200k, cpm: 2.2 to 4.1 azn }
  - { platform: FB, stage: conversion, budget: 1_800 AZN }
rules: { platforms: { Facebook: { max: 2500 AZN } }, lines: { FB/conversion: { min: 500 } } }
`;

  it('are understood', async () => {
    const scenario = await valid(plan);
    expect(scenario.currency).toBe('AZN');
    expect(scenario.budget).toBe(4800);
    expect(scenario.lines.map(({ id, budget }) => `${id} ${budget}`)).toEqual([
      'instagram/awareness 3000',
      'facebook/conversion 1800',
    ]);
    expect(quantile(scenario.economics.order_value.distribution, 0.95)).toBeCloseTo(13, 9);
    expect(quantile(funnelOf(scenario.lines[0]).quantities.cpm.distribution, 0.05)).toBeCloseTo(2.2, 9);
    expect(Object.keys(scenario.rules.platforms)).toEqual(['facebook']);
    expect(Object.keys(scenario.rules.lines)).toEqual(['facebook/conversion']);
  });

  it('are understood in what a figure is compared with', async () => {
    const compared = `${plan}targets: [cpa <= 20 AZN with 80%, cpa < ₼25, revenue >= azn 1.5k]
phases:
  - { name: Test, periods: 2, budget: 20%, gate: cpa <= 30AZN, if_failed: stop }
  - { name: Scale, periods: 2, budget: 80% }
`.replace('rules: {', "rules: { hold: ['cpa <= 40 AZN'],");
    const { targets, phases, rules } = await valid(compared);
    expect(targets.map(({ text }) => text)).toEqual(['cpa <= 20 with 80%', 'cpa < 25', 'revenue >= 1.5k']);
    expect(targets.map(({ threshold }) => threshold)).toEqual([20, 25, 1500]);
    expect([phases[0]!.gate!.threshold, rules.hold?.[0]?.threshold]).toEqual([30, 40]);
    const found = await mistakes(compared.replace('20 AZN with', '20 USD with'));
    expect(found.map(({ subject }) => subject)).toEqual(['targets']);
  });

  it.each([
    ['another currency', plan.replace('4800 AZN', '4800 USD'), '4800 USD'],
    ['a currency of people', plan.replace('200k', '200k AZN'), '200k AZN'],
    [
      'one platform under two names',
      plan.replace('{ Facebook: { max: 2500 AZN }', '{ Facebook: {}, FB: {}'),
      'which is facebook again',
    ],
  ])('are refused where they are ambiguous: %s', async (_, text, found) => {
    expect((await mistakes(text)).map(({ message }) => message).join()).toContain(found);
  });
});

describe('Meta as one platform', () => {
  it('has benchmarks of its own, and leaves those of the platforms without any as they were', async () => {
    const { lines } = await valid(`currency: USD
horizon: 8 weeks
budget: 4800
economics: { order_value: 60, margin: 60% }
lines:
  - { platform: Meta Ads, stage: awareness, audience: 400k }
targets: [roas > 3x]
`);
    expect(lines[0]!.id).toBe('meta/awareness');
    const { cpm } = funnelOf(lines[0]).quantities;
    expect(cpm.origin.kind).toBe('benchmark');
    expect(quantile(cpm.distribution, 0.5)).toBeGreaterThan(5);
    expect(quantile(cpm.distribution, 0.5)).toBeLessThan(20);
  });
});

describe('metrics in expressions', () => {
  const text = (rest: string) => `currency: USD
horizon: 4 weeks
budget: 100
economics: { order_value: 50, margin: 60% }
metrics:
  saves: { of: views, rate: 1%, cost_per: true }
  views: { of: impressions, rate: 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 100, audience: 1m }
${rest}`;
  const amount = (metric: number) => ({ kind: 'metric figure', metric, of: 'amount' });

  it('are names for KPIs and targets, what one costs as well, and stand in the place of built-in KPIs', async () => {
    const { kpis, targets } = await valid(
      text('kpis: { each: saves / 4, price: cost_per_saves }\ntargets: [views >= 5, cost_per_saves <= 3 with 60%]\n'),
    );
    expect(kpis[0]!.expression).toMatchObject({ left: amount(0), operator: '/' });
    expect(kpis[1]!.expression).toEqual({
      kind: 'binary',
      operator: '/',
      left: { kind: 'metric figure', metric: 0, of: 'spend' },
      right: amount(0),
    });
    expect(targets[0]!.expression).toEqual(amount(1));
  });

  it('are not of a line, and their names are not free', async () => {
    const hold = 'rules: { lines: { instagram/awareness: { hold: [saves >= 3] } } }\n';
    expect(await mistakes(text(hold))).toMatchObject([messages.metricOutsideKpis('saves')]);
    expect(await mistakes(text('kpis: { saves: spend / 2 }\n'))).toMatchObject([messages.metricNameTaken('saves')]);
    const twice = text('').replace('  views: {', '  cost_per_saves: {');
    expect(await mistakes(twice)).toMatchObject([messages.metricNameTaken('cost_per_saves')]);
  });

  it('name leads before they are closed, what one costs, and customers', async () => {
    const { targets } = await valid(text('targets: [cpl <= 5, leads >= 400, customers >= 3]\n'));
    expect(targets.map(({ expression }) => expression)).toEqual([
      { kind: 'kpi', name: 'cpl' },
      { kind: 'kpi', name: 'leads' },
      { kind: 'kpi', name: 'new' },
    ]);
  });

  it('say where a limit on weeks has no weeks to limit', async () => {
    const rule = text('rules: { week_change: 20% }\n');
    const idle = { code: 'idle_week_change' };
    expect((await valid(rule)).warnings).toContainEqual(idle);
    const free = rule.replace('stage: awareness', 'stage: awareness, flighting: free');
    expect(free).not.toBe(rule);
    expect((await valid(free)).warnings).not.toContainEqual(idle);
  });

  it('call orders what the plan calls them, unless a KPI of its own has that name', async () => {
    const { targets } = await valid(text('targets: [bookings >= 400, installs >= 3 with 60%, cpi <= 5]\n'));
    expect(targets.map(({ expression }) => expression)).toEqual([
      { kind: 'kpi', name: 'orders' },
      { kind: 'kpi', name: 'orders' },
      { kind: 'kpi', name: 'cpa' },
    ]);
    const own = await valid(text('kpis: { bookings: clicks }\ntargets: [bookings >= 400]\n'));
    expect(own.targets[0]!.expression).toEqual({ kind: 'kpi', name: 'clicks' });
  });

  it('count bookings and installs before they are closed, where some of them are', async () => {
    const plan = (outcome: string, more: string) =>
      valid(
        `currency: USD\nhorizon: 1 week\nbudget: 10\neconomics: { order_value: 3, close_rate: 20%, outcome: ${outcome} }\n` +
          `lines: [{ platform: x, stage: awareness, audience: 5k }]\n${more}`,
      );
    const app = await plan(
      'installs',
      'goal: { maximize: installs }\nkpis: { dear: cpi * 2 }\ntargets: [installs >= 9, cpi <= 2, orders >= 3, cpa <= 9]\n',
    );
    const names = ({ targets }: typeof app) => targets.map(({ expression }) => expression);
    const kpi = (name: string) => ({ kind: 'kpi', name });
    expect(names(app)).toEqual(['leads', 'cpl', 'orders', 'cpa'].map(kpi));
    expect(app.goal.maximize).toEqual(kpi('leads'));
    expect(app.kpis[0]!.expression).toMatchObject({ operator: '*', left: kpi('cpl') });
    expect(names(await plan('bookings', 'targets: [bookings >= 9]\n'))).toEqual([kpi('leads')]);
    const own = await plan('bookings', 'kpis: { bookings: clicks }\ntargets: [bookings >= 400]\n');
    expect(names(own)).toEqual([kpi('clicks')]);
  });

  it('say that leads are counted, where the file does not', async () => {
    const outcome = async (more: string) =>
      (
        await valid(
          `currency: USD\nhorizon: 1 week\nbudget: 10\nlines: [{ platform: meta, stage: conversion }]\n${more}`,
        )
      ).outcome;
    expect(await outcome('targets: [cpl <= 5]\n')).toBe('leads');
    expect(await outcome('goal: { maximize: leads }\n')).toBe('leads');
    expect(await outcome('goal: { preset: leads }\n')).toBe('leads');
    expect(await outcome('targets: [cpa <= 5]\n')).toBe('orders');
    expect(await outcome('economics: { outcome: bookings }\ntargets: [cpl <= 5]\n')).toBe('bookings');
    expect(await outcome('kpis: { leads: clicks / 4 }\ntargets: [leads >= 5]\n')).toBe('orders');
  });
});
