import { square } from '../distributions/elementary.js';
import {
  type DeliveredLine,
  DRIFTING,
  type Drifting,
  type InFlight,
  isFunnelLine,
  type RateDrift,
  type Scenario,
} from '../scenario/types.js';
import { apportion } from '../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Calendar } from './actuals/calendar.js';
import type { Actuals } from './actuals/deliveries.js';

/** How much rates and prices walk by themselves in a week, in logs, as is thought before anything came. */
const WEEKLY_DRIFT = { cpm: 0.02, ctr: 0.02, cvr: 0.03 } as const;
/** Nothing stands quite still. */
const LEAST_WEEKLY = 1e-3;
/** Steps of a walk over a horizon at most: each is a normal of its own for every line and rate. */
const MOST_STEPS = 7;

/** A random walk in steps of so many whole periods that a horizon has no more than `MOST_STEPS` of them. */
export function usualDrift({ periods, periodDays }: Scenario['horizon']): RateDrift {
  const every = Math.max(1, Math.ceil(periods / MOST_STEPS));
  const weeks = (every * periodDays) / 7;
  const sd = Object.fromEntries(
    Object.entries(WEEKLY_DRIFT).map(([name, weekly]) => [name, weekly * Math.sqrt(weeks)]),
  ) as RateDrift['sd'];
  return { every, sd };
}

/**
 * The random walks that a plan begins with: those that its lines say (`drift`), and what is usual for the others. `sd` is their root mean
 * square, and `times` how many times that each line's are.
 */
export function plannedDrift({ horizon, lines }: Pick<Scenario, 'horizon' | 'lines'>): RateDrift {
  const usual = usualDrift(horizon);
  const given = lines.map((line) => (isFunnelLine(line) ? (line.drift ?? {}) : {}));
  if (given.every((drift) => DRIFTING.every((rate) => drift[rate] === undefined))) return usual;
  const weekly = given.map((drift) => by((rate) => Math.max(drift[rate] ?? WEEKLY_DRIFT[rate], LEAST_WEEKLY)));
  const mean = by((rate) => Math.sqrt(weekly.reduce((sum, one) => sum + square(one[rate]), 0) / weekly.length));
  return {
    every: usual.every,
    sd: by((rate) => (usual.sd[rate] / WEEKLY_DRIFT[rate]) * mean[rate]),
    times: weekly.map((one) => by((rate) => one[rate] / mean[rate])),
  };
}

const by = (of: (rate: Drifting) => number): Readonly<Record<Drifting, number>> => ({
  cpm: of('cpm'),
  ctr: of('ctr'),
  cvr: of('cvr'),
});

/** Size of a walk in a week, in logs, of one that is taken in steps of several periods. */
export function weeklyDrift({ periodDays }: Scenario['horizon'], drift: RateDrift | null): RateDrift['sd'] | null {
  if (drift === null) return null;
  const weeks = (drift.every * periodDays) / 7;
  const weekly = Object.entries(drift.sd).map(([name, sd]) => [name, sd / Math.sqrt(weeks)]);
  return Object.fromEntries(weekly) as RateDrift['sd'];
}

/** A plan that is under way, as a scenario: what was spent is spent, and the rest of the budget is given out as planned. */
export interface UnderWay {
  readonly scenario: Scenario;
  /** Currency that is left for the periods that aren't over, less what the running one has spent. */
  readonly left: number;
  /** Currency spent beyond the budget; 0 where it isn't. */
  readonly over: number;
}

/**
 * The scenario with what came in it. What is left of the budget (less spend that is in no line) goes to the lines in proportion to what
 * the plan still had for them.
 */
export function underWay(scenario: Scenario, calendar: Calendar, came: Actuals, drift: RateDrift | null): UnderWay {
  const { currency } = scenario;
  const { whole } = calendar;
  const units = (amount: number): number => toMinorUnits(amount, currency);
  const lines = came.lines.map(({ spend, impressions, clicks, conversions, running }): DeliveredLine => {
    return { spend: spend.map(roundedTo(currency)), impressions, clicks, conversions, running };
  });
  const spent = lines.map(({ spend }) => spend.reduce((sum, amount) => sum + units(amount), 0));
  const running = lines.map(({ running: amount }) => units(amount));
  const apart = came.unmatched.reduce((sum, one) => sum + units(one.spend), 0);
  const planned = scenario.lines.reduce((sum, { budget }) => sum + units(budget), 0);
  const gone = sumOf(spent) + sumOf(running) + apart;
  const rest = Math.max(0, planned - gone);
  const wanted = scenario.lines.map(({ budget, flighting }, k) => {
    const ahead = flighting.slice(whole).reduce((sum, weight) => sum + weight, 0);
    return Math.max(0, units(budget * ahead) - running[k]);
  });
  const shares =
    whole === scenario.horizon.periods || rest === 0 || sumOf(wanted) === 0 ? null : apportion(rest, wanted);
  const budgets = scenario.lines.map((_, k) => spent[k] + running[k] + (shares?.[k] ?? 0));
  const inFlight: InFlight = {
    periods: whole,
    days: calendar.days,
    lines,
    tracking: scenario.attribution?.tracking ?? 1,
    drift,
    dispersion: null,
    learned: null,
  };
  const total = sumOf(budgets);
  return {
    left: fromMinorUnits(shares === null ? 0 : rest, currency),
    over: fromMinorUnits(Math.max(0, gone - planned), currency),
    scenario: {
      ...scenario,
      budget: fromMinorUnits(units(scenario.budget) - planned + total, currency),
      lines: scenario.lines.map((line, k) => ({
        ...line,
        budget: fromMinorUnits(budgets[k], currency),
        flighting: flightingOf(line.flighting, lines[k].spend, fromMinorUnits(budgets[k], currency)),
      })),
      inFlight,
    },
  };
}

/** Weights of a line's periods: what was spent in those that are over, the plan's own for the rest. */
function flightingOf(planned: readonly number[], spend: readonly number[], budget: number): readonly number[] {
  if (!(budget > 0)) return planned;
  const left = Math.max(0, 1 - spend.reduce((sum, amount) => sum + amount, 0) / budget);
  const ahead = planned.slice(spend.length).reduce((sum, weight) => sum + weight, 0);
  return planned.map((weight, t) => {
    if (t < spend.length) return spend[t] / budget;
    return ahead > 0 ? (left * weight) / ahead : left / (planned.length - spend.length);
  });
}

function roundedTo(currency: string): (amount: number) => number {
  return (amount) => fromMinorUnits(toMinorUnits(amount, currency), currency);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
