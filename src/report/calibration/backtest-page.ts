import type { ForecastVerdict } from '../../calibrate/backtest/verdict.js';
import type { Backtest, BacktestReport, ScoreRow, Span } from '../../forecast/backtest/types.js';
import { heading, list, type Report, section, table } from '../blocks.js';
import type { Table } from '../content/table.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { backtestCharts } from './backtest-charts.js';
import { findings } from './page.js';

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.round(Math.abs(100 * share))} %`;
const figure = (value: number): string => new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);

/** Whose outcome, as a sentence begins. */
const about = (group: string, outcome: string): string => `${group === 'total' ? 'In all' : group}, ${outcome}`;

const spanText = ({ kind, days }: Span): string => (kind === 'days' ? `days, ${days} ahead` : `${days} days`);

function verdictText(verdict: ForecastVerdict): string {
  switch (verdict.kind) {
    case 'holds so far':
      return 'holds so far';
    case 'misses':
      return `misses (${verdict.because})`;
    case "can't tell yet":
      return `can't tell yet: about ${verdict.moreWeeks} more ${verdict.moreWeeks === 1 ? 'week' : 'weeks'} would`;
  }
}

/** The baseline with the least CRPS, and the forecast's over its: below 1 the forecast is better. */
function againstBest({ crps, baselines }: ScoreRow): { readonly name: string; readonly ratio: number } {
  const [name, least] = Object.entries(baselines).reduce((best, one) => (one[1] < best[1] ? one : best));
  return { name, ratio: least > 0 ? crps / least : Number.NaN };
}

/** One verdict a group and outcome, with what it rests on: intervals always stated. */
function verdictSentences({ verdicts, scores, horizon }: BacktestReport): string[] {
  return verdicts.map(({ group, outcome, verdict }) => {
    const rows = scores.filter(
      (row) =>
        row.group === group && row.outcome === outcome && (row.span.days === horizon || row.verdict.kind === 'misses'),
    );
    const parts = rows.map(
      (row) =>
        `${spanText(row.span)}: ${percent(row.coverage)} within the 80 % band (90 %: ${percent(row.low)} to ${percent(row.high)}), ` +
        `mean ${signed(row.bias)} (${signed(row.biasLow)} to ${signed(row.biasHigh)})`,
    );
    return `${about(group, outcome)}: ${verdictText(verdict)}. ${parts.join('; ')}.`;
  });
}

/** The scores, a row for each group, outcome and span. */
function scoresTable({ scores, bands }: BacktestReport): Table {
  return {
    columns: [
      'what',
      'outcome',
      'span',
      'origins',
      ...bands.map((band) => `in ${Math.round(100 * band)} %`),
      'bias',
      'CRPS',
      'of best’s',
      'best baseline',
      'verdict',
    ],
    words: [1, 2, 9, 10],
    rows: scores.map((row) => {
      const best = againstBest(row);
      return [
        row.group === 'total' ? 'in all' : row.group,
        row.outcome,
        spanText(row.span),
        String(row.origins),
        ...row.bands.map(percent),
        signed(row.bias),
        figure(row.crps),
        Number.isNaN(best.ratio) ? '–' : best.ratio.toFixed(2),
        best.name,
        row.verdict.kind,
      ];
    }),
  };
}

/** What was done, in a sentence or two. */
function backtestSentences({ origins, horizon }: BacktestReport): string[] {
  const several = origins.length === 1 ? 'One plan' : `Plans from ${origins.length} days`;
  return [
    `${several}, ${origins[0]} to ${origins.at(-1)}: calibrated from the rows up to then and priced with the spend that was made after, as calibrate and run do; days up to ${horizon} ahead, and totals.`,
    'The "rate" baselines are given that spend too (their rate times it); the "volume" ones are not. Each baseline’s band is drawn from its own past errors over as long a time.',
  ];
}

/** Verdicts, then the scores they come from. */
function backtestSections(report: BacktestReport): Report['sections'] {
  const scores = 'Scores';
  return [
    section('verdicts', 'Can the bands be trusted?', [list(verdictSentences(report))]),
    section('scores', scores, [table(scores, scoresTable(report)), list(backtestSentences(report))]),
  ];
}

/** A backtest as a page of findings. */
export function backtestPage(backtest: Backtest, sources: readonly string[]): Report {
  const sections = backtestSections(backtest.report);
  return findings('Plans held against what came', sources.join(', '), sections, backtestCharts(backtest));
}

/** The same for a terminal: verdicts, then the table with padded columns. */
export function backtestText(report: BacktestReport, options: TerminalOptions): string {
  const blocks = backtestSections(report).flatMap(({ title, blocks }) => [heading(title), ...blocks]);
  return terminalText(blocks, options);
}
