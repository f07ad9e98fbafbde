import { aliasesOf } from '../read/aliases/index.js';
import { readDate } from '../read/dates.js';
import type { Field } from '../read/fields.js';
import { normalizeHeader } from '../read/header-name.js';
import type { Cell } from '../read/records.js';

/** What a column of a media plan is. */
export type PlanField =
  | 'platform'
  | 'objective'
  | 'campaign'
  | 'currency'
  | 'start'
  | 'end'
  | 'budget'
  | 'daily_budget'
  | 'total'
  /** Amounts of one month, week or day. */
  | 'period'
  /** Planned impressions, prices and the like, which huni forecasts itself. */
  | 'figure';

export const PLAN_FIELDS: readonly PlanField[] = [
  'platform',
  'objective',
  'campaign',
  'currency',
  'start',
  'end',
  'budget',
  'daily_budget',
  'total',
];

/** A stretch of time that a heading names: its days (`last` null: it says its first day only), or its number where no date is reported. */
type HeadingSpan =
  | { readonly kind: 'days'; readonly first: number; readonly last: number | null }
  | { readonly kind: 'number'; readonly unit: 'week' | 'month'; readonly number: number };

export interface PlanColumn {
  readonly index: number;
  readonly header: string;
  readonly field: PlanField | null;
  readonly span: HeadingSpan | null;
}

/**
 * Names that a media plan has beside those of exports. English ones: what buyers' programs and guides head their columns with
 * (https://platformsupport.basis.net/hc/en-us/articles/115007956167-Actions-Download-Media-Plan-,
 * https://seo-lebedev.ru/en/glossary/media-plan/, http://avenueright.com/entries/76/a-simple-media-planning-template). "Budget" elsewhere:
 * the column of Google Ads' tables (https://support.google.com/google-ads/answer/2454071, by language with `hl`); Azerbaijani as
 * marketers write it (https://digitalhero.az/?p=8050). Channels, stages, dates and totals in Turkish, Azerbaijani and Arabic: the words of huni's
 * own workbook and catalogues, and their plain synonyms.
 */
const NAMES: Readonly<Partial<Record<PlanField, readonly string[]>>> = {
  platform: [
    ...[
      'media',
      'media channel',
      'medium',
      'media type',
      'media vehicle',
      'publisher',
      'vendor',
      'ad platform',
      'network',
    ],
    ...['mecra', 'mecra adı', 'reklam mecrası', 'medya', 'kanal', 'yayıncı', 'ağ'],
    ...['kanal', 'platforma', 'reklam kanalı', 'sosial şəbəkə', 'şəbəkə'],
    ...['المنصة', 'منصة', 'القناة', 'قناة', 'الوسيلة', 'الشبكة', 'الوسيلة الإعلانية'],
  ],
  objective: [
    ...['funnel stage', 'stage', 'funnel', 'phase', 'campaign goal', 'kpi', 'tactic'],
    ...['aşama', 'huni aşaması', 'hedef', 'amaç', 'kampanya hedefi', 'kampanya amacı'],
    ...['mərhələ', 'məqsəd', 'hədəf', 'kampaniyanın məqsədi', 'kampaniya məqsədi'],
    ...['المرحلة', 'الهدف', 'هدف الحملة', 'مرحلة القمع'],
  ],
  campaign: [
    ...['placement', 'activity', 'line', 'line item', 'description', 'ad format', 'format'],
    ...['kampanya', 'kampanya adı', 'kalem', 'açıklama', 'reklam formatı', 'yerleşim'],
    ...['kampaniya', 'kampaniyanın adı', 'maddə', 'təsvir', 'reklam formatı', 'yerləşdirmə'],
    ...['الحملة', 'اسم الحملة', 'البند', 'الوصف', 'الموضع', 'نوع الإعلان'],
  ],
  start: [
    ...['start', 'from', 'begin', 'launch date', 'flight start'],
    ...['başlangıç', 'başlangıç tarihi', 'başlama tarihi', 'yayın başlangıcı'],
    ...['başlama', 'başlanğıc', 'başlama tarixi', 'başlanğıc tarixi'],
    ...['البداية', 'البدء', 'تاريخ البدء', 'تاريخ البداية', 'من'],
  ],
  end: [
    ...['end', 'to', 'until', 'finish', 'flight end'],
    ...['bitiş', 'bitiş tarihi', 'yayın bitişi'],
    ...['bitmə', 'son', 'bitmə tarixi', 'son tarix'],
    ...['النهاية', 'الانتهاء', 'تاريخ الانتهاء', 'تاريخ النهاية', 'إلى'],
  ],
  budget: [
    ...['budget', 'total budget', 'media budget', 'campaign budget', 'net budget', 'gross budget'],
    ...['planned spend', 'planned budget', 'investment', 'amount'],
    ...['bütçe', 'toplam bütçe', 'medya bütçesi', 'net bütçe', 'planlanan bütçe', 'planlanan harcama', 'tutar'],
    ...['büdcə', 'ümumi büdcə', 'media büdcəsi', 'planlaşdırılan büdcə', 'məbləğ'],
    ...['الميزانية', 'ميزانية', 'إجمالي الميزانية', 'الميزانية الإعلانية', 'الميزانية المخططة', 'المبلغ'],
    ...['бюджет', 'budżet', 'presupuesto', 'orçamento', '予算', '预算'],
  ],
  daily_budget: [
    ...['daily budget', 'budget a day', 'budget per day'],
    ...['günlük bütçe', 'gündəlik büdcə', 'günlük büdcə', 'الميزانية اليومية'],
  ],
  total: [
    ...['total', 'sum', 'total cost', 'total amount', 'grand total', 'итого', 'gesamt'],
    ...['toplam', 'genel toplam', 'cəmi', 'yekun', 'المجموع', 'الإجمالي', 'المجموع الكلي'],
  ],
};

