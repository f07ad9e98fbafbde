import { runAdvised } from '../advice/index.js';
import { type DailyExport, dayNumber, isoDay } from '../calibrate/index.js';
import { allDone } from '../engine/all-done.js';
import { openEngine } from '../engine/open.js';
import { openSession, type Session, type SessionOptions } from '../engine/session.js';
import type { Forecast } from '../forecast/details.js';
import { ContradictionError } from '../forecast/errors.js';
import type { TargetOutcome } from '../forecast/result.js';
import { runForecast } from '../forecast/run.js';
import { lastOf, required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { type Doing, doing } from '../words/progress.js';
import { type Said, say } from '../words/said.js';
import { type Calendar, calendarOf, type ExportedDays } from './actuals/calendar.js';
import { type Actuals, deliveriesOf } from './actuals/deliveries.js';
import { type Pace, pacesOf, withoutDust } from './actuals/pacing.js';
import { alarmsOf } from './alarms.js';
import { type AtPace, priceAtPace } from './at-pace.js';
import { bridgeOf } from './bridge.js';
import { chartOf } from './chart.js';
import { TrackError } from './errors.js';
import { gatesOf, isStopped } from './gates.js';
import { type Learning, learn, withLearned } from './learn/learn.js';
import { conditionShocks, type SeenShock } from './learn/shocks.js';
import { levelsAtStart } from './levels.js';
import { applyMatch } from './match/file.js';
import { proposeMatch } from './match/propose.js';
import type { MatchedCampaign } from './match/types.js';
import { replanOf } from './replan.js';
import { LANDING_KPIS, type Landing, type TrackedTarget, type TrackResult } from './result.js';
import { shocksOf } from './shocks.js';
import { plannedDrift, type UnderWay, underWay, weeklyDrift } from './under-way.js';

export interface TrackOptions {
  /** Stops whatever is going on; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Last day that may be looked at, ISO; left out: the last day of the exports, less `settleDays`. */
  readonly asOf?: string;
  /** Days that platforms still restate; default 3. */
  readonly settleDays?: number;
  /** How far a line's spend may be off its plan, as a share; default 0.1. */
  readonly tolerance?: number;
  /** Lines by campaign, as `parseMatch` reads them; campaigns that it doesn't name are matched anew. */
  readonly match?: ReadonlyMap<string, string | null>;
  /** The plan as it was approved, and when; left out: the plan as it stands, approved before its start. */
  readonly approved?: { readonly scenario: Scenario; readonly on: string; readonly submission: number };
  /** Look for a better plan of the rest; default true. */
  readonly replan?: boolean;
  readonly onProgress?: (progress: Doing) => void;
}

/** A plan held against what came of it. */
export interface Track {
  readonly result: TrackResult;
  /** The plan as it goes on, with what was learned. */
  readonly scenario: Scenario;
  /** Campaigns that the match didn't name. */
  readonly fresh: readonly MatchedCampaign[];
  /** The plan as it was approved, and as it goes on: figures of the whole, and of lines what their money brings. */
  readonly approved: Forecast;
  readonly forecast: Forecast;
}

const TRACK_DEFAULTS = { settleDays: 3, tolerance: 0.1 } as const;

/**
 * Reads what came of a plan, learns from it, says where it lands and what to do with the rest.
 *
 * @throws {TrackError} where the exports can't be held against the plan: another currency, no dates, nothing of it has run
 */
export async function trackPlan(
  plan: Scenario,
  daily: DailyExport,
  options: TrackOptions & SessionOptions = {},
): Promise<Track> {
  const scenario = lockedSince(plan, options.approved?.on);
  const then = options.approved?.scenario ?? scenario;
  checkApproved(scenario, then);
  const { settleDays = TRACK_DEFAULTS.settleDays, signal, onProgress = () => {} } = options;
  checkExports(scenario, daily);
  const calendar = calendarOf(scenario, daysOf(daily), settleDays, options.asOf);
  const proposed = proposeMatch(daily, scenario.lines);
  const { matched, fresh } = applyMatch(proposed, options.match ?? new Map());
  const came = deliveriesOf(daily, matched, scenario, calendar);
  const drift = plannedDrift(scenario);
  const begun = underWay(levelsAtStart(scenario, drift), calendar, came, drift);
  checkSpent(begun, calendar, matched);
  const engine = options.engine ?? (await openEngine(options.workers));
  try {
    const how = { engine, ...(signal === undefined ? {} : { signal }) };
    onProgress(doing(say`learning from what came`));
    const { scenario: under, seen } = await conditionShocks(begun.scenario, drift, signal);
    // The workers price the plan as it was approved meanwhile.
    const [approved, learning] = await Promise.all([
      runForecast(then, { ...how, optimize: false, prices: false, scope: 'landing' }),
      learn(under, undefined, signal),
    ]);
    const goesOn = withLearned(under, learning);
    onProgress(doing(say`forecasting the rest`));
    // One for the forecast, the plan anew and the present pace: draws of what was learned are made once.
    const session = await openSession(goesOn, how);
    try {
      const paces = pacesOf(scenario, calendar, came);
      const isOver = calendar.whole === scenario.horizon.periods;
      // The pace hangs on no plan: it is priced where the search for one leaves room.
      const [{ forecast, contradiction }, atPace] = await allDone([
        forecastRest(goesOn, begun, { ...how, session }, options.replan ?? true),
        isOver ? null : priceAtPace(session, goesOn, paces, signal),
      ]);
      const result = resultOf({
        scenario,
        calendar,
        came,
        begun,
        seen,
        learning,
        approved,
        forecast,
        contradiction,
        matched,
        daily,
        options,
        paces,
        atPace,
      });
      return { result, scenario: goesOn, fresh, approved, forecast };
    } finally {
      await session.close();
    }
  } finally {
    if (options.engine === undefined) await engine.close();
  }
}

function checkExports(scenario: Scenario, { dated, currency, rows }: DailyExport): void {
  if (!dated || rows.day.length === 0) {
    throw new TrackError(say`the exports have no dates: what came when is what a plan is held against`);
  }
  if (currency !== null && currency !== scenario.currency) {
    throw new TrackError(
      say`the exports are in ${currency}, the plan in ${scenario.currency}: nothing is converted; give exports in ${scenario.currency}`,
    );
  }
}

/** A plan that is over without any money in its lines is nothing to be forecast. */
function checkSpent({ scenario }: UnderWay, { starts }: Calendar, matched: readonly MatchedCampaign[]): void {
  if (scenario.lines.some(({ budget }) => budget > 0)) return;
  const apart = matched.filter(({ line }) => line === null).length;
  const [from, to] = [isoDay(starts[0]), isoDay(lastOf(starts) - 1)];
  const over = say`the plan is over (${from} to ${to}), and the exports have no spend in its lines`;
  throw new TrackError(apart === 0 ? over : say`${over}; campaigns in no line: ${apart}`, matched);
}

const SPANS: Readonly<Record<Scenario['horizon']['unit'], (count: number, start: string) => Said>> = {
  day: (count, start) => say`${count} days from ${start}`,
  week: (count, start) => say`${count} weeks from ${start}`,
  month: (count, start) => say`${count} months from ${start}`,
};

/** The approved plan's band is drawn over the same periods. */
function checkApproved({ start, horizon }: Scenario, approved: Scenario): void {
  const same = approved.start === start && approved.horizon.periods === horizon.periods;
  if (same && approved.horizon.unit === horizon.unit) return;
  const span = ({ start: first, horizon: { periods, unit } }: Scenario): Said => SPANS[unit](periods, first ?? '');
  throw new TrackError(
    say`the approved plan is of ${span(approved)}, this one of ${span({ ...approved, start, horizon })}: found another time, expected the same; submit the plan anew`,
  );
}

/** Whether a plan has other lines, budgets or targets than another one. */
function isOther(plan: Scenario, approved: Scenario): boolean {
  const summary = ({ lines, targets }: Scenario): string =>
    JSON.stringify([
      lines.map(({ id, budget, flighting }) => [id, budget, flighting]),
      targets.map(({ text }) => text),
    ]);
  return summary(plan) !== summary(approved);
}

/** Days of a lock count from the last approval where that came after the start: rules count them from the start. */
function lockedSince(scenario: Scenario, approvedOn: string | undefined): Scenario {
  const { rules, start } = scenario;
  if (rules.lockDays === undefined || start === null || approvedOn === undefined) return scenario;
  const late = Math.max(0, dayNumber(approvedOn) - dayNumber(start));
  return { ...scenario, rules: { ...rules, lockDays: rules.lockDays + late } };
}

/** Days that lie ahead are rows of zeros in some exports: what has no figure in any of them isn't past, unless it is said to be. */
function daysOf({ rows }: DailyExport): ExportedDays {
  const lastOf = (counts: (row: number) => boolean): number =>
    rows.day.reduce((last, day, row) => (counts(row) ? Math.max(last, day) : last), Number.NEGATIVE_INFINITY);
  const lastRow = lastOf(() => true);
  const hasFigure = (row: number): boolean =>
    rows.spend[row] > 0 || rows.impressions[row] > 0 || rows.clicks[row] > 0 || rows.conversions[row] > 0;
  const last = lastOf(hasFigure);
  return {
    first: rows.day.reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY),
    last: Number.isFinite(last) ? last : lastRow,
    lastRow,
  };
}

