import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/calibrate/fit/calibrate.js';
import type { Backtest, BacktestReport, ScoreRow } from '../../src/forecast/backtest/types.js';
import type { Sweep } from '../../src/forecast/sweep/types.js';
import type { Block, Report } from '../../src/report/blocks.js';
import { backtestPage, backtestText, fitsPage } from '../../src/report/calibration/index.js';
import { isDrawn } from '../../src/report/charts/types.js';
import { pageOf } from '../../src/report/html/page.js';
import { reportMarkdown } from '../../src/report/markdown.js';
import { sweepSummary } from '../../src/report/sweep/index.js';
import { reportText } from '../../src/report/text/index.js';
import { LANGUAGES, type Language } from '../../src/units/locale.js';
import { dailyRows, simulateWorld, WORLD } from '../calibrate/support.js';

const SCORE: ScoreRow = {
  group: 'total',
  outcome: 'clicks',
  span: { kind: 'total', days: 28 },
  figures: 20,
  origins: 20,
  independent: 5,
  coverage: 0.75,
  low: 0.4,
  high: 0.92,
  bias: -0.043,
  biasLow: -0.12,
  biasHigh: 0.05,
  verdict: { kind: "can't tell yet", moreWeeks: 13 },
  bands: [0.45, 0.75, 0.9],
  crps: 1234.5,
  baselines: {
    'naive rate': 1500,
    'seasonal-naive rate': 1400,
    'smoothed rate': 1300,
    'naive volume': 1600,
    'seasonal-naive volume': 1700,
    'smoothed volume': 1800,
  },
  pit: new Array<number>(10).fill(0.1),
};

const BACKTEST: BacktestReport = {
  format: 'huni.backtest/2',
  horizon: 28,
  origins: ['2026-01-01', '2026-03-01'],
  seed: 'huni',
  bands: [0.5, 0.8, 0.95],
  verdicts: [
    { group: 'total', outcome: 'clicks', verdict: SCORE.verdict },
    { group: 'facebook', outcome: 'impressions', verdict: { kind: 'misses', because: 'bias' } },
    { group: 'facebook', outcome: 'conversions', verdict: { kind: 'holds so far' } },
  ],
  scores: [SCORE, { ...SCORE, group: 'facebook', span: { kind: 'days', days: 28 } }],
  totals: [],
};

const SWEEP: Sweep = {
  format: 'huni.sweep/1',
  scenario: { name: 'Bahar', sha256: '00' },
  engine: { version: '1', seed: 'huni', draws: 4096, sampler: 'sobol' },
  design: 'grid',
  optimized: true,
  goal: { maximize: 'profit', risk_aversion: 0, tail: 0.1 },
  currency: 'AZN',
  varied: [{ key: 'budget', kind: 'choice', values: ['1000', '2000'] }],
  variants: [
    {
      values: { budget: '1000' },
      verdict: 'contradiction',
      outcome: { status: 'contradiction', rules: ['orders >= 9'], message: '' },
      regret: null,
      best: false,
    },
    {
      values: { budget: '2000' },
      verdict: 'wrong',
      outcome: { status: 'wrong', message: 'x' },
      regret: null,
      best: false,
    },
  ],
  choices: [
    {
      values: { budget: '1000' },
      tried: 3,
      best: 2,
      mean_objective: 12_345,
      mean_regret: 10,
      largest_regret: 1_234,
    },
  ],
  common: [{ key: 'budget', value: '1000', among_best: 1, among_all: 0.5 }],
};

/** Words of English sentences that no other language of these has. */
const ENGLISH =
  /(?<!\p{L})(the|of|and|within|mean|days?|rows?|band|forecast|errors?|best|choice|holds|misses|verdicts?|price)(?!\p{L})/iu;

/** What is the same in all languages: distributions as files write them, options; a prior's source stands as it was published. */
const FREE = /\{ dist:[^}]*\}|seed huni|calibrate|\brun\b|(ilkin bilik|ön bilgi|المعرفة المسبقة): [^"]*|facebook\/\w+/g;

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return JSON.stringify(block);
      if (block.kind === 'chart') return isDrawn(block.chart) ? `${block.chart.title} ${block.chart.note}` : '';
      return JSON.stringify(block);
    })
    .join('\n');
}

