// @module-tag slow
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { type Kind, randomCase } from './cases.js';
import { bestByProgramme } from './reference.js';

/** HUNI_FULL tries them all; otherwise a sample of them. */
const COUNT = process.env.HUNI_FULL === undefined ? 6 : 200;
/** Share of the best value that a plan may fall short of it. */
const SHORT = 1e-3;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

describe.each<Kind>(['fixed', 'roas', 'cpa', 'shares', 'flighting'])('against a dynamic programme: %s', (kind) => {
  test.each(Array.from({ length: COUNT }, (_, number) => number))('case %i', async (number) => {
    const made = randomCase(kind, number);
    const best = bestByProgramme(made);
    const scenario = await scenarioOf(made.text);
    const session = await openSession(scenario, { engine });
    const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
    await session.close();
    expect(outcome.ok, `${made.name}: called contradictory, ${best} is possible\n${made.text}`).toBe(true);
    if (!outcome.ok || best === null) return;
    expect(
      outcome.rules.filter(({ holds }) => !holds),
      made.text,
    ).toEqual([]);
    const value = outcome.report.objective;
    expect(value, `${made.name}: ${value} of ${best}, ${outcome.report.status}\n${made.text}`).toBeGreaterThanOrEqual(
      best - SHORT * Math.abs(best),
    );
  });
});
