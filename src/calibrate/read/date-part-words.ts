import { visible } from './header-name.js';
import { monthNamed, namedDate, plainName } from './named-dates.js';
import { isWeekWord } from './named-weeks.js';
import { latinDigits } from './numbers.js';
import type { Cell } from './records.js';
import { cellText } from './total-row.js';

/** What a column has of a date; `date`: a day and a month, without the year. */
export type DatePart = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'date';

const WORDS: ReadonlyMap<string, DatePart> = new Map(
  (
    [
      ['year', 'year yr yil il год السنة سنة العام عام jahr année ano anno rok jaar tahun 年 年份 年度 연도 년'],
      ['quarter', 'quarter qtr çeyrek rüb quartal trimestre kwartal kwartaal квартал الربع 季度 四半期 분기'],
      ['month', 'month ay monat mois mes mese месяц الشهر شهر miesiąc maand bulan 月 月份 월'],
      ['day', 'day gün tag jour dia giorno день число اليوم يوم dzień dag hari 日 일'],
      ['date', 'date tarih tarix datum fecha data дата التاريخ 日付 日期 날짜'],
    ] as const
  ).flatMap(([part, words]) => words.split(' ').map((word) => [plainName(word), part] as const)),
);

/** The part of a date that a column's name says, by the first word that says one: `Year`, `Month of year`, `ISO week`, `MonthName`, `Ay`; `null`: none. */
export function partNamed(header: string): DatePart | null {
  const words = plainName(visible(header).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).match(/\p{L}+/gu) ?? [];
  if (words.length > 4) return null;
  for (const word of words) {
    const part = isWeekWord(word) ? 'week' : WORDS.get(word);
    if (part !== undefined) return part;
  }
  return null;
}

const MOST: Readonly<Record<DatePart, number>> = { year: 2099, quarter: 4, month: 12, week: 53, day: 31, date: 0 };

/** The number of a part in a cell: `2026`, `9`, `Sep`, `9月`, `W36`, `Qtr 3`; `null`: it is none. */
export function numberIn(cell: Cell, part: DatePart): number | null {
  if (part === 'month') return monthIn(cell);
  // Days of some year.
  if (part === 'date') return namedDate(`${cellText(cell)} 2000`)?.day ?? null;
  const words = wordsIn(cell);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const number = Number(numbers[0]);
  const least = part === 'year' ? 2000 : 1;
  const known = words.every((word) => /^\d+$/.test(word) || partNamed(word) === part || ASIDE.has(word));
  return numbers.length === 1 && known && number >= least && number <= MOST[part] ? number : null;
}

/** What stands beside a number that belongs to it: `第3四半期`, `3-й квартал`, `Q3`, `2026 г.`. */
const ASIDE = new Set(['第', 'q', 't', 'г', 'и', 'st', 'nd', 'rd', 'th']);

/** `9`, `09`, `Sep`, `September`, `09 - September`, `9月`, `Month 9`. */
export function monthIn(cell: Cell): number | null {
  const words = wordsIn(cell);
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const names = words.filter((word) => !/^\d+$/.test(word) && partNamed(word) !== 'month');
  const [name, ...more] = names.map((word) => monthNamed(word));
  if (more.length > 0 || numbers.length > 1 || (names.length > 0 && name === undefined)) return null;
  const [number = name] = numbers;
  return number !== undefined && (name ?? number) === number && number >= 1 && number <= 12 ? number : null;
}

const wordsIn = (cell: Cell): readonly string[] => plainName(latinDigits(cellText(cell))).match(/\p{L}+|\d+/gu) ?? [];
