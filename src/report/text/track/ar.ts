import type { TrackText } from './types.js';

/** ما يقال بالعربية عن خطة جارية. */
export const trackAr: TrackText = {
  language: 'ar',
  heading: (plan, whole, all, date) => `${plan}: حتى ${date} انتهى ${whole} من فترات الخطة البالغة ${all}`,
  changed: (date) => `؛ ولم يعد الملف هو ما اعتُمد في ${date}`,
  unmatched: (amount, count, names, file) =>
    `أُنفق ${amount} على حملات لا تدخل في أي بند من الخطة (${count}: ${names}). المبلغ محسوب في المجموع؛ حدّدوا بنده في ${file}`,
  spent: (spent, budget, planned, end, until) =>
    `أُنفق ${spent} من أصل ${budget}${until === '' ? '' : ` حتى ${until}`}، والمخطط ${until === '' ? 'حتى اليوم' : 'حتى ذلك اليوم'} ${planned}. وبهذه الوتيرة يبلغ الإنفاق ${end} في النهاية`,
  over: (amount) => `تجاوز الإنفاق الميزانية بمقدار ${amount}: لم يبق مال يُخطَّط له`,
  before: (amount) => `أُنفق ${amount} قبل أول يوم في الخطة، ولا يدخل هذا المبلغ في أي رقم`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `لم يتحقق الشرط الذي يلي مرحلة «${phase}» (${gate})${stops ? '، فلا يُنفق بعد الآن على البنود التي يوقفها' : ''}`
      : `الشرط الذي يلي مرحلة «${phase}» (${gate}) يتحقق وفق الأرقام الفعلية في ${passed} من عمليات المحاكاة${stops ? '، وفي سواها لا يُنفق بعد الآن على البنود التي يوقفها' : ''}`,
  shock: (name, date, chance) => `بدأ «${name}»، والأرجح في ${date} (بثقة ${chance})`,
  ahead: (line, off, daily, needed) => `${line}: متقدم على الخطة بنسبة ${off}، ينفق ${daily} في اليوم ويكفيه ${needed}`,
  behind: (line, off, daily, needed) => `${line}: متأخر عن الخطة بنسبة ${off}، ينفق ${daily} في اليوم ويلزمه ${needed}`,
  silent: (date) => `؛ لا شيء له في ملفات التصدير بعد ${date}: هل أُوقف أم أن ملفًا ناقص؟`,
  unplanned: (line, spent) => `${line}: أُنفق ${spent} قبل موعده في الخطة`,
  paced: (tolerance) => `كل البنود لا تحيد عن خطتها بأكثر من ${tolerance}`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: من ${low} إلى ${high} في النهاية، والوسيط ${middle}؛ وعند الاعتماد من ${thenLow} إلى ${thenHigh}، والوسيط ${then}`,
  target: (name, now, then) => `${name}: في ${now} من عمليات المحاكاة، وعند الاعتماد ${then}`,
  needed: (chance, holds) => `؛ المطلوب ${chance}${holds ? '' : '، أي أنه لا يتحقق'}`,
  bridge: (total, then, now, price, clickRate, conversionRate, volume) =>
    `سبب تغيّر التحويلات بمقدار ${total} في المتوسط (${then} عند الاعتماد، و${now} الآن): السعر ${price}، نسبة النقر ${clickRate}، نسبة التحويل ${conversionRate}، الحجم ${volume}`,
  alarm: (figure, line, change, date) => `${line}: تغيّر مستوى ${figure} منذ ${date}، ${change}`,
  figures: { price: 'السعر', click_rate: 'نسبة النقر', conversion_rate: 'نسبة التحويل' },
  up: (share) => `بارتفاع ${share}`,
  down: (share) => `بانخفاض ${share}`,
  change: (moves) => `غيّروا من الغد ما يلي: ${moves}`,
  move: (line, to, from) => `${line} ${to} في اليوم (بدلًا من ${from})`,
  gain: (amount, chance) => `؛ صافي الربح ${amount} في المتوسط، وهو أفضل في ${chance} من عمليات المحاكاة`,
  nothing: 'لا تغيّروا شيئًا: لا توجد لما تبقى خطة أفضل بما يتجاوز الصدفة',
  nothingLeft: 'لم يبق ما يُقرَّر',
  locked: (date) => `الميزانيات مقفلة حتى ${date}: لا تغيّروا شيئًا قبل ذلك`,
  contradiction: (rules) => `لا توجد لما تبقى خطة تحقق هذه القواعد كلها معًا: ${rules}`,
  unsure: 'الأرقام الفعلية لا توافق النموذج جيدًا: تعاملوا مع النطاقات بحذر',
  learned: (counts, effective, weights) =>
    `عدد الأرقام المستفاد منها ${counts}؛ الحصة الفعالة من التقريب الطبيعي ${effective}${weights ? '، ولذلك تُستخدم عينات مرجَّحة بالأوزان' : ''}`,
  more: (count) => `وغيرها (${count})`,
  separator: '، ',
  pace: (line) => `وتيرة إنفاق ${line}`,
  paceFound: (off, tolerance) => `الانحراف عن الخطة ${off}، والمسموح ${tolerance}`,
  chartTitle: 'الطلبات حتى نهاية كل فترة: كما اعتُمدت وكما تحققت',
  approvedCourse: { dashed: 'المتقطع: مثل ذلك كما اعتُمد.', diamond: 'المعيّن الرمادي: كما اعتُمد.' },
  approved: 'المعتمد',
  now: 'الآن',
  lines: 'البنود',
  columns: {
    line: 'البند',
    budget: 'الميزانية',
    planned: 'المخطط حتى الآن',
    spent: 'المنفق',
    off: 'الانحراف عن الخطة',
    daily: 'في اليوم',
    needed: 'المطلوب في اليوم',
    conversions: 'التحويلات حتى الآن',
    approved: 'النهاية (المعتمد)',
    lands: 'النهاية (الآن)',
  },
  targetsTitle: 'الأهداف',
  targetColumns: { target: 'الهدف', needed: 'المطلوب', approved: 'عند الاعتماد', now: 'الآن', atPace: 'بهذه الوتيرة' },
  bars: {
    price: 'السعر',
    click_rate: 'نسبة النقر',
    conversion_rate: 'نسبة التحويل',
    volume: 'الحجم',
    all: 'معًا',
  },
  bridgeTitle: 'لماذا تختلف التحويلات عما اعتُمد',
  bridgeColumns: { bar: 'السبب', conversions: 'التحويلات' },
  matchTitle: 'الحملات والبنود',
  matchColumns: { campaign: 'الحملة', platform: 'المنصة', line: 'البند' },
  none: 'لا بند',
};
