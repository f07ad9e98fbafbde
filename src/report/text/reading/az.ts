import type { ReadingText } from './types.js';

/** What is said in Azerbaijani of an export that was read. */
export const readingAz: ReadingText = {
  standardInput: 'standart giriş',
  notRead: (name) => `${name}: oxunmadı`,
  rows: (name, read, accepted, leftOut) =>
    `${name}: ${read} sətir oxundu, ${accepted} sətir qəbul edildi${leftOut === '' ? '' : `; kənarda qalan: ${leftOut}`}`,
  leftOut: (count, reason) => `${count} (${reason})`,
  kinds: { total: 'yekun', footer: 'alt yazı', blank: 'boş', 'repeated header': 'təkrarlanan başlıq' },
  labels: { platform: 'platforma', period: 'dövr', currency: 'valyuta', spend: 'xərc', totals: 'cəmi' },
  unknown: 'məlum deyil',
  noDates: 'tarix yoxdur',
  period: (first, last, by) => `${first} – ${last}, ${by}`,
  by: {
    hour: 'saatlar üzrə',
    day: 'günlər üzrə',
    week: 'həftələr üzrə',
    month: 'aylar üzrə',
    window: 'müxtəlif müddətlər üzrə',
    none: 'bölgüsüz',
  },
  none: 'yoxdur',
  total: (count, measure) => `${measure} ${count}`,
  measures: {
    spend: 'xərc',
    impressions: 'göstərim',
    reach: 'əhatə',
    frequency: 'adambaşına göstərim',
    clicks: 'klik',
    clicks_all: 'bütün kliklər',
    views: 'baxış',
    engagements: 'qarşılıqlı əlaqə',
    landing_page_views: 'açılan səhifəyə baxış',
    conversions: 'konversiya',
    purchases: 'alış',
    leads: 'müraciət',
    results: 'nəticə',
    revenue: 'gəlir',
  },
  separator: ', ',
  evidenced: (what, evidence) => `${what} (${evidence})`,
};
