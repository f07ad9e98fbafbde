import type { LineFit } from './calibrate.js';
import { NO_DATES } from './line.js';

/** A line whose last week was dearer or cheaper than the weeks that its price was taken from. */
interface PriceOfLate {
  /** `platform/stage`. */
  readonly line: string;
  /** Price of the last week over that of the four weeks up to it. */
  readonly factor: number;
}

const WEEK = 7;
const WEEKS = 28;
/** Impressions from which a week's price is measured, and the ratio from which a change is reported. */
const ENOUGH = 1000;
const FAR = 1.5;

/**
 * Lines of which what was paid last is far from what the plan takes: a step within the last days is in no forecast of the past, so the
 * fit takes it for noise until some weeks have passed, and a person may know better.
 */
export function pricesOfLate(lines: readonly LineFit[], until: number): readonly PriceOfLate[] {
  return lines.flatMap(({ fit, line }) => {
    if (line.lastDay === NO_DATES) return [];
    const price = (days: number): number => {
      let [spent, seen] = [0, 0];
      for (const { day, spend, impressions } of fit.campaigns) {
        for (let row = 0; row < day.length; row++) {
          if (day[row] <= until - days || !(spend[row] > 0) || !(impressions[row] > 0)) continue;
          spent += spend[row];
          seen += impressions[row];
        }
      }
      return seen < ENOUGH ? Number.NaN : spent / seen;
    };
    const factor = price(WEEK) / price(WEEKS);
    const far = factor > FAR || factor < 1 / FAR;
    return far ? [{ line: `${line.platform}/${line.stage}`, factor }] : [];
  });
}
