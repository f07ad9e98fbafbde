import { describe, expect, it } from 'vitest';
import { mean, quantile, standardDeviation } from '../../src/distributions/index.js';
import { scaleDistribution } from '../../src/distributions/scale.js';
import type { Distribution } from '../../src/distributions/types.js';
import { formatProblem } from '../../src/scenario/index.js';
import * as messages from '../../src/scenario/messages.js';
import { LINE_METRICS, type Scenario } from '../../src/scenario/types.js';
import { parseVariants } from '../../src/scenario/variants/read.js';
import { readStresses, STRESSED_ECONOMICS } from '../../src/scenario/variants/stress.js';
import { filesOf, mistakes, valid } from './helpers.js';
import { funnelOf } from './plain.js';

const BASE = `currency: AZN
horizon: 4 weeks
budget: 1000
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 600, audience: 300k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20%, cvr: 2%, flighting: [4, 3, 2, 1] }
  - { platform: tiktok, stage: awareness, budget: 150.01, audience: 200k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20%, cvr: 2% }
  - { platform: instagram, stage: conversion, budget: 249.99, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
season: { cpm: [1, 1, 1.5, 1] }
`;

async function variantsOf(variants: string, text = BASE): Promise<{ base: Scenario; of: Record<string, Scenario> }> {
  const reading = await parseVariants(`${text}variants:\n${variants}`, 'plan.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return { base: reading.base, of: Object.fromEntries(reading.variants.map(({ name, scenario }) => [name, scenario])) };
}

async function wrong(variants: string, text = BASE) {
  const reading = await parseVariants(`${text}variants:\n${variants}`, 'plan.yaml');
  if (reading.ok) throw new Error('accepted');
  return reading.problems;
}

const budgets = ({ lines }: Scenario) => lines.map(({ budget }) => budget);

describe('variants', () => {
  it('change price and conversion by season, from, until and in periods', async () => {
    const { base, of } = await variantsOf(`  dear: cpm +30% from week 3
  early: cpm -50% until week 2
  middle: cvr -20% in weeks 2 to 3
  one: cvr +10% in week 4
  all: cpm +100%
  both: cpm +10%, cvr -10%
`);
    expect(base.season.cpm).toEqual([1, 1, 1.5, 1]);
    expect(of.dear!.season.cpm).toEqual([1, 1, 1.5 * 1.3, 1.3]);
    expect(of.early!.season.cpm).toEqual([0.5, 0.5, 1.5, 1]);
    expect(of.middle!.season.cvr).toEqual([1, 0.8, 0.8, 1]);
    expect(of.one!.season.cvr).toEqual([1, 1, 1, 1.1]);
    expect(of.all!.season.cpm).toEqual([2, 2, 3, 2]);
    expect(of.both!.season).toEqual({ cpm: [1.1, 1.1, 1.5 * 1.1, 1.1], cvr: [0.9, 0.9, 0.9, 0.9] });
    expect(of.dear!.lines).toEqual(base.lines);
    expect(of.dear!.name).toBe('plan: dear');
  });

  it('switch lines off without spending their money elsewhere, to the cent', async () => {
    const { base, of } = await variantsOf(`  banned: tiktok off
  later: instagram/awareness off from week 3
  half: instagram budget -50%
  more: budget +20%
  stage: [awareness off, budget +100%]
`);
    expect([budgets(of.banned!), of.banned!.budget]).toEqual([[600, 0, 249.99], 849.99]);
    // Weights 4, 3, 2, 1: seven tenths are spent in the first two weeks, in the rhythm 4 to 3.
    expect([budgets(of.later!), of.later!.budget]).toEqual([[420, 150.01, 249.99], 820]);
    expect(of.later!.lines[0]!.flighting.map((weight) => weight * 7)).toEqual(
      [4, 3, 0, 0].map((w) => expect.closeTo(w, 12)),
    );
    // 124.995 is rounded to the cent; the budget is the sum of what is left.
    expect(of.half!.lines[0]!.budget).toBe(300);
    expect(of.half!.lines[2]!.budget).toBeCloseTo(125, 1);
    for (const scenario of Object.values(of)) {
      const cents = budgets(scenario).map((budget) => Math.round(budget * 100));
      expect(cents.reduce((a, b) => a + b, 0)).toBe(Math.round(scenario.budget * 100));
    }
    expect(of.more!.budget).toBeCloseTo(1200, 9);
    expect(of.more!.lines[0]!.flighting).toEqual(base.lines[0]!.flighting);
    expect(budgets(of.stage!)).toEqual([0, 0, 499.98]);
  });

  it('leave as much room under a ceiling as there was', async () => {
    const { of } = await variantsOf(
      '  none: tiktok off\n  half: instagram budget -50%\n  more: tiktok budget +20%\n',
      `currency: USD
horizon: 4 weeks
budget: { max: 10000 }
creators_from: budget
economics: { order_value: 60, margin: 40% }
lines:
  - { platform: instagram, stage: awareness, budget: 5000 }
  - { platform: tiktok, stage: awareness, budget: 2000 }
creators:
  - { name: Aysel, platform: tiktok, followers: 10k, reach_rate: 30%, fee: 500, posts: 2 }
`,
    );
    const left = Object.fromEntries(Object.entries(of).map(([name, { budget }]) => [name, budget]));
    // Of 10,000 8,000 are planned: 7,000 on lines, two posts of 500.
    expect(left).toEqual({ none: 7000, half: 7500, more: 10400 });
  });

  it("multiply a scope's rates and what orders are worth, and leave the others alone", async () => {
    const { base, of } = await variantsOf(`  tiktok: tiktok cpm +50%
  clicks: ctr -20%
  cheap: order_value -25%
  stage: conversion cvr +10%
`);
    const rate = (scenario: Scenario, k: number, metric: 'cpm' | 'ctr' | 'cvr') =>
      mean(funnelOf(scenario.lines[k]).quantities[metric].distribution);
    const ratios = (scenario: Scenario, metric: 'cpm' | 'ctr' | 'cvr') =>
      [0, 1, 2].map((k) => rate(scenario, k, metric) / rate(base, k, metric));
    expect(ratios(of.tiktok!, 'cpm')).toEqual([1, expect.closeTo(1.5, 12), 1]);
    expect(ratios(of.clicks!, 'ctr')).toEqual([0.8, 0.8, 0.8].map((ratio) => expect.closeTo(ratio, 9)));
    expect(ratios(of.stage!, 'cvr')).toEqual([1, 1, expect.closeTo(1.1, 9)]);
    const value = (scenario: Scenario) => mean(scenario.economics.order_value.distribution);
    expect(value(of.cheap!) / value(base)).toBeCloseTo(0.75, 12);
  });

  it('merge other values as extends does, budgets held to the budget as in any file', async () => {
    const { base, of } = await variantsOf(`  other:
    budget: 1100
    lines: [{ platform: tiktok, stage: awareness, budget: 250.01 }]
    rules: { prospecting: 60-90% }
  stress: cpm +10%
`);
    expect(budgets(of.other!)).toEqual([600, 250.01, 249.99]);
    expect(of.other!.rules.stages.awareness).toEqual({ min: 0.6, max: 0.9 });
    expect(funnelOf(of.other!.lines[1]).quantities).toEqual(funnelOf(base.lines[1]).quantities);
    expect(new Set([base, of.other!, of.stress!].map(({ sha256 }) => sha256)).size).toBe(3);
  });

  it('stand in an extended file as well', async () => {
    const files = filesOf({ 'base.yaml': `${BASE}variants: { dear: cpm +30%, off: tiktok off }\n` });
    const reading = await parseVariants('extends: base.yaml\nvariants: { dear: cpm +60% }\n', 'over.yaml', files);
    if (!reading.ok) throw new Error('refused');
    expect(reading.variants.map(({ name, scenario }) => [name, scenario.season.cpm[0]])).toEqual([
      ['dear', 1.6],
      ['off', 1],
    ]);
  });

  it('are no part of the plan itself', async () => {
    const plain = await valid(BASE);
    const varied = await valid(`${BASE}variants: { dear: cpm +30% }\n`);
    expect({ ...varied, sha256: '' }).toEqual({ ...plain, sha256: '' });
  });

  it('reach weeks of a plan by days', async () => {
    const days = BASE.replace('4 weeks', '10 days')
      .replace(', flighting: [4, 3, 2, 1]', '')
      .replace(/season.*\n/, '');
    const { of } = await variantsOf('  dear: cpm +30% from week 2\n', days);
    expect(of.dear!.season.cpm).toEqual([1, 1, 1, 1, 1, 1, 1, 1.3, 1.3, 1.3]);
    expect(await wrong('  late: cpm +30% from week 3\n', days)).toMatchObject([
      messages.stressAfterEnd('week 3', '10 days'),
    ]);
  });
});

describe('a wrong variant', () => {
  const names = [...LINE_METRICS, 'budget', ...STRESSED_ECONOMICS];
  it.each([
    ['cpn +30%', messages.unknownStress('cpn', names), 'cpm'],
    ['tiktok +30%', messages.unknownStress('tiktok', names), undefined],
    ['cpm +30', messages.notAStress('"cpm +30"'), undefined],
    ['cpm 30%', messages.notAStress('"cpm 30%"'), undefined],
    ['cpm +30% from week 0', messages.notAStress('"cpm +30% from week 0"'), undefined],
    ['cpm +30% from week 3 to 2', messages.notAStress('"cpm +30% from week 3 to 2"'), undefined],
    ['cpm +30%,', messages.notAStress('""'), undefined],
    ['cvr -100%', messages.stressTooLow('-100%'), undefined],
    ['budget -120%', messages.stressTooLow('-120%'), undefined],
    ['tiktok order_value +5%', messages.stressNotOfLines('order_value', 'tiktok'), undefined],
    ['ctr +5% from week 2', messages.stressNotByPeriod('ctr'), undefined],
    ['tiktok cpm +5% in week 2', messages.stressNotByPeriod('tiktok cpm'), undefined],
  ])('%s is refused with its place, also by a run', async (text, fault, suggestion) => {
    const place = { path: 'plan.yaml', line: 11, column: 8 };
    const problems = await wrong(`  bad: "${text}"\n`);
    expect(problems).toMatchObject([{ ...fault, ...place }]);
    expect(problems[0]!.suggestion).toBe(suggestion);
    expect(await mistakes(`${BASE}variants:\n  bad: "${text}"\n`)).toMatchObject([{ ...fault, ...place }]);
  });

  it.each([
    ['tiktk off', 'tiktok'],
    ['instagram/awarenes off', 'instagram/awareness'],
    ['linkedin cpm +5%', undefined],
  ])('%s names what no line has', async (text, suggestion) => {
    const [problem, ...others] = await wrong(`  bad: ${text}\n`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 11, column: 8 });
    expect(problem!.found).toMatch(/which no line has$/);
    expect(problem!.suggestion).toBe(suggestion);
  });

  it.each([
    ['budget -100%', messages.nothingLeftToSpend()],
    ['cpm +5% from week 5', messages.stressAfterEnd('week 5', '4 weeks')],
    ['cpm +5% from month 1', messages.stressInOtherUnit('month', '4 weeks')],
  ])('%s does not fit the plan', async (text, fault) => {
    expect(await wrong(`  bad: ${text}\n`)).toMatchObject([{ ...fault, line: 11, column: 8 }]);
  });

  it('of a rate that would pass 100% is refused', async () => {
    const [problem] = await wrong('  bad: margin +70%\n');
    expect(problem!.found).toMatch(/^margin changed so far that it leaves its range/);
  });

  it.each([
    ['  bad: { budgett: 5 }\n', 11, 'budgett'],
    ['  bad: { variants: { x: cpm +5% } }\n', 11, 'variants'],
    ['  bad: { budget: 900 }\n', 11, '900'],
    ['  bad: 5\n', 11, '5'],
  ])('%j is refused where it stands', async (text, line, found) => {
    const [problem] = await wrong(text);
    expect(problem!.line).toBe(line);
    expect(`${problem!.found} ${problem!.expected}`).toContain(found);
  });

  it('is missed where there is none', async () => {
    const reading = await parseVariants(BASE, 'plan.yaml');
    expect(reading).toMatchObject({ ok: false, problems: [messages.noVariants()] });
    expect(await wrong('  {}\n')).toMatchObject([messages.noVariants()]);
  });
});

