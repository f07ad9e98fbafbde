import type { Backtest, BacktestReport } from '../../calibrate/backtest/backtest.js';
import { heading, list, type Report, section, table } from '../blocks.js';
import type { Table } from '../content/table.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { backtestCharts } from './backtest-charts.js';
import { findings } from './page.js';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const figure = (value: number) => new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);

/** The scores of all forecasters, a row each. */
function scoresTable({ table, bands }: BacktestReport): Table {
  return {
    columns: [
      'series',
      'outcome',
      'forecaster',
      'days',
      ...bands.map((band) => `in ${Math.round(100 * band)} %`),
      'CRPS',
      'pinball',
      'bias',
    ],
    words: [1, 2],
    rows: table.map((row) => [
      row.series,
      row.outcome,
      row.forecaster,
      String(row.days),
      ...row.coverage.map(percent),
      figure(row.crps),
      figure(row.pinball),
      Number.isNaN(row.bias) ? '–' : percent(row.bias),
    ]),
  };
}

/** What was done, in a sentence or two. */
function backtestSentences({ origins, horizon, recalibrated }: BacktestReport): string[] {
  const several = origins.length === 1 ? '1 origin' : `${origins.length} origins`;
  return [
    `Forecasts of ${horizon} days from ${several}, ${origins[0]} to ${origins.at(-1)}, each fitted on what was known on that day and given the spend that was made.`,
    'The "rate" baselines are given that spend too (their rate times it); the "volume" ones are not. Each baseline’s bands are drawn from its own past errors as far ahead.',
    ...(recalibrated
      ? [
          '"huni, recalibrated" spreads each forecast by what the days before its origin had shown: it is tested out of sample.',
        ]
      : []),
  ];
}

/** Verdicts, then the scores they come from. */
function backtestSections(report: BacktestReport): Report['sections'] {
  const scores = 'Scores';
  return [
    section('verdicts', 'Can the bands be trusted?', [list(report.verdicts.map(({ words }) => words))]),
    section('scores', scores, [table(scores, scoresTable(report)), list(backtestSentences(report))]),
  ];
}

/** A backtest as a page of findings. */
export function backtestPage(backtest: Backtest, sources: readonly string[]): Report {
  const sections = backtestSections(backtest.report);
  return findings('Forecasts held against what came', sources.join(', '), sections, backtestCharts(backtest));
}

/** The same for a terminal: verdicts, then the table with padded columns. */
export function backtestText(report: BacktestReport, options: TerminalOptions): string {
  const blocks = backtestSections(report).flatMap(({ title, blocks }) => [heading(title), ...blocks]);
  return terminalText(blocks, options);
}
