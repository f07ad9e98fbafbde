import {
  BASELINE_NAMES,
  type BaselineName,
  baselineDraws,
  baselineTotalDraws,
  type FutureDay,
  type SeriesDay,
} from '../../calibrate/backtest/baselines.js';
import { crps, scoreDay } from '../../calibrate/backtest/scores.js';
import { randomStream } from '../../calibrate/fit/random.js';
import { sortedQuantile } from '../../numerics/quantiles.js';
import { required } from '../../required.js';
import type { History } from './history.js';
import { type BacktestOptions, OUTCOMES, type Outcome, type ScoredFigure, type Span } from './types.js';

type Draws = Readonly<Partial<Record<Outcome, Float64Array>>>;

interface Setting {
  readonly origin: number;
  readonly days: number;
  readonly options: BacktestOptions;
}

/** A total's forecasts, scored beside the baselines' of the same total. */
export function scoreTotal(
  group: string,
  draws: Draws,
  history: History,
  lines: readonly string[],
  { origin, days, options }: Setting,
): ScoredFigure[] {
  return OUTCOMES.flatMap((outcome) => {
    const drawn = draws[outcome];
    const actual = history.total(lines, outcome, origin, origin + days);
    const { past, future } = seriesOf(history, lines, outcome, origin, days);
    if (drawn === undefined || actual === null || past.length === 0) return [];
    const span: Span = { kind: 'total', days };
    const baselines = each((name) => {
      const random = randomStream(options.seed, `${name} ${group} ${outcome} ${origin} total ${days}`);
      return crps(baselineTotalDraws(name, past, future, days, { draws: options.draws, random }).sort(), actual);
    });
    return [figure({ group, outcome, span, origin, day: origin + days, baselines }, drawn, actual, options.seed)];
  });
}

/** A horizon's days with spend, scored beside the baselines'. */
export function scoreDays(
  group: string,
  periods: readonly Draws[],
  history: History,
  lines: readonly string[],
  { origin, days, options }: Setting,
): ScoredFigure[] {
  return OUTCOMES.flatMap((outcome) => {
    const { past, future } = seriesOf(history, lines, outcome, origin, days);
    if (past.length === 0) return [];
    const rivals = new Map(
      BASELINE_NAMES.map((name) => {
        const random = randomStream(options.seed, `${name} ${group} ${outcome} ${origin} days`);
        return [name, baselineDraws(name, past, future, { draws: options.draws, random })] as const;
      }),
    );
    return future.flatMap(({ day, value }, at) => {
      const drawn = periods[day - origin - 1]?.[outcome];
      if (drawn === undefined) return [];
      const baselines = each((name) => crps(required(rivals.get(name))[at].sort(), value));
      const span: Span = { kind: 'days', days };
      return [figure({ group, outcome, span, origin, day, baselines }, drawn, value, options.seed)];
    });
  });
}

function figure(
  about: Omit<ScoredFigure, 'score' | 'band'>,
  drawn: Float64Array,
  actual: number,
  seed: string,
): ScoredFigure {
  const { group, outcome, span, day } = about;
  const ties = randomStream(seed, `ties ${group} ${outcome} ${span.kind} ${span.days} ${about.origin} ${day}`);
  const sorted = drawn.slice();
  const score = scoreDay(sorted, actual, ties.uniform());
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => sortedQuantile(sorted, p)) as [number, number, number];
  return { ...about, score, band: { p10, p50, p90 } };
}

function seriesOf(history: History, lines: readonly string[], outcome: Outcome, origin: number, days: number) {
  const all = history.days(lines, outcome);
  const past: SeriesDay[] = all.filter(({ day }) => day <= origin);
  const future: (FutureDay & SeriesDay)[] = all.filter(({ day }) => day > origin && day <= origin + days);
  return { past, future };
}

function each(of: (name: BaselineName) => number): Record<BaselineName, number> {
  return Object.fromEntries(BASELINE_NAMES.map((name) => [name, of(name)])) as Record<BaselineName, number>;
}
