import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { openEngine } from '../../src/engine/open.js';
import type { Engine } from '../../src/engine/types.js';
import { makeCharts } from '../../src/report/charts/index.js';
import { isDrawn } from '../../src/report/charts/types.js';
import { reportContext } from '../../src/report/context.js';
import { figure, plansOf } from '../../src/report/findings/plans.js';
import { makeFormats } from '../../src/report/formats.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { terminalSummary } from '../../src/report/terminal.js';
import type { Language } from '../../src/units/locale.js';
import { scenarioOf } from '../forecast/support.js';
import { quickFirst, SLOW } from '../slow.js';

/** What is printed of plans as several planners would type them; nobody prepared them to come out well. */

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(2);
});
afterAll(() => engine.close());

/** Forecasts by their texts: what a language changes is how they are told. */
const forecasts = new Map<string, ReturnType<typeof forecastOf>>();
async function forecastOf(text: string) {
  return runAdvised(await scenarioOf(`draws: 2048\n${text}`), { engine, charts: false, prices: false });
}

async function printed(text: string, language: Language = 'en'): Promise<string> {
  const made = forecasts.get(text) ?? forecastOf(text);
  forecasts.set(text, made);
  const forecast = await made;
  const told = { ...forecast, scenario: { ...forecast.scenario, language } };
  return terminalSummary(told, { width: 100, color: false }).replace(/\n {9,}/g, ' ');
}

/** A chain of restaurants: first orders alone don't pay for the media. */
const RESTAURANTS = `
currency: TRY
horizon: 8 weeks
budget: 640000
market: { population: 2.4m }
economics: { order_value: 420 to 680, margin: 38%, repeat_rate: 15% to 40%, fee: 10% }
lines:
  - { platform: instagram, stage: awareness, budget: 440000, audience: 900k to 1.4m, cpm: 60 to 110, ctr: 0.8% to 1.6%, cvr: 1% to 3% }
  - { platform: instagram, stage: consideration, budget: 80000, cpm: 80 to 150, ctr: 1.2% to 2.4%, cvr: 2% to 5% }
  - { platform: instagram, stage: conversion, budget: 120000, cpm: 90 to 180, ctr: 1.4% to 2.8%, cvr: 4% to 9% }
`;

const APP = `
currency: USD
horizon: 6 weeks
budget: 45000
economics: { outcome: installs, order_value: 1 to 3, margin: 85% }
lines:
  - { platform: tiktok, stage: awareness, budget: 20000, audience: 3m to 5m, cpm: 4 to 9, ctr: 0.8% to 1.6%, cvr: 8% to 18%, view_rate: 25% }
  - { platform: instagram, stage: awareness, budget: 25000, audience: 2m to 4m, cpm: 9 to 16, ctr: 0.7% to 1.4%, cvr: 4% to 9%, view_rate: 25% }
goal: { maximize: installs }
`;

/** Those who gave last year are few, and the best by far. */
const CHARITY = `
currency: GBP
horizon: 6 weeks
budget: 18000
economics: { order_value: 22 to 38, margin: 97% }
lines:
  - { platform: facebook, stage: awareness, budget: 15000, audience: 800k to 1.2m, cpm: 6 to 11, ctr: 0.8% to 1.5%, cvr: 0.8% to 2.2% }
  - { platform: facebook, stage: loyalty, budget: 3000, audience: 12000, cpm: 8 to 14, ctr: 2% to 4%, cvr: 4% to 10% }
`;

const PHASES = `
currency: USD
horizon: 26 weeks
budget: 260000
market: { population: 12m }
economics: { order_value: 80 to 120, margin: 50%, repeat_rate: 0.03 to 0.1 }
phases:
  - { name: Learn, periods: 8, budget: 25%, gate: cpa <= 60, if_failed: stop }
  - { name: Grow, periods: 18, budget: 75% }
lines:
  - { platform: facebook, stage: awareness, budget: 190000, audience: 2m to 3m, cpm: 7 to 12, ctr: 0.9% to 1.5%, cvr: 1.4% to 3% }
  - { platform: facebook, stage: conversion, budget: 70000, cpm: 9 to 16, ctr: 1.6% to 3%, cvr: 3% to 7% }
`;

describe('a plan that loses', () => {
  it('is told with what would have to be true, beside what is believed and how likely that is', SLOW, async () => {
    const text = await printed(RESTAURANTS);
    expect(text).toMatch(/^Spend less, or don't/);
    expect(text).toMatch(
      /Needs +to break even in the middle: [a-z].+? at (least|most) [^(]+ \(now [^;]+; how likely: [^)]+\), or [a-z]/,
    );
  });

  it.each(['az', 'tr', 'ar'] as const)('in %s as well, with no word left empty', SLOW, async (language) => {
    const text = await printed(RESTAURANTS, language);
    expect(text).not.toMatch(/undefined|NaN|\(\)|: :|; ;/);
    expect(text).toMatch(/₺|TRY/);
  });
});

describe('a goal that counts', () => {
  it('gains so many of what it counts, by the name that the plan has for them', SLOW, async () => {
    const text = (await printed(APP)).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/better in [<>]?[\d.]+% of futures, \+[\d,]+ installs in the middle outcome\./);
    expect(text).toMatch(/the middle gain comes to [\d,.]+ installs/);
  });
});

