import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newScenarioText, parseScenario, readScenario } from '../../src/scenario/index.js';
import { filesOf, mistakes, valid } from './helpers.js';
import { funnelOf } from './plain.js';

const root = join(import.meta.dirname, '../..');
const page = join(root, '../shared/design/scenario.md');

describe.skipIf(!existsSync(page))('the example of the contract page (skipped where the page is missing)', () => {
  const example = existsSync(page) ? (/```yaml\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))?.[1] ?? '') : '';
  it('parses with every key', async () => {
    const scenario = await valid(example);
    expect(scenario).toMatchObject({
      name: 'Baku coffee, spring',
      currency: 'AZN',
      currencyDigits: 2,
      start: '2027-03-01',
      horizon: { periods: 13, unit: 'week', periodDays: 7 },
      seed: 'spring',
      draws: 16_384,
      population: { distribution: { family: 'fixed', value: 1_200_000 }, origin: { kind: 'given' } },
      rules: {
        stages: { awareness: { min: 0.7, max: 0.8 } },
        retargeting: { consideration: 1, conversion: 2, tolerance: 0 },
        creative: { split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0 },
        platforms: { tiktok: { min: null, max: { kind: 'share', value: 0.4 }, fixed: null } },
        lines: { 'facebook/conversion': { min: { kind: 'money', value: 500 }, minDaily: 10 } },
        cpa: { max: 25, probability: 0.8 },
      },
      goal: { text: 'profit', maximize: { kind: 'kpi', name: 'profit' }, riskAversion: 0.25, tail: 0.1, preset: null },
      targets: [
        { comparison: '>=', threshold: 1.5, probability: 0.8 },
        { comparison: '>=', threshold: 3000, probability: 0.5 },
      ],
    });
    expect(scenario.season.cpm[5]).toBe(1.4);
    expect(scenario.season.cvr).toEqual(new Array(13).fill(1));
    expect(scenario.kpis.map(({ name }) => name)).toEqual(['payback']);
    expect(funnelOf(scenario.lines[2]).quantities.cpm.origin.kind).not.toBe('given');
  });

  it('says the same in JSON', async () => {
    const { parse } = await import('yaml');
    const fromJson = await valid(JSON.stringify(parse(example)), 'plan.json');
    const { sha256: _, path: __, ...json } = fromJson;
    const { sha256: ___, path: ____, ...yaml } = await valid(example);
    expect(json).toEqual(yaml);
  });
});

describe('the bench scenario', () => {
  it('has 18 lines, every quantity given or defaulted', async () => {
    const reading = await readScenario(join(root, 'bench/quarter.yaml'));
    if (!reading.ok) expect.unreachable(JSON.stringify(reading.problems));
    expect(reading.scenario.lines).toHaveLength(18);
    expect(reading.scenario.warnings).toEqual([]);
    expect(reading.scenario.name).toBe('quarter');
    expect(reading.scenario.lines.every(({ budgetDerived }) => !budgetDerived)).toBe(true);
  });
});

describe('a new scenario', () => {
  it.each(['spring', 'Bakı — yaz "2027"', 'a: b # c', "it's"])('named %s is valid as it stands', async (name) => {
    const scenario = await valid(newScenarioText(name));
    expect(scenario.name).toBe(name);
    const reading = await parseScenario(newScenarioText(name), 'new.yaml');
    expect(reading.ok).toBe(true);
  });

  it('shows the rest of a plan in comments that are valid once their # is off', async () => {
    const [before, rest] = newScenarioText('spring').split('# The rest of a plan');
    // Sentences begin with a capital or a quotation mark; keys and their values don't.
    const shown = rest!.split('\n').flatMap((line) => (/^# (?:[a-z_]+:| )/.test(line) ? [line.slice(2)] : []));
    const scenario = await valid(`${before}${shown.join('\n')}\n`);
    expect(scenario.sources).toHaveLength(2);
    expect(scenario.shocks).toHaveLength(1);
    expect(scenario.phases).toHaveLength(2);
    expect(scenario.brand).not.toBeNull();
  });
});

describe('what is left out', () => {
  const MINIMAL =
    'currency: JPY\nhorizon: 2 months\nbudget: 100_001\nlines:\n  - { platform: x, stage: awareness }\n  - { platform: x, stage: loyalty }\n';

  // Defaults of the model page, sections 2 to 9.
  it('takes the defaults of the model', async () => {
    const scenario = await valid(MINIMAL, 'folder/small plan.yaml');
    const fixed = (value: number) => ({ distribution: { family: 'fixed', value }, origin: { kind: 'default' } });
    expect(scenario).toMatchObject({
      name: 'small plan',
      slug: 'small plan',
      language: 'en',
      currencyDigits: 0,
      start: null,
      horizon: { periods: 2, periodDays: 30.4375 },
      seed: 'huni',
      draws: 16_384,
      sampler: 'sobol',
      population: null,
      memory_days: fixed(14),
      economics: {
        order_value: fixed(0),
        margin: fixed(1),
        close_rate: fixed(1),
        delay_days: fixed(0),
        ltv_days: fixed(365),
      },
      stocks: {
        warm_days: fixed(30),
        hot_days: fixed(30),
        buyers_days: fixed(180),
        landing: fixed(0.8),
        warm: fixed(0),
      },
      noise: { tiktok: { sd: 0.1, rho: 0.5 } },
      season: { cpm: [1, 1], cvr: [1, 1] },
      correlation: {
        metrics: {
          cpm: { market: 0.3, platform: 0.3 },
          cvr: { market: 0.4, platform: 0.1 },
          match: { market: 0, platform: 0 },
        },
      },
      creativeSplit: { proven: 0.6, experiment: 0.3, moonshot: 0.1 },
      goal: { text: 'orders', riskAversion: 1, tail: 0.9, worst: 0.1 },
      lines: [
        {
          quantities: { fatigue: fixed(0.05), match: fixed(0.6), audience: { origin: { kind: 'assumed' } } },
          flighting: [0.5, 0.5],
        },
        { quantities: { fatigue: fixed(0.03), audience: fixed(0) } },
      ],
    });
    // Without an order value, and without an audience: both are said.
    expect(scenario.warnings).toHaveLength(2);
  });

  it('leaves the luckiest tenth out only where the file says nothing of risk', async () => {
    const goalOf = async (goal: string) => {
      const { riskAversion, tail, worst } = (await valid(`${MINIMAL}goal: ${goal}\n`)).goal;
      return { riskAversion, tail, worst };
    };
    expect(await goalOf('{ maximize: orders }')).toEqual({ riskAversion: 1, tail: 0.9, worst: 0.1 });
    expect(await goalOf('{ maximize: orders, risk_aversion: 0 }')).toEqual({ riskAversion: 0, tail: 0.1, worst: 0.1 });
    expect(await goalOf('{ risk_aversion: 0.4 }')).toEqual({ riskAversion: 0.4, tail: 0.1, worst: 0.1 });
    expect(await goalOf('{ tail: 20% }')).toEqual({ riskAversion: 0, tail: 0.2, worst: 0.2 });
    const { rules } = await valid(`${MINIMAL}rules: { cvar: { min: 100 } }\n`);
    expect(rules.cvar).toEqual({ min: 100, tail: 0.1 });
  });

  it('knows the moments of the creative tiers', async () => {
    const { creative } = await valid(MINIMAL);
    const { mean, standardDeviation } = await import('../../src/distributions/index.js');
    // Section 5 of the model.
    const expected = {
      proven: [1, 0.1],
      experiment: [0.85, 0.3],
      moonshot: [0.55, 0.6],
      experiment_gain: [0.9, 0.6],
      moonshot_gain: [1.6, 3.2],
    } as const;
    for (const [tier, [average, sd]] of Object.entries(expected)) {
      const { distribution } = creative![tier as keyof typeof expected];
      expect(mean(distribution)).toBeCloseTo(average, 12);
      expect(standardDeviation(distribution)).toBeCloseTo(sd, 12);
    }
  });

  it('is a share of the population where that is known', async () => {
    const scenario = await valid(`${MINIMAL}market: { population: 1m }\n`);
    const { quantile } = await import('../../src/distributions/index.js');
    const { distribution } = funnelOf(scenario.lines[0]).quantities.audience;
    expect(quantile(distribution, 0.05)).toBeCloseTo(50_000, 3);
    expect(quantile(distribution, 0.95)).toBeCloseTo(500_000, 3);
  });

  it('is a mistake where no benchmark knows a price in the currency', async () => {
    const text = MINIMAL.replace('JPY', 'LAK')
      .replace('100_001', '1000')
      .replace(/, stage: loyalty/, ', stage: loyalty, cpm: 3');
    const problems = await mistakes(text);
    expect(problems.map(({ line, found }) => [line, found.startsWith('no cpm')])).toEqual([[5, true]]);
  });

  it('says which pool nobody fills', async () => {
    const text =
      'currency: USD\nhorizon: 1 week\nbudget: 10\neconomics: { order_value: 3, margin: 1 }\nlines: [{ platform: x, stage: loyalty }]\n';
    expect((await valid(text)).warnings).toEqual([{ code: 'nothing_above', line: 'x/loyalty' }]);
    expect((await valid(`${text}stocks: { buyers: 1k }\n`)).warnings).toEqual([]);
    expect((await valid(text.replace('loyalty', 'loyalty, audience: 5k'))).warnings).toEqual([]);
    const posts = 'creators: [{ name: A, platform: tiktok, followers: 1k, reach_rate: 10%, posts: 1 }]\n';
    expect((await valid(`${text}${posts}`)).warnings).toEqual([]);
    const none = text.replace('loyalty', 'conversion, audience: 0');
    expect((await valid(none)).warnings).toEqual([{ code: 'nothing_above', line: 'x/conversion' }]);
  });

  it('lets a campaign below awareness with nothing above it find its people itself, at the rates of such campaigns', async () => {
    const text = (lines: string, more = '') =>
      `currency: USD\nhorizon: 1 week\nbudget: 10\neconomics: { order_value: 3, margin: 1 }\nlines: [${lines}]\n${more}`;
    const alone = await valid(text('{ platform: x, stage: conversion }'));
    expect(alone.warnings.map(({ code }) => code)).toEqual(['assumed_audience']);
    const top = await valid(text('{ platform: x, stage: awareness }'));
    const [cold, above] = [funnelOf(alone.lines[0]), funnelOf(top.lines[0])];
    for (const rate of ['audience', 'cpm', 'ctr', 'cvr'] as const)
      expect(cold.quantities[rate].distribution).toEqual(above.quantities[rate].distribution);
    expect(cold.cold).toBe(true);
    // Any line, post or stock above it makes it retargeting again.
    const below = '{ platform: x, stage: conversion }';
    const organic = 'organic: [{ name: Feed, platform: x, followers: 1k, reach_rate: 10%, per_week: 1 }]\n';
    for (const retargets of [
      text(`{ platform: tiktok, stage: awareness, audience: 5k }, ${below}`),
      text(below, 'stocks: { hot: 1k }\n'),
      text(below, organic),
    ]) {
      const line = funnelOf((await valid(retargets)).lines.at(-1));
      expect(line.cold).toBeUndefined();
      expect(line.quantities.audience.distribution).toEqual({ family: 'fixed', value: 0 });
    }
    // Who writes every price and rate writes down whom the line reaches, too: nobody beyond its pool, as the model says.
    for (const platform of ['x', 'google']) {
      const typed = text(`{ platform: ${platform}, stage: conversion, cpm: 3, ctr: 1%, cvr: 2% }`);
      const line = funnelOf((await valid(typed)).lines[0]);
      expect(line.cold).toBeUndefined();
      expect(line.quantities.audience.distribution).toEqual({ family: 'fixed', value: 0 });
    }
  });

  it('lets search find who searches, whoever stands above it', async () => {
    const text =
      'currency: USD\nhorizon: 1 week\nbudget: 10\neconomics: { order_value: 3, margin: 1 }\nlines: [{ platform: x, stage: awareness, audience: 5k }, { platform: Google Ads, stage: conversion }]\n';
    const { lines, warnings } = await valid(text);
    expect(warnings.map(({ code }) => code)).toEqual(['assumed_audience']);
    const { mean } = await import('../../src/distributions/index.js');
    expect(mean(funnelOf(lines[1]).quantities.audience.distribution)).toBeGreaterThan(100_000);
  });

  it('switches creative and noise off, as text or as a boolean', async () => {
    for (const off of ['off', 'false', '"off"']) {
      const scenario = await valid(`${MINIMAL}creative: ${off}\nnoise: ${off}\n`);
      expect(scenario.creative).toBeNull();
      expect(scenario.noise.x!.sd).toBe(0);
    }
  });
});

describe('numbers and distributions', () => {
  const plan = (key: string, value: string) =>
    `currency: USD\nhorizon: 1 week\nbudget: 10\neconomics: { ${key}: ${value} }\nlines: [{ platform: x, stage: awareness }]\n`;

  it.each([
    ['order_value', '1.2k', { family: 'fixed', value: 1200 }],
    ['margin', '62%', { family: 'fixed', value: 0.62 }],
    ['repeat_rate', '{ mean: 0.5, sd: 0.15 }', { family: 'beta' }],
    ['repeat_rate', '{ mean: 1.5, sd: 0.5 }', { family: 'lognormal' }],
    ['repeat_rate', '0.5 to 1.5', { family: 'lognormal' }],
    ['order_value', '{ p10: 7, p90: 13 }', { family: 'lognormal' }],
    ['margin', '{ p5: 40%, p95: 60% }', { family: 'beta' }],
    ['order_value', '{ dist: gamma, shape: 2, scale: 5 }', { family: 'gamma', shape: 2, scale: 5 }],
    ['order_value', '{ dist: truncnormal, mean: 9, sd: 2, min: 5, max: 12 }', { family: 'truncnormal', min: 5 }],
    ['margin', '{ dist: beta, alpha: 2, beta: 3 }', { family: 'beta', alpha: 2, beta: 3 }],
    ['margin', '{ dist: uniform, min: 10%, max: 20% }', { family: 'uniform', min: 0.1, max: 0.2 }],
    ['margin', '{ dist: triangular, min: 0, mode: 0.2, max: 1 }', { family: 'triangular', mode: 0.2 }],
    ['margin', '{ dist: pert, min: 0, mode: 0.2, max: 1 }', { family: 'pert', max: 1 }],
    ['order_value', '{ dist: normal, mean: 9, sd: 2 }', { family: 'normal' }],
    ['order_value', '{ dist: lognormal, mu: 2, sigma: 0.5 }', { family: 'lognormal', mu: 2 }],
    ['order_value', '{ dist: quantiles, p: [0.1, 0.5, 0.9], x: [5, 8, 20] }', { family: 'quantiles', x: [5, 8, 20] }],
    [
      'order_value',
      '{ dist: mixture, of: [7 to 13, 20], weights: [0.8, 0.2] }',
      { family: 'mixture', of: [{ family: 'lognormal' }, { family: 'fixed', value: 20 }], weights: [0.8, 0.2] },
    ],
  ])('%s: %s', async (key, value, distribution) => {
    const { economics } = await valid(plan(key, value));
    expect(economics[key as 'margin']).toMatchObject({ distribution, origin: { kind: 'given' } });
  });

  it('come from a CSV column beside the scenario, and change its digest', async () => {
    const text = plan('order_value', '{ dist: empirical, file: data/orders.csv, column: value }');
    const read = (csv: string) => valid(text, 'plans/a.yaml', filesOf({ 'plans/data/orders.csv': csv }));
    const scenario = await read('id,value\n1,9.5\n2,"7"\n3,\n4,1.2k\n');
    expect(scenario.economics.order_value.distribution).toEqual({ family: 'empirical', sorted: [7, 9.5, 1200] });
    expect((await read('id,value\n1,9.5\n2,8\n')).sha256).not.toBe(scenario.sha256);
  });

  it('come from a file and a column that are named by numbers', async () => {
    const text = plan('order_value', '{ dist: empirical, file: 3, column: 2026 }');
    expect(await mistakes(text)).toMatchObject([{ found: 'no such file (3)' }]);
    const scenario = await valid(text, 'a.yaml', filesOf({ '3': '2025,2026\n1,2\n3,4\n' }));
    expect(scenario.economics.order_value.distribution).toEqual({ family: 'empirical', sorted: [2, 4] });
  });

  it('falls and rises linearly with front and back flighting', async () => {
    const text = (flighting: string) =>
      `currency: USD\nhorizon: 3 weeks\nbudget: 10\nlines: [{ platform: x, stage: awareness, flighting: ${flighting} }]\n`;
    // T, T − 1, …, 1 over their sum, 6.
    expect((await valid(text('front'))).lines[0]?.flighting).toEqual(
      [3 / 6, 2 / 6, 1 / 6].map((w) => expect.closeTo(w, 15)),
    );
    expect((await valid(text('back'))).lines[0]?.flighting).toEqual(
      [1 / 6, 2 / 6, 3 / 6].map((w) => expect.closeTo(w, 15)),
    );
    expect((await valid(text('[2, 0, 6]'))).lines[0]?.flighting).toEqual([0.25, 0, 0.75]);
  });
});
