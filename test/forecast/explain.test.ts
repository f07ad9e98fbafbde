import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/distributions/normal.js';
import { sourceGroups } from '../../src/forecast/explain/groups.js';
import { questionsOf } from '../../src/forecast/explain/questions.js';
import { explainForecast } from '../../src/forecast/explain.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { compileProgram } from '../../src/model/compile.js';
import { ruleOutcomes } from '../../src/optimize/index.js';
import { shiftedPlans } from '../../src/optimize/shifted-plans.js';
import { stringifyExplanation } from '../../src/report/explain/index.js';
import { readScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { SMALL } from '../cli/support.js';
import { quickFirst, SLOW, slowUnless } from '../slow.js';
import { scenarioOf, withSession } from './support.js';

const P10 = -1.2815515655446004;
const FOLDER = new URL('../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

async function fileOf(name: string): Promise<Scenario> {
  const reading = await readScenario(new URL(name, FOLDER).pathname);
  if (!reading.ok) throw new Error(`${name} has mistakes`);
  return reading.scenario;
}

/** Lines without fatigue, noise, coupling or creatives: profit is a product of independent inputs, less a constant. */
const plain = (seed: string, economics: string, lines: string): string => `
currency: USD
horizon: 4 weeks
budget: 10000
seed: ${seed}
economics: { ${economics}, margin: 0.5, fee: 0 }
noise: off
creative: off
goal: { maximize: profit }
lines:
${lines}
`;
const line = (platform: string, budget: number, cvr: string): string =>
  `  - { platform: ${platform}, stage: awareness, budget: ${budget}, audience: 50m, fatigue: 0, cpm: 5, ctr: 2%, view_rate: 0.2, cvr: ${cvr} }`;

describe.each(['one', 'two', 'three'])('a product of two lognormals, seed %s', (seed) => {
  // Profit = 10,000 · 4 clicks a dollar · cvr · 0.5 · order value − 10,000.
  const [mu, sigma, sigmaCvr] = [3.5, 0.3, 0.4];
  const text = plain(
    seed,
    `order_value: { dist: lognormal, mu: ${mu}, sigma: ${sigma} }`,
    line('facebook', 10_000, `{ dist: lognormal, mu: ${Math.log(0.01)}, sigma: ${sigmaCvr} }`),
  );

  it('has the Sobol indices and conditional means of its closed form', slowUnless(seed === 'one'), async () => {
    const { groups, inputs, alone } = await explainForecast(await scenarioOf(text), { information: false, workers: 2 });
    // Squared coefficients of variation; indices of a product of independent factors.
    const [a, b] = [Math.expm1(sigma ** 2), Math.expm1(sigmaCvr ** 2)];
    const variance = (1 + a) * (1 + b) - 1;
    const expected = new Map([
      ['economics.order_value', { first: a / variance, total: (a * (1 + b)) / variance }],
      ['facebook/awareness.cvr', { first: b / variance, total: (b * (1 + a)) / variance }],
    ]);
    expect(new Set(groups.map(({ group }) => group))).toEqual(new Set(expected.keys()));
    for (const { group, first, total, subject } of groups) {
      const truth = expected.get(group)!;
      expect(subject).toEqual({ kind: 'input', input: group });
      expect(Math.abs(first.value - truth.first)).toBeLessThan(4.5 * first.se);
      expect(Math.abs(total.value - truth.total)).toBeLessThan(4.5 * total.se);
    }
    expect(alone).toBeCloseTo(groups[0]!.first.value + groups[1]!.first.value, 12);

    const meanCvr = 0.01 * Math.exp(sigmaCvr ** 2 / 2);
    const revenue = 10_000 * 4 * meanCvr * 0.5 * Math.exp(mu);
    const spread = revenue * Math.exp(sigma ** 2 / 2) * Math.sqrt(variance);
    // The mean's own error is in both ends.
    const meanError = spread / Math.sqrt(8192);
    const ofGroup = groups.find(({ group }) => group === 'economics.order_value')!;
    const ofInput = inputs.find(({ input }) => input === 'economics.order_value')!;
    expect(ofGroup.ends).toEqual({ kind: 'value', p10: ofInput.p10, p90: ofInput.p90 });
    expect(ofInput.p10).toBeCloseTo(Math.exp(mu + sigma * P10), 9);
    for (const { low, high } of [ofGroup, ofInput]) {
      for (const [end, at] of [
        [low, P10],
        [high, -P10],
      ] as const) {
        const truth = revenue * Math.exp(sigma * at) - 10_000;
        expect(Math.abs(end.mean - truth)).toBeLessThan(4.5 * Math.hypot(end.se, meanError));
      }
    }
  });
});

describe.each(['one', 'two', 'three'])('two lines, one of them uncertain, seed %s', (seed) => {
  it('make information worth what an option is', slowUnless(seed === 'one'), async () => {
    const sigma = 0.4;
    const known = 0.01 * Math.exp(sigma ** 2 / 2);
    const text = plain(
      seed,
      'order_value: { dist: lognormal, mu: 3.912, sigma: 0.2 }',
      [
        line('facebook', 5000, `{ dist: lognormal, mu: ${Math.log(0.01)}, sigma: ${sigma} }`),
        line('instagram', 5000, String(known)),
      ].join('\n'),
    );
    const { information } = await explainForecast(await scenarioOf(text), { workers: 2 });
    // All money goes to whichever is better: F. Black's formula (1976) at the money, 10,000 times 4 clicks a dollar.
    const orderValue = Math.exp(3.912 + 0.02);
    const truth = 10_000 * 4 * known * 0.5 * orderValue * (2 * normalCdf(sigma / 2) - 1);
    const question = (name: string) => information!.questions.find((other) => other.question === name)!;
    const found = question('facebook.cvr');
    expect(Math.abs(found.value - truth)).toBeLessThan(4.5 * found.se);
    expect(found.subject).toEqual({ kind: 'platform-metric', platform: 'facebook', metric: 'cvr' });
    expect(Math.abs(information!.everything.value - truth)).toBeLessThan(4.5 * information!.everything.se);
    // What an order is worth scales both lines alike: it changes no decision.
    const idle = question('economics.order_value');
    expect(idle.value - 4.5 * idle.se).toBeLessThanOrEqual(0);
    expect(idle.value).toBeLessThan(truth / 20);
  });
});

describe('an explanation', () => {
  it('is the same bytes for 1, 2 and 7 workers', SLOW, async () => {
    const scenario = await scenarioOf(SMALL);
    const bytes = new Set<string>();
    for (const workers of [1, 2, 7]) {
      bytes.add(stringifyExplanation(await explainForecast(scenario, { draws: 640, workers })));
    }
    expect(bytes.size).toBe(1);
    const other = await explainForecast({ ...scenario, seed: 'another' }, { draws: 640, information: false });
    expect(bytes.has(stringifyExplanation(other))).toBe(false);
  });

  it('of a KPI that is the same in every draw has nothing to tell', async () => {
    const text = plain('same', 'order_value: 20 to 40', line('facebook', 10_000, '1%'));
    const { groups, inputs, alone, spread } = await explainForecast(await scenarioOf(text), {
      kpi: 'spend',
      draws: 512,
      information: false,
    });
    expect({ groups, inputs, alone }).toEqual({ groups: [], inputs: [], alone: null });
    expect(spread).toMatchObject({ mean: 10_000, p10: 10_000, undefined: 0 });
  });

  it('leaves out draws in which the KPI has no value', async () => {
    const text = plain('never', 'order_value: 20 to 40', line('facebook', 10_000, '0'));
    const { groups, spread } = await explainForecast(await scenarioOf(text), {
      kpi: 'cpa',
      draws: 512,
      information: false,
    });
    expect(groups).toEqual([]);
    expect(spread).toMatchObject({ mean: null, undefined: 1 });
  });

  it('is of profit, or of what the goal counts where no order is worth anything known', async () => {
    const explained = async (rest: string) => {
      const text = `currency: USD\nhorizon: 4 weeks\nbudget: 3000\nlines: [{ platform: facebook, stage: conversion, budget: 3000 }]\n${rest}`;
      const { kpi, spread } = await explainForecast(await scenarioOf(text), { draws: 512, information: false });
      expect(spread.sd).toBeGreaterThan(0);
      return kpi;
    };
    expect(await explained('economics: { order_value: 30 }\ngoal: { maximize: conversions }\n')).toBe('profit');
    expect(await explained('goal: { maximize: conversions }\n')).toBe('conversions');
    expect(await explained('')).toBe('orders');
  });

  it('takes KPIs that there are and draws that it can hold', async () => {
    const scenario = await scenarioOf(SMALL);
    await expect(explainForecast(scenario, { kpi: 'proft' })).rejects.toThrow(RangeError);
    for (const draws of [511, 65_537, 600.5]) {
      await expect(explainForecast(scenario, { draws })).rejects.toThrow(RangeError);
    }
  });
});

it("prices resampled sources as the other seed's: through the kernel as well", async () => {
  const scenario = await scenarioOf(SMALL);
  await withSession(scenario, async (session) => {
    const selection = {
      total: [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' } as const }],
      groups: false,
      cumulative: false,
    };
    const own = { seed: 'a', sampler: 'mc', draws: 300, replicates: 1 } as const;
    const names = session.program.sources.map(({ name }) => name);
    const price = async (sampling: Parameters<typeof session.price>[2]) =>
      Array.from((await session.price(decisionGiven(scenario), selection, sampling)).series(0));
    const other = await price({ sampling: { ...own, seed: 'b' } });
    expect(await price({ sampling: { ...own, resampled: { seed: 'b', sources: names } } })).toEqual(other);
    const some = await price({ sampling: { ...own, resampled: { seed: 'b', sources: names.slice(0, 1) } } });
    expect(some).not.toEqual(other);
    expect(some).not.toEqual(await price({ sampling: own }));
  });
});

describe('groups of sources', () => {
  for (const [cases, options] of quickFirst(FILES, 1))
    it.each(cases)('part all sources of %s that reach anything, and have names of their own', options, async (file) => {
      const program = await compileProgram(await fileOf(file));
      const groups = sourceGroups(program);
      const members = groups.flatMap(({ sources }) => sources);
      expect(new Set(members).size).toBe(members.length);
      const used = new Set(program.inputs.flatMap(({ terms }) => terms.map(({ source }) => source)));
      for (const source of used) expect(members).toContain(source);
      expect(members.length).toBe(program.sources.length);
      expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
      expect(groups.length).toBeLessThanOrEqual(72);
    });

  it('hold together what explicit correlations tie', async () => {
    const text = `${SMALL}correlation: { pairs: [{ between: [economics.order_value, instagram/awareness.cvr], rho: -0.4 }] }\n`;
    const groups = sourceGroups(await compileProgram(await scenarioOf(text)));
    const tied = groups.find(({ inputs }) => inputs.includes('economics.order_value'))!;
    expect(tied.subject).toEqual({ kind: 'together', inputs: ['economics.order_value', 'instagram/awareness.cvr'] });
    expect(tied.sources).toHaveLength(2);
  });

  it('are few however many lines there are', async () => {
    const segments = (platform: string) =>
      Array.from({ length: 30 }, (_, k) =>
        line(platform, 100, '1% to 3%').replace('stage: awareness,', `stage: awareness, segment: s ${k},`),
      );
    const lines = [...segments('facebook'), ...segments('tiktok')]
      .map((text) => text.replace('cpm: 5', 'cpm: 4 to 8').replace('ctr: 2%', 'ctr: 1% to 3%'))
      .join('\n');
    const text = plain('many', 'order_value: 20 to 40', lines).replace('budget: 10000', 'budget: 6000');
    const program = await compileProgram(await scenarioOf(text));
    const groups = sourceGroups(program);
    expect(groups.length).toBeLessThanOrEqual(72);
    expect(groups.map(({ subject }) => subject)).toContainEqual({ kind: 'line-rates', line: 'facebook/awareness/s 0' });
    expect(groups.flatMap(({ sources }) => sources)).toHaveLength(program.sources.length);
  });
});

describe('questions', () => {
  it('ask for one metric of a platform at a time, and for all of them at once', async () => {
    const questions = questionsOf(await compileProgram(await scenarioOf(SMALL)));
    const inputsOf = (name: string) => questions.find((one) => one.name === name)?.inputs.toSorted();
    const metrics = ['cpm', 'ctr', 'view_rate', 'cvr'].map((metric) => inputsOf(`instagram.${metric}`));
    expect(metrics).toEqual([
      ['instagram/awareness.cpm', 'instagram/conversion.cpm'],
      ['instagram/awareness.ctr', 'instagram/conversion.ctr'],
      ['instagram/awareness.view_rate', 'instagram/conversion.view_rate'],
      ['instagram/awareness.cvr', 'instagram/conversion.cvr'],
    ]);
    const every = questions.find(({ subject }) => subject.kind === 'platform-all');
    for (const inputs of metrics) expect(every!.inputs).toEqual(expect.arrayContaining([...inputs!]));
    expect(inputsOf('economics.order_value')).toEqual(['economics.order_value']);
  });
});

describe.each(FILES)('plans around the one given of %s', (file) => {
  it('keep every linear rule, spend the budget to the smallest unit, and differ', SLOW, async () => {
    const scenario = await fileOf(file);
    const plans = await shiftedPlans(scenario, decisionGiven(scenario));
    expect(plans.length).toBeGreaterThan(1);
    const seen = new Set<string>();
    for (const { decision } of plans) {
      for (const outcome of ruleOutcomes(scenario, decision)) expect(outcome.holds, outcome.rule).toBe(true);
      const units = decision.budgets.reduce((sum, x) => sum + Math.round(x * 10 ** scenario.currencyDigits), 0);
      expect(units).toBe(Math.round(scenario.budget * 10 ** scenario.currencyDigits));
      seen.add(decision.budgets.join(' '));
    }
    expect(seen.size).toBe(plans.length);
  });
});
