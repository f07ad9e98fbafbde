import { expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { createThreadsEngine } from '../../src/engine/threads/engine.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { readScenario } from '../../src/scenario/index.js';

it('writes the next price of as many series over one that was given back, to the same bits', async () => {
  const read = await readScenario('scenarios/first-test-600.yaml');
  if (!read.ok) throw new Error('the scenario has mistakes');
  const scenario = { ...read.scenario, draws: 128 };
  const engine = await createThreadsEngine(2);
  try {
    const session = await openSession(scenario, { engine });
    const given = decisionGiven(scenario);
    const halved = { ...given, budgets: given.budgets.map((budget) => budget / 2) };
    const figures = { total: [], groups: true, cumulative: true };
    const fresh = await session.price(halved, figures);
    const other = await session.price(given, figures);
    expect(other.values.buffer).not.toBe(fresh.values.buffer);
    session.giveBack(other);
    const fewer = await session.price(halved, { ...figures, cumulative: false });
    expect(fewer.values.buffer).not.toBe(other.values.buffer);
    const over = await session.price(halved, figures);
    expect(over.values.buffer).toBe(other.values.buffer);
    expect(over.values).toEqual(fresh.values);
    // Once.
    expect((await session.price(given, figures)).values.buffer).not.toBe(over.values.buffer);
    await session.close();
  } finally {
    await engine.close();
  }
});
