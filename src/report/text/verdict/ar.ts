import type { VerdictText } from './types.js';

export const verdictAr: VerdictText = {
  move: (moves, better, gain) =>
    `انقل ${moves}: أفضل في ${better} من المستقبلات المحتملة، والفرق في النتيجة الوسيطة ${gain}.`,
  moves: (amount, from, to) => `${amount} من ${from} إلى ${to}`,
  movesInAll: (amount, count, largest) => `${amount} إجمالًا، عدد الخطوات ${count}، أكبرها ${largest}`,
  test: (amount, line, days) => `اختبر قبل أن تنقل: ${amount} على ${line} خلال ${days}، لأن أغلب ما يرجّح النقل تخمين.`,
  keep: 'أبقِ الخطة: لا خطة أفضل منها بحسب الاختبارات أدناه.',
  less: (amount) => `أنفق أقل أو لا تنفق: حتى أفضل خطة وُجدت تخسر ${amount} في النتيجة الوسيطة.`,
  nothing: (amount) =>
    `لا تنفق هذا المال: لا خطة وُجدت تسترد ما يُنفق عليها، والخطة المعطاة تخسر ${amount} في النتيجة الوسيطة.`,
  nobody: (share) => `لا تنفق هكذا: ${share} من الميزانية لا يجد من تُعرض عليه الإعلانات.`,
  startEarns: (amount) => `ابدأ بهذا التوزيع: لم تُذكر ميزانيات فلا خطة للمقارنة؛ ربحه في النتيجة الوسيطة ${amount}.`,
  startFor: (figure, name) =>
    `ابدأ بهذا التوزيع: لم تُذكر ميزانيات فلا خطة للمقارنة؛ ${name} في النتيجة الوسيطة: ${figure}.`,
  withLater: (amount) => `${amount} (مع الطلبات التي تأتي بعدها)`,
  pricedLoses: (amount) => `الخطة كما هي تخسر ${amount} في النتيجة الوسيطة؛ ولم يُحسَّن شيء، فقد توجد خطة أفضل.`,
  pricedEarns: (amount) =>
    `لم تُذكر ميزانيات، فهذا تسعير لتوزيع huni نفسه، ولم يُحسَّن شيء؛ ربحه في النتيجة الوسيطة ${amount}.`,
  pricedFor: (figure, name) =>
    `لم تُذكر ميزانيات، فهذا تسعير لتوزيع huni نفسه، ولم يُحسَّن شيء؛ ${name} في النتيجة الوسيطة: ${figure}.`,
  moreOfGoal: (share) => `قيمة الهدف أعلى بنسبة ${share}`,
  because: {
    probability_better: (value, needed) => `أفضل في ${value} من المستقبلات المحتملة (المطلوب ${needed})`,
    one_more: (value, name) => `المكسب الوسيط (${name}): ${value} (المطلوب واحد على الأقل)`,
    gain: (value, needed) => `الربح الوسيط ${value} من التكلفة (المطلوب أكثر من ${needed})`,
    gainOfGoal: (value, needed) => `الزيادة الوسيطة ${value} مما تجلبه الخطة (المطلوب أكثر من ${needed})`,
    loss: (value, needed) => `تغيّر احتمال الخسارة بالنقاط المئوية: ${value} (أقصى زيادة مسموحة ${needed})`,
    loss_with_later: (value, needed) =>
      `تغيّر احتمال الخسارة بالنقاط المئوية مع الطلبات التي تأتي بعد الخطة: ${value} (أقصى زيادة مسموحة ${needed})`,
    targets: (value) =>
      value === '0' ? 'لا يفوت أي مستهدف كان متحققًا' : `مستهدفات كانت متحققة وتفوت، عددها: ${value}`,
    rules: (value) => (value === '0' ? 'لا تُخرق أي قاعدة كانت محفوظة' : `قواعد كانت محفوظة وتُخرق، عددها: ${value}`),
    delivered: (value, needed) => `${value} إضافية من الميزانية لا تصل إلى أحد (المسموح ${needed})`,
    delivered_none: 'لا يزيد ما لا يصل إلى أحد من الميزانية',
    reached: (value, needed) => `${value} من الميزانية لا تصل إلى أحد (المسموح ${needed})`,
    given_outcome: (value) => `النتيجة الوسيطة للخطة كما هي ${value} (المطلوب 0)`,
    given_with_later: (value) => `النتيجة الوسيطة للخطة كما هي مع الطلبات التي تأتي بعدها ${value} (المطلوب 0)`,
    middle_outcome: (value) => `النتيجة الوسيطة للخطة الأفضل ${value} (المطلوب 0)`,
    middle_with_later: (value) => `النتيجة الوسيطة للخطة الأفضل مع الطلبات التي تأتي بعدها ${value} (المطلوب 0)`,
    guesses: (value, needed) => `${value} من تشتت الفرق تخمين (يُبحث عن اختبار فوق ${needed})`,
    test_changes_nothing: 'لا شيء مما قد يُظهره الاختبار يغيّر القرار',
    test_worth_nothing: 'لا اختبار يساوي ما يكلّفه',
    test_worth: 'قيمة الاختبار أكبر من تكلفته',
    test_would_decide: 'ما قد يُظهره الاختبار يغيّر القرار',
    test_value: (value, needed) => `قيمة الاختبار ${value} من التكلفة (المطلوب أكثر من ${needed})`,
    test_value_of_goal: (value, needed) => `قيمة الاختبار ${value} مما تجلبه الخطة (المطلوب أكثر من ${needed})`,
  },
  guessedMove: (share, test) =>
    `${share} من هذا الفرق تخمين (مراجع منشورة وافتراضات ونطاقات واسعة)، لكن الاختبار أولًا لا يُجدي: ${test}`,
  holds: 'متحقق',
  fails: 'غير متحقق',
  close: 'قريب من الحد: قد تختلف النتيجة بأرقام عشوائية أخرى',
  missed: (target, before) => `${target}: كان متحققًا (${before}) وسيفوت`,
  spread: (parts) => `مصادر تشتت النتائج: ${parts}.`,
  sources: {
    yours: (share) => `أرقامك ${share}`,
    measured: (share) => `المقيس ${share}`,
    benchmark: (share) => `المراجع المنشورة ${share}`,
    assumed: (share) => `الافتراضات ${share}`,
  },
  aim: {
    label: 'المقياس',
    short: (name, measure) => `${name}: ${measure}`,
    maximize: (name, measure) => `أفضل خطة هي الأعلى بهذا المقياس (${name}): ${measure}.`,
    minimize: (name, measure) => `أفضل خطة هي الأدنى بهذا المقياس (${name}): ${measure}.`,
    mean: 'متوسط كل المستقبلات المحتملة',
    withoutTenth: 'المتوسط دون العُشر الأوفر حظًا من المستقبلات المحتملة',
    without: (share) => `المتوسط دون ${share} الأوفر حظًا من المستقبلات المحتملة`,
    worst: (share) => `متوسط أسوأ ${share} من المستقبلات المحتملة`,
    weighed: (weight, share) => `المتوسط، مع وزن ${weight} لأسوأ ${share} من المستقبلات المحتملة`,
  },
  testDetails: {
    lead: (amount, line, days) => `شغّل أفضل خطة أولًا لمدة ${days} وراقب ${line}، الذي ينفق فيها ${amount}.`,
    none: 'لا اختبار يستحق إجراءه قبل نقل المال.',
    because: (clause) => `هنا ${clause}.`,
    sizes: 'قيمة الاختبار بحسب حجمه',
    columns: { length: 'المدة', amount: 'المال على البند', value: 'قيمته بعد تكلفته' },
    expect: (outcome, middle, low, high) =>
      `المتوقع من ${outcome}: ${middle} (في 8 من 10 حالات: من ${low} إلى ${high}).`,
    rule: (below, above) =>
      below === above
        ? `انقل الباقي إن كلّف الواحد أقل من ${below}، وتوقف إن كلّف أكثر.`
        : `انقل الباقي إن كلّف الواحد أقل من ${below}، وتوقف فوق ${above}، وبينهما واصل الاختبار.`,
    wrong: (share) => `القرار بهذه القاعدة خاطئ في ${share} من المستقبلات المحتملة.`,
    value: (amount) => `قيمة الاختبار في المتوسط أكبر من تكلفته بمقدار ${amount}.`,
  },
  breakEven: {
    title: 'ما الذي يجب أن يصح',
    lead: 'كلٌّ وحده وما عداه على حاله: القيمة التي تتعادل عندها النتيجة الوسيطة أو يتحقق أول مستهدف فائت.',
    columns: { input: 'المدخل', now: 'الآن', needed: 'اللازم', chance: 'احتماله' },
    atLeast: (value) => `على الأقل ${value}`,
    atMost: (value) => `على الأكثر ${value}`,
    typed: 'مكتوب قيمةً واحدة',
    label: 'المطلوب',
    toBreakEven: 'للتعادل في النتيجة الوسيطة',
    forTarget: (target) => `لتحقيق ${target}`,
    short: (what, input, needed, now, chance) => `${what}: ${input} ${needed} (الآن ${now}؛ الاحتمال: ${chance})`,
    or: '، أو ',
    none: 'لا تكفي أي قيمة حتى ثمانية أضعاف',
    noneAlone: 'لا يكفي أي مدخل وحده وإن تغيّر حتى ثمانية أضعاف',
    rate: (name, line) => `${name} (كل البنود بالنسبة نفسها؛ المعروض: ${line})`,
  },
  sections: { test: 'اختبار يستحق إجراءه', why: 'لماذا', plausible: 'ما يصعب تصديقه' },
  outcomes: { orders: 'الطلبات', leads: 'العملاء المحتملين', bookings: 'الحجوزات', installs: 'التثبيتات' },
};
