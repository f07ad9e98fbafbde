import { latinDigits } from './numbers.js';

const SECONDS = /^(\d{10})(\d{3})?(?:\.\d+)?$/;
/** 2005 and 2041, before and after which no ads are bought or planned. */
const [FIRST, AFTER] = [Date.UTC(2005, 0) / 1000, Date.UTC(2041, 0) / 1000];
const [HOUR, DAY] = [3600, 86_400];

/** Seconds since 1970 that a cell has, in seconds or milliseconds; `null`: it is something else. */
export function epochIn(cell: string | number | Date): number | null {
  if (cell instanceof Date) return null;
  const found = SECONDS.exec(typeof cell === 'number' ? String(cell) : latinDigits(cell).trim());
  if (found === null) return null;
  const seconds = Number(found[1]);
  return seconds >= FIRST && seconds < AFTER ? seconds : null;
}

/** Times of day that cells have, as seconds since midnight in Greenwich; a few say what they are. */
export type EpochTimes = Set<number>;
const ENOUGH_TIMES = 4;

export function observeEpoch(times: EpochTimes, seconds: number): void {
  if (times.size < ENOUGH_TIMES) times.add(seconds % DAY);
}

/** One time of day, or two an hour apart as summer time moves midnight, is that of midnight where the account is; more are hours. */
export const areMidnights = (times: EpochTimes): boolean =>
  times.size === 1 || (times.size === 2 && Math.max(...times) - Math.min(...times) === HOUR);

/** Seconds to the midnight in Greenwich of an account's own day: east of it days begin on the evening before. */
export function shiftOf(times: EpochTimes): number {
  const earliest = Math.min(...times);
  return areMidnights(times) && earliest >= DAY / 2 ? DAY - earliest : 0;
}
