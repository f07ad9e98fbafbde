import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { openEngine } from '../../src/engine/open.js';
import { ContradictionError } from '../../src/forecast/errors.js';
import { runForecast } from '../../src/forecast/run.js';
import { readScenario } from '../../src/scenario/index.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW, slowUnless } from '../slow.js';
import { golden, SEARCHED, THREADS } from './golden.js';
import { PLANS } from './plans.js';

const engine = openEngine(THREADS);
afterAll(async () => (await engine).close());
const hold = golden('plans');

/** Of a plan, all that a run says of it, or what stands against it. */
async function outcomeOf(scenario: Parameters<typeof runForecast>[0], options: object): Promise<unknown> {
  try {
    const { result, details } = await runForecast(scenario, {
      charts: false,
      ...options,
      engine: await engine,
      searched: SEARCHED,
    });
    return { result, details };
  } catch (error) {
    if (!(error instanceof ContradictionError)) throw error;
    const { rules, relaxations, asked } = error;
    return { rules, relaxations, asked };
  }
}

describe('figures of plans', () => {
  for (const [name, { text, options = {}, slow = false }] of Object.entries(PLANS)) {
    it(name, slowUnless(!slow), async () => {
      hold(name, await outcomeOf(await scenarioOf(text), options));
    });
  }
});

describe('figures of the plans in scenarios/', () => {
  const folder = join(import.meta.dirname, '../../scenarios');
  const holdScenario = golden('scenarios', { mostLeaves: 2000 });
  it.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', SLOW, async (name) => {
    const reading = await readScenario(join(folder, name), { overrides: { draws: 1024 } });
    if (!reading.ok) throw new Error(`${name} is refused`);
    const { result, details } = await runAdvised(reading.scenario, { engine: await engine });
    holdScenario(name, { result, details });
  });
});
