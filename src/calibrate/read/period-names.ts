import { monthNamed, plainName } from './named-dates.js';
import { isWeekWord } from './named-weeks.js';
import { latinDigits } from './numbers.js';
import { saysTotal, withoutTotalWords } from './total-words.js';

/** Stretches that people sum days over, shorter ones first; `5`: a sum of whatever. */
type PeriodSize = 0 | 1 | 2 | 3 | 4 | 5;

/** What months, quarters, halves and years are called, as `plainName` leaves it. */
const WORDS: ReadonlyMap<string, PeriodSize> = new Map(
  (
    [
      [1, 'month mo m ay monat mes mois mese mies miesiąc месяц мес الشهر شهر 月 월'],
      [2, 'quarter qtr q çeyrek rüb quartal trimestre trim t kwartal квартал кв الربع 季度 四半期 분기'],
      [3, 'half h halbjahr semestre sem yarıyıl yarım полугодие'],
      [4, 'year fy yıl il jahr año année ano anno rok год السنة'],
    ] as const
  ).flatMap(([size, words]) => words.split(' ').map((word) => [plainName(word), size] as const)),
);
/** Numbers that a stretch of each size has. */
const MOST: readonly number[] = [53, 12, 4, 2, 2099, 0];
/** Marks of an ordinal, and what a year is called where it stands beside a week's or month's number. */
const ASIDE = new Set(['第', '年', 'st', 'nd', 'rd', 'th', 'de', 'of', 'г', 'no', 'nr']);
/** Sums since some day. */
const TO_DATE =
  /^(?:[wmqy]td|(?:week|month|quarter|year)[- ]to[- ]date|to date|cumulative|kümülatif|(?:ay|yıl|hafta) başından(?: beri)?|(?:ilin|ayın|həftənin) əvvəlindən|нарастающим итогом|с начала (?:года|месяца|недели)|kumuliert|cumulé|acumulado|累計|累计|تراكمي)$/iu;
/** Longer cells are names. */
const LONGEST = 40;

const known = new Map<string, PeriodSize | null>();
const MOST_KNOWN = 4096;

/**
 * The stretch that a label names and nothing else: `Week 36`, `W36`, `36. hafta 2026`, `Неделя 36 итого`, `September`, `Month 9`, `Q3`, `MTD`, `Total Meta`;
 * `null`: it is a name like others.
 */
export function periodNamed(label: string): PeriodSize | null {
  if (label === '' || label.length > LONGEST) return null;
  const found = known.get(label);
  if (found !== undefined) return found;
  const size = sizeOf(label);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(label, size);
  return size;
}

function sizeOf(label: string): PeriodSize | null {
  if (TO_DATE.test(label.trim())) return 5;
  const rest = withoutTotalWords(label.replace(/[(（[].*$/u, ''));
  const words = (plainName(latinDigits(rest)).match(/\p{Script=Han}+|\p{L}+|\d+/gu) ?? [])
    .flatMap((word) => (/^第/u.test(word) ? ['第', word.slice(1)] : [word]))
    .filter((word) => word !== '' && !ASIDE.has(word));
  const years = words.filter((word) => /^20\d{2}$/.test(word));
  const others = words.filter((word) => !years.includes(word));
  const [one, two] = others;
  const size = years.length > 1 || others.length > 2 ? null : sizeOfWords(one, two, years.length);
  if (size !== null) return size;
  // `Total Meta`: a sum, if its figures are one.
  return rest !== label.trim() || saysTotal(label) ? 5 : null;
}

function sizeOfWords(one: string | undefined, two: string | undefined, years: number): PeriodSize | null {
  if (one === undefined) return years === 1 ? 4 : null;
  if (two === undefined) {
    if (years === 1 && WORDS.get(one) === 4) return 4;
    return monthNamed(one) === undefined ? null : 1;
  }
  const [word, number] = /^\d+$/.test(one) ? [two, one] : [one, two];
  const size = isWeekWord(word) ? 0 : WORDS.get(word);
  if (size === undefined || !/^\d{1,2}$/.test(number)) return null;
  return Number(number) >= 1 && Number(number) <= (MOST[size] ?? 0) ? size : null;
}
