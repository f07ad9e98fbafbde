import { visible } from './header-name.js';
import { isMissing } from './numbers.js';

const WORDS = [
  'totals?',
  'grand total',
  'sub-?totals?',
  'sum',
  'total general',
  'total geral',
  'total général',
  'totale',
  'totales',
  'totais',
  'gesamt',
  'gesamtsumme',
  'gesamtergebnis',
  'summe',
  'insgesamt',
  'toplam',
  'genel toplam',
  'cəmi',
  'yekun',
  'ümumi',
  'итого',
  'razem',
  'suma',
  'łącznie',
  'ogółem',
  '合計',
  '総計',
  '小計',
  '全\\d+件の結果',
  '合计',
  '总计',
  '總計',
  'всего',
  'jumlah',
  'jumlah total',
  'ara toplam',
  'cəm',
  'aralıq cəm',
  'المجموع(?: الكلي| العام| الفرعي)?',
  'الإجمالي العام',
  'الإجمالي',
  'إجمالي',
  'סה["״\']?כ',
  'סך הכל',
].join('|');

/** `Total`, `Total: Account`, `Total of 12 results`, `Search total`, `סה"כ:`. */
const TOTAL = new RegExp(`^(?:(?:${WORDS})\\s*(?:[:：–(-].*|of \\d+.*)?|.{1,40} total|results from \\d+ .*)$`, 'iu');

/** What spreadsheets and comparisons write below the rows, which is none: averages, and how the period before was. */
const ASIDE = new RegExp(
  `^(?:${[
    '(?:daily |weekly |monthly |account |campaign )?(?:averages?|avg\\.?)(?: per (?:day|week|month))?',
    'mean',
    'median',
    '(?:günlük |haftalık |aylık )?ortalama',
    '(?:gündəlik |həftəlik |aylıq )?orta(?: qiymət)?',
    'среднее(?: значение| за (?:день|неделю|месяц))?|в среднем',
    'durchschnitt',
    'mittelwert',
    'moyenne',
    'promedio',
    'średnia',
    'rata-rata',
    '平均',
    'متوسط',
    'المتوسط',
    '(?:%|percent) change',
    'change,? ?\\(?%\\)?',
    '(?:previous|prior) (?:period|year|month|week)',
  ].join('|')})\\s*:?$`,
  'iu',
);
/** Longer cells are names. */
const LONGEST_ASIDE = 24;
export const saysAside = (cell: string): boolean => cell.length <= LONGEST_ASIDE && ASIDE.test(visible(cell));

/** `Subtotal Meta`: a sum, if its figures are one; a name that begins so may also be just a name. */
const BEGINS = new RegExp(`^(?:${WORDS})(?!\\p{L})`, 'iu');
export const maySayTotal = (label: string): boolean => BEGINS.test(visible(label));

const AT_AN_END = new RegExp(`^(?:${WORDS})(?!\\p{L})[\\s:–-]*|[\\s:–-]*(?<!\\p{L})(?:${WORDS})$`, 'giu');
/** A label without the word for a sum that it begins or ends with: `Total Week 36` is `Week 36`. */
export const withoutTotalWords = (label: string): string => visible(label).replace(AT_AN_END, '').trim();

/** Labels come again and again: what was found of the last ones. */
const seen = new Map<string, boolean>();
const MOST_SEEN = 4096;

/** Whether a label says that a row sums others. */
export function saysTotal(label: string): boolean {
  const known = seen.get(label);
  if (known !== undefined) return known;
  const says = TOTAL.test(visible(label));
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(label, says);
  return says;
}

/** What stands where a part would, in a row for all of them: `All`, `(all)`, `RESERVED_TOTAL`. */
const ALL = new RegExp(
  `^\\(?(?:${[
    'all',
    'all (?:ages|genders|placements|devices|countries|campaigns|ad sets|ads|platforms)',
    'reserved_total',
    'tous',
    'toutes',
    'todos',
    'todas',
    'tutti',
    'tutte',
    'alle',
    'tümü',
    'hepsi',
    'hamısı',
    'все',
    'wszystkie',
    'semua',
    'الكل',
    'הכל',
    'すべて',
    '全部',
    '全て',
  ].join('|')})\\)?$`,
  'iu',
);
const knownAll = new Map<string, boolean>();
/** Longer cells are names. */
const LONGEST_ALL = 40;

/** Whether a cell names no part of what its column breaks down: blank, "all", "total". */
export function saysAll(cell: string): boolean {
  if (cell.length > LONGEST_ALL) return false;
  const known = knownAll.get(cell);
  if (known !== undefined) return known;
  const says = isMissing(cell) || ALL.test(visible(cell)) || saysTotal(cell);
  if (knownAll.size >= MOST_SEEN) knownAll.clear();
  knownAll.set(cell, says);
  return says;
}
