import type { ForecastVerdict } from '../../calibrate/backtest/verdict.js';
import { type Backtest, type BacktestReport, type ScoreRow, type Span, TOTAL } from '../../forecast/backtest/types.js';
import type { Language } from '../../units/locale.js';
import { heading, list, type Report, section, table } from '../blocks.js';
import type { Table } from '../content/table.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';
import { backtestWords } from '../text/backtest/index.js';
import type { BacktestText } from '../text/backtest/types.js';
import { backtestCharts } from './backtest-charts.js';
import { type Figures, figuresIn } from './figures.js';
import { findings } from './page.js';

/** The language's words and figures. */
interface Said {
  readonly words: BacktestText;
  readonly figures: Figures;
}

const UNDEFINED = '–';
/** The band that verdicts are about. */
const STATED = 0.8;

const spanText = ({ words, figures }: Said, { kind, days }: Span): string =>
  kind === 'days' ? words.days(figures.whole(days)) : words.total(figures.whole(days));

function verdictText({ words, figures }: Said, verdict: ForecastVerdict): string {
  switch (verdict.kind) {
    case 'holds so far':
      return words.holds;
    case 'misses':
      return words.misses[verdict.because];
    case "can't tell yet":
      return words.open(figures.whole(verdict.moreWeeks), verdict.moreWeeks === 1);
  }
}

/** The baseline with the least CRPS, and the forecast's over its: below 1 the forecast is better. */
function againstBest({ crps, baselines }: ScoreRow): {
  readonly name: keyof ScoreRow['baselines'];
  readonly ratio: number;
} {
  const all = Object.entries(baselines) as [keyof ScoreRow['baselines'], number][];
  const [name, least] = all.reduce((best, one) => (one[1] < best[1] ? one : best));
  return { name, ratio: least > 0 ? crps / least : Number.NaN };
}

/** One verdict a group and outcome, with what it rests on: intervals always stated. */
function verdictSentences(said: Said, { verdicts, scores, horizon }: BacktestReport): string[] {
  const { words, figures } = said;
  const { percent, signed } = figures;
  return verdicts.map(({ group, outcome, verdict }) => {
    const rows = scores.filter(
      (row) =>
        row.group === group && row.outcome === outcome && (row.span.days === horizon || row.verdict.kind === 'misses'),
    );
    const parts = rows.map((row) =>
      words.proof(
        spanText(said, row.span),
        percent(row.coverage),
        percent(STATED),
        percent(row.low),
        percent(row.high),
        signed(row.bias),
        signed(row.biasLow),
        signed(row.biasHigh),
      ),
    );
    return words.verdict(
      group === TOTAL ? words.all : group,
      words.outcomes[outcome],
      verdictText(said, verdict),
      parts.join('; '),
    );
  });
}

/** The scores, a row for each group, outcome and span. */
function scoresTable(said: Said, { scores, bands }: BacktestReport): Table {
  const { words, figures } = said;
  const { percent, signed, figure, whole, decimals } = figures;
  const { columns } = words;
  return {
    columns: [
      columns.group,
      columns.outcome,
      columns.span,
      columns.origins,
      ...bands.map((band) => columns.inside(percent(band))),
      columns.bias,
      columns.crps,
      columns.ratio,
      columns.baseline,
      columns.verdict,
    ],
    words: [1, 2, 7 + bands.length, 8 + bands.length],
    rows: scores.map((row) => {
      const best = againstBest(row);
      return [
        row.group === TOTAL ? words.all : row.group,
        words.outcomes[row.outcome],
        spanText(said, row.span),
        whole(row.origins),
        ...row.bands.map(percent),
        signed(row.bias),
        figure(row.crps),
        Number.isNaN(best.ratio) ? UNDEFINED : decimals(best.ratio, 2),
        words.baselines[best.name],
        words.kinds[row.verdict.kind],
      ];
    }),
  };
}

/** What was done, in a sentence or two. */
function backtestSentences({ words, figures }: Said, { origins, horizon }: BacktestReport): string[] {
  return [
    words.done(
      figures.whole(origins.length),
      origins.length === 1,
      origins[0] ?? UNDEFINED,
      origins.at(-1) ?? UNDEFINED,
      figures.whole(horizon),
    ),
    words.baselinesNote,
  ];
}

/** Verdicts, then the scores they come from. */
function backtestSections(report: BacktestReport, language: Language): Report['sections'] {
  const said: Said = { words: backtestWords(language), figures: figuresIn(language) };
  const { trusted, scores } = said.words;
  return [
    section('verdicts', trusted, [list(verdictSentences(said, report))]),
    section('scores', scores, [table(scores, scoresTable(said, report)), list(backtestSentences(said, report))]),
  ];
}

/** A backtest as a page of findings. */
export function backtestPage(backtest: Backtest, sources: readonly string[], language: Language = 'en'): Report {
  return findings(
    backtestWords(language).title,
    sources.join(', '),
    backtestSections(backtest.report, language),
    backtestCharts(backtest, language),
    language,
  );
}

/** The same for a terminal: verdicts, then the table with padded columns. */
export function backtestText(report: BacktestReport, options: TerminalOptions, language: Language = 'en'): string {
  const blocks = backtestSections(report, language).flatMap(({ title, blocks: inside }) => [heading(title), ...inside]);
  return terminalText(blocks, options);
}
