import { describe, expect, test } from 'vitest';
import { runFrontier } from '../../src/forecast/frontier/frontier.js';
import { budgetFindings } from '../../src/report/frontier/budget-charts.js';
import { frontierContext } from '../../src/report/frontier/context.js';
import { frontierPart, frontierSummary, renderFrontier, stringifyFrontier } from '../../src/report/frontier/index.js';
import { parseTarget } from '../../src/scenario/expressions/target.js';
import { scenarioOf as valid } from './support.js';

/**
 * One awareness line for one period, all inputs fixed: with i = 1000 b / cpm impressions, section 3 of the model gives
 * A (1 − exp(−κ i / A)) / κ effective ones, so revenue is 4 · 5000 (1 − exp(−b / 5000)) of a budget b: 20 of value times
 * ctr 2 % times cvr 5 % times 200 impressions a currency unit, κ · 200 / A = 1 / 5000.
 */
const plan = (goal: string, economics = '{ order_value: 20, margin: 1 }') => `
currency: USD
horizon: 1 week
budget: 5000
draws: 256
creative: off
noise: off
economics: ${economics}
lines:
  - { platform: tiktok, stage: awareness, budget: 5000, audience: 50000, cpm: 5, ctr: 2%, cvr: 5%, view_rate: 20%, fatigue: 0.05 }
goal: ${goal}
`;

describe('along the budget, against the closed form', () => {
  test('where money stops paying, the profits on the way, and the target', async () => {
    const scenario = await valid(plan('{ maximize: profit }'));
    const target = await parseTarget('roas >= 2.5');
    if (!target.ok) throw new Error('target');
    const frontier = await runFrontier(scenario, { by: 'budget', points: 5, target: target.value, workers: 1 });
    // Marginal revenue 4 exp(−b / 5000) is 1.
    expect(frontier.budget?.stops.expected).toBeCloseTo(5000 * Math.log(4), 0);
    for (const { budget, plan: found } of frontier.budget!.points) {
      const profit = 20_000 * -Math.expm1(-budget / 5000) - budget;
      expect(found!.profit.mean).toBeCloseTo(profit, 6);
      expect(found!.profit.p10).toBeCloseTo(profit, 6);
      expect(found!.spend).toBe(budget);
    }
    // 4 (1 − exp(−x)) / x = 2.5 by halving, x = b / 5000.
    let [low, high] = [0.1, 10];
    for (let k = 0; k < 60; k++) {
      const x = (low + high) / 2;
      if ((4 * -Math.expm1(-x)) / x >= 2.5) low = x;
      else high = x;
    }
    expect(frontier.target).toMatchObject({ kind: 'largest', from: 1250, to: 10_000 });
    // Six halvings of a gap between two of the budgets, 4,050 at most.
    expect(frontier.target!.budget).toBeLessThanOrEqual(5000 * low);
    expect(frontier.target!.budget).toBeGreaterThan(5000 * low - 4050 / 64);

    const text = frontierSummary(scenario, frontier, { width: 200, color: false });
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(12);
    // Among a report's sections a plan's name alone says nothing.
    expect(frontierPart(scenario, frontier).report.title).toMatch(
      /: the best plan for each budget from \$1,250 to \$10,000/,
    );
    expect(text).toContain('Beyond');
    expect(text).toContain('roas >= 2.5: met up to a budget of');
    const files = await renderFrontier(scenario, frontier);
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual([]);
    expect([...files.keys()]).toContain('charts/marginal.svg');
    expect(JSON.parse(stringifyFrontier(frontier))).toMatchObject({ format: 'huni.frontier/1', by: 'budget' });
    // On a terminal too narrow for a row its figures stay whole.
    const narrow = frontierSummary(scenario, frontier, { width: 40, color: false });
    expect(narrow).not.toContain('…');
    for (const { plan: found } of frontier.budget!.points) expect(found).not.toBeNull();
  });

  test('that no unit pays, where none does, in each language', async () => {
    const losing = plan('{ maximize: profit }').replace('order_value: 20', 'order_value: 4');
    const scenario = await valid(losing.replace('budget: 5000\n', 'budget: { max: 5000 }\n'));
    const frontier = await runFrontier(scenario, { by: 'budget', points: 3, workers: 1 });
    expect(frontier.budget?.stops.expected).toBe(0);
    for (const language of ['en', 'az', 'tr', 'ar'] as const) {
      const told = { ...scenario, language };
      const { never, titles, stops } = frontierContext(told, frontier).words.budget;
      const text = frontierSummary(told, frontier, { width: 1000, color: false });
      expect(text).toContain(never);
      expect(text).not.toContain(stops('|').split('|').at(-1));
      expect(budgetFindings(frontierContext(told, frontier))[0]!.title).toBe(titles.profitNever);
    }
  });
});

