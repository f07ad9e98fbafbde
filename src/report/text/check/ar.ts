import type { CheckText } from './types.js';

/** What a check says in Arabic. */
export const checkAr: CheckText = {
  language: 'ar',
  holds: 'متحقق',
  fails: 'غير متحقق',
  line: (verdict, name, detail) => `${verdict} ${name}: ${detail}`,
  rule: (value, allowed) => `${value}، والمسموح ${allowed}`,
  chance: (chance, required) => `الاحتمال ${chance}، والمطلوب ${required}`,
  mean: (value) => `المتوسط ${value}`,
  drift: (against) => `الانحراف عن ${against}`,
  steady: (figures, tolerance) => `لم يتغيّر أي رقم بأكثر من ${tolerance} ومما تفسّره المصادفة؛ وعدد الأرقام ${figures}`,
  moved: (is, was, allowed) => `الآن ${is} وكان ${was}؛ والتغيّر المسموح ${allowed}`,
  more: (count) => `وغيرها، وعددها ${count}`,
  nothing: 'لا قواعد في السيناريو ولا أهداف لتُفحص.',
  kinds: { verdict: 'الحكم', rule: 'قاعدة', target: 'هدف', drift: 'انحراف', pace: 'الوتيرة' },
  verdict: (kind, allowed) => `${kind}، المسموح: ${allowed}`,
  verdicts: {
    move: 'انقل',
    test: 'اختبر أولًا',
    keep: 'أبقِ',
    less: 'أنفق أقل',
    cannot: 'غير ممكن',
    start: 'ابدأ',
  },
  heading: (scenario, verdict) => `${scenario}: ${verdict}`,
  allHold: (count) => `كل الفحوص متحققة، وعددها ${count}`,
  someFail: (failed, count) => `الفحوص غير المتحققة ${failed} من أصل ${count}`,
  columns: { verdict: 'متحقق', kind: 'النوع', check: 'الفحص', detail: 'ما وُجد' },
  yes: 'نعم',
  no: 'لا',
};
