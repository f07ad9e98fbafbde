import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/engine/codec.js';
import { createInlineEngine } from '../../src/engine/inline.js';
import type { Job } from '../../src/engine/jobs.js';
import { openSession } from '../../src/engine/session.js';
import type { Engine } from '../../src/engine/types.js';
import { decisionGiven, planResult } from '../../src/forecast/plan-result.js';
import { priceForReport } from '../../src/forecast/price-plan.js';
import { compileProgram } from '../../src/model/compile.js';
import { createPricingService } from '../../src/planner/page/pricing/price-scenario.js';
import type { Priced, Wanted } from '../../src/planner/page/pricing/priced.js';
import { readScenario } from '../../src/scenario/index.js';
import { isFunnelLine, type Scenario } from '../../src/scenario/types.js';
import { pressureOf, withBudgets } from '../../src/scenario/with-budgets.js';
import { scenarioOf } from '../forecast/support.js';
import { sampled } from '../sample.js';
import { quickFirst } from '../slow.js';

const ROOT = join(import.meta.dirname, '../..');
const SHIPPED = sampled(
  readdirSync(join(ROOT, 'scenarios')).filter((file) => file.endsWith('.yaml')),
  4,
);
const DRAWS = 256;

async function shipped(file: string): Promise<Scenario> {
  const reading = await readScenario(join(ROOT, 'scenarios', file));
  if (!reading.ok) throw new Error(`${file} has mistakes`);
  return { ...reading.scenario, draws: DRAWS };
}

/** The first line's money doubled, the second's gone. */
const moved = ({ lines }: Scenario): number[] =>
  lines.map(({ budget }, k) => (k === 0 ? 2 * budget : k === 1 ? 0 : budget));

const request = (scenario: Scenario, budgets: readonly number[] | null, wanted: Wanted) => ({
  scenario: Buffer.from(encode(scenario)).toString('base64'),
  budgets,
  wanted,
});

const FIGURES: Wanted = { kind: 'figures', draws: DRAWS };
const COURSE: Wanted = { kind: 'course', draws: DRAWS };
const EVERYTHING: Wanted = { kind: 'everything' };

/** What the command line says of a plan. */
async function byReport(scenario: Scenario) {
  const session = await openSession(scenario, { engine: createInlineEngine() });
  const decision = decisionGiven(scenario);
  const figures = await priceForReport(session, scenario, decision);
  return { figures, plan: await planResult(session, scenario, decision, figures) };
}

/** An engine that says what it is asked to do. */
function counting(): { readonly engine: Engine; readonly jobs: Job[]; readonly held: string[] } {
  const inline = createInlineEngine();
  const jobs: Job[] = [];
  const held: string[] = [];
  const engine: Engine = {
    kind: inline.kind,
    parallel: inline.parallel,
    async hold(program) {
      const holding = await inline.hold(program);
      held.push(holding.id);
      return holding;
    },
    submit(job, options) {
      jobs.push(job);
      return inline.submit(job, options);
    },
    close: () => inline.close(),
  };
  return { engine, jobs, held };
}

const price = async (engine: Engine, ...asked: ReturnType<typeof request>[]): Promise<Priced[]> => {
  const service = createPricingService(Promise.resolve(engine));
  const priced: Priced[] = [];
  for (const [k, one] of asked.entries()) priced.push(await service.price(k, one));
  return priced;
};

