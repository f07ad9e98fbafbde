import { describe, expect, it } from 'vitest';
import { runAdvised } from '../../src/advice/index.js';
import { highlights } from '../../src/report/content/figures.js';
import { reportContext } from '../../src/report/context.js';
import { factTexts } from '../../src/report/facts.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { planText } from '../../src/report/text/index.js';
import { outcomesAr } from '../../src/report/text/outcomes/ar.js';
import { outcomesAz } from '../../src/report/text/outcomes/az.js';
import { outcomesEn } from '../../src/report/text/outcomes/en.js';
import { outcomesTr } from '../../src/report/text/outcomes/tr.js';
import { scenarioOf } from '../forecast/support.js';
import { SLOW } from '../slow.js';

const plan = (economics: string, more = ''): string => `
currency: AZN
horizon: 30 days
budget: 600
draws: 2048
creative: off
economics: { ${economics} }
lines:
  - { platform: instagram, stage: awareness, budget: 450, audience: 200k to 400k }
  - { platform: instagram, stage: consideration, budget: 50 }
  - { platform: instagram, stage: conversion, budget: 100 }
${more}`;

const told = async (text: string) => {
  const forecast = await runAdvised(await scenarioOf(text), { prices: false, workers: 1 });
  return { forecast, terminal: terminalSummary(forecast, { width: 200, color: false }) };
};

describe('what a plan counts', () => {
  it('is called leads where a share of them is closed later, and the tile has leads, not customers', SLOW, async () => {
    const { forecast, terminal } = await told(plan('order_value: 100, margin: 50%, close_rate: 20% to 30%'));
    expect(terminal).toMatch(/^Leads {2,}\d/m);
    expect(terminal).not.toMatch(/^Orders/m);
    const tiles = highlights(reportContext(forecast));
    expect(tiles.map(({ label }) => label)).toEqual([
      'Profit, middle outcome',
      'Chance of a loss',
      'Leads, middle outcome',
    ]);
    const { leads, orders } = forecast.result.plans.given.kpis.total;
    expect(leads!.p50).toBeGreaterThan(3 * orders!.p50!);
  });

  it('has no profit and no loss where nobody said what it is worth', SLOW, async () => {
    const { forecast, terminal } = await told(plan('outcome: bookings'));
    expect(terminal).toMatch(/^Bookings {2,}\d/m);
    expect(terminal).not.toMatch(/loss|profit|revenue/);
    expect(highlights(reportContext(forecast)).map(({ label }) => label)).toEqual([
      'Bookings, middle outcome',
      'Cost per booking (CPA), middle outcome',
      'People reached, middle outcome',
    ]);
  });

  it('is installs before some of them pay, with a name for those that do', SLOW, async () => {
    const economics = 'outcome: installs, order_value: 10 to 20, margin: 80%, close_rate: 3% to 6%';
    const { forecast, terminal } = await told(plan(economics, 'targets: [installs >= 10, cpi <= 100]'));
    expect(terminal).toMatch(/^Installs {2,}\d/m);
    const { leads, orders } = forecast.result.plans.given.kpis.total;
    const tile = highlights(reportContext(forecast)).find(({ label }) => label === 'Installs, middle outcome');
    expect(leads!.p50).toBeGreaterThan(10 * orders!.p50!);
    expect(tile).toBeDefined();
    expect(forecast.result.plans.given.targets[0]!.value).toBeCloseTo(leads!.mean!, 9);
  });

  it('is moved for only where there is one more of it', SLOW, async () => {
    const { forecast } = await told(
      plan(
        'order_value: 14 to 26, margin: 45%',
        'rules: { prospecting: 70-80%, retargeting: 1:2 }\ngoal: { maximize: orders, risk_aversion: 0 }',
      ),
    );
    const { verdict } = forecast.result;
    const more = verdict!.because.find(({ test }) => test === 'one_more')!;
    expect(more.value).toBeGreaterThan(0);
    expect(more.value).toBeLessThan(1);
    expect(more.holds).toBe(false);
    expect(verdict!.kind).toBe('keep');
  });

  it('is called so in the sentences of charts, warnings and the workbook, too', async () => {
    const scenario = await scenarioOf(plan('outcome: leads'));
    const leads = { en: /leads/i, az: /müraciət/i, tr: /potansiyel müşteri/i, ar: /العملاء المحتملون/ };
    const orders = { en: /order/i, az: /sifariş/i, tr: /sipariş/i, ar: /طلب/ };
    for (const language of ['en', 'az', 'tr', 'ar'] as const) {
      const { charts, page, workbook } = planText({ ...scenario, language });
      const { fan, orders: course, response, bridge } = charts;
      const counting = [
        fan.tail('7'),
        course.likely('7', 'by then', '1', '9'),
        course.axis,
        response.best('1', 'A', '2', 'B', '3'),
        response.single('1', 'A', '2'),
        response.none,
        response.absentOrders,
        response.note,
        response.y,
        bridge.noteBaseline('7'),
        page.reading[3]!,
        ...['close', 'orders', 'ordersNow', 'ordersAt'].map((key) =>
          key === 'close' ? workbook.whatIf.close('50', '1', '2', '3') : String(workbook.whatIf[key as 'orders']),
        ),
        factTexts({ ...scenario, language }).warning({ code: 'no_order_value' }),
        factTexts({ ...scenario, language }).warning({ code: 'orders_above_reach', orders: 9, reach: 7 }),
      ];
      for (const sentence of counting) {
        expect(sentence).toMatch(leads[language]);
        expect(sentence.replace('order_value', '').replace('قيمة الطلب', '')).not.toMatch(orders[language]);
      }
      const beside = [charts.profit.withTail('7'), bridge.noteFuture, bridge.parts.future, page.later('7')];
      for (const sentence of beside) expect(sentence).not.toMatch(orders[language]);
    }
  });

  it('is named in every language, the same KPIs each', () => {
    const shape = (words: typeof outcomesEn) =>
      Object.entries(words).map(([kind, { main, kpis }]) => [kind, main, Object.keys(kpis).sort()]);
    for (const words of [outcomesAz, outcomesTr, outcomesAr]) expect(shape(words)).toEqual(shape(outcomesEn));
  });
});
