// @module-tag slow
import { expect, test } from 'vitest';
import { advise } from '../../../src/advice/advise.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { runForecast } from '../../../src/forecast/run.js';
import { reportSelection } from '../../../src/model/figures.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { moveList, planTable } from '../../../src/report/content/plan.js';
import { verdictSentence } from '../../../src/report/content/verdict.js';
import { reportContext } from '../../../src/report/context.js';
import { parseScenario, writePlanBack } from '../../../src/scenario/index.js';
import { scenarioOf, withSession } from '../../forecast/support.js';

const plan = (posts: readonly [string, string], from = 'budget') => `
currency: EUR
horizon: 6 weeks
budget: 2000
draws: 1024
creative: off
economics: { order_value: 130 to 150, margin: 60% }
creators_from: ${from}
creators:
  - { name: Aysel, platform: instagram, followers: 30k, reach_rate: 30%, engagement: 4, fee: 80, posts: ${posts[0]}, rights: { share: 30%, fee: 40 } }
  - { name: Rufat, platform: tiktok, followers: 2k, reach_rate: 10%, fee: 300, posts: ${posts[1]} }
organic:
  - { name: Own feed, platform: instagram, followers: 5k, reach_rate: 10%, per_week: 2 }
lines:
  - { platform: instagram, stage: awareness, audience: 200k }
  - { platform: tiktok, stage: awareness, audience: 150k }
`;

test('a plan with posts is, figure for figure, the plan of the file that fixes them', async () => {
  const open = await scenarioOf(plan(['{ max: 6 }', '{ max: 3 }'], 'outside'));
  const fixed = await scenarioOf(plan(['4', '1'], 'outside'));
  const selection = (program: Parameters<typeof reportSelection>[1]) => reportSelection([], program);
  await withSession(open, async (a) =>
    withSession(fixed, async (b) => {
      const posts = Float64Array.of(4, 1, 2);
      const chosen = { ...decisionGiven(open), posts };
      const given = decisionGiven(fixed);
      const [one, other] = [await a.price(chosen, selection(a.program)), await b.price(given, selection(b.program))];
      expect(one.keys).toEqual(other.keys);
      expect(one.values).toEqual(other.values);
      const streamed = await a.stream(chosen, selection(a.program));
      expect(streamed.summaries).toEqual((await b.stream(given, selection(b.program))).summaries);
      const goal = { kind: 'kpi', name: 'profit' } as const;
      const values = async (session: typeof a, decision: typeof given) =>
        (await session.evaluate(decision, [goal], 'fresh')).values[0];
      expect(await values(a, chosen)).toEqual(await values(b, given));
    }),
  );
});

test('the plan found says how many posts of whom, in moves, in the table and in the file', async () => {
  const text = plan(['{ max: 6 }', '{ max: 3 }']);
  const forecast = await runForecast(await scenarioOf(text), { workers: 0, charts: false, prices: false, advise });
  const [aysel, rufat, own] = forecast.result.plans.optimized!.sources!;
  expect(aysel!.chosen).toBeGreaterThan(0);
  expect(rufat!.chosen).toBe(0);
  expect(own).not.toHaveProperty('chosen');
  expect(forecast.result.plans.given.sources!.map(({ chosen }) => chosen)).toEqual([0, 0, undefined]);
  const context = reportContext(forecast);
  expect(moveList(context)).toContain(`Aysel: 0 to ${aysel!.chosen} posts`);
  const { rows, total } = planTable(context);
  expect(rows.map(([name]) => name)).toContain(`Aysel · ${aysel!.chosen} posts`);
  expect(total![2]).toBe('€2,000');
  expect(forecast.result.verdict!.kind).toBe('start');
  expect(forecast.result.verdict!.posts).toEqual([{ id: 'instagram/awareness/@Aysel', from: 0, to: aysel!.chosen }]);
  expect(verdictSentence(context)).not.toBeNull();

  const reading = await parseScenario(text, 'plan.yaml');
  if (!reading.ok) throw new Error('the plan is right');
  const { lines, creative, sources } = forecast.result.plans.optimized!;
  const chosen = sources!.flatMap(({ id, chosen }) => (chosen === undefined ? [] : [[id, chosen] as const]));
  const written = writePlanBack(
    reading.document,
    lines.map(({ budget }) => budget),
    creative,
    new Map(),
    new Map(chosen),
  );
  expect(written).toContain(`posts: ${aysel!.chosen},`);
  const again = await scenarioOf(written);
  const repriced = await runForecast(again, { workers: 0, charts: false, optimize: false });
  expect(repriced.result.plans.given.kpis.total.profit).toEqual(forecast.result.plans.optimized!.kpis.total.profit);
});

test('posts that nobody pays for out of the budget are chosen beside it; those that lose money are left out', async () => {
  const scenario = await scenarioOf(plan(['{ max: 6 }', '{ max: 3 }'], 'outside'));
  await withSession(scenario, async (session) => {
    const found = await optimizePlan({ scenario, evaluator: session, prices: false });
    if (!found.ok) throw new Error('no rules are in the way');
    expect([...found.decision.budgets].reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(2000, 9);
    expect(found.decision.posts![1]).toBe(0);
    expect(found.report.objective).toBeGreaterThan(found.report.objective_given);
  });
});