const pageText = ({ title, lead, sections }: Report): string =>
  [title, textOf(lead), ...sections.flatMap((one) => [one.title, textOf(one.blocks)])].join('\n');

/** JSON's own names of blocks are not words of the page. */
const wordsIn = (text: string): string =>
  text
    .replace(/"(kind|rows|columns|words|items|caption|tone|title|note|chart|list|table|paragraph)":?/g, '')
    .replace(FREE, '');

const OTHERS = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en');

describe('reports on exports', () => {
  it('a backtest is said in four languages', () => {
    const english = backtestText(BACKTEST, { width: 400, color: false });
    expect(english).toContain(
      "In all, clicks: can't tell yet: about 13 more weeks would. 28 days: 75% within the 80% band (90%: 40% to 92%), mean −4% (−12% to +5%).",
    );
    expect(english).toContain('facebook, impressions: misses (bias).');
    expect(english).toMatch(/1,235\s+0\.95\s+smoothed rate/);
    for (const language of OTHERS) {
      const text = backtestText(BACKTEST, { width: 400, color: false }, language);
      expect(wordsIn(text)).not.toMatch(ENGLISH);
      for (const figure of ['13', '28', '2026-01-01', 'facebook']) expect(text).toContain(figure);
    }
    expect(backtestText(BACKTEST, { width: 400, color: false }, 'tr')).toContain('%75');
    expect(backtestText(BACKTEST, { width: 400, color: false }, 'tr')).toMatch(/1\.235\s+0,95/);
  });

  it("a backtest's page has charts in its language", () => {
    const backtest: Backtest = { report: BACKTEST, scored: [] };
    for (const language of OTHERS) {
      expect(wordsIn(pageText(backtestPage(backtest, ['x.csv'], language)))).not.toMatch(ENGLISH);
    }
    expect(pageText(backtestPage(backtest, ['x.csv']))).toContain('In all: clicks in 28 days, forecast and what came');
  });

  it('is a list of blocks that all three printers print, in every language', () => {
    for (const language of LANGUAGES) {
      const report = backtestPage({ report: BACKTEST, scored: [] }, ['x.csv'], language);
      const text = reportText(language);
      const titles = [report.title, ...report.sections.map(({ title }) => title)];
      const drawn = { ...report, sections: report.sections.filter(({ id }) => id !== 'charts') };
      const page = pageOf(drawn, { text, svgs: new Map(), footer: null });
      const markdown = reportMarkdown(report, text.direction);
      const terminal = backtestText(BACKTEST, { width: 400, color: false }, language);
      for (const title of titles) expect(markdown.replace(/[\\\u200e\u200f\u2066-\u2069]/g, '')).toContain(title);
      for (const { title } of drawn.sections) {
        expect(page).toContain(title);
        expect(terminal).toContain(title);
      }
      expect(page).toContain(`<html lang="${language}" dir="${text.direction}">`);
    }
  });

  it('a sweep is said in the language of the plan', () => {
    const english = sweepSummary(SWEEP, { width: 400, color: false });
    expect(english).toContain(
      'budget 1000 is the safest choice: at most ₼1,230 short of the best under any of 3 assumptions, and the best under 2.',
    );
    expect(english).toContain('Verdicts: contradiction – 1, wrong – 1.');
    for (const language of OTHERS) {
      const text = sweepSummary(SWEEP, { width: 400, color: false }, language);
      expect(wordsIn(text)).not.toMatch(ENGLISH);
      for (const figure of ['budget 1000', '3', '2']) expect(text).toContain(figure);
    }
  });

  it('fits are said in four languages, charts and origins with them', () => {
    const rows = simulateWorld({ ...WORLD, campaigns: 3, days: 60 }, 'words');
    const fitted = calibrate(dailyRows(rows), { seed: 'words', currency: 'USD', periodDays: 7, horizonDays: 28 });
    const english = pageText(fitsPage(fitted, ['x.csv'], []));
    expect(english).toContain('facebook/awareness: 180 rows, campaigns: 3, about ');
    expect(english).toMatch(/Doubling spend for good changes price by [−+]\d+%\./);
    for (const language of OTHERS) {
      expect(wordsIn(pageText(fitsPage(fitted, ['x.csv'], [], language)))).not.toMatch(ENGLISH);
    }
  });
});