/** Whether there is anything to decide: days, money, and no lock over all of it. */
function isOpen(begun: UnderWay): boolean {
  return hasRest(begun) && !isLocked(begun);
}

function hasRest({ scenario: { inFlight, horizon }, left }: UnderWay): boolean {
  return left > 0 && required(inFlight).periods < horizon.periods;
}

function isLocked({ scenario: { inFlight, rules, lines } }: UnderWay): boolean {
  return (rules.lockDays ?? 0) > required(inFlight).days && !lines.some(({ freeFlighting }) => freeFlighting === true);
}

async function forecastRest(
  scenario: Scenario,
  begun: UnderWay,
  how: { readonly session: Session; readonly signal?: AbortSignal },
  replan: boolean,
): Promise<{ readonly forecast: Forecast; readonly contradiction: ContradictionError | null }> {
  const priced = (): Promise<Forecast> =>
    runForecast(scenario, { ...how, optimize: false, prices: false, scope: 'landing' });
  if (!replan || !isOpen(begun)) return { forecast: await priced(), contradiction: null };
  try {
    return { forecast: await runAdvised(scenario, { ...how, prices: false, scope: 'landing' }), contradiction: null };
  } catch (error) {
    if (!(error instanceof ContradictionError)) throw error;
    return { forecast: await priced(), contradiction: error };
  }
}

