import { isoDay } from '../calibrate/fit/daily.js';
import { spendByPeriod } from '../calibrate/fit/expected.js';
import { recordedShare } from '../calibrate/fit/recording.js';
import { type Calibration, type FragmentOptions, fragmentText } from '../calibrate/index.js';
import { exportNoteText } from '../calibrate/words/index.js';
import type { Engine } from '../engine/types.js';
import { parseScenario } from '../scenario/index.js';
import type { Language } from '../units/locale.js';
import { runForecast } from './run.js';

/** What a calibrated scenario makes of the last four weeks, over what came in them. */
export interface Reconciliation {
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
  readonly spend: number;
  readonly figures: readonly {
    readonly name: 'impressions' | 'clicks' | 'conversions';
    readonly came: number;
    readonly repriced: number;
  }[];
}

const WEEKS = 4;
const DAYS = 7 * WEEKS;
const DRAWS = 1024;
/** Fewer of them say nothing on how far off a figure is. */
const ENOUGH = 30;
/** A figure that is out by this factor is reported, and by this one refused. */
const REPORTED = 1.5;
const REFUSED = 3;

/**
 * Prices the last 28 days again with the calibrated scenario and the spend that was made in them, and sets that beside what
 * came. `null`: the rows have no dates, or nothing was spent.
 */
export async function reconcile(
  calibration: Calibration,
  options: Omit<FragmentOptions, 'horizon' | 'start' | 'plan'>,
  engine: Engine,
  signal?: AbortSignal,
): Promise<Reconciliation | null> {
  const { until, lines } = calibration;
  const first = until - DAYS + 1;
  const spend = new Map(
    lines.map(({ fit, line }) => [`${line.platform}/${line.stage}`, spendByPeriod(fit.campaigns, until, 7, WEEKS)]),
  );
  const total = [...spend.values()].flat().reduce((sum, x) => sum + x, 0);
  if (!Number.isFinite(until) || lines.every(({ line }) => line.firstDay === line.lastDay) || !(total > 0)) return null;
  const text = fragmentText(calibration, {
    ...options,
    start: isoDay(first),
    horizon: { periods: WEEKS, unit: 'week', periodDays: 7 },
    carriedUntil: first - 1,
    plan: { spend },
  });
  if (text === null) return null;
  const reading = await parseScenario(text, 'check.yaml', { overrides: { draws: DRAWS } });
  if (!reading.ok) throw new Error(`a calibrated scenario is not one: ${reading.problems[0]?.message}`);
  const { result } = await runForecast(reading.scenario, {
    engine,
    optimize: false,
    charts: false,
    ...(signal === undefined ? {} : { signal }),
  });
  const priced = new Set(reading.scenario.lines.map(({ id }) => id));
  const recorded = recordedOf(lines, first);
  const figures = (['impressions', 'clicks', 'conversions'] as const).flatMap((name) => {
    let came = 0;
    let repriced = 0;
    for (const { fit, line } of lines) {
      const id = `${line.platform}/${line.stage}`;
      // What the export doesn't count can't be held against what came: such a line's rate is a benchmark's.
      const counted = fit.campaigns.some((one) => one[name].some((value) => value > 0));
      if (!priced.has(id) || !counted) continue;
      for (const one of fit.campaigns) {
        one.day.forEach((day, row) => {
          if (day >= first && one[name][row] > 0) came += one[name][row];
        });
      }
      repriced += result.plans.given.kpis.lines[id]?.[name]?.mean ?? 0;
    }
    repriced *= name === 'conversions' ? recorded : 1;
    return came >= ENOUGH ? [{ name, came, repriced }] : [];
  });
  // An account may be younger than four weeks.
  const began = Math.min(...lines.map(({ line }) => line.firstDay));
  return { from: isoDay(Math.max(first, began)), to: isoDay(until), spend: total, figures };
}

/** Share of the conversions of some weeks that is recorded: days by their clicks. */
function recordedOf(lines: Calibration['lines'], first: number): number {
  let [recorded, clicked] = [0, 0];
  for (const { fit } of lines) {
    for (const { day, clicks } of fit.campaigns) {
      day.forEach((at, row) => {
        if (at < first || !(clicks[row] > 0)) return;
        clicked += clicks[row];
        recorded += clicks[row] * recordedShare(fit.recording, at);
      });
    }
  }
  return clicked > 0 ? recorded / clicked : 1;
}

/** How far off the furthest figure is, as a factor of at least 1, and whether that is reported or refused. */
export function farOff({ figures }: Reconciliation): {
  readonly factor: number;
  readonly level: 'near' | 'reported' | 'refused';
} {
  const factor = figures.reduce((most, { came, repriced }) => {
    const ratio = repriced / came;
    return Math.max(most, ratio > 1 ? ratio : ratio > 0 ? 1 / ratio : Number.POSITIVE_INFINITY);
  }, 1);
  return { factor, level: factor > REFUSED ? 'refused' : factor > REPORTED ? 'reported' : 'near' };
}

/** `Check: 2026-05-01 to 2026-05-28 priced again: impressions 101 %, clicks 99 % of what came`. */
export function reconciliationText(check: Reconciliation, language: Language = 'en'): string {
  const { from, to } = check;
  const figures = check.figures.map(({ name, came, repriced }) => ({ name, share: repriced / came }));
  return exportNoteText(
    { code: 'repriced', parameters: { from, to, figures, far: farOff(check).level !== 'near' } },
    language,
  );
}
