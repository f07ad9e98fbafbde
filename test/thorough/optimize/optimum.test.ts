import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkerPool } from '../../../src/engine/pool.js';
import { openPool } from '../../../src/forecast/open-pool.js';
import { openSession } from '../../../src/forecast/session.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { type Kind, randomCase } from './cases.js';
import { bestByProgramme } from './reference.js';

/** HUNI_FULL tries them all; otherwise a sample of them. */
const COUNT = process.env.HUNI_FULL === undefined ? 20 : 200;
/** Share of the best value that a plan may fall short of it. */
const SHORT = 1e-3;

let pool: WorkerPool;
beforeAll(async () => {
  pool = await openPool(2);
});
afterAll(() => pool.close());

describe.each<Kind>(['fixed', 'roas', 'cpa', 'shares', 'flighting'])('against a dynamic programme: %s', (kind) => {
  test.each(Array.from({ length: COUNT }, (_, number) => number))('case %i', async (number) => {
    const made = randomCase(kind, number);
    const best = bestByProgramme(made);
    const scenario = await scenarioOf(made.text);
    const session = await openSession(scenario, { pool });
    const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
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
