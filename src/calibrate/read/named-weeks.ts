import { plainName } from './named-dates.js';
import { latinDigits } from './numbers.js';

/** What weeks are called, as `plainName` leaves it; a single letter only where it stands for nothing else. */
const WEEK = `(?:weeks?|wk|w|kw|kalenderwoche|woche|hafta|həftə|неделя|нед|semaine|semana|settimana|tydzien|الاسبوع|اسبوع|周|週)`;
/** `Week 10 2026`, `KW10/2026`; `2026 KW 10`; `10. hafta 2026`; `2026年第10週`. */
const NAMED_WEEKS = [
  new RegExp(String.raw`^${WEEK}[\s.]*(?<week>\d{1,2})(?:\s*[,/.-]\s*|\s+(?:of\s+)?|\s*\()(?<year>20\d{2})\)?$`, 'u'),
  new RegExp(String.raw`^(?<year>20\d{2})[\s,/.-]*${WEEK}[\s.-]*(?<week>\d{1,2})$`, 'u'),
  new RegExp(String.raw`^(?<week>\d{1,2})[\s.]*${WEEK}[\s,/.-]+(?<year>20\d{2})$`, 'u'),
  new RegExp(String.raw`^(?<year>20\d{2})[\s,/.-]*(?:年\s*)?第?\s*(?<week>\d{1,2})[\s.]*${WEEK}$`, 'u'),
];

/** `202609`, `2026-09`, `9/2026`: months anywhere but in a column of weeks. */
const NUMBERED_WEEK =
  /^(?:(?<year>20\d{2})[-/.]?(?<week>0[1-9]|[1-4]\d|5[0-3])|(?<early>\d{1,2})[-/.](?<late>20\d{2}))$/;

/** A cell of a column of weeks, written so that nobody takes a week's number for a month's. */
export function namedAsWeek<Cell>(cell: Cell): Cell | string {
  const found = NUMBERED_WEEK.exec(latinDigits(String(cell)).trim())?.groups;
  return found === undefined ? cell : `Week ${Number(found.week ?? found.early)} ${found.year ?? found.late}`;
}

const WHOLE_WEEK = new RegExp(`^${WEEK}$`, 'u');

/** Whether a word, as `plainName` leaves it, is one for weeks. */
export const isWeekWord = (word: string): boolean => WHOLE_WEEK.test(word);

const WEEK_IN_NAME = new RegExp(String.raw`(?<!\p{L})${WEEK}(?!\p{L})`, 'u');

/** Whether a column's name says weeks: `ISO week of the year`, `Hafta`. */
export const namesWeeks = (header: string): boolean => WEEK_IN_NAME.test(plainName(header));

/** A week by its number and year, named in any of these languages; `null` for anything else. */
export function namedWeek(text: string): { readonly year: number; readonly week: number } | null {
  if (!/20\d{2}/.test(text)) return null;
  const plain = plainName(text);
  for (const form of NAMED_WEEKS) {
    const found = form.exec(plain)?.groups;
    if (found !== undefined) return { year: Number(found.year), week: Number(found.week) };
  }
  return null;
}
