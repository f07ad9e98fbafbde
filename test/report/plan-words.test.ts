import { beforeAll, describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import { runForecast } from '../../src/forecast/run.js';
import { gatesChart } from '../../src/report/charts/gates.js';
import { ordersChart } from '../../src/report/charts/orders.js';
import { isDrawn } from '../../src/report/charts/types.js';
import { horizonWords } from '../../src/report/content/horizon.js';
import { ruleName, ruleWords } from '../../src/report/content/rules.js';
import { type ReportContext, reportContext } from '../../src/report/context.js';
import { targetHeading } from '../../src/report/findings/headlines.js';
import { scenarioOf } from '../forecast/support.js';

/** Leads that are closed later, a budget that is a maximum, a rule of each kind of name, a gate. */
const PLAN = `
currency: USD
horizon: 4 weeks
budget: { max: 4000 }
draws: 256
economics: { outcome: leads, close_rate: 20% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 2400, audience: 200k, cpm: 5 to 8, ctr: 1%, cvr: 5% }
  - { platform: facebook, stage: conversion, budget: 1600, audience: 60k, cpm: 6 to 9, ctr: 1%, cvr: 8% }
rules:
  prospecting: 40-80%
  lines: { facebook/conversion: { min: 500, max: 3000 } }
phases:
  - { name: Test, periods: 1, budget: 25%, gate: clicks >= 1, if_failed: stop }
  - { name: Scale, periods: 3, budget: 75% }
goal: { maximize: leads }
targets: [leads >= 30, cpl <= 60 with 60%]
`;
const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;

let forecast: Forecast;
beforeAll(async () => {
  forecast = await runForecast(await scenarioOf(PLAN), { optimize: false, workers: 0, prices: false });
});
const inLanguage = (language: (typeof LANGUAGES)[number]): ReportContext =>
  reportContext({ ...forecast, scenario: { ...forecast.scenario, language } });

describe('a budget that is a maximum', () => {
  it.each([
    ['en', /^Budget up to \$4,000 over 4 weeks/],
    ['az', /^Büdcə ən çoxu /],
    ['tr', /^Bütçe en fazla /],
    ['ar', /^الميزانية حتى /],
  ] as const)('is told as one (%s)', (language, words) => {
    expect(horizonWords(inLanguage(language))).toMatch(words);
  });

  it.each([
    ['en', 'at most $4,000', 'at least $4,000'],
    ['az', 'ən çoxu 4.000 $', 'ən azı 4.000 $'],
    ['tr', 'en fazla $4.000', 'en az $4.000'],
    ['ar', 'لا يزيد على 4,000 US$', 'لا يقل عن 4,000 US$'],
  ] as const)('is a ceiling, and what is planned of it is to be spent: it is asked exactly of neither (%s)', (language, most, least) => {
    const plain = (text: string) =>
      text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
    const allowed = (min: number | null) =>
      plain(
        ruleWords(inLanguage(language), { rule: 'budget', value: 3600, min, max: 4000, holds: min === null }).allowed,
      );
    expect(allowed(null)).toBe(most);
    // As the outcome has it where money finds nobody: the whole ceiling was planned, or less of it.
    expect(allowed(4000)).toBe(least);
    expect(allowed(3900)).not.toBe(allowed(4000));
    expect(allowed(3900)).not.toContain(plain(inLanguage(language).formats.money(4000)));
  });
});

describe('a gate', () => {
  it('is a condition in Turkish, and its phase by its name', () => {
    const chart = gatesChart(inLanguage('tr'));
    expect(chart !== null && isDrawn(chart) && chart.title).toMatch(/^“Test” sonrasındaki koşul .* sağlanıyor/);
    expect(chart !== null && isDrawn(chart) && chart.title).not.toMatch(/kapı|gate/i);
  });
});

describe('names of rules and targets', () => {
  it.each(LANGUAGES)('begin with a capital where a cell begins with them, and with none within (%s)', (language) => {
    const context = inLanguage(language);
    const { rules, targets } = forecast.result.plans.given;
    const names = [
      ...rules.map((rule) => ruleName(context, rule)),
      ...targets.map(({ target }) => targetHeading(context, target)),
    ];
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) expect(name, name).toMatch(/^(?!\p{Ll})/u);
    // After a line's name what is held of it goes on.
    for (const name of names.filter((one) => one.includes(': ')))
      expect(name.split(': ')[1], name).toMatch(/^(?:(?!\p{Lu})|[A-Z]{3})/u);
  });
});

describe('a plan that counts leads which are closed later', () => {
  it('has a course of leads that ends at its figure, and sales beside it', () => {
    const context = inLanguage('en');
    const chart = ordersChart(context);
    const leads = forecast.result.plans.given.kpis.total.leads!;
    const last = forecast.details.given.cumulativeLeads!.at(-1)!;
    expect([last.p10, last.p50, last.p90]).toEqual([leads.p10, leads.p50, leads.p90]);
    expect(isDrawn(chart) && chart.title).toMatch(
      new RegExp(`^Expect about ${context.formats.count(last.p50, last.p90)} leads `),
    );
    expect(forecast.details.given.cumulativeOrders.at(-1)!.mean).toBeLessThan(0.4 * last.mean);
  });
});
