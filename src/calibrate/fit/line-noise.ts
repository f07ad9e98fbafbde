import type { OutcomeRatio } from './present.js';

/** What changes from week to week: ln of what came over what was expected, by weeks since 1970. */
export type WeeklyLogs = ReadonlyMap<number, number>;

export const VARYING = ['cpm', 'ctr', 'cvr'] as const;
export type Varying = (typeof VARYING)[number];

/** How a line was from week to week; `null`: nothing says. */
export interface VaryingLine {
  readonly weekly: Readonly<Record<Varying, WeeklyLogs | null>>;
}

const WEEK = 7;
/** A week with fewer hits, or with less than this share of the usual expected, tells nothing. */
const ENOUGH_HITS = 10;
const LEAST_SHARE = 0.1;
/** Half of what lines vary by is believed to be their platform's, as so many pairs of changes would show it. */
const BELIEF = { shared: 0.5, pairs: 8 } as const;
/** A change counts as this many times the typical one at most. */
const MOST = 3;

/** A line's outcome over what spend (a rate: the outcome before it) brings, week by week. @param firstDay of both */
export function weeklyLogs(
  { hits, spent }: Pick<OutcomeRatio, 'hits' | 'spent'>,
  of: Pick<OutcomeRatio, 'hits' | 'spent'> | null,
  firstDay: number,
): WeeklyLogs {
  const sums = new Map<number, { hits: number; base: number }>();
  let all = 0;
  for (let day = 0; day < hits.length; day++) {
    const week = Math.floor((firstDay + day) / WEEK);
    const sum = sums.get(week) ?? { hits: 0, base: 0 };
    sums.set(week, sum);
    const base = of === null ? spent[day] : of.hits[day] * (of.spent[day] > 0 ? spent[day] / of.spent[day] : 0);
    sum.hits += hits[day];
    sum.base += base;
    all += base;
  }
  const usual = (all / Math.max(1, hits.length)) * WEEK;
  return new Map(
    [...sums]
      .filter(([, sum]) => sum.hits >= ENOUGH_HITS && sum.base > LEAST_SHARE * usual)
      .map(([week, sum]) => [week, Math.log(sum.hits / sum.base)]),
  );
}

/**
 * Share of what a platform's lines vary by from week to week that they have in common: the mean product of two lines' changes in the same
 * week over their mean square, each change in its line's typical ones, weighed against a half. A platform with one line: 1.
 */
export function sharedNoise(lines: readonly VaryingLine[], metric: Varying): number {
  if (lines.length < 2) return 1;
  const changes = lines.map(({ weekly }) => changesOf(weekly[metric]));
  let [products, pairs] = [0, 0];
  changes.forEach((one, i) => {
    for (const other of changes.slice(0, i)) {
      for (const [week, x] of one) {
        const y = other.get(week);
        if (y === undefined) continue;
        products += x * y;
        pairs += 1;
      }
    }
  });
  return Math.min(Math.max((products + BELIEF.pairs * BELIEF.shared) / (pairs + BELIEF.pairs), 0), 1);
}

/** Changes from one week to the next, over their root mean square. */
function changesOf(logs: WeeklyLogs | null): ReadonlyMap<number, number> {
  const changes = new Map<number, number>();
  for (const [week, log] of logs ?? []) {
    const before = logs?.get(week - 1);
    if (before !== undefined) changes.set(week, log - before);
  }
  const square = [...changes.values()].reduce((sum, x) => sum + x * x, 0) / Math.max(1, changes.size);
  const unit = Math.sqrt(square);
  return new Map([...changes].map(([week, x]) => [week, unit > 0 ? Math.min(Math.max(x / unit, -MOST), MOST) : 0]));
}
