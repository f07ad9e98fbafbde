import { fitGroups } from '../../calibrate/fit/calibrate.js';
import type { DailyRows } from '../../calibrate/fit/daily.js';
import { UNKNOWN } from '../../calibrate/fit/from-export.js';
import { openEngine } from '../../engine/open.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { History, originDays, rowsUntil, spanOf } from './history.js';
import { type PlanDraws, pricePlanAsOf } from './plan-as-of.js';
import { reportOf } from './report.js';
import { scoreDays, scoreTotal } from './score.js';
import { type Backtest, type BacktestOptions, type BacktestSetting, type ScoredFigure, TOTAL } from './types.js';

export const BACKTEST_DEFAULTS = { horizon: 28, totals: [7, 28, 91], origins: 20, seed: 'huni', draws: 1024 } as const;

/**
 * The plan held against what came: `calibrate` as of a day and `run --no-optimize` with the spend that was made after it,
 * from several days, scored. Days and totals come from plans by day and by week; a platform or stage that wasn't there
 * at the origin is left out on both sides. A platform's days are those of its lines as a plan of their own.
 *
 * @returns `null` where the history is too short for a single origin
 */
export async function backtest(rows: DailyRows, options: BacktestOptions & BacktestSetting): Promise<Backtest | null> {
  const [first, last] = spanOf(rows);
  const origins = originDays(first, last, options);
  const history = new History(rows);
  const scored: ScoredFigure[] = [];
  const engine = options.engine ?? (await openEngine());
  try {
    for (const [index, origin] of origins.entries()) {
      options.signal?.throwIfAborted();
      options.onProgress?.(doing(say`plan ${index + 1} of ${origins.length}`));
      for (const one of await scoreOrigin(rows, history, origin, last, { ...options, engine })) scored.push(one);
    }
  } finally {
    if (options.engine === undefined) await engine.close();
  }
  return scored.length === 0 ? null : { scored, report: reportOf(scored, [first, last], options) };
}

async function scoreOrigin(
  rows: DailyRows,
  history: History,
  origin: number,
  last: number,
  options: BacktestOptions & BacktestSetting,
): Promise<ScoredFigure[]> {
  const { seed, currency, horizon, windowDays, signal } = options;
  const fitted = fitGroups(rowsUntil(rows, origin), { seed, currency, ...(signal === undefined ? {} : { signal }) });
  const known = fitted.fits
    .filter(({ fit }) => fit.platform !== UNKNOWN)
    .map(({ fit }) => ({ platform: fit.platform, id: `${fit.platform}/${fit.stage}` }));
  const platforms = [...new Set(known.map(({ platform }) => platform))];
  const scored: ScoredFigure[] = [];
  const price = async (lines: readonly string[], unit: 'day' | 'week', days: number) => {
    const periodDays = unit === 'day' ? 1 : 7;
    const periods = days / periodDays;
    const spends = lines.map((id) => [id, history.spend(id, origin, periodDays, periods)] as const);
    const paid = spends.filter(([, list]) => list.some((x) => x > 0));
    if (paid.length === 0) return null;
    const drawn = await pricePlanAsOf(fitted, { origin, unit, periods, spend: new Map(paid) }, options);
    return drawn === null ? null : { drawn, lines: paid.map(([id]) => id) };
  };
  const lines = known.map(({ id }) => id);
  const totals = [...new Set([...options.totals, horizon])].filter(
    (days) => origin + days <= last && days >= windowDays,
  );
  for (const days of totals) {
    const plan = await price(lines, days % 7 === 0 ? 'week' : 'day', days);
    if (plan === null) continue;
    for (const [group, draws] of groupsOf(plan.drawn)) {
      const own = plan.lines.filter((id) => group === TOTAL || id.startsWith(`${group}/`));
      scored.push(...scoreTotal(group, draws, history, own, { origin, days, options }));
    }
  }
  // Days within a row's window aren't seen.
  if (windowDays > 1) return scored;
  for (const group of platforms.length > 1 ? [TOTAL, ...platforms] : [TOTAL]) {
    const own = lines.filter((id) => group === TOTAL || id.startsWith(`${group}/`));
    const plan = await price(own, 'day', horizon);
    if (plan === null) continue;
    scored.push(...scoreDays(group, plan.drawn.periods, history, plan.lines, { origin, days: horizon, options }));
  }
  return scored;
}

/** All together; and each platform where there are several. */
function groupsOf({ total, platforms }: PlanDraws) {
  return platforms.size > 1 ? [[TOTAL, total] as const, ...platforms] : [[TOTAL, total] as const];
}