describe('a target on what one costs', () => {
  it('is called by the name that the plan has for it', SLOW, async () => {
    const text = (await printed(`${APP}\ntargets: [ cpi <= 0.2 ]`)).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Targets +missed: CPI at most \$0.20/);
    expect(await printed(`${CHARITY}\ntargets: [ cpa <= 2 ]`)).toMatch(/CPA at most £2/);
  });
});

describe('a plan whose budgets were left out', () => {
  const left = CHARITY.replace('budget: 15000, ', '').replace('budget: 3000, ', '');
  const goals = {
    'a formula of its own': 'goal: { maximize: revenue - spend, risk_aversion: 1, tail: 20% }',
    orders: 'goal: { maximize: orders }',
  };

  for (const [cases, options] of quickFirst(Object.entries(goals), 1))
    it.each(cases)('is told by a figure where the goal is %s', options, async (_, goal) => {
      const text = (await printed(`${left}\n${goal}`)).replaceAll(/\s+/g, ' ');
      expect(text).toMatch(/^Start with this split: .+ in the middle outcome: £?[\d,]+\./);
    });

  for (const [cases, options] of quickFirst(
    [
      ['en', /split evenly|even split/i, /as given|Move/],
      ['az', /bərabər bölgü/i, /[Vv]erilən plan|Yeri dəyişən|Verilən, P50/],
      ['tr', /eşit dağılım/i, /[Vv]erilen plan|aktarın|Verilen, P50/],
      ['ar', /التوزيع المتساوي|توزيع متساوٍ/, /كما هي/],
    ] as const,
    1,
  ))
    it.each(cases)(
      'is compared with an even split in %s, and nothing is said to be as given',
      options,
      async (language, even, given) => {
        const scenario = await scenarioOf(`draws: 1024\nlanguage: ${language}\n${left}`);
        const forecast = await runAdvised(scenario, { engine, prices: false });
        expect(forecast.result.verdict!.kind).toBe('start');
        const context = reportContext(forecast);
        const told = makeCharts(context).flatMap((chart) => (isDrawn(chart) ? [chart.title, chart.note] : []));
        // How response curves are read: all else as it is in the plan.
        const response = context.text.charts.response.note;
        const text = [...told, summaryMarkdown(context, [])].join('\n').replaceAll(response, '');
        expect(text).toMatch(even);
        expect(text).not.toMatch(given);
      },
    );
});

describe('what is counted', () => {
  it('comes by the end of the plan to what the whole plan says, in its chart as well', async () => {
    const small = APP.replace('budget: 45000', 'budget: 90')
      .replace('budget: 20000', 'budget: 40')
      .replace('budget: 25000', 'budget: 50');
    const forecast = await runAdvised(await scenarioOf(`draws: 1024\n${small}`), {
      engine,
      charts: false,
      prices: false,
    });
    const views = plansOf(forecast);
    for (const { result, details } of views) {
      for (const [name, bands] of [
        ['orders', details.cumulativeOrders],
        ['profit', details.cumulativeProfit],
      ] as const) {
        const { p10, p50, p90, mean } = figure(result.kpis.total, name)!;
        const last = bands.at(-1)!;
        expect([last.p10, last.p50, last.p90]).toEqual([p10, p50, p90]);
        expect(last.mean).toBeCloseTo(mean, 6);
      }
    }
  });
});

describe('a plan with a gate', () => {
  it('tells how likely it is passed', SLOW, async () => {
    expect(await printed(PHASES)).toMatch(/Gate +The gate after Learn is passed in [<>]?[\d.]+% of futures/);
  });
});

describe('money on few people', () => {
  it('is not moved there without a word on how often they would see it', async () => {
    const text = await printed(CHARITY);
    expect(text).toMatch(/Facebook loyalty shows everybody [\d.]+ ads a week/);
  });
});

describe('a rule that goes without saying', () => {
  it('is not reported', async () => {
    expect(await printed(APP)).not.toMatch(/^Rules/m);
    expect(await printed(`${APP}\nrules: { platforms: { tiktok: { min: 10% } } }`)).toMatch(/^Rules/m);
  });
});

describe('the cheapest plan', () => {
  it('that nothing binds names the target which the file has, as the rule to write', SLOW, async () => {
    const cheapest = APP.replace('goal: { maximize: installs }', 'goal: { minimize: spend }').replace(
      'budget: 45000',
      'budget: { max: 45000 }',
    );
    await expect(printed(`${cheapest}\ntargets: [ orders >= 800 with 80% ]`)).rejects.toThrow(
      /such as rules: \{ hold: \['orders >= 800 with 80%'\] \}/,
    );
    await expect(printed(cheapest)).rejects.toThrow(/hold: \['orders >= 100'\]/);
  });
});

describe('chances', () => {
  it('are as far as draws can tell: neither certain nor impossible', async () => {
    const scenario = await scenarioOf(APP);
    const { chance } = makeFormats({ scenario }, 'en');
    expect([0, 0.0004, 0.02, 0.5, 0.9994, 1].map(chance)).toEqual(['<0.1%', '<0.1%', '2%', '50%', '>99.9%', '>99.9%']);
    expect(makeFormats({ scenario: { ...scenario, language: 'tr' } }, 'tr').chance(1)).toBe('>%99,9');
  });
});
