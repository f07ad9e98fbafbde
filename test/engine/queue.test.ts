import { afterEach, describe, expect, it } from 'vitest';
import { createInlineEngine } from '../../src/engine/inline.js';
import { createQueueEngine } from '../../src/engine/queue/engine.js';
import { openSession } from '../../src/engine/session.js';
import { type Engine, TaskError } from '../../src/engine/types.js';
import type { JobRunner } from '../../src/engine/whole/types.js';
import { explainForecast } from '../../src/forecast/explain.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { runForecast } from '../../src/forecast/run.js';
import { stringifyResult } from '../../src/report/result-json.js';
import type { Expression } from '../../src/scenario/expressions/types.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';
import { jobsInHere, openQueuedEngine } from './queued-engine.js';

const PLAN = `
currency: AZN
horizon: 6 weeks
budget: 10000
draws: 2048
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 7000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`;

const PROFIT: Expression = { kind: 'kpi', name: 'profit' };

const open: Engine[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

describe("a queue's engine", () => {
  it(
    'gives the bytes of one thread for runs, streamed ones and explanations, by jobs that were sent',
    SLOW,
    async () => {
      const scenario = await scenarioOf(PLAN);
      let sent = 0;
      const queued = await openQueuedEngine(() => sent++, 512);
      const long = await openQueuedEngine(() => sent++, 16_384);
      const inline = createInlineEngine();
      open.push(queued, long, inline);
      const [small, streamed] = [scenario, { ...scenario, draws: 140_000 }];
      for (const [one, engine] of [
        [small, queued],
        [streamed, long],
      ] as const) {
        const options = { charts: false, optimize: one === small } as const;
        const before = sent;
        const [there, here] = [
          await runForecast(one, { ...options, engine }),
          await runForecast(one, { ...options, engine: inline }),
        ];
        expect(stringifyResult(there.result)).toBe(stringifyResult(here.result));
        expect(sent).toBeGreaterThan(before + 8);
      }
      const before = sent;
      const options = { draws: 1024, information: false } as const;
      expect(await explainForecast(scenario, { ...options, engine: queued })).toEqual(
        await explainForecast(scenario, { ...options, engine: inline }),
      );
      expect(sent).toBeGreaterThan(before);
    },
  );

  it('sends every task once, in no more jobs than there are tasks, each with some', async () => {
    const scenario = await scenarioOf(PLAN);
    const inner = jobsInHere();
    const sent: { readonly from: number; readonly to: number }[][] = [];
    const runner: JobRunner = {
      ...inner,
      run: (request, options) => {
        sent.push(request.jobs.map(({ data }) => data as { readonly from: number; readonly to: number }));
        return inner.run(request, options);
      },
    };
    // From a single future on, and a job for each: more than there are tasks.
    const engine = createQueueEngine({ runner, local: createInlineEngine(), leastSent: 1 });
    open.push(engine);
    const session = await openSession({ ...scenario, draws: 600 }, { engine });
    const selection = { total: [{ name: 'profit', expression: PROFIT }], groups: false, cumulative: false };
    await session.price(decisionGiven(scenario), selection);
    expect(sent).toHaveLength(1);
    const [jobs] = sent;
    expect(jobs!.length).toBeGreaterThan(1);
    expect(jobs!.length).toBeLessThan(600);
    expect(jobs![0]!.from).toBe(0);
    for (const [k, { from, to }] of jobs!.entries()) {
      expect(to).toBeGreaterThan(from);
      if (k > 0) expect(from).toBe(jobs![k - 1]!.to);
    }
    await session.close();
  });

  it('fails where a job failed elsewhere, with what was said there first, though all others were done', async () => {
    const scenario = await scenarioOf(PLAN);
    const inner = jobsInHere();
    const failing = new Set<number>();
    const runner: JobRunner = {
      ...inner,
      run: (request, options) =>
        inner.run(request, {
          ...options,
          onAnswer: (index, answer) =>
            options.onAnswer(index, failing.has(index) ? { ok: false, message: `no room for ${index}` } : answer),
        }),
    };
    const engine = createQueueEngine({ runner, local: createInlineEngine(), leastSent: 1 });
    open.push(engine);
    const session = await openSession({ ...scenario, draws: 600 }, { engine });
    const selection = { total: [{ name: 'profit', expression: PROFIT }], groups: false, cumulative: false };
    const price = () => session.price(decisionGiven(scenario), selection);
    const whole = await price();
    failing.add(0);
    await expect(price()).rejects.toThrow('no room for 0');
    // Jobs are done here from the last one on.
    failing.add(1);
    const error = await price().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TaskError);
    expect((error as TaskError).message).toBe('no room for 1');
    failing.clear();
    expect((await price()).values).toEqual(whole.values);
    await session.close();
  });

  it('does what is short here', async () => {
    const scenario = await scenarioOf(PLAN);
    let sent = 0;
    const engine = createQueueEngine({ runner: jobsInHere(() => sent++), local: createInlineEngine() });
    open.push(engine);
    await runForecast(scenario, { charts: false, optimize: false, engine });
    expect(sent).toBe(0);
  });
});
