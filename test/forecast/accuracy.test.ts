import seedrandom from 'seedrandom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.js';
import { openEngine } from '../../src/engine/open.js';
import { type Session, samplingPlan } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { accuracyOf, drawsFor } from '../../src/forecast/accuracy.js';
import { OptionError } from '../../src/forecast/errors.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { runForecast } from '../../src/forecast/run.js';
import { compileProgram } from '../../src/model/compile.js';
import { reproduceTable } from '../../src/report/content/reproduce.js';
import { reportContext } from '../../src/report/context.js';
import { stringifyResult } from '../../src/report/result-json.js';
import { terminalSummary } from '../../src/report/terminal.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import { SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

const PLAN = `
currency: USD
horizon: 4 weeks
budget: 9000
economics: { order_value: 50 to 70, margin: 55% to 65% }
lines:
  - { platform: instagram, stage: awareness, budget: 6000, audience: 300k, cpm: 4 to 9, ctr: 0.8% to 1.4%, cvr: 1% to 3% }
  - { platform: facebook, stage: conversion, budget: 3000, cpm: 6 to 12, ctr: 1% to 2%, cvr: 2% to 4% }
`;

describe('a search for enough draws', () => {
  /** The middles of as many equal parts of a normal distribution, in an order by chance. */
  const drawn = (draws: number): Float64Array => {
    const random = seedrandom(`${draws}`);
    const order = Array.from({ length: draws }, (_, k) => ({ k, at: random() })).sort((a, b) => a.at - b.at);
    return Float64Array.from(order, ({ k }) => normalQuantile((k + 0.5) / draws));
  };

  it('ends with the first number that is as exact as asked, to the bit, and not before', async () => {
    const scenario = await scenarioOf(PLAN);
    const program = await compileProgram(scenario);
    const session = {
      program,
      price: async (_: unknown, __: unknown, { sampling }: { readonly sampling: SamplingPlan }) => ({
        // One figure is uncertain, all others are as they are.
        series: (k: number) => (k === 0 ? drawn(sampling.draws) : new Float64Array(sampling.draws)),
      }),
    } as unknown as Session;
    const reached = (draws: number): number =>
      accuracyOf([['profit', drawn(draws)]], samplingPlan(scenario, draws), 1).reached;
    expect(reached(2048)).toBeLessThan(reached(1024));
    const tried: number[] = [];
    const search = (asked: number) => drawsFor(session, scenario, decisionGiven(scenario), asked, (n) => tried.push(n));
    expect(await search(reached(1024))).toBe(1024);
    expect(await search(reached(1024) * (1 - 1e-12))).toBe(2048);
    expect(tried).toEqual([1024, 1024, 2048]);
  });
});

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

describe('draws until the figures are accurate enough', () => {
  it('are as few as doubling allows, whatever the file says, and the same bytes on other workers', SLOW, async () => {
    const scenario = await scenarioOf(`draws: 64\n${PLAN}`);
    const options = { accuracy: 0.03, optimize: false, charts: false };
    const steps: string[] = [];
    const forecast = await runForecast(scenario, {
      ...options,
      engine,
      onProgress: ({ message }) => steps.push(message),
    });
    const { draws, accuracy } = forecast.result.engine;
    expect(accuracy!.asked).toBe(0.03);
    expect(accuracy!.reached).toBeLessThanOrEqual(0.03);
    expect(forecast.scenario.draws).toBe(draws);
    // The same run with the number of draws that it came to, and with half as many: not exact enough.
    const asked = steps.filter((message) => message.startsWith('are '));
    expect(asked).toEqual(
      Array.from({ length: Math.log2(draws / 1024) + 1 }, (_, k) => `are ${1024 * 2 ** k} futures enough?`),
    );
    expect(draws).toBeGreaterThan(1024);
    const given = await runForecast({ ...scenario, draws }, { engine, optimize: false, charts: false });
    expect(given.result.plans).toEqual(forecast.result.plans);
    const two = await runForecast(scenario, { ...options, workers: 2 });
    expect(stringifyResult(two.result)).toBe(stringifyResult(forecast.result));
    expect(terminalSummary(forecast, { width: 100, color: false })).toMatch(
      /Accuracy +Least exact figure: .*\s.*asked: 3%/,
    );
  });

  it.each(['en', 'az', 'tr', 'ar'])('are told in the report: %s', async (language) => {
    const scenario = await scenarioOf(`language: ${language}\n${PLAN}`);
    const forecast = await runForecast(scenario, { engine, accuracy: 0.2, optimize: false, charts: false });
    expect(forecast.result.engine.draws).toBe(1024);
    const context = reportContext(forecast);
    const { accuracy } = context.text.page.reproduce;
    const said = reproduceTable(context).rows.flatMap(([label, value]) => (label === accuracy ? [value] : []));
    expect(said).toHaveLength(1);
    expect(said[0]!).toContain(context.formats.share(0.2));
    expect(said[0]).not.toMatch(/undefined|\$\{/);
  });

  it('refuse what is no accuracy', async () => {
    const scenario = await scenarioOf(PLAN);
    for (const accuracy of [0, 1, -0.01, Number.NaN]) {
      await expect(runForecast(scenario, { engine, accuracy })).rejects.toThrow(OptionError);
    }
  });
});
