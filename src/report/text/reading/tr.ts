import type { ReadingText } from './types.js';

/** What is said in Turkish of an export that was read. */
export const readingTr: ReadingText = {
  standardInput: 'standart girdi',
  notRead: (name) => `${name}: okunmadı`,
  rows: (name, read, accepted, leftOut) =>
    `${name}: ${read} satır okundu, ${accepted} satır alındı${leftOut === '' ? '' : `; dışarıda kalan: ${leftOut}`}`,
  leftOut: (count, reason) => `${count} (${reason})`,
  kinds: { total: 'toplam', footer: 'alt not', blank: 'boş', 'repeated header': 'yinelenen başlık' },
  labels: { platform: 'platform', period: 'dönem', currency: 'para birimi', spend: 'harcama', totals: 'toplamlar' },
  unknown: 'bilinmiyor',
  noDates: 'tarih yok',
  period: (first, last, by) => `${first} – ${last}, ${by}`,
  by: {
    hour: 'saatlik',
    day: 'günlük',
    week: 'haftalık',
    month: 'aylık',
    window: 'değişen sürelerle',
    none: 'dökümsüz',
  },
  none: 'yok',
  total: (count, measure) => `${count} ${measure}`,
  measures: {
    spend: 'harcama',
    impressions: 'gösterim',
    reach: 'erişim',
    frequency: 'kişi başına gösterim',
    clicks: 'tıklama',
    clicks_all: 'tüm tıklamalar',
    views: 'izlenme',
    engagements: 'etkileşim',
    landing_page_views: 'açılış sayfası görüntüleme',
    conversions: 'dönüşüm',
    purchases: 'satın alma',
    leads: 'potansiyel müşteri',
    results: 'sonuç',
    revenue: 'ciro',
  },
  separator: ', ',
  evidenced: (what, evidence) => `${what} (${evidence})`,
};
