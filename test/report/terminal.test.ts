import { describe, expect, it } from 'vitest';
import { printCheck } from '../../src/report/check/formats.js';
import { checkItems } from '../../src/report/check/items.js';
import { terminalSummary } from '../../src/report/index.js';
import { planTable } from '../../src/report/plan-table.js';
import { type SyntheticOptions, syntheticForecast } from './synthetic.js';
import { VARIANTS } from './variants.js';

const summaryOf = (options: SyntheticOptions = {}, width = 100) =>
  terminalSummary(syntheticForecast({ draws: 128, ...options }), { width, color: false });

const checkTextOf = (forecast: ReturnType<typeof syntheticForecast>) =>
  printCheck(forecast.scenario, checkItems(forecast, null), 'text');

describe('the terminal summary', () => {
  it('says what to move where, what it gains, how sure, and what fails, in some ten lines', () => {
    const text = summaryOf();
    expect(text).toContain('₼2,100 from TikTok awareness to Instagram awareness');
    expect(text).toMatch(/Gain +\+₼[\d,]+ profit in the middle outcome [^;]+; better in >?[\d.]+% of\s+futures/);
    expect(text).toMatch(/missed: ROAS at least 1\.5 in [\d.]+% of futures, 80% required/);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(11);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('calls a loss a loss', () => {
    expect(summaryOf({ orders: 0.3 })).toMatch(/Outcome +a loss: −/);
    expect(summaryOf({ orders: 8 })).toMatch(/Outcome +earns /);
  });

  it.each(Object.entries(VARIANTS))('has no figure without a value, and fits, for %s', (_, options) => {
    for (const width of [60, 100]) {
      const text = summaryOf(options, width);
      expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  it('paints only where asked, and the same words', () => {
    const forecast = syntheticForecast({ draws: 128 });
    const painted = terminalSummary(forecast, { width: 100, color: true });
    const plain = terminalSummary(forecast, { width: 100, color: false });
    expect(plain).not.toContain('\u001b');
    expect(painted).toContain('\u001b[1m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape codes are what is looked for
    expect(painted.replace(/\u001b\[\d*m/g, '')).toBe(plain);
  });

  it('passes no control characters on from a file', () => {
    expect(summaryOf({ name: 'bad\u001b[2Jname\u0007' })).not.toMatch(/[^\n\P{Cc}]/u);
    expect(checkTextOf(syntheticForecast({ draws: 20, segment: 'a\u001bb' }))).not.toMatch(/[^\n\P{Cc}]/u);
    expect(planTable(syntheticForecast({ draws: 20, segment: 'a\u001bb' }), { width: 80, color: false })).not.toMatch(
      /[^\n\P{Cc}]/u,
    );
  });
});

describe('the check', () => {
  it('has a line for every rule and target of the plan given', () => {
    const forecast = syntheticForecast({ draws: 128 });
    const { rules, targets } = forecast.result.plans.given;
    const lines = checkTextOf(forecast).trimEnd().split('\n');
    expect(lines.length).toBe(rules.length + targets.length);
    const holding = [...rules, ...targets].filter(({ holds }) => holds).length;
    expect(lines.filter((line) => line.startsWith('holds')).length).toBe(holding);
  });
});

describe('the plan as text', () => {
  it('keeps its columns under each other and drops the last where the terminal is narrow', () => {
    const forecast = syntheticForecast({ draws: 20 });
    const wide = planTable(forecast, { width: 120, color: false }).trimEnd().split('\n');
    expect(wide[0]).toMatch(/^Line +As given +Optimised +Change +A day +Share$/);
    expect(wide.at(-1)).toMatch(/^Total +₼18,200 +₼18,200 +₼0 +₼[\d.,]+ +100\.0%$/);
    expect(new Set(wide.map((line) => line.length)).size).toBe(1);
    const narrow = planTable(forecast, { width: 50, color: false });
    for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(50);
    expect(narrow).toContain('Optimised');
  });
});
