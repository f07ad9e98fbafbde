import type { Scored } from './rolling.js';
import { BANDS, type DayScore } from './scores.js';

/** Scores of one forecaster on one series and outcome, over all origins and days. */
export interface ScoreRow {
  readonly series: string;
  readonly outcome: Scored['outcome'];
  readonly forecaster: string;
  readonly days: number;
  readonly origins: number;
  /** Shares of days within the bands, in the order of `BANDS`. */
  readonly coverage: readonly number[];
  /** Mean CRPS, in the outcome's unit. */
  readonly crps: number;
  readonly pinball: number;
  /** Mean forecast less mean outcome, as a share of the latter; NaN where nothing came. */
  readonly bias: number;
  /** Shares of days by tenth of the forecast in which they fell: a tenth each where bands are right. */
  readonly pit: readonly number[];
}

const PIT_BINS = 10;

/** The score table: a row for each series, outcome and forecaster, in the order they were scored. */
export function scoreTable(scored: readonly Scored[]): ScoreRow[] {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) {
    const key = JSON.stringify([one.series, one.outcome, one.forecaster]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => {
    const { series, outcome, forecaster } = group[0]!;
    return {
      series,
      outcome,
      forecaster,
      origins: new Set(group.map(({ origin }) => origin)).size,
      ...summarise(group.map(({ score }) => score)),
    };
  });
}

/** Averages over scored days. */
function summarise(scores: readonly DayScore[]) {
  const n = scores.length;
  const mean = (of: (score: DayScore) => number) => scores.reduce((sum, score) => sum + of(score), 0) / n;
  const pit = new Array<number>(PIT_BINS).fill(0);
  for (const score of scores) pit[Math.min(PIT_BINS - 1, Math.floor(score.pit * PIT_BINS))]! += 1 / n;
  const actual = mean((score) => score.actual);
  return {
    days: n,
    coverage: BANDS.map((_, band) => mean((score) => (score.covered[band] === true ? 1 : 0))),
    crps: mean((score) => score.crps),
    pinball: mean((score) => score.pinball),
    bias: actual > 0 ? mean((score) => score.mean) / actual - 1 : Number.NaN,
    pit,
  };
}
