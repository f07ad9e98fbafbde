import type { CompareText } from './types.js';

/** What a comparison says in Arabic. */
export const compareAr: CompareText = {
  language: 'ar',
  none: '—',
  range: (low, high) => `من ${low} إلى ${high}`,
  heading: (scenarios, draws, goal, anew) =>
    `عدد السيناريوهات ${scenarios} على عمليات المحاكاة نفسها وعددها ${draws}، ${anew ? 'وأفضل الخطط حيث تختلف القواعد أو تُختار المنشورات' : 'والخطط كما هي'}؛ الترتيب بحسب متوسط ${goal}`,
  rank: {
    title: 'الترتيب',
    note: (base) =>
      `الأفضل: نسبة عمليات المحاكاة التي لا يتفوق فيها سيناريو آخر. الندم: ما يزيد به أفضل سيناريو في كل عملية محاكاة، في المتوسط. الفروق عن ${base}، عمليةً بعملية.`,
    undefined: (share) =>
      `في ${share} من عمليات المحاكاة ليس لأحد السيناريوهات قيمة للمقارنة؛ والاحتمالات محسوبة من الباقي.`,
    columns: {
      rank: '#',
      scenario: 'السيناريو',
      range: 'من P10 إلى P90',
      best: 'الأفضل',
      regret: 'الندم',
      held: 'القواعد، الأهداف',
    },
    goal: (goal) => `متوسط ${goal}`,
    held: (rules, ofRules, targets, ofTargets) => `${rules} من ${ofRules}، ${targets} من ${ofTargets}`,
    more: (count) => `وغيرها، وعددها ${count}`,
  },
  difference: {
    title: (base) => `مقارنةً بـ ${base}`,
    columns: { scenario: 'السيناريو', kpi: 'المؤشر', mean: 'الفرق', range: 'من P10 إلى P90', more: 'احتمال الزيادة' },
    same: 'هو نفسه في كل عمليات المحاكاة',
  },
  terminal: {
    ahead: (label, change, goal, base, low, high, share) =>
      `${label}: الفرق في ${goal} عن ${base} ${change} في المتوسط (P10 ${low}، P90 ${high})، ويتقدم في ${share} من عمليات المحاكاة`,
    changed: (label, change, rest) => `ما يغيّره ${label}: ${change}${rest === '0' ? '' : `؛ وغير ذلك، وعدده ${rest}`}`,
  },
  charts: {
    difference: {
      most: (label, change, kpi, base, share) =>
        `الأكثر في ${kpi}: ${label}، بفرق ${change} عن ${base} في المتوسط، وأكثر في ${share} من عمليات المحاكاة`,
      nearest: (label, change, kpi, base) =>
        `لا يزيد أي سيناريو على ${base} في متوسط ${kpi}؛ وأقربها ${label} بفرق ${change}`,
      one: (label, change, kpi, base, share) =>
        `${label}: الفرق في ${kpi} عن ${base} ${change} في المتوسط، وأكثر في ${share} من عمليات المحاكاة`,
      widest: (label, change, kpi, base) => `أكبر فرق في ${kpi}: ${label}، ${change} عن ${base} في المتوسط`,
      note: (base) =>
        `فرق كل سيناريو عن ${base} في عمليات المحاكاة نفسها. الأعمدة: من P10 إلى P90؛ والنقاط: المتوسط؛ وفي الطرف احتمال الزيادة.`,
      same: 'نفسه',
      none: (kpi) => `لا يختلف أي سيناريو في ${kpi}.`,
      some: (shown, all) => `الأكثر اختلافًا: ${shown} من أصل ${all}.`,
    },
    best: {
      title: (label, share, regret, goal) =>
        `${label} هو الأفضل في ${share} من عمليات المحاكاة؛ واختياره يكلّف ${regret} من ${goal} في المتوسط مقارنةً بمعرفة المستقبل`,
      note: 'الأعمدة: نسبة عمليات المحاكاة التي يكون فيها السيناريو هو الأفضل. وفي الطرف تلك النسبة ومتوسط الندم.',
      some: (shown, all) => `الأولى: ${shown} من أصل ${all}.`,
      none: 'لا توجد عملية محاكاة لكل السيناريوهات فيها قيمة للمقارنة.',
    },
  },
  changes: {
    title: 'ما الذي تغيّر',
    against: (label, base) => `${label} مقارنةً بـ ${base}`,
    nothing: 'لا شيء مما تعتمد عليه الأرقام.',
    changed: (name, before, after) => `${name}: ${after} بدلًا من ${before}`,
    budget: 'الميزانية',
    horizon: 'مدة الخطة',
    start: 'البداية',
    noStart: 'بلا تاريخ',
    added: (line, budget) => `بند جديد: ${line} وله ${budget}`,
    removed: (line, budget) => `بند حُذف: ${line} وكان له ${budget}`,
    response: (line) => `${line}: منحنى مقدَّر آخر`,
    flighting: (line) => `${line}: توزيع آخر على الفترات`,
    rate: (line, metric) => `${line}، ${metric}`,
    all: (metric, change) => `${metric}، كل البنود: ${change}`,
    season: (metric, periods, change) => `${metric}، ${periods}: ${change}`,
    period: (unit, first, last) => (first === last ? `${unit} ${first}` : `${unit} ${first} إلى ${last}`),
    unit: { day: 'اليوم', week: 'الأسبوع', month: 'الشهر' },
    creativeOff: 'موقوفة',
    creativeOn: 'مشغّلة',
    creative: 'أنواع المواد الإعلانية',
    split: 'توزيع المواد الإعلانية',
    noise: (platform) => `تقلّب الأسعار على ${platform}`,
    noiseValue: (sd, rho) => `الانحراف المعياري ${sd}، ومن فترة إلى التي تليها ${rho}`,
    correlation: 'الارتباطات بين العوامل مختلفة',
    ruleAdded: (rule, value) => `قاعدة جديدة، ${rule}: ${value}`,
    ruleDropped: (rule, value) => `لم تعد هناك قاعدة: ${rule} (${value})`,
    rule: (rule) => `قاعدة، ${rule}`,
    rules: {
      share: (name) => `حصة ${name}`,
      retargeting: 'الاهتمام إلى التحويل',
      creative: 'توزيع ميزانية المواد الإعلانية',
      bound: {
        min: (name) => `${name}، على الأقل`,
        max: (name) => `${name}، على الأكثر`,
        fixed: (name) => `${name}، بالضبط`,
      },
      daily: (name) => `${name}، في اليوم على الأقل`,
      newChannels: 'الحصة المحفوظة للقنوات الجديدة',
      cpa: 'تكلفة التحويل، على الأكثر',
      cpm: 'سعر ألف ظهور، على الأكثر',
      roas: 'العائد على الإنفاق، على الأقل',
      cvar: 'متوسط صافي الربح في أسوأ عمليات المحاكاة، على الأقل',
      adequacy: 'تحويلات البند العامل في الأسبوع',
      spending: 'الميزانية',
      exact: 'تُنفق كلها',
      maximum: 'حد أعلى',
      chance: (value, probability) => `${value} باحتمال ${probability}`,
      worst: (value, tail) => `${value} في أسوأ ${tail}`,
      tolerance: (value, tolerance) => `${value} ± ${tolerance}`,
    },
    goal: 'الهدف',
    aversion: 'تجنّب المخاطرة',
    tail: 'نسبة أسوأ عمليات المحاكاة التي يُنظر فيها',
    targetAdded: (target) => `هدف جديد: ${target}`,
    targetDropped: (target) => `لم يعد هناك هدف: ${target}`,
    population: 'عدد الناس في السوق',
    noPopulation: 'غير معطى',
    fixedCost: (name) => `تكلفة ثابتة: ${name}`,
    nothingGiven: 'لا شيء',
  },
};
