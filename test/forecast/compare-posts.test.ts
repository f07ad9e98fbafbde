import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { compareScenarios } from '../../src/forecast/compare/compare.js';
import { runForecast } from '../../src/forecast/run.js';
import { changeSentences, comparisonSummary, renderComparison } from '../../src/report/compare/index.js';
import { reportContext } from '../../src/report/context.js';
import { renderWorkbook } from '../../src/report/workbook/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

/** A post reaches 3,000 people, of whom 60 click and 6 buy for 20 of margin each: 120 for what it costs. */
const plan = (creators: string, rest = ''): string => `currency: EUR
horizon: 4 weeks
budget: 1000
draws: 64
creative: off
noise: off
market: { population: 1m }
economics: { order_value: 40, margin: 50% }
creators_from: outside
creators:
${creators}
lines:
  - { platform: instagram, stage: awareness, budget: 1000, audience: 400k, cpm: 10, ctr: 1%, view_rate: 20%, cvr: 2% }
${rest}`;
const creator = (name: string, fee: number, posts: string): string =>
  `  - { name: ${name}, platform: instagram, followers: 10k, reach_rate: 30%, ctr: 2%, view_rate: 30%, cvr: 10%, fatigue: 0, fee: ${fee}, posts: ${posts} }`;

const contender = async (label: string, text: string) => ({ label, scenario: await scenarioOf(text) });

test('posts to be chosen: each at its best plan, with the posts of it', async () => {
  const cheap = await contender('cheap', plan(creator('Aysel', 30, '{ max: 3 }')));
  const dear = await contender('dear', plan(`${creator('Aysel', 300, '{ max: 3 }')}\n${creator('Nigar', 20, '1')}`));
  const comparison = await compareScenarios([cheap, dear], { workers: 0 });
  expect(comparison.scenarios.map(({ plan: priced }) => priced)).toEqual(['optimized', 'optimized']);
  expect(comparison.scenarios.map(({ posts }) => posts)).toEqual([
    [{ id: 'instagram/awareness/@Aysel', name: 'Aysel', posts: 3 }],
    [
      { id: 'instagram/awareness/@Aysel', name: 'Aysel', posts: 0 },
      { id: 'instagram/awareness/@Nigar', name: 'Nigar', posts: 1 },
    ],
  ]);
  // Three posts that bring 120 for 30, against one that does for 20.
  const [first, second] = comparison.scenarios;
  expect(first!.kpis.profit.mean! - second!.kpis.profit.mean!).toBeCloseTo(3 * 90 - 100, 6);
  const contenders = [cheap, dear];
  expect(comparisonSummary(contenders, comparison, { width: 100, color: false })).toContain('cheap: Aysel · 3 posts');
  const files = await renderComparison(contenders, comparison);
  expect(String(files.get('summary.md'))).toMatch(/\| cheap \| Aysel \| +3 \|/);
}, 60_000);

test('posts that are given: plans as given, with their posts', async () => {
  const one = await contender('one', plan(creator('Aysel', 30, '2')));
  const two = await contender('two', plan(creator('Aysel', 30, '3')));
  const { scenarios } = await compareScenarios([one, two], { workers: 0 });
  expect(scenarios.map(({ plan: priced, posts }) => [priced, posts![0]!.posts])).toEqual([
    [undefined, 2],
    [undefined, 3],
  ]);
});

test('the posts chosen stand in the workbook, by period', SLOW, async () => {
  const forecast = await runForecast(await scenarioOf(plan(creator('Aysel', 30, '{ max: 3 }'))), {
    workers: 0,
    prices: false,
  });
  const { sheets } = await readXlsx(await renderWorkbook(reportContext(forecast)));
  const { rows } = sheets.find(({ name }) => name === 'Plan')!;
  const at = rows.findIndex(([first]) => first === 'Optimised: Posts');
  expect(rows[at + 2]).toEqual(['Aysel', 1, 0, 1, 1, 3].map((value) => value));
});

const PARTS = `market: { population: 1m }
brand: { recall: 5% }
shocks: [{ name: Outage, probability: 10%, lasts: 1, outage: true }]
phases: [{ name: Test, periods: 2, budget: 40% }, { name: Rest, periods: 2, budget: 60% }]
metrics: { saves: { of: views, rate: 1% } }
content: { hero: { pieces: 1, cost: 50 } }
community: { messages: 1%, minutes: 3, hourly: 5 }
attribution: { tracking: 80% }
stocks: { overlap: 0.5 }
noise: { cpm: { sd: 0 }, counts: on, ctr: { sd: 0.1 } }
`;

test('what changed names creators and every other part of a plan, in four languages', async () => {
  const from = await scenarioOf(plan(creator('Aysel', 30, '2')));
  const to = await scenarioOf(
    plan(`${creator('Aysel', 45, '{ max: 4 }')}\n${creator('Nigar', 20, '1')}`, PARTS)
      .replace('market: { population: 1m }\n', '')
      .replace('noise: off\n', '')
      .replace('cpm: 10,', 'cpm: 10, pressure: 0.2, carry_in: [100],'),
  );
  expect(changeSentences(from, to).filter((sentence) => !/Price noise/.test(sentence))).toEqual([
    'Instagram awareness: another flighting',
    'Nigar is new, posts: 1',
    'Aysel, posts: up to 4 instead of 2',
    'Aysel: fee a post: €45 instead of €30',
    'Instagram awareness: how far own money moves the price: 0.2 instead of 0',
    ...['the brand', 'shocks', 'phases and their gates', 'metrics', 'the content calendar', 'messages and answers'].map(
      (part) => `Otherwise than before: ${part}`,
    ),
    ...[
      'what dashboards claim',
      'how far lines reach the same people',
      'whether orders are counted',
      'noise of rates',
      'spend before the plan',
    ].map((part) => `Otherwise than before: ${part}`),
  ]);
  expect(changeSentences(to, from)).toContain('Nigar is gone');
  const counts = (['az', 'tr', 'ar'] as Scenario['language'][]).map(
    (language) => changeSentences({ ...from, language }, { ...to, language }).length,
  );
  expect(new Set(counts)).toEqual(new Set([changeSentences(from, to).length]));
  expect(changeSentences(from, from)).toEqual([]);
});
