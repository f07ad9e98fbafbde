import { BASELINE_NAMES, type BaselineName } from '../../calibrate/backtest/baselines.js';
import { BANDS } from '../../calibrate/backtest/scores.js';
import { oneVerdict, proofOf } from '../../calibrate/backtest/verdict.js';
import { isoDay } from '../../calibrate/fit/daily.js';
import type { BacktestOptions, BacktestReport, BacktestVerdict, ScoredFigure, ScoreRow } from './types.js';

const EIGHTY = BANDS.indexOf(0.8);
const PIT_BINS = 10;

/** Scores and verdicts of what was scored. @param period first and last day of the history */
export function reportOf(
  scored: readonly ScoredFigure[],
  [, last]: readonly [number, number],
  { horizon, seed }: BacktestOptions,
): BacktestReport {
  const scores = groupedBy(scored, ({ group, outcome, span }) => JSON.stringify([group, outcome, span])).map((some) =>
    scoreRow(some, last),
  );
  return {
    format: 'huni.backtest/2',
    horizon,
    origins: [...new Set(scored.map(({ origin }) => isoDay(origin)))],
    seed,
    bands: BANDS,
    verdicts: groupedBy(scores, ({ group, outcome }) => JSON.stringify([group, outcome])).map((rows) =>
      verdictOn(rows, horizon),
    ),
    scores,
    totals: scored
      .filter(({ span }) => span.kind === 'total')
      .map(({ group, outcome, span, origin, score, band }) => ({
        group,
        outcome,
        days: span.days,
        origin: isoDay(origin),
        actual: score.actual,
        mean: score.mean,
        ...band,
      })),
  };
}

function scoreRow(some: readonly ScoredFigure[], last: number): ScoreRow {
  const { group, outcome, span } = some[0];
  const mean = (of: (one: ScoredFigure) => number) => some.reduce((sum, one) => sum + of(one), 0) / some.length;
  const origins = some.map(({ origin }) => origin);
  const sideBySide = (Math.max(...origins) - Math.min(...origins)) / span.days + 1;
  const pit = new Array<number>(PIT_BINS).fill(0);
  for (const { score } of some) pit[Math.min(PIT_BINS - 1, Math.floor(score.pit * PIT_BINS))] += 1 / some.length;
  const proof = proofOf(
    some.map(({ origin, score }) => ({
      origin,
      actual: score.actual,
      mean: score.mean,
      inside: score.covered[EIGHTY] === true,
    })),
    Math.min(sideBySide, (last - Math.min(...origins)) / span.days),
    span.days,
  );
  return {
    group,
    outcome,
    span,
    figures: some.length,
    ...proof,
    bands: BANDS.map((_, band) => mean(({ score }) => (score.covered[band] === true ? 1 : 0))),
    crps: mean(({ score }) => score.crps),
    baselines: Object.fromEntries(
      BASELINE_NAMES.map((name) => [name, mean(({ baselines }) => baselines[name])]),
    ) as Record<BaselineName, number>,
    pit,
  };
}

/** Days and total of the horizon decide; another total only where it misses, since it may need years to hold. */
function verdictOn(rows: readonly ScoreRow[], horizon: number): BacktestVerdict {
  const { group, outcome } = rows[0];
  const deciding = rows.filter(({ span, verdict }) => span.days === horizon || verdict.kind === 'misses');
  return { group, outcome, verdict: oneVerdict((deciding.length > 0 ? deciding : rows).map(({ verdict }) => verdict)) };
}

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const of = key(item);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
