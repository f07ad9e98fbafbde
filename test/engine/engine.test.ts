import { afterEach, describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/distributions/types.js';
import { createInlineEngine } from '../../src/engine/inline.js';
import type { PriceJob } from '../../src/engine/jobs.js';
import { openEngine } from '../../src/engine/open.js';
import { openSession } from '../../src/engine/session.js';
import { type Engine, EngineClosedError, TaskError, UnknownProgramError } from '../../src/engine/types.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { runForecast } from '../../src/forecast/run.js';
import { compileProgram } from '../../src/model/compile.js';
import { seriesOf } from '../../src/model/figures.js';
import type { Program, ProgramInput } from '../../src/model/program.js';
import { stringifyResult } from '../../src/report/result-json.js';
import type { Expression } from '../../src/scenario/expressions/types.js';
import type { Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW, slowUnless } from '../slow.js';
import { openQueuedEngine } from './queued-engine.js';
import { openWebEngine } from './web-engine.js';

/** Plans of one seed and one structure: only by their programs can they be told apart. */
const plan = (orderValue: string): string => `
currency: AZN
start: 2027-03-01
horizon: 6 weeks
budget: 10000
seed: shared
draws: 1500
economics: { order_value: ${orderValue}, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 7000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
rules: { prospecting: 60-80% }
`;
const first = (): Promise<Scenario> => scenarioOf(plan('20 to 40'));
const second = (): Promise<Scenario> => scenarioOf(plan('5 to 9'));

const open: Engine[] = [];
async function engineOf(opened: () => Promise<Engine>): Promise<Engine> {
  const engine = await opened();
  open.push(engine);
  return engine;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

const forecast = async (scenario: Scenario, engine: Engine, signal?: AbortSignal): Promise<string> =>
  stringifyResult((await runForecast(scenario, { engine, charts: false, signal })).result);

/** What forecasts of the two plans are in the calling thread, one after the other: made once, what every engine is held to. */
let known: Promise<readonly [string, string]> | undefined;
const alone = (): Promise<readonly [string, string]> => {
  known ??= (async () => {
    const engine = createInlineEngine();
    try {
      return [await forecast(await first(), engine), await forecast(await second(), engine)] as const;
    } finally {
      await engine.close();
    }
  })();
  return known;
};

/** A job of a program; `total` may be what no expression is. */
async function priceJob(
  engine: Engine,
  scenario: Scenario,
  total: Expression,
  changed: (program: Program) => Program = (program) => program,
): Promise<{ job: PriceJob; release: () => void }> {
  const program = changed(await compileProgram(scenario));
  const { id, release } = await engine.hold(program);
  const selection = { total: [{ name: 'asked for', expression: total }], groups: false, cumulative: false };
  const sampling = { seed: 'job', sampler: 'mc', draws: 4096, replicates: 1 } as const;
  const series = seriesOf(program, selection).length;
  return {
    job: { kind: 'price', program: id, sampling, selection, series, plans: [decisionGiven(scenario)], keep: false },
    release,
  };
}
const profit: Expression = { kind: 'kpi', name: 'profit' };

/** A figure that nobody knows: found before any task is begun, where a plan is recorded for all of them. */
const nonsense = { kind: 'kpi', name: 'no such figure' } as unknown as Expression;

/** A program that is like any other until values of its first input are drawn, in a task. */
function withoutFamily(program: Program): Program {
  const inputs = program.inputs.map((input, k): ProgramInput => {
    if (k > 0) return input;
    const knots = new Float64Array(17);
    const distribution = { family: 'no such family' } as unknown as Distribution;
    const jumps = new Uint8Array(16).fill(1);
    const map = { kind: 'broken', jumps, distribution, zMin: -8, step: 1, knots, slopes: knots, maxError: 0 } as const;
    return { ...input, map: { ...map, min: 0, max: 1 } };
  });
  return { ...program, inputs };
}

/** Engines that are tried in all on every change; the others differ from them in how jobs travel. */
const QUICK: ReadonlySet<string> = new Set(['in the calling thread', 'on two threads']);

describe.each([
  ['in the calling thread', () => openEngine(0)],
  ['on one thread', () => openEngine(1)],
  ['on two threads', () => openEngine(2)],
  ['of two workers that send what they come to', () => openWebEngine(2, false)],
  ['of three workers that share memory', () => openWebEngine(3, true)],
  ['whose jobs go to a queue', () => openQueuedEngine()],
])('an engine %s', (kind, opened) => {
  it(
    'runs forecasts of different plans at once as each is run alone, to the last byte',
    slowUnless(QUICK.has(kind)),
    async () => {
      const engine = await engineOf(opened);
      const [one, two] = [await first(), await second()];
      const results = await Promise.all([forecast(one, engine), forecast(two, engine)]);
      expect(results).toEqual(await alone());
      expect(results[0]).not.toBe(results[1]);
    },
  );

  it('evaluates functions of different plans at once, each of its own', async () => {
    const evaluated = async (scenario: Scenario, engine: Engine): Promise<Float64Array> => {
      const { id } = await engine.hold(await compileProgram(scenario));
      const sampling = { seed: 'job', sampler: 'mc', draws: 512, replicates: 1 } as const;
      const plan = decisionGiven(scenario);
      const of = { functions: [profit], plan, variables: 0, gradients: false };
      return (await engine.submit({ kind: 'differentiate', program: id, sampling, ...of })).matrices[0]!;
    };
    const engine = await engineOf(opened);
    const plans = [await first(), await second()];
    const found = await Promise.all(plans.map((scenario) => evaluated(scenario, engine)));
    for (const [k, scenario] of plans.entries()) {
      const own = await engineOf(async () => createInlineEngine());
      expect(found[k]).toEqual(await evaluated(scenario, own));
    }
    expect(found[0]).not.toEqual(found[1]);
  });

  it('cancels one of two forecasts, and goes on with the other', slowUnless(QUICK.has(kind)), async () => {
    const engine = await engineOf(opened);
    const [one, two] = [await first(), await second()];
    const [, expected] = await alone();
    const controller = new AbortController();
    // Many futures, so that it is still going on when it is stopped, on any engine.
    const stopped = forecast({ ...one, draws: 60_000 }, engine, controller.signal);
    const going = forecast(two, engine);
    setTimeout(() => controller.abort(new Error('enough')), 30);
    await expect(stopped).rejects.toThrow('enough');
    expect(await going).toBe(expected);
    expect(await forecast(two, engine)).toBe(expected);
  });

  it.each([
    ['a task throws', profit, withoutFamily, /undefined/],
    ['is thrown before there is a task', nonsense, undefined, /no such figure|undefined|expression/],
  ] as const)('hands what %s to who asked for it, and is as good as before', async (_, total, changed, message) => {
    const engine = await engineOf(opened);
    const scenario = await first();
    const good = await priceJob(engine, scenario, profit);
    const before = await engine.submit(good.job);
    const bad = await priceJob(engine, scenario, total, changed);
    const [failed, beside] = await Promise.allSettled([engine.submit(bad.job), engine.submit(good.job)]);
    expect(failed.status === 'rejected' && failed.reason).toBeInstanceOf(TaskError);
    expect(failed.status === 'rejected' && failed.reason.message).toMatch(message);
    expect(beside.status === 'fulfilled' && beside.value.matrices).toEqual(before.matrices);
    expect((await engine.submit(good.job)).matrices).toEqual(before.matrices);
  });

  it(
    'does a job that is aside to the same bytes, beside others and when there are none',
    slowUnless(QUICK.has(kind)),
    async () => {
      const engine = await engineOf(opened);
      const { job } = await priceJob(engine, await first(), profit);
      const before = await engine.submit(job);
      const ended: string[] = [];
      const submit = async (aside: boolean) => {
        const { matrices } = await engine.submit(job, { aside });
        ended.push(aside ? 'aside' : 'first');
        expect(matrices).toEqual(before.matrices);
      };
      await Promise.all([submit(true), submit(false), submit(true), submit(false)]);
      await submit(true);
      if (engine.kind === 'web') expect(ended).toEqual(['first', 'first', 'aside', 'aside', 'aside']);
      const controller = new AbortController();
      const stopped = engine.submit(job, { aside: true, signal: controller.signal });
      const going = submit(false);
      controller.abort(new Error('enough'));
      await expect(stopped).rejects.toThrow('enough');
      await going;
    },
  );

  it('knows no program but those that are held', async () => {
    const engine = await engineOf(opened);
    const { job, release } = await priceJob(engine, await first(), profit);
    const again = await priceJob(engine, await first(), profit);
    expect(again.job.program).toBe(job.program);
    await engine.submit(job);
    release();
    // Somebody else holds the same one.
    await engine.submit(job);
    again.release();
    again.release();
    await expect(engine.submit(job)).rejects.toThrow(UnknownProgramError);
    await expect(engine.submit({ ...job, program: 'f00' })).rejects.toThrow('no program goes by f00');
  });

  it('takes nothing on once it is closed, and lets nobody wait', async () => {
    const engine = await engineOf(opened);
    const { job } = await priceJob(engine, await first(), profit);
    const going = engine.submit({ ...job, sampling: { ...job.sampling, draws: 4_000_000 } });
    const caught = expect(going).rejects.toThrow(EngineClosedError);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await engine.close();
    await caught;
    await expect(engine.submit(job)).rejects.toThrow(EngineClosedError);
  });

  it('gives up a long job within a second of being asked to', slowUnless(QUICK.has(kind)), async () => {
    const engine = await engineOf(opened);
    const { job } = await priceJob(engine, await first(), profit);
    const controller = new AbortController();
    const long = engine.submit({ ...job, sampling: { ...job.sampling, draws: 8_000_000 } }, controller);
    let asked = 0;
    setTimeout(() => {
      asked = performance.now();
      controller.abort(new Error('interrupted'));
    }, 100);
    await expect(long).rejects.toThrow('interrupted');
    expect(performance.now() - asked).toBeLessThan(1000);
    // The threads are free again, not at work on what nobody waits for.
    const free = performance.now();
    await engine.submit(job);
    // The whole of the long job takes many times that.
    expect(performance.now() - free).toBeLessThan(5000);
    await expect(engine.submit(job, { signal: controller.signal })).rejects.toThrow('interrupted');
  });
});

describe('results', () => {
  // The engines above have none, 1 and 2 threads, 2 workers without shared memory and 3 with it.
  it(
    'are the same bytes on any other number of threads, and of web workers with and without shared memory',
    SLOW,
    async () => {
      const scenario = await first();
      const [expected] = await alone();
      for (const opened of [
        () => openEngine(3),
        () => openEngine(7),
        () => openWebEngine(1, true),
        () => openWebEngine(7, true),
        () => openWebEngine(1, false),
        () => openWebEngine(7, false),
      ]) {
        const engine = await opened();
        try {
          expect(await forecast(scenario, engine)).toBe(expected);
        } finally {
          await engine.close();
        }
      }
    },
  );

  it('that are streamed too', SLOW, async () => {
    const scenario = { ...(await first()), draws: 20_000 };
    const selection = { total: [{ name: 'profit', expression: profit }], groups: true, cumulative: true };
    const streamed = [];
    const engines = [
      ...[0, 1, 3].map((threads) => () => openEngine(threads)),
      () => openWebEngine(2, true),
      () => openWebEngine(3, false),
    ];
    for (const opened of engines) {
      const session = await openSession(scenario, { engine: await engineOf(opened) });
      const { summaries, series } = await session.stream(decisionGiven(scenario), selection);
      streamed.push({ summaries, profit: Array.from(series(0)) });
    }
    for (const other of streamed.slice(1)) expect(other).toEqual(streamed[0]);
    // Every future was priced: as many different profits as there are futures, and as they are without streaming.
    const session = await openSession(scenario, { engine: await engineOf(() => openEngine(0)) });
    const whole = await session.price(decisionGiven(scenario), selection);
    expect(streamed[0]!.profit).toEqual(Array.from(whole.series(0)));
    expect(new Set(streamed[0]!.profit).size).toBeGreaterThan(19_900);
  });

  it('of a session on an engine that others use outlast the session, and leave the engine open', async () => {
    const engine = createInlineEngine();
    open.push(engine);
    const scenario = await first();
    const session = await openSession(scenario, { engine });
    const before = await session.evaluate(decisionGiven(scenario), [profit], 'coarse', { gradients: false });
    await session.close();
    const other = await openSession(scenario, { engine });
    expect(await other.evaluate(decisionGiven(scenario), [profit], 'coarse', { gradients: false })).toEqual(before);
  });
});
