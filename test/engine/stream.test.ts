import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { openSession, samplingPlan } from '../../src/engine/session.js';
import { streamPlan } from '../../src/engine/stream-plan.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { compileProgram } from '../../src/model/compile.js';
import { seriesOf } from '../../src/model/figures.js';
import type { Expression } from '../../src/scenario/expressions/types.js';
import { SMALL } from '../cli/support.js';
import { scenarioOf } from '../forecast/support.js';

const PROFIT: Expression = { kind: 'kpi', name: 'profit' };
const SELECTION = { total: [{ name: 'profit', expression: PROFIT }], groups: true, cumulative: false };

it('a plan that is streamed keeps the draws of its totals, or of what is asked for, and a summary of all else', async () => {
  const scenario = { ...(await scenarioOf(SMALL)), draws: 5000 };
  const decision = decisionGiven(scenario);
  const found = [];
  for (const threads of [0, 2]) {
    const engine = await openEngine(threads);
    const session = await openSession(scenario, { engine });
    const whole = await session.price(decision, SELECTION);
    const exact = await session.summarize(whole);
    const { keys, summaries, series } = await session.stream(decision, SELECTION);
    expect(keys).toEqual(whole.keys);
    const [total, other] = ['total', 'line'].map((name) => keys.findIndex(({ group }) => group === name));
    expect(series(total!)).toEqual(whole.series(total!));
    expect(() => series(other!)).toThrow(RangeError);
    expect(summaries[total!]).toEqual(exact[total!]);
    for (const [k, { mean }] of exact.entries()) {
      if (mean === null) continue;
      expect(Math.abs(summaries[k]!.mean! - mean)).toBeLessThan(1e-9 * Math.max(1, Math.abs(mean)));
    }
    const asked = await session.stream(decision, SELECTION, { stored: ({ group }) => group === 'line' });
    expect(asked.series(other!)).toEqual(whole.series(other!));
    expect(() => asked.series(total!)).toThrow(RangeError);
    found.push(summaries);
    await session.close();
    await engine.close();
  }
  expect(found[1]).toEqual(found[0]);
});

it('a plan of which nothing is stored is streamed in pieces of so many runs: the same summaries as in one piece', async () => {
  const scenario = { ...(await scenarioOf(SMALL)), draws: 5000 };
  const program = await compileProgram(scenario);
  const engine = await openEngine(2);
  const held = await engine.hold(program);
  const pieces: number[] = [];
  const streamed = (together: number) =>
    streamPlan({
      ...{ program: held.id, keys: seriesOf(program, SELECTION), stored: [], selection: SELECTION, together },
      sampling: samplingPlan(scenario, scenario.draws),
      decision: decisionGiven(scenario),
      submit: (job) => {
        if (job.kind === 'stream') pieces.push(job.runs[1] - job.runs[0]);
        return engine.submit(job);
      },
      summarize: () => Promise.reject(new Error('nothing is stored')),
    });
  const whole = await streamed(16);
  const inPieces = await streamed(5);
  expect(pieces).toEqual([16, 5, 5, 5, 1]);
  expect(inPieces.summaries).toEqual(whole.summaries);
  held.release();
  await engine.close();
});