const BY_NAME: ReadonlyMap<string, PlanField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.map((name) => [normalizeHeader(name), field as PlanField] as const),
  ),
);

/** What an export's field is in a plan. */
const OF_EXPORTS: Readonly<Partial<Record<Field, PlanField>>> = {
  platform: 'platform',
  objective: 'objective',
  campaign: 'campaign',
  adset: 'campaign',
  ad: 'campaign',
  currency: 'currency',
  start: 'start',
  date: 'start',
  week: 'start',
  month: 'start',
  end: 'end',
  spend: 'budget',
};

/** `Week 3`, `W3`, `KW 3`, `Hafta 3`, `Month 3`: a number in place of a date. */
const NUMBERED = {
  week: /^(?:week|wk|w|kw|woche|hafta|həftə|неделя|semaine|semana|settimana|tydzień|الأسبوع)\s*(\d{1,3})$/iu,
  month: /^(?:month|monat|m|ay|месяц|mois|mes|mês|mese|miesiąc|الشهر)\s*(\d{1,3})$/iu,
} as const;

/** What a heading says of its column. @param order of day and month in headings that are dates in figures */
export function planColumn(cell: Cell, index: number, order: 'day first' | 'month first'): PlanColumn {
  const header = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
  const blank = { index, header, field: null, span: null };
  if (header === '') return blank;
  if (cell instanceof Date || typeof cell === 'number') return { ...blank, ...asPeriod(cell, order) };
  // A unit in brackets that isn't known as one, `الميزانية (ر.س)`, is none of the name.
  const own =
    BY_NAME.get(normalizeHeader(header)) ?? BY_NAME.get(normalizeHeader(header.replace(/[([][^)\]]*[)\]]/g, ' ')));
  if (own !== undefined) return { ...blank, field: own };
  const aliases = aliasesOf(header);
  const known = aliases.map(({ field }) => OF_EXPORTS[field]).find((field) => field !== undefined);
  if (known !== undefined) return { ...blank, field: known };
  if (aliases.length > 0) return { ...blank, field: 'figure' };
  return { ...blank, ...asPeriod(header, order) };
}

function asPeriod(cell: Cell, order: 'day first' | 'month first'): Pick<PlanColumn, 'field' | 'span'> {
  for (const unit of ['week', 'month'] as const) {
    const numbered = typeof cell === 'string' ? NUMBERED[unit].exec(cell.trim()) : null;
    if (numbered !== null) return { field: 'period', span: { kind: 'number', unit, number: Number(numbered[1]) } };
  }
  const days = readDate(cell, order);
  if (typeof days === 'string') return { field: null, span: null };
  return {
    field: 'period',
    span: { kind: 'days', first: days.first, last: days.last < days.first ? null : days.last },
  };
}
