import { lastOf } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import type { Calendar } from './calendar.js';
import type { Actuals } from './deliveries.js';

/** How a line spends against its plan. */
export interface Pace {
  /** What the plan would have spent by now, the running period by its days, and what was spent. */
  readonly planned: number;
  readonly spent: number;
  /** `spent / planned − 1`; `null` where nothing was planned yet. */
  readonly off: number | null;
  /** Currency a day: of the last days, and what would spend the line's budget by the end. `null`: no days are left. */
  readonly daily: number;
  readonly needed: number | null;
  /** What the line comes to by the end at its present pace. */
  readonly atPace: number;
}

/** Days whose spend is the present pace. */
const PACE_DAYS = 14;

/** What sums of many days leave of nothing. */
const DUST = 1e-9;

/** A share, or 0 where it is what rounding leaves of it. */
export function withoutDust(share: number): number {
  return Math.abs(share) < DUST ? 0 : share;
}

/** Pace of each line, in the scenario's order. */
export function pacesOf(
  { lines }: Pick<Scenario, 'lines'>,
  { starts, spentUntil, days }: Calendar,
  came: Actuals,
): Pace[] {
  const total = lastOf(starts) - starts[0];
  const left = total - days;
  return lines.map(({ budget, flighting }, index) => {
    const { daily } = came.lines[index];
    let planned = 0;
    flighting.forEach((weight, t) => {
      const [first, next] = [starts[t], starts[t + 1]];
      const gone = Math.min(next, spentUntil + 1) - first;
      if (gone > 0) planned += (budget * weight * gone) / (next - first);
    });
    const spent = sumOf(daily);
    const recent = daily.subarray(Math.max(0, daily.length - PACE_DAYS));
    const pace = sumOf(recent) / recent.length;
    return {
      planned,
      spent,
      off: planned > 0 ? withoutDust(spent / planned - 1) : null,
      daily: pace,
      needed: left > 0 ? Math.max(0, budget - spent) / left : null,
      atPace: spent + pace * left,
    };
  });
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
