// Dates whose months are named, in the languages that platforms write reports in.
const LANGUAGES = ['en', 'pt', 'es', 'fr', 'it', 'de', 'tr', 'az', 'ar', 'ar-EG', 'he', 'id', 'ru', 'pl', 'nl'];
/** Made when the first date with a name in it is read: it takes longer than reading thousands of those with figures alone. */
const namesOfDates = once(() => ({ months: nameMonths(LANGUAGES), weekdays: nameWeekdays(LANGUAGES) }));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function nameMonths(languages: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // With a day beside it, languages that inflect write the form that stands in dates.
      for (const options of [{ month }, { month, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2024, index, 15));
          const name = plainName(parts.find((part) => part.type === 'month')?.value ?? '');
          if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, index + 1);
        }
      }
    }
  }
  return names;
}

/** Names of days as they stand before a date: `ter., 5 de mai. de 2026`. */
function nameWeekdays(languages: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const language of languages) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++) {
        for (const word of plainName(format.format(Date.UTC(2024, 0, day))).split(/\P{L}+/u)) names.add(word);
      }
    }
  }
  names.delete('');
  return names;
}

/** A name without marks, points and capitals, as names of months, days and weeks are compared. */
export function plainName(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replace(/\.$/, '');
}

/** What stands between the parts of a date, or behind its day: `1 de agosto`, `1st`, `1er`. */
const AMONG = new Set(['de', 'del', 'of', 'г', 'r', 'st', 'nd', 'rd', 'th', 'er']);

/** `Aug 1, 2026`, `1 August 2026`, `1-Aug-26`, `1 de agosto de 2026`, `1st August 2026`, `Aug 2026`; `null` for anything else, days without a year too. */
export function namedDate(text: string): { year: number; month: number; day: number | null } | null {
  const words = plainName(text).match(/\p{L}+|\d+/gu) ?? [];
  const rest = words.filter((word) => !AMONG.has(word));
  if (rest.length < 2 || !rest.some((word) => /^\d{1,4}$/.test(word))) return null;
  const { months, weekdays } = namesOfDates();
  // Some names are a month's and a weekday's ("mar"): before a whole date they are the weekday's.
  while (rest.length > 3 && weekdays.has(rest[0] ?? '')) rest.shift();
  if (rest.length > 3) return null;
  const at = rest.findIndex((word) => months.has(word));
  if (at === -1) return null;
  const month = months.get(rest[at] ?? '') ?? 0;
  const numbers = rest.filter((_, index) => index !== at);
  if (!numbers.every((word) => /^\d{1,4}$/.test(word))) return null;
  const [own = ''] = numbers;
  // `10 Sep` and `Sep 1` are days of some year.
  if (numbers.length === 1 && own.length < 4 && (at > 0 || own.length === 1)) return null;
  // `2026-Sep-06`; two numbers before a month, `6-12 Sep`, are days of some year.
  const yearFirst = numbers.length === 2 && own.length === 4;
  if (numbers.length === 2 && at === 2 && !yearFirst) return null;
  const year = fullYear((yearFirst ? own : numbers.at(-1)) ?? '');
  const day = numbers.length === 2 ? Number(yearFirst ? numbers[1] : own) : null;
  return { year, month, day };
}

/** The month that a word names, 1 to 12, in any of these languages. */
export const monthNamed = (word: string): number | undefined => namesOfDates().months.get(plainName(word));

/** `26` is 2026. */
export function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