describe('a stress', () => {
  it('is read whatever its case and minus sign', () => {
    expect(readStresses('CPM −12.5% From Week 2 - 3')).toEqual({
      ok: true,
      value: [
        {
          text: 'CPM −12.5% From Week 2 - 3',
          what: 'cpm',
          scope: null,
          factor: 0.875,
          span: { unit: 'week', first: 2, last: 3 },
        },
      ],
    });
  });
});

describe('a scaled distribution', () => {
  const families: readonly Distribution[] = [
    { family: 'fixed', value: 0.2 },
    { family: 'normal', mean: 0.3, sd: 0.05 },
    { family: 'truncnormal', mean: 0.3, sd: 0.2, min: 0, max: 1 },
    { family: 'lognormal', mu: -1, sigma: 0.4 },
    { family: 'gamma', shape: 2, scale: 0.1 },
    { family: 'uniform', min: 0.1, max: 0.4 },
    { family: 'triangular', min: 0.1, mode: 0.2, max: 0.4 },
    { family: 'pert', min: 0.1, mode: 0.2, max: 0.4 },
    { family: 'quantiles', p: [0.1, 0.5, 0.9], x: [0.1, 0.2, 0.5] },
    { family: 'empirical', sorted: [0.1, 0.2, 0.4] },
    {
      family: 'mixture',
      of: [
        { family: 'uniform', min: 0.1, max: 0.2 },
        { family: 'gamma', shape: 2, scale: 0.1 },
      ],
      weights: [0.3, 0.7],
    },
  ];
  it.each(families)('$family has every quantile multiplied', (d) => {
    const scaled = scaleDistribution(d, 1.3);
    if (!scaled.ok) throw new Error(scaled.reason);
    for (const p of [0.05, 0.3, 0.5, 0.9]) expect(quantile(scaled.value, p) / quantile(d, p)).toBeCloseTo(1.3, 9);
  });

  it('of a beta has its mean and standard deviation multiplied, as far as a rate can', () => {
    const d: Distribution = { family: 'beta', alpha: 4, beta: 12 };
    const scaled = scaleDistribution(d, 0.7);
    if (!scaled.ok) throw new Error(scaled.reason);
    expect(mean(scaled.value)).toBeCloseTo(0.7 * 0.25, 12);
    expect(standardDeviation(scaled.value)).toBeCloseTo(0.7 * standardDeviation(d), 12);
    expect(scaleDistribution(d, 5).ok).toBe(false);
    expect(scaleDistribution(d, 0).ok).toBe(false);
  });

  it('that are wrong are named, and pointed at where they stand, not where the base does', async () => {
    const [outside] = await wrong(`  fine: cpm +5%
  no tiktok: { lines: [{ platform: tiktok, stage: awareness, budget: 0 }] }
`);
    expect(outside).toMatchObject({ line: 12, column: 3, ...messages.budgetsDontSum('₼849.99', '₼1,000.00') });
    expect(outside!.message).toMatch(/^variants\.no tiktok: budget: found line budgets/);
    expect(formatProblem(outside!)).toContain(outside!.message);
    const [inside] = await wrong(`  wide: { rules: { platforms: { tiktok: { min: 1500 } } } }
`);
    expect(inside).toMatchObject({ line: 11, column: 48 });
    expect(inside!.message).toMatch(/^variants\.wide: min: found min of/);
    const [unknown] = await wrong('  odd: { economics: { margn: 50% } }\n');
    expect(unknown!.message).toMatch(/^variants\.odd: economics: found "margn"/);
  });

  it('have names that can be seen', async () => {
    const [problem] = await wrong('  "dear \\e[31m": cpm +30%\n');
    const { said: _, ...words } = messages.cantBeSeen('"dear \\u001b[31m"');
    expect(problem).toMatchObject({ line: 11, column: 3, ...words });
  });

  it('change parts of creators, shocks and phases without saying the rest again', async () => {
    const text = `${BASE}creators_from: outside
creators: [{ name: Aysel, platform: instagram, followers: 9k, reach_rate: 20%, posts: 2, fee: 50 }]
shocks: [{ name: Change, probability: 20%, view_rate: -30% }]
`;
    const { of } = await variantsOf(
      '  more: { creators: [{ name: Aysel, posts: 5 }], shocks: [{ name: Change, probability: 60% }] }\n',
      text,
    );
    expect(of.more!.sources).toMatchObject([
      { name: 'Aysel', posts: { count: 5 }, fee: { distribution: { value: 50 } } },
    ]);
    expect(of.more!.shocks).toMatchObject([{ probability: 0.6, factors: { view_rate: 0.7 } }]);
  });

  it('in words are of posts, too', async () => {
    const text = BASE.replace('budget: 1000', 'budget: 1200').concat(`creators:
  - { name: Aysel, platform: tiktok, followers: 9k, reach_rate: 20%, posts: 2, fee: 100, cvr: 2% }
organic: [{ name: Feed, platform: instagram, followers: 9k, reach_rate: 20%, per_week: 1, fatigue: 0.1 }]
`);
    const { base, of } = await variantsOf(
      `  off: tiktok off
  fewer: instagram off
  colder: cvr -50% , fatigue +100%
`.replace(' ,', ','),
      text,
    );
    expect(of.off!.sources.map(({ name }) => name)).toEqual(['Feed']);
    expect(of.off!.budget).toBeCloseTo(849.99, 9);
    expect(of.fewer!.sources.map(({ name }) => name)).toEqual(['Aysel']);
    expect(of.fewer!.budget).toBeCloseTo(350.01, 9);
    // All lines' conversion changes by the season; κ line by line, and source by source.
    expect(of.colder!.season.cvr).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(of.colder!.sources[1]!.fatigue.distribution).toEqual({ family: 'fixed', value: 0.2 });
    expect(base.sources[1]!.rates.ctr).toEqual(of.colder!.sources[1]!.rates.ctr);
    const own = await variantsOf('  worse: tiktok cvr -50%\n', text);
    expect(own.of.worse!.sources[0]!.rates.cvr).toMatchObject({ quantity: { distribution: { value: 0.01 } } });
    expect(await wrong('  part: tiktok off from week 3\n', text)).toMatchObject([messages.postsNotByPeriod()]);
  });
});
