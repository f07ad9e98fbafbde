import type { ReadingText } from './types.js';

/** What is said in Arabic of an export that was read. */
export const readingAr: ReadingText = {
  standardInput: 'الدخل القياسي',
  notRead: (name) => `${name}: لم يُقرأ`,
  rows: (name, read, accepted, leftOut) =>
    `${name}: الصفوف المقروءة ${read}، والمقبولة ${accepted}${leftOut === '' ? '' : `؛ والمستبعد: ${leftOut}`}`,
  leftOut: (count, reason) => `${reason}: ${count}`,
  kinds: { total: 'مجموع', footer: 'تذييل', blank: 'فارغ', 'repeated header': 'رأس مكرر' },
  labels: {
    platform: 'المنصة',
    period: 'المدة',
    currency: 'العملة',
    spend: 'الإنفاق',
    totals: 'المجاميع',
  },
  unknown: 'غير معروفة',
  noDates: 'بلا تواريخ',
  period: (first, last, by) => `من ${first} إلى ${last}، ${by}`,
  by: {
    hour: 'بالساعة',
    day: 'باليوم',
    week: 'بالأسبوع',
    month: 'بالشهر',
    window: 'بمدد متفاوتة',
    none: 'بلا تقسيم',
  },
  none: 'لا شيء',
  total: (count, measure) => `${measure} ${count}`,
  measures: {
    spend: 'الإنفاق',
    impressions: 'مرات الظهور',
    reach: 'الوصول',
    frequency: 'مرات الظهور لكل شخص',
    clicks: 'النقرات',
    clicks_all: 'النقرات كلها',
    views: 'المشاهدات',
    engagements: 'التفاعلات',
    landing_page_views: 'مشاهدات صفحة الوصول',
    conversions: 'التحويلات',
    purchases: 'المشتريات',
    leads: 'العملاء المحتملون',
    results: 'النتائج',
    revenue: 'الإيرادات',
  },
  separator: '، ',
  evidenced: (what, evidence) => `${what} (${evidence})`,
};
