import type { CountedSentences } from './types.js';

/** جمل عمّا تجلبه الخطة: يبقى ما يُعدّ مرفوعًا بين قوسين أو في أول الجملة. */
export const sentencesAr = (what: string): CountedSentences => ({
  tail: (count) => `ما يُسجَّل بعد مدة الخطة ولا يظهر في الرسم (${what}): ${count}.`,
  course: {
    likely: (middle, when, low, high) => `${what}، المتوقع ${when}: نحو ${middle} (من ${low} إلى ${high})`,
    none: `لا يُتوقع من هذه الخطة شيء (${what})، فلا مسار ليُرسم.`,
    axis: `${what}، تراكميًا`,
  },
  withTail: (total) => `؛ ومع ما يُسجَّل لاحقًا ${total}`,
  bridge: {
    noteFuture: 'ما يجلبه العملاء بعد مدة الخطة ليس في أي رقم آخر.',
    noteBaseline: (count) => `الرمادي: المتوقع من دون أي إنفاق (${what}): ${count}؛ وليس هو أيضًا في أي رقم آخر.`,
    noteBaselineAlone: (count) => `الرمادي: المتوقع من دون أي إنفاق (${what}): ${count}؛ وليس في أي رقم آخر.`,
  },
  parts: { future: 'ما يجلبه العملاء لاحقًا', profit_future: 'مع ما يأتي لاحقًا' },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `ما تجلبه إضافة ${amount} إلى إنفاق اليوم (${what}): ${more} على ${best} و${fewer} على ${worst}`,
    single: (amount, platform, more) => `ما تجلبه إضافة ${amount} إلى إنفاق اليوم على ${platform} (${what}): ${more}`,
    none: `لا يجلب المزيد من الإنفاق شيئًا إضافيًا على أي منصة (${what})`,
    absentOrders: `لا يجلب المزيد من الإنفاق شيئًا على أي منصة (${what})، فلا منحنيات استجابة لتُرسم.`,
    note: `الزيادة (${what}) بحسب إنفاق المنصة مع بقاء كل شيء آخر كما هو. الشريط: من P10 إلى P90. لكل اللوحات مقياس واحد: الأشد انحدارًا أفضل.`,
    y: `الزيادة (${what})`,
  },
  later: (amount) => `ومع ما يأتي بعد الخطة تكسب ${amount} في النتيجة الوسيطة`,
  added: `${what}: ما تضيفه الخطة؛ وما كان سيأتي من دونها ليس منه.`,
  whatIf: {
    close: (plans, middle, most, off) =>
      `مدى القرب: في ${plans} من الميزانيات العشوائية، كل بند فيها بين نصف ميزانيته ومثلها ونصف، يختلف متوسط الربح عادة بمقدار ${middle}، ولا يزيد الفرق على ${most} في 9 من 10، ولا يزيد الفرق (${what}) على ${off} في 9 من 10.`,
    orders: `${what}، التغيّر`,
    ordersNow: `المتوسط بهذه الميزانيات (${what})`,
    ordersAt: `ما تجلبه الخطة (${what})`,
  },
});
