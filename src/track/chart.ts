import { isoDay } from '../calibrate/index.js';
import type { Forecast } from '../forecast/details.js';
import type { Scenario } from '../scenario/types.js';
import type { Calendar } from './actuals/calendar.js';
import type { TrackedPeriod } from './result.js';

/** Cumulative orders, period by period: as approved, and as it comes; over what is over both are what came. */
export function chartOf(
  { horizon }: Pick<Scenario, 'horizon'>,
  approved: Forecast,
  forecast: Forecast,
  { starts, whole }: Calendar,
): TrackedPeriod[] {
  return Array.from({ length: horizon.periods }, (_, t) => {
    const [then, now] = [approved, forecast].map(({ details }) => {
      const { p10, p50, p90 } = details.given.cumulativeOrders[t];
      return { p10, p50, p90 };
    }) as [TrackedPeriod['now'], TrackedPeriod['now']];
    return { start: isoDay(starts[t]), approved: then, now, came: t < whole ? now.p50 : null };
  });
}
