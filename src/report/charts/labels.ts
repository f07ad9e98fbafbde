// What stands beside figures in charts of profit and of what is counted, and where: in the report's, and in the planner's, whose figures move.
import type { Band } from '../../forecast/details.js';
import { lastOf } from '../../required.js';
import type { Formats } from '../figure-formats.js';
import type { Figure } from '../findings/plans.js';

interface QuantileLabel {
  readonly at: number;
  readonly middle: boolean;
  /** Its name with its amount, in two lines where it is narrow. */
  readonly lines: readonly string[];
}

/** A density's quantiles that lie in the picture, from the lowest to the highest. */
export function quantileLabels(
  profit: Pick<Figure, 'p10' | 'p50' | 'p90'> | null,
  [low, high]: readonly [number, number],
  narrow: boolean,
  { estimate }: Pick<Formats, 'estimate'>,
): readonly QuantileLabel[] {
  if (profit === null) return [];
  const scale = Math.max(Math.abs(profit.p10), Math.abs(profit.p90));
  return (['p10', 'p50', 'p90'] as const)
    .map((key) => ({ key, at: profit[key] }))
    .filter(({ at }) => at >= low && at <= high)
    .map(({ key, at }) => {
      const words = [key.toUpperCase(), estimate(at, scale)];
      return { at, middle: key === 'p50', lines: narrow ? words : [words.join(' ')] };
    });
}

/**
 * Where the shares of futures that lose and earn begin, in pixels from the losing end: either side of zero where both fit there, else side by
 * side at the edge they don't fit.
 */
export function sidePlaces(zero: number, width: number, lossWidth: number, gainWidth: number) {
  const lossAt = Math.min(Math.max(0, zero - 10 - lossWidth), width - gainWidth - 20 - lossWidth);
  const gainAt = Math.max(lossAt + lossWidth + 20, Math.min(zero + 10, width - gainWidth));
  return { lossAt, gainAt, between: lossAt + lossWidth < zero && zero < gainAt };
}

/** A course that is drawn, and what it is called. */
export interface NamedCourse {
  readonly kind: 'given' | 'optimized';
  readonly label: string;
  readonly bands: readonly Band[];
}

interface EndLabel {
  readonly text: string;
  readonly at: number;
  readonly kind: 'given' | 'optimized' | 'edge';
}

/** What stands at the end of courses: each one's middle by its name, and the edges of the last one's band. */
export function endLabels(
  courses: readonly NamedCourse[],
  write: (value: number, scale: number) => string,
): readonly EndLabel[] {
  const main = lastOf(courses);
  // As the title writes them, so that the two agree.
  const end = main.bands.at(-1);
  const scale = end === undefined ? 0 : Math.max(Math.abs(end.p10), Math.abs(end.p50), Math.abs(end.p90));
  return courses.flatMap((course): EndLabel[] => {
    const last = course.bands.at(-1);
    if (last === undefined) return [];
    const middle = { text: `${course.label} ${write(last.p50, scale)}`, at: last.p50, kind: course.kind };
    if (course !== main) return [middle];
    return [
      { text: `P90 ${write(last.p90, scale)}`, at: last.p90, kind: 'edge' },
      middle,
      { text: `P10 ${write(last.p10, scale)}`, at: last.p10, kind: 'edge' },
    ];
  });
}