describe('figures while something moves', () => {
  for (const [cases, options] of quickFirst(SHIPPED, 2))
    it.each(cases)(
      'of %s are to the last bit those of the command line, at budgets of the plan and at others',
      options,
      async (file) => {
        const scenario = await shipped(file);
        const budgets = moved(scenario);
        const [given, givenCourse, few, fewCourse, rest] = await price(
          createInlineEngine(),
          request(scenario, null, FIGURES),
          request(scenario, null, COURSE),
          request(scenario, budgets, FIGURES),
          request(scenario, budgets, COURSE),
          request(scenario, budgets, EVERYTHING),
        );
        for (const [{ figures: one }, { course }, of] of [
          [given!, givenCourse!, scenario],
          [few!, fewCourse!, withBudgets(scenario, budgets)],
        ] as const) {
          if (one === null) throw new Error('no figures');
          const { figures, plan } = await byReport(of);
          expect(Object.keys(one.plan.kpis.total)).toContain('profit');
          for (const [kpi, summary] of Object.entries(one.plan.kpis.total))
            expect(summary, kpi).toEqual(plan.kpis.total[kpi]);
          for (const [line, kpis] of Object.entries(one.plan.kpis.lines)) {
            for (const [kpi, summary] of Object.entries(kpis)) {
              expect(summary, `${line} ${kpi}`).toEqual(plan.kpis.lines[line]![kpi]);
            }
          }
          expect(Object.keys(one.plan.kpis.lines)).toEqual(Object.keys(plan.kpis.lines));
          expect(one.plan.rules).toEqual(plan.rules);
          expect(one.plan.targets).toEqual(plan.targets);
          expect(one.profit).toEqual(figures.details.profit);
          expect(course).toEqual(figures.details.cumulativeProfit);
        }
        // At rest everything is said, by the program that other budgets were compiled to.
        const { plan, figures } = await byReport(withBudgets(scenario, budgets));
        expect(JSON.stringify(rest!.figures?.plan)).toBe(JSON.stringify(plan));
        expect(rest!.course).toEqual(figures.details.cumulativeProfit);
      },
    );

  it.each([
    ['orders', 'outcome: installs'],
    ['leads', 'outcome: installs, close_rate: 10% to 30%'],
  ])('of a plan without a value of what it counts are its %s, what one costs and whom it reaches', async (kpi, economics) => {
    const scenario = await scenarioOf(`currency: USD
horizon: 4 weeks
budget: 9000
draws: ${DRAWS}
economics: { ${economics} }
lines:
  - { platform: tiktok, stage: awareness, budget: 5000 }
  - { platform: facebook, stage: conversion, budget: 4000, cvr: 8% to 20% }
`);
    const engine = createInlineEngine();
    const [few, course, rest] = await price(
      engine,
      ...[FIGURES, COURSE, EVERYTHING].map((wanted) => request(scenario, null, wanted)),
    );
    const { figures, plan } = await byReport(scenario);
    const { cumulativeOrders, cumulativeLeads } = figures.details;
    const counted = kpi === 'leads' ? cumulativeLeads : cumulativeOrders;
    expect(counted?.at(-1)?.p50).toBeGreaterThan(0);
    for (const one of [course, rest]) expect(one?.course).toEqual(counted);
    for (const name of [kpi, kpi === 'leads' ? 'cpl' : 'cpa', 'reach']) {
      expect(plan.kpis.total[name], name).toBeDefined();
      expect(few?.figures?.plan.kpis.total[name], name).toEqual(plan.kpis.total[name]);
    }
  });

  it.each(
    SHIPPED,
  )('of %s rest on one program: budgets are in none of it but in the spend at which prices were seen', async (file) => {
    const scenario = await shipped(file);
    const budgets = moved(scenario);
    const even =
      scenario.lines.reduce((sum, { budget }) => sum + budget, 0) / budgets.reduce((sum, one) => sum + one, 0);
    const other = withBudgets(
      scenario,
      // The same total, which a fitted curve's program knows.
      scenario.lines.every(isFunnelLine) ? budgets : budgets.map((one) => one * even),
    );
    const [one, two] = [await compileProgram(scenario), await compileProgram(other)];
    const pressure = pressureOf(other);
    const inputs = one.inputs.map((input, index) => {
      const line = one.lines.find(({ more }) => more != null && more.pressure?.at === index);
      const daily = line === undefined ? Number.NaN : pressure[line.scenarioIndex]!;
      return Number.isNaN(daily) ? input : { ...input, map: { kind: 'constant' as const, value: daily } };
    });
    expect(two).toEqual({ ...one, inputs });
  });

  it('are priced on one program and its draws, whatever moves, in view and no more', async () => {
    const scenario = await shipped('baku-coffee.yaml');
    const { engine, jobs, held } = counting();
    const budgets = moved(scenario);
    const saved = withBudgets(scenario, budgets);
    await price(
      engine,
      request(scenario, null, FIGURES),
      ...[1, 1.5, 2].map((factor) =>
        request(
          scenario,
          budgets.map((one) => one * factor),
          FIGURES,
        ),
      ),
      // What was moved becomes the plan's text: other bytes, the same program.
      request({ ...saved, sha256: 'of another text' }, null, EVERYTHING),
    );
    expect(new Set(held).size).toBe(1);
    expect(held).toHaveLength(1);
    const pricings = jobs.filter((job) => job.kind === 'price');
    expect(pricings).toHaveLength(5);
    expect(pricings.every(({ keep }) => keep)).toBe(true);
    const [shown, whole] = [pricings[0]!.series, pricings[4]!.series];
    expect(pricings.slice(0, 4).map(({ series }) => series)).toEqual([shown, shown, shown, shown]);
    expect(shown).toBeLessThan(whole / 4);
  });

  it('are of another program where the text says something else', async () => {
    const scenario = await shipped('first-test-600.yaml');
    const { engine, held } = counting();
    const other = { ...scenario, economics: { ...scenario.economics, margin: scenario.economics.close_rate } };
    await price(engine, request(scenario, null, FIGURES), request(other, null, FIGURES));
    expect(new Set(held).size).toBe(2);
  });

  it('follow the whole budget where a fitted curve knows it', async () => {
    const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: 700
draws: 128
lines:
  - { platform: facebook, stage: conversion, budget: 400, response: { curve: root, alpha: 0.4 to 0.6, coefficient: 2 to 4 } }
  - { platform: instagram, stage: awareness, budget: 300 }
`);
    const { engine, held } = counting();
    const priced = await price(
      engine,
      request(scenario, null, { kind: 'figures', draws: 128 }),
      request(scenario, [800, 300], { kind: 'figures', draws: 128 }),
    );
    expect(new Set(held).size).toBe(2);
    const { figures } = await byReport(withBudgets(scenario, [800, 300]));
    expect(priced[1]!.figures?.profit).toEqual(figures.details.profit);
  });
});
