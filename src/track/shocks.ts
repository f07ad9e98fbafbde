import { isoDay } from '../calibrate/index.js';
import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import type { Calendar } from './actuals/calendar.js';
import type { SeenShock } from './learn/shocks.js';
import type { TrackedShock } from './result.js';

/** Shocks that may have begun, with the chance that the plan gave them by now. */
export function shocksOf(
  { shocks }: Pick<Scenario, 'shocks'>,
  { starts, whole }: Pick<Calendar, 'starts' | 'whole'>,
  seen: readonly SeenShock[],
): TrackedShock[] {
  return seen.map(({ name, chance, since }) => {
    const { window, probability } = required(shocks.find((shock) => shock.name === name));
    const [first, last] = window;
    const share = (Math.min(last, whole - 1) - first + 1) / (last - first + 1);
    return {
      name,
      approved: probability * share,
      begun: chance,
      since: since === null ? null : isoDay(starts[since]),
    };
  });
}
