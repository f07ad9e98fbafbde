import { namedDate } from './named-dates.js';

/** Between the two ends of a span in one cell. */
const BETWEEN = /\s+(?:[-–—~〜～→]|to|bis|al?|à|до|por|–)\s+|\s*[~〜～→]\s*|(?<=\d{4})\s*[–—]\s*(?=\d)/u;
/** `06.07.2026-12.07.2026`, `2026/07/06-2026/07/12`, `20260706-20260712`. */
const WHOLE = /^(\d{1,4}([./-])\d{1,2}\2\d{1,4}|20\d{6})\s*[-–—]\s*(\d{1,4}([./-])\d{1,2}\4\d{1,4}|20\d{6})$/;
/** `06.07-12.07.2026`, `06/07 – 12/07/2026`; `06-12.07.2026`. */
const SHORT = /^(\d{1,2})(?:([./])(\d{1,2})\2?)?\s*[-–—]\s*(\d{1,2})([./])(\d{1,2})\5(20\d{2})$/;
/** `Jul 6–12, 2026`, `6-12 July 2026`. */
const NAMED_FIRST = /^(\p{L}+\.?\s+)(\d{1,2})\s*[-–—]\s*(\d{1,2})(,?\s+20\d{2})$/u;
const NAMED_LAST = /^(\d{1,2})\.?\s*[-–—]\s*(\d{1,2})(\.?\s+\p{L}.*20\d{2}.*)$/u;

/** The two ends of `2025-12-01 - 2025-12-13`, each written as a date; `null` for a cell that is no span. */
export function spanOf(text: string): readonly [string, string] | null {
  const parts = text.split(BETWEEN);
  const [first, last] = parts;
  // Both ends carry a year, or the cell is one date in words.
  const dated = (part: string | undefined): part is string => part !== undefined && /\d{4}|\d[-/.]\d/.test(part);
  const short = closeSpan(text);
  if (short !== null) return short;
  if (parts.length !== 2 || first === undefined || !dated(last)) return null;
  return dated(first) ? [first, last] : withYearOf(first, last);
}

/** Ends that stand close to each other, or share what they have in common. */
function closeSpan(text: string): readonly [string, string] | null {
  const whole = WHOLE.exec(text);
  if (whole !== null) return [whole[1] ?? '', whole[3] ?? ''];
  const named = NAMED_FIRST.exec(text);
  if (named !== null) return [`${named[1]}${named[2]}${named[4]}`, `${named[1]}${named[3]}${named[4]}`];
  const last = NAMED_LAST.exec(text);
  if (last !== null) return [`${last[1]}${last[3]}`, `${last[2]}${last[3]}`];
  const short = SHORT.exec(text);
  if (short === null) return null;
  const [, one = '', , two, day = '', mark = '.', month = '', year = ''] = short;
  const end = [day, month, year].join(mark);
  // A number alone is a day where points part it from its month; elsewhere it may be a month.
  if (two === undefined) return mark === '.' ? [[one, month, year].join(mark), end] : null;
  // From one year into the next.
  const before = mark === '.' && Number(two) > Number(month) ? Number(year) - 1 : year;
  return [[one, two, before].join(mark), end];
}

/** `Aug 30 - Sep 5, 2026`: the first end has the last's year, or the one before it; `null` where that makes no span of it. */
function withYearOf(first: string, last: string): readonly [string, string] | null {
  const to = namedDate(last);
  if (to === null || to.day === null || !/\p{L}/u.test(first)) return null;
  for (const year of [to.year, to.year - 1]) {
    const from = namedDate(`${first} ${year}`);
    if (from === null || from.day === null) return null;
    // In the order of the calendar: whether there are such days is looked at when they are read.
    if (from.year < to.year || from.month < to.month || (from.month === to.month && from.day <= to.day))
      return [`${first} ${year}`, last];
  }
  return null;
}