test('along risk: rule-keeping plans, none beaten by another, and the plan given', async () => {
  const scenario = await valid(`
currency: USD
horizon: 1 week
budget: 5000
draws: 512
creative: off
noise: off
economics: { order_value: 20, margin: 1 }
lines:
  - { platform: tiktok, stage: awareness, budget: 2500, audience: 50000, cpm: 5, ctr: 2%, cvr: 1% to 12%, view_rate: 20% }
  - { platform: facebook, stage: awareness, budget: 2500, audience: 50000, cpm: 5, ctr: 2%, cvr: 3.9% to 4.1%, view_rate: 20% }
rules: { platforms: { tiktok: { max: 90% } } }
`);
  const frontier = await runFrontier(scenario, { by: 'risk', points: 4, workers: 1 });
  const points = frontier.risk!.filter(({ risk_aversion }) => risk_aversion !== null);
  expect(points.length).toBeGreaterThan(1);
  expect(frontier.risk!.at(-1)).toMatchObject({ risk_aversion: null, spend: 5000 });
  for (const [k, point] of points.entries()) {
    expect(point.lines.reduce((sum, { budget }) => sum + budget, 0)).toBeCloseTo(5000, 9);
    expect(point.lines[0]!.budget).toBeLessThanOrEqual(4500);
    if (k > 0) {
      expect(point.cvar).toBeGreaterThan(points[k - 1]!.cvar);
      expect(point.mean).toBeLessThan(points[k - 1]!.mean);
    }
  }
  // The sure line gains what the risky one loses as the worst futures weigh more.
  expect(points.at(-1)!.lines[1]!.budget).toBeGreaterThan(points[0]!.lines[1]!.budget);
  const text = frontierSummary(scenario, frontier, { width: 200, color: false });
  expect(text.trim().split('\n').length).toBeLessThanOrEqual(12);
  expect([...(await renderFrontier(scenario, frontier, { png: true })).keys()]).toContain('charts/frontier.png');
});

describe('of a plan whose orders are worth nothing known', () => {
  const unvalued = (goal: string) => valid(plan(`{ maximize: ${goal} }`, '{ outcome: installs }'));

  test('what its goal counts, and no profit', async () => {
    const scenario = await unvalued('orders');
    const frontier = await runFrontier(scenario, { by: 'budget', points: 3, workers: 1 });
    const part = frontierPart(scenario, frontier);
    expect(part.report.sections).toHaveLength(1);
    expect(part.report.sections[0]!.title).toMatch(/^[\d,]+ installs for \$1,250, [\d,]+ for \$10,000$/);
    // The title has the table's figures.
    const [curve] = budgetFindings(frontierContext(scenario, frontier));
    expect(part.report.sections[0]!.title.startsWith(`${curve!.table.rows[0]![2]} installs`)).toBe(true);
    const summary = frontierSummary(scenario, frontier, { color: false, width: 100 });
    expect(summary).toContain('Installs');
    expect(summary).not.toMatch(/profit|pays|earns|−\$/i);
    expect(frontier.budget!.points[0]!.plan).not.toHaveProperty('counted');
  });

  test('people, where it is for reach', async () => {
    const scenario = await unvalued('reach');
    const frontier = await runFrontier(scenario, { by: 'budget', points: 3, workers: 1 });
    for (const { plan: found } of frontier.budget!.points) expect(found!.counted!.mean).toBeCloseTo(found!.mean, 9);
    const [reach, ...others] = frontierPart(scenario, frontier).report.sections;
    expect(others).toEqual([]);
    expect(reach!.title).toMatch(/^[\d,]+ people reached for \$/i);
  });
});