interface Parts {
  readonly scenario: Scenario;
  readonly calendar: Calendar;
  readonly came: Actuals;
  readonly begun: UnderWay;
  readonly seen: readonly SeenShock[];
  readonly learning: Learning;
  readonly approved: Forecast;
  readonly forecast: Forecast;
  readonly contradiction: ContradictionError | null;
  readonly matched: readonly MatchedCampaign[];
  readonly daily: DailyExport;
  readonly options: TrackOptions & SessionOptions;
  readonly paces: readonly Pace[];
  readonly atPace: AtPace | null;
}

function resultOf(parts: Parts): TrackResult {
  const { scenario, calendar, came, begun, learning, approved, forecast, matched, daily, options, paces, atPace } =
    parts;
  const { settleDays = TRACK_DEFAULTS.settleDays, tolerance = TRACK_DEFAULTS.tolerance } = options;
  const now = forecast.result.plans.given;
  const then = approved.result.plans.given;
  const lines = scenario.lines.map(({ id, budget }, k) => {
    const { off } = paces[k];
    return {
      id,
      budget,
      ...paces[k],
      last_spend: lastSpend(came.lines[k].daily, calendar),
      offPace: off !== null && Math.abs(off) > tolerance,
      came: came.lines[k].counted,
      conversions: {
        approved: then.kpis.lines[id]?.conversions?.mean ?? null,
        now: now.kpis.lines[id]?.conversions?.mean ?? null,
      },
    };
  });
  const targets = now.targets.map(({ target, required, probability, value, holds }, k) => ({
    target,
    required,
    approved: approvedTarget(then.targets, target),
    now: { probability, value },
    atPace: atPace === null ? null : { probability: atPace.targets[k].probability, value: atPace.targets[k].value },
    holds,
  }));
  const gates = gatesOf(scenario, calendar, then, now);
  const stopped = isStopped(scenario, gates);
  const decides = isOpen(begun) && !stopped && (options.replan ?? true);
  const waits = hasRest(begun) && !stopped && isLocked(begun);
  const lockedUntil = waits ? isoDay(calendar.starts[0] + (scenario.rules.lockDays ?? 0)) : null;
  const unmatched = came.unmatched.reduce((sum, { spend }) => sum + spend, 0);
  const inLines = paces.reduce((sum, { spent }) => sum + spent, 0);
  const planned = paces.reduce((sum, pace) => sum + pace.planned, 0);
  const { version, seed, draws, sampler } = approved.result.engine;
  return {
    format: 'huni.track/1',
    scenario: { name: scenario.name, sha256: scenario.sha256 },
    approval:
      options.approved === undefined
        ? null
        : {
            submission: options.approved.submission,
            on: options.approved.on,
            changed: isOther(scenario, options.approved.scenario),
          },
    engine: { version, seed, draws, sampler },
    as_of: isoDay(calendar.asOf),
    spent_until: isoDay(calendar.spentUntil),
    settle_days: settleDays,
    tolerance,
    periods: { whole: calendar.whole, all: scenario.horizon.periods },
    spend: {
      budget: scenario.lines.reduce((sum, { budget }) => sum + budget, 0),
      spent: inLines + unmatched,
      planned,
      off: planned > 0 ? withoutDust((inLines + unmatched) / planned - 1) : null,
      unmatched,
      before: came.before,
      left: begun.left,
      over: begun.over,
      at_pace: paces.reduce((sum, pace) => sum + pace.atPace, unmatched),
    },
    unmatched: came.unmatched,
    match: matched,
    lines,
    kpis: { approved: landingOf(then.kpis.total), now: landingOf(now.kpis.total), at_pace: atPace?.kpis ?? null },
    targets,
    shocks: shocksOf(scenario, calendar, parts.seen),
    gates,
    bridge: bridgeOf(then.kpis.lines, now.kpis.lines),
    chart: chartOf(scenario, approved, forecast, calendar),
    alarms: alarmsOf(begun.scenario, learning.dispersion),
    learning: {
      observations: learning.observations,
      by: learning.by,
      effective_sample: learning.effectiveSample,
      accepted: learning.accepted,
      unsure: learning.unsure,
      dispersion: learning.dispersion,
      weekly_drift: weeklyDrift(scenario.horizon, learning.drift),
    },
    replan: replanOf(forecast, parts.contradiction, calendar, came, decides, lockedUntil),
    notes: daily.notes,
    holds: targets.every(({ holds }) => holds) && lines.every(({ offPace }) => !offPace),
  };
}

/** The last day on which a line spent, ISO; `null`: there is none. */
function lastSpend(daily: Float64Array, { starts }: Calendar): string | null {
  const day = daily.findLastIndex((amount) => amount > 0);
  return day < 0 ? null : isoDay(starts[0] + day);
}

/** Where a target stood; nothing where the approved plan had no such target. */
function approvedTarget(targets: readonly TargetOutcome[], wanted: string): TrackedTarget['approved'] {
  const { probability = null, value = null } = targets.find(({ target }) => target === wanted) ?? {};
  return { probability, value };
}

function landingOf(kpis: Landing | Readonly<Record<string, NonNullable<Landing['spend']>>>): Landing {
  const all = kpis as Landing;
  return Object.fromEntries(LANDING_KPIS.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
