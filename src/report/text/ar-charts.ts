import { theUnits } from './ar-names.js';
import type { ReportText } from './types.js';

export const chartsText: ReportText['charts'] = {
  byDate: (date) => `بحلول ${date}`,
  byPeriod: (unit, number) => `بنهاية ${theUnits[unit]} ${number}`,
  range: (low, high) => `من ${low} إلى ${high}`,
  allocation: {
    move: (amount, from, to) => `انقل ${amount} من ${from} إلى ${to}`,
    moveMost: (amount, most, from, to) => `انقل ${amount}، معظمها (${most}) من ${from} إلى ${to}`,
    moveSome: (amount, largest, from, to) =>
      `انقل ${amount} بين البنود، أكبر جزء منها (${largest}) من ${from} إلى ${to}`,
    sure: (change, kpi, sure) => `التغيّر المتوقع في ${kpi} ${change}، باحتمال ${sure}`,
    unsure: (change, kpi) => `التغيّر المتوقع في ${kpi} ${change}`,
    reshaped: 'غيّر الميزانيات كما هو موضح',
    kept: 'أبقِ الخطة كما هي: لم يوجد توزيع أفضل ضمن قواعدها',
    infeasible: 'لا يوجد توزيع لهذه الميزانية يلتزم بكل القواعد؛ الخطة معروضة كما هي',
    single: (budget, line) => `الميزانية كلها (${budget}) في بند واحد: ${line}`,
    spread: (share, budget, stage, line, most) =>
      `حصة ${stage} ${share} من أصل ${budget}؛ أكبر بند ${line} وله ${most}`,
    note: 'ميزانية كل بند قبل التحسين وبعده؛ ومع كل مرحلة مجموعها وحصتها من الميزانية.',
    noteGiven: 'ميزانية كل بند؛ ومع كل مرحلة مجموعها وحصتها من الميزانية.',
    columns: { line: 'المرحلة أو البند', budget: 'الميزانية', change: 'التغيّر' },
  },
  fan: {
    note: 'الخط: النتيجة الوسيطة (P50). الشريط: تنتهي داخله 8 من كل 10 عمليات محاكاة (P10 إلى P90).',
    noteBoth:
      'الخط: النتيجة الوسيطة (P50). الشريط: تنتهي داخله 8 من كل 10 عمليات محاكاة (P10 إلى P90). المتقطع: مثل ذلك للخطة كما هي.',
    noteSingle: 'النقطة: النتيجة الوسيطة (P50). العمود: تنتهي داخله 8 من كل 10 عمليات محاكاة (P10 إلى P90).',
    noteSingleBoth:
      'النقطة: النتيجة الوسيطة (P50). العمود: تنتهي داخله 8 من كل 10 عمليات محاكاة (P10 إلى P90). المعيّن الرمادي: الخطة كما هي.',
    tail: (orders) => `عدد الطلبات التي تُسجَّل بعد مدة الخطة ولا تظهر في الرسم: ${orders}.`,
    columns: { period: 'بنهاية', p10: 'P10', p50: 'P50', p90: 'P90' },
    zero: 'التعادل',
  },
  orders: {
    likely: (middle, when, low, high) => `عدد الطلبات المتوقع ${when} نحو ${middle} (من ${low} إلى ${high})`,
    more: (amount) => `أي أكثر من الخطة كما هي بمقدار ${amount} في المتوسط`,
    fewer: (amount) => `أي أقل من الخطة كما هي بمقدار ${amount} في المتوسط`,
    none: 'لا تُتوقع طلبات من هذه الخطة، فلا مسار للطلبات ليُرسم.',
    axis: 'الطلبات، تراكميًا',
  },
  profit: {
    breakEven: (when, middle, by, range) => `تصل النتيجة الوسيطة إلى التعادل ${when} وتربح ${middle} ${by} (${range})`,
    earned: (middle, by, range) => `تربح النتيجة الوسيطة ${middle} ${by} (${range})`,
    never: (middle, by, range) => `لا تصل النتيجة الوسيطة إلى التعادل: ${middle} ${by} (${range})`,
    withTail: (total) => `؛ ومع الطلبات التي تُسجَّل لاحقًا ${total}`,
    none: 'لا ربح ليُعرض',
    axis: 'صافي الربح، تراكميًا',
  },
  distribution: {
    chance: (chance, middle) => `احتمال الخسارة ${chance}؛ والنتيجة الوسيطة ${middle}`,
    never: (draws, middle) => `لا تخسر أي من عمليات المحاكاة وعددها ${draws}؛ والنتيجة الوسيطة ${middle}`,
    always: (draws, middle) => `تخسر كل عمليات المحاكاة وعددها ${draws}؛ والنتيجة الوسيطة ${middle}`,
    changed: (chance, before, middle) =>
      `احتمال الخسارة ${chance} مقابل ${before} للخطة كما هي؛ والنتيجة الوسيطة ${middle}`,
    note: (draws) => `توزيع صافي الربح، عدد عمليات المحاكاة ${draws}؛ الأعمدة على يسار الصفر خسارة.`,
    noteBoth: (draws) =>
      `توزيع صافي الربح للخطة المحسّنة، عدد عمليات المحاكاة ${draws}؛ الأعمدة على يسار الصفر خسارة. الخط المتقطع: الخطة كما هي.`,
    beyond: (share) => `نسبة عمليات المحاكاة التي تقع خارج الرسم: ${share}.`,
    same: (value) => `تنتهي كل عمليات المحاكاة بالربح نفسه (${value}): لا توزيع ليُرسم.`,
    loss: (share) => `خسارة ${share}`,
    gain: (share) => `ربح ${share}`,
    axisShare: 'نسبة عمليات المحاكاة',
    columns: { from: 'صافي الربح من', to: 'إلى' },
  },
  bridge: {
    leaves: (margin, media, other, profit) =>
      `في المتوسط يبقى ${profit} من ربح إجمالي ${margin} بعد إعلان بقيمة ${media}${other === '' ? '' : ` وتكاليف أخرى ${other}`}`,
    loses: (margin, media, other, loss) =>
      `في المتوسط لا يغطي الربح الإجمالي ${margin} إعلانًا بقيمة ${media}${other === '' ? '' : ` وتكاليف أخرى ${other}`}: الخسارة ${loss}`,
    future: (amount) => `ويجلب العملاء المكتسبون لاحقًا ${amount}`,
    note: 'متوسطات كل عمليات المحاكاة، وهي تُجمع. الممتلئ: نقد داخل؛ المفرغ: نقد خارج؛ الخط العريض: المجموع.',
    noteFuture: 'طلبات العملاء بعد مدة الخطة ليست في أي رقم آخر.',
    noteBaseline: (orders) => `الرمادي: عدد الطلبات المتوقعة من دون أي إنفاق: ${orders}؛ وليست هي أيضًا في أي رقم آخر.`,
    noteBaselineAlone: (orders) => `الرمادي: عدد الطلبات المتوقعة من دون أي إنفاق: ${orders}؛ وليست في أي رقم آخر.`,
    parts: {
      recorded: 'الربح الإجمالي المسجَّل',
      margin: 'الربح الإجمالي',
      media: 'الإعلان',
      fees: 'العمولات',
      tax: 'الضريبة',
      fixed_costs: 'التكاليف الثابتة',
      posts: 'المنشورات',
      production: 'المحتوى والصيغ',
      community: 'الرد على الرسائل',
      profit_recorded: 'صافي الربح المسجَّل',
      tail: 'يُسجَّل بعد مدة الخطة',
      profit: 'صافي الربح',
      future: 'طلبات العملاء اللاحقة',
      profit_future: 'مع الطلبات اللاحقة',
      baseline: 'ما يأتي من دون أي إنفاق',
      everything: 'الكل معًا',
    },
    columns: {
      part: 'متوسط كل عمليات المحاكاة',
      orders: 'الطلبات',
      revenue: 'الإيرادات',
      amount: 'المبلغ',
      sum: 'المجموع',
    },
  },
  funnel: {
    split: (wide, seen, close, won, spent) =>
      `حصة مرحلة ${wide} من مرات الظهور ${seen}؛ وحصة مرحلة ${close} من التحويلات ${won} ومن الميزانية ${spent}`,
    same: (stage, seen, won) => `حصة مرحلة ${stage} من مرات الظهور ${seen} ومن التحويلات ${won}`,
    single: (clicks, conversions) => `من الظهور إلى النقر ${clicks}، ومن النقر إلى التحويل ${conversions}`,
    fitted: 'كل العائد مأخوذ من منحنيات مقدَّرة: لا قمع لعرضه.',
    nobody: 'يرى الناس الإعلانات ولكن لا أحد يتحوّل',
    nothing: 'لا تجد الميزانية من تُعرض عليه الإعلانات',
    note: 'الأعمدة: النتيجة الوسيطة (P50) لكل مرحلة؛ والخطوط: من P10 إلى P90. لكل لوحة مقياسها.',
    absent: 'لا توجد في النتيجة أرقام بحسب المرحلة، فلا قمع ليُرسم.',
    columns: { stage: 'المرحلة' },
  },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `إضافة ${amount} إلى إنفاق اليوم تجلب طلبات إضافية: ${more} على ${best} و${fewer} على ${worst}`,
    single: (amount, platform, more) => `إضافة ${amount} إلى إنفاق اليوم على ${platform} تجلب طلبات إضافية: ${more}`,
    none: 'لا يجلب المزيد من الإنفاق طلبات أكثر على أي منصة',
    absentOrders: 'لا يجلب المزيد من الإنفاق طلبات على أي منصة، فلا منحنيات استجابة لتُرسم.',
    note: 'الطلبات الإضافية بحسب إنفاق المنصة مع بقاء كل شيء آخر كما هو. الشريط: من P10 إلى P90. لكل اللوحات مقياس واحد: الأشد انحدارًا أفضل.',
    absent: 'لا توجد في التوقع منحنيات استجابة لتُرسم.',
    today: 'اليوم',
    optimized: 'المحسّنة',
    x: 'الإنفاق',
    y: 'طلبات إضافية',
    columns: { platform: 'المنصة', spend: 'الإنفاق', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  targets: {
    all: (count) =>
      count === 1 ? 'الهدف متحقق' : count === 2 ? 'الهدفان متحققان' : `كل الأهداف متحققة، وعددها ${count}`,
    some: (failed, count) =>
      count === 1
        ? 'الهدف غير متحقق'
        : failed === count
          ? `لا يتحقق أي من الأهداف وعددها ${count}`
          : `الأهداف غير المتحققة ${failed} من أصل ${count}`,
    failed: (target, probability, required) => `${target}، الاحتمال ${probability} والمطلوب ${required}`,
    failedMean: (target) => `${target}، لا يتحقق في المتوسط`,
    note: 'نسبة عمليات المحاكاة التي تحقق كل هدف؛ والخط العمودي هو النسبة المطلوبة.',
    noteBoth:
      'نسبة عمليات المحاكاة التي تحقق كل هدف بالخطة المحسّنة (الدائرة المفرغة: الخطة كما هي)؛ والخط العمودي هو النسبة المطلوبة.',
    onMean: 'ليس للأهداف المبنية على المتوسط احتمال يُرسم؛ وهي في الجدول.',
    absent: 'لا أهداف في السيناريو، فلا احتمالات لتُعرض.',
    absentChance: 'الأهداف مبنية على المتوسط، فلا احتمالات لتُرسم؛ ويبيّن جدول الأهداف هل تتحقق.',
    comparisons: { '>=': 'لا يقل عن', '<=': 'لا يزيد على', '>': 'أكبر من', '<': 'أصغر من' },
    met: 'متحقق',
    missed: 'غير متحقق',
    needs: (share) => `المطلوب ${share}`,
    columns: {
      target: 'الهدف',
      plan: 'الخطة',
      probability: 'الاحتمال',
      required: 'المطلوب',
      value: 'المتوسط',
      outcome: 'النتيجة',
    },
  },
};
