import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import type { PlanResult } from '../../src/forecast/result.js';
import { breakEvenInShort, breakEvenTable } from '../../src/report/content/break-even.js';
import { testWords } from '../../src/report/content/test-advice.js';
import { unspentSentence } from '../../src/report/content/warnings.js';
import { reportContext } from '../../src/report/context.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { reportText } from '../../src/report/text/index.js';
import { verdictText } from '../../src/report/text/verdict/index.js';
import { advised } from './advised.js';

const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;
const linesOf = (forecast: Forecast): string[] => terminalSummary(forecast, { width: 1000, color: false }).split('\n');

describe.each(LANGUAGES)('money of a maximum that stays unspent, in %s', (language) => {
  const words = reportText(language).page.unspent;

  function sentence(
    goal: Partial<Forecast['scenario']['goal']>,
    price: NonNullable<PlanResult['price']>,
    more: number,
  ): string {
    const forecast = advised(language, 'move');
    const { scenario, result } = forecast;
    const rules = { ...scenario.rules, budget: 'maximum' as const };
    const optimized = { ...result.plans.optimized!, price };
    return (
      unspentSentence(
        reportContext({
          ...forecast,
          scenario: { ...scenario, rules, budget: scenario.budget + more, goal: { ...scenario.goal, ...goal } },
          result: { ...result, plans: { ...result.plans, optimized } },
        }),
      ) ?? ''
    );
  }
  const reason = (of: (first: string, second: string) => string): string => of('|', '|').split('|').at(-1)!;
  const orders = { maximize: { kind: 'kpi', name: 'orders' } } as const;

  it('would not pay only where money is the goal, and no rule holds it back', () => {
    expect(sentence({}, [], 5000).endsWith(reason(words.left))).toBe(true);
    expect(sentence({}, [{ rule: 'roas', multiplier: 0, without: 1 }], 5000).endsWith(reason(words.left))).toBe(true);
    for (const told of [
      sentence({ direction: 'minimize' }, [], 5000),
      sentence(orders, [], 5000),
      sentence({}, [{ rule: 'roas', multiplier: 0.4, without: 1 }], 5000),
    ]) {
      expect(told).not.toContain(reason(words.left));
      expect(told).not.toBe('');
    }
  });

  it('is not said to pay to the last where the goal is no money', () => {
    expect(sentence({}, [], 0)).not.toBe('');
    expect(sentence(orders, [], 0)).toBe('');
  });
});

describe.each(LANGUAGES)('what is said in %s', (language) => {
  it('of a test that is not made is what speaks against the plan, where that loses at its best', () => {
    const forecast = advised(language, 'less');
    const { test: _, ...result } = forecast.result;
    const { because } = forecast.result.verdict!;
    const held = because.map((reason) => (reason.test === 'test_value' ? { ...reason, holds: true } : reason));
    const verdict = { ...forecast.result.verdict!, because: held };
    const { lead } = testWords(reportContext({ ...forecast, result: { ...result, verdict } }));
    // The middle outcome; a test that is worth something would contradict the sentence.
    expect(lead).toMatch(/1[.,]200/);
    expect(lead).not.toMatch(/2\s?[%٪]|%\s?2/);
  });

  it('of what would have to be true is that nothing is enough, where nothing is', () => {
    const forecast = advised(language, 'less');
    const none = forecast.result.break_even!.map((one) => ({ ...one, needed: null }));
    const context = reportContext({ ...forecast, result: { ...forecast.result, break_even: none } });
    const { noneAlone: enough, toBreakEven, label } = verdictText(language).breakEven;
    expect(breakEvenInShort(context)).toBe(`${toBreakEven}: ${enough}`);
    expect(linesOf(context.forecast as Forecast).some((line) => line.startsWith(label))).toBe(true);
    const nothing = reportContext({ ...forecast, result: { ...forecast.result, break_even: [] } });
    expect(breakEvenInShort(nothing)).toBeNull();
  });

  it('of what would have to be true differs from what is, however little', () => {
    const forecast = advised(language, 'less');
    const near = [
      { input: 'cvr', line: null, now: 0.02, needed: 0.0203, probability: null },
      { input: 'margin', line: null, now: 0.62, needed: 0.62043, probability: null },
      { input: 'order_value', line: null, now: 51.42, needed: 51.44, probability: null },
    ] as const;
    const table = breakEvenTable(reportContext({ ...forecast, result: { ...forecast.result, break_even: near } }))!;
    const figures = (cell: string): string => cell.replace(/[^\d.,]/g, '');
    for (const [, now = '', needed = ''] of table.rows) expect(figures(needed)).not.toBe(figures(now));
  });

  it('of the plan given, where no budgets were, is that it is an even split', () => {
    const forecast = advised(language, 'less');
    const { scenario } = forecast;
    const lines = scenario.lines.map((line) => ({ ...line, budgetDerived: true }));
    const { outcome, ofGiven } = reportText(language).page.terminal;
    const [given = ''] = ofGiven('|').split('|');
    const line = (of: Forecast): string => linesOf(of).find((one) => one.startsWith(outcome)) ?? '';
    expect(line(forecast)).toContain(given);
    expect(line({ ...forecast, scenario: { ...scenario, lines } })).not.toContain(given);
  });

  it('on the terminal has what the goal counts', () => {
    const forecast = advised(language, 'keep');
    const { scenario } = forecast;
    const goal = { ...scenario.goal, maximize: { kind: 'kpi', name: 'clicks' }, text: 'clicks' } as const;
    const label = reportText(language).names.kpis.clicks!;
    expect(linesOf(forecast).some((line) => line.startsWith(label))).toBe(false);
    expect(
      linesOf({ ...forecast, scenario: { ...scenario, goal } }).filter((line) => line.startsWith(label)),
    ).toHaveLength(1);
  });
});
