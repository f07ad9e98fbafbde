import type { FrontierText } from './types.js';

/** Sentences of `huni frontier` in Arabic. */
export const frontierAr: FrontierText = {
  risk: {
    heading: (name, goal, share, count) =>
      `${name}: ${goal} المتوقع مقابل أسوأ ${share} من عمليات المحاكاة؛ عدد الخطط ${count}، وكلها تلتزم بالقواعد`,
    title: (mean, goal, tail, share) =>
      `التخلي عن ${mean} من ${goal} المتوقع يرفع أسوأ ${share} من عمليات المحاكاة بمقدار ${tail}`,
    single: (goal) => `خطة واحدة هي الأفضل أيًا كان الموقف من المخاطرة: في ${goal} المتوقع وفي أسوأ عمليات المحاكاة`,
    note: (share) =>
      `كل معيّن هو أفضل خطة لوزن معيّن لأسوأ ${share} من عمليات المحاكاة، من لا شيء (أعلى اليمين) إلى الوزن كله (أسفل اليسار). كل خطة تلتزم بكل القواعد.`,
    x: (goal, share) => `متوسط ${goal} في أسوأ ${share} من عمليات المحاكاة`,
    y: (goal) => `${goal} المتوقع`,
    given: 'كما هي',
    weight: (weight) => `الوزن ${weight}`,
    neutral: 'المتوقع وحده',
    averse: 'أسوأ عمليات المحاكاة وحدها',
    row: (mean, tail, lines) => `المتوقع ${mean}، وفي الأسوأ ${tail}${lines === '' ? '' : `؛ ${lines}`}`,
    columns: {
      weight: 'وزن الأسوأ',
      mean: 'المتوقع',
      cvar: 'أسوأ عمليات المحاكاة',
      p10: 'P10',
      p90: 'P90',
      largest: 'أكبر البنود',
    },
  },
  budget: {
    heading: (name, from, to) => `${name}: أفضل خطة لكل ميزانية من ${from} إلى ${to}، مع الالتزام بكل القواعد`,
    stops: (budget) => `بعد ميزانية ${budget} يُتوقع أن تجلب وحدة النقد التالية أقل من كلفتها`,
    never: 'يُتوقع أن تجلب كل وحدة نقد، من الأولى، أقل من كلفتها',
    pays: (budget) => `حتى ميزانية ${budget} يُتوقع أن تعوّض كل وحدة نقد إضافية كلفتها`,
    goalStops: (budget, weight, share) => `؛ وبوزن ${weight} لأسوأ ${share} من عمليات المحاكاة بعد ${budget}`,
    luckyStops: (budget) => `؛ ودون العُشر الأوفر حظًا بعد ${budget}`,
    titles: {
      profit: (budget) => `صافي الربح بحسب الميزانية: يتوقف المال عن تعويض كلفته عند ${budget}`,
      profitNever: 'صافي الربح بحسب الميزانية: لا يعوّض المال كلفته من أول وحدة',
      profitPays: (budget) => `صافي الربح بحسب الميزانية: ما زال المال يعوّض كلفته عند ${budget}`,
      orders: (low, high, from, to, what) => `${what}: ${low} بميزانية ${from}، و${high} بميزانية ${to}`,
      marginal: 'ما تربحه وحدة النقد التالية بعد خصم كلفتها',
    },
    note: 'الخط: المتوسط. الشريط: 8 من كل 10 عمليات محاكاة، من P10 إلى P90. تُوزَّع كل ميزانية من جديد أفضل توزيع ضمن القواعد.',
    axes: { budget: 'الميزانية', profit: 'صافي الربح', orders: 'الطلبات', marginal: 'ربح الوحدة التالية' },
    today: (budget) => `اليوم ${budget}`,
    stop: (budget) => `يتوقف العائد عند ${budget}`,
    goalStop: (budget) => `ومع وزن الأسوأ عند ${budget}`,
    luckyStop: (budget) => `ودون العُشر الأوفر حظًا عند ${budget}`,
    columns: {
      budget: 'الميزانية',
      profit: 'صافي الربح',
      orders: 'الطلبات',
      marginal: 'ربح الوحدة التالية',
      p10: 'P10',
      mean: 'المتوسط',
      p90: 'P90',
    },
    band: (mean, low, high) => `${mean} (من ${low} إلى ${high})`,
    infeasible: (rules) => `لا خطة تلتزم بالقواعد: ${rules}`,
    none: 'ليس لأي من الميزانيات المعروضة خطة تلتزم بكل القواعد.',
  },
  target: {
    largest: (target, budget) => `${target}: متحقق حتى ميزانية ${budget}`,
    smallest: (target, budget) => `${target}: متحقق ابتداءً من ميزانية ${budget}`,
    all: (target, from, to) => `${target}: متحقق في كل ميزانية نُظر فيها، من ${from} إلى ${to}`,
    none: (target, from, to) => `${target}: غير متحقق في أي ميزانية نُظر فيها، من ${from} إلى ${to}`,
    error: (error) => ` (± ${error}: خطأ مونت كارلو والخطوة بين الميزانيات المجرَّبة)`,
  },
};
