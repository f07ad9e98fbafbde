import type { BacktestText } from './types.js';

/** What is said of plans held against what came in Arabic. */
export const backtestAr: BacktestText = {
  title: 'الخطط مقارنة بما تحقق',
  trusted: 'هل يمكن الوثوق بالنطاقات؟',
  scores: 'الدرجات',
  all: 'الإجمالي',
  outcomes: { impressions: 'مرات الظهور', clicks: 'النقرات', conversions: 'التحويلات' },
  baselines: {
    'naive rate': 'آخر نسبة',
    'seasonal-naive rate': 'نسبة يوم الأسبوع نفسه',
    'smoothed rate': 'النسبة الممهدة',
    'naive volume': 'آخر حجم',
    'seasonal-naive volume': 'حجم يوم الأسبوع نفسه',
    'smoothed volume': 'الحجم الممهد',
  },
  days: (days) => `يومًا بيوم، حتى ${days} من الأيام`,
  total: (days) => `مجموع الأيام ${days}`,
  holds: 'صحيحة حتى الآن',
  misses: { coverage: 'غير صحيحة (النطاق)', bias: 'غير صحيحة (انحياز)' },
  open: (weeks) => `لا يمكن الحكم بعد: يلزم مزيد من الأسابيع، نحو ${weeks}`,
  kinds: { 'holds so far': 'صحيحة حتى الآن', misses: 'غير صحيحة', "can't tell yet": 'لا يمكن الحكم بعد' },
  verdict: (group, outcome, verdict, proof) => `${group}، ${outcome}: ${verdict}. ${proof}.`,
  proof: (span, inside, band, low, high, bias, least, most) =>
    `${span}: داخل نطاق ${band} ما نسبته ${inside} (90%: من ${low} إلى ${high})، ومتوسط الفرق ${bias} (من ${least} إلى ${most})`,
  page: (path) => `الصفحة: ${path}`,
  columns: {
    group: 'ماذا',
    outcome: 'النتيجة',
    span: 'المدة',
    origins: 'عدد الخطط',
    inside: (band) => `داخل ${band}`,
    bias: 'الفرق',
    crps: 'CRPS',
    ratio: 'نسبة إلى الأفضل',
    baseline: 'أفضل طريقة بسيطة',
    verdict: 'الحكم',
  },
  done: (plans, _, first, last, horizon) =>
    `عدد الخطط ${plans}، من ${first} إلى ${last}: قُدّرت من الصفوف حتى ذلك اليوم وسُعّرت بالإنفاق الذي جرى بعده، كما يفعل calibrate وrun؛ أيام حتى ${horizon} إلى الأمام، ومجاميع.`,
  baselinesNote:
    'تُعطى طرق «النسبة» ذلك الإنفاق أيضًا (النسبة مضروبة فيه)، ولا تُعطاه طرق «الحجم». ويؤخذ نطاق كل طريقة بسيطة من أخطائها السابقة على مدة مساوية.',
  charts: {
    days: (group, outcome) => `${group}: ${outcome} في اليوم، التوقع وما تحقق`,
    daysNote: 'الشريط: نطاق 80% لكل خطة وُضعت يوم بدئها مما كان معروفًا حينها. النقاط: ما تحقق.',
    total: (group, outcome, days) => `${group}: ${outcome} في مدة أيامها ${days}، التوقع وما تحقق`,
    totalNote: 'الشريط: نطاق 80% لكل خطة عند يومها الأخير. النقاط: ما تحقق في تلك الأيام.',
    transforms: (group, what) => `${group}: أين وقعت ${what} من توقعها`,
    ofDays: (outcome) => `${outcome} اليومية`,
    ofTotal: (outcome, days) => `${outcome} في مدة أيامها ${days}`,
    transformsNote:
      'يقع عُشر النتائج في كل عُشر من التوقع حيث تكون النطاقات صحيحة؛ وارتفاع الطرفين: نطاق أضيق مما يجب؛ وارتفاع الوسط: أوسع مما يجب.',
    below: 'احتمال أن يقل عما تحقق بحسب التوقع',
    share: 'النسبة',
  },
};
