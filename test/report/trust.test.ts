import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import { flightingTable } from '../../src/report/content/flighting.js';
import { trustSection } from '../../src/report/content/trust.js';
import { reportContext } from '../../src/report/context.js';
import { reportPage } from '../../src/report/html/page.js';
import { summaryMarkdown } from '../../src/report/markdown.js';
import { planTable, trustSummary } from '../../src/report/plan-table.js';
import { trustText as wordsOf } from '../../src/report/text/trust/index.js';
import { syntheticForecast } from './synthetic.js';

/** A forecast whose run was asked for trust, and whose first line is spread freely. */
function trusted(language: 'en' | 'az' | 'tr' | 'ar' = 'en'): Forecast {
  const forecast = syntheticForecast({ draws: 128 });
  const { optimizer, plans } = forecast.result;
  const lines = plans.optimized!.lines;
  const periods = forecast.scenario.horizon.periods;
  const spread = Array.from({ length: periods }, (_, t) => (t === 1 ? lines[0]!.budget : 0));
  return {
    ...forecast,
    scenario: { ...forecast.scenario, language },
    result: {
      ...forecast.result,
      plans: {
        ...plans,
        optimized: {
          ...plans.optimized!,
          lines: lines.map((line, k) => (k === 0 ? { ...line, periods: spread } : line)),
        },
      },
      optimizer: {
        ...optimizer!,
        searches: 3,
        spread: 12,
        flat: lines.map(({ id, budget }) => ({ line: id, min: 0.5 * budget, max: budget + 100 })),
        alternatives: [
          {
            lines: lines.map(({ id, budget }, k) => ({ id, budget: budget + (k === 0 ? -200 : k === 1 ? 200 : 0) })),
            moved: 0.02,
            objective: optimizer!.objective - 5,
          },
        ],
      },
    },
  };
}

describe('how far to trust a plan', () => {
  it('stands in the page and the summary only where it was asked for', () => {
    const without = reportContext(syntheticForecast({ draws: 128 }));
    expect(trustSection(without)).toBeNull();
    expect(reportPage(without, [], new Map())).not.toContain('id="trust"');
    expect(summaryMarkdown(without, [])).not.toContain(wordsOf('en').title);
  });

  it.each(['en', 'az', 'tr', 'ar'] as const)('has sentences, ranges and other plans in %s', (language) => {
    const context = reportContext(trusted(language));
    const words = wordsOf(language);
    const page = reportPage(context, [], new Map());
    const markdown = summaryMarkdown(context, []);
    for (const text of [page, markdown]) {
      expect(text).toContain(words.title);
      expect(text).toContain(words.flat);
      expect(text).toContain(words.alternatives);
      expect(text).not.toMatch(/\bNaN\b|\[object|\bnull\b/);
    }
    const [ranges, others] = trustSection(context)!.blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : [],
    );
    expect(ranges!.rows).toHaveLength(context.forecast.scenario.lines.length);
    const best = context.plan.result.lines[0]!.budget;
    expect(ranges!.rows[0]).toEqual([
      context.lineName(context.forecast.scenario.lines[0]!),
      ...[best, 0.5 * best, best + 100].map((amount) => context.formats.estimate(amount, best + 100)),
    ]);
    expect(others!.rows[0]![2]).toBe(context.formats.money(best - 200));
  });

  it('tells of another plan by what it gives and takes, at most three changes', () => {
    const text = trustSummary(trusted(), { width: 400, color: false });
    const last = text.split(`\n${wordsOf('en').alternatives}\n`)[1]!.split('\n')[0]!;
    const { lines } = trusted().scenario;
    const { lineName, formats } = reportContext(trusted());
    expect(last).toContain(`${lineName(lines[0]!)} ${formats.change(-200)}`);
    expect(last).toContain(`${lineName(lines[1]!)} ${formats.change(200)}`);
    for (const line of lines.slice(2)) expect(last).not.toContain(lineName(line));
  });
});

describe('what each period gets', () => {
  it('has a row a period and a column a free line, and adds up to the line', () => {
    const context = reportContext(trusted());
    const { heading, table } = flightingTable(context)!;
    const [line] = context.plan.result.lines;
    expect(table.columns).toHaveLength(2);
    expect(table.rows).toHaveLength(context.forecast.scenario.horizon.periods);
    expect(table.rows.map((row) => row[1])).toEqual(
      table.rows.map((_, t) => (t === 1 ? context.formats.money(line!.budget) : '–')),
    );
    expect(table.total![1]).toBe(context.formats.money(line!.budget));
    expect(reportPage(context, [], new Map())).toContain(heading);
    expect(summaryMarkdown(context, [])).toContain(`### ${heading}`);
  });

  it('is told on the terminal for the periods in which money is spent', () => {
    const forecast = trusted();
    const context = reportContext(forecast);
    const { heading, table } = flightingTable(context)!;
    const [, told = ''] = planTable(forecast, { width: 100, color: false }).split(`\n${heading}\n`);
    expect(
      told
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ')[0]),
    ).toEqual([table.columns[0], table.rows[1]![0], expect.stringContaining('─'), table.total![0]]);
    expect(planTable(syntheticForecast({ draws: 128 }), { width: 100, color: false })).not.toContain(heading);
  });

  it('is left out where nothing is free', () => {
    expect(flightingTable(reportContext(syntheticForecast({ draws: 128 })))).toBeNull();
  });
});
