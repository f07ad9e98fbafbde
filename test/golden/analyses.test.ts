import { afterAll, describe, it } from 'vitest';
import { openEngine } from '../../src/engine/open.js';
import { compareScenarios } from '../../src/forecast/compare/compare.js';
import { explainForecast } from '../../src/forecast/explain.js';
import { runFrontier } from '../../src/forecast/frontier/frontier.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';
import { golden, SEARCHED, THREADS } from './golden.js';
import { PLANS } from './plans.js';

const engine = openEngine(THREADS);
afterAll(async () => (await engine).close());
const hold = golden('analyses', { mostLeaves: 2000 });

describe('figures of', () => {
  it('a comparison', async () => {
    const { text } = PLANS['gates, segments, formats']!;
    const plans = [text, text.replace('carry_in: [500, 300]', 'pressure: 0.2'), text.replace('hot: 1500', 'hot: 3000')];
    const contenders = await Promise.all(
      plans.map(async (plan, k) => ({ label: `plan ${k}`, scenario: await scenarioOf(plan) })),
    );
    hold('comparison', await compareScenarios(contenders, { engine: await engine, searched: SEARCHED }));
  });

  it('an explanation', async () => {
    const scenario = await scenarioOf(PLANS['random 2']!.text);
    hold(
      'explanation',
      await explainForecast(scenario, { kpi: 'profit', draws: 512, engine: await engine, searched: SEARCHED }),
    );
  });

  it('frontiers', SLOW, async () => {
    const scenario = await scenarioOf(PLANS['money and days']!.text);
    const options = { points: 3, engine: await engine, searched: SEARCHED };
    hold('frontier by risk', await runFrontier(scenario, { ...options, by: 'risk' }));
    const open = await scenarioOf(PLANS['random 16']!.text);
    const [target] = (await scenarioOf(PLANS['leads, a preset, derived budgets']!.text)).targets;
    hold('frontier by budget', await runFrontier(open, { ...options, by: 'budget', target: target! }));
  });
});
