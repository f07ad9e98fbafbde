import type { PeriodUnit } from '../../scenario/types.js';
import { platformName } from './en-names.js';
import type { ReportText } from './types.js';

const rules = new Intl.PluralRules('ar');

/** Arabic counts by six forms: one and two have words of their own, then 3 to 10, 11 to 99, and round hundreds differ. */
interface Counted {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** A number with what is counted, after a preposition: أسبوع واحد، أسبوعين، 3 أسابيع، 13 أسبوعًا، 100 أسبوع. */
export function counted(number: number, forms: Counted): string {
  const form = rules.select(number);
  if (form === 'one' || form === 'two') return forms[form];
  return `${number} ${form === 'zero' ? forms.other : forms[form]}`;
}

const units: Readonly<Record<PeriodUnit, Counted>> = {
  day: { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' },
  week: { one: 'أسبوع واحد', two: 'أسبوعين', few: 'أسابيع', many: 'أسبوعًا', other: 'أسبوع' },
  month: { one: 'شهر واحد', two: 'شهرين', few: 'أشهر', many: 'شهرًا', other: 'شهر' },
};
export const theUnits: Readonly<Record<PeriodUnit, string>> = { day: 'اليوم', week: 'الأسبوع', month: 'الشهر' };

export const namesText: ReportText['names'] = {
  platform: platformName,
  stages: {
    awareness: 'الوعي',
    consideration: 'الاهتمام',
    conversion: 'التحويل',
    loyalty: 'الولاء',
    advocacy: 'التوصية',
  },
  creative: { proven: 'مجرّبة', experiment: 'تجارب', moonshot: 'أفكار جريئة' },
  metrics: {
    audience: 'الجمهور (عدد الأشخاص)',
    cpm: 'سعر ألف ظهور',
    ctr: 'نسبة النقر',
    view_rate: 'نسبة المشاهدة',
    cvr: 'نسبة التحويل',
    fatigue: 'الملل مع كل ظهور متكرر',
    match: 'نسبة من يمكن التعرّف عليهم',
  },
  response: {
    maximum: 'أقصى ما تجلبه فترة واحدة',
    half_saturation: 'الإنفاق الذي يجلب نصف الأقصى',
    gamma: 'نصف التشبّع كحصة من المدى',
    shape: 'شكل المنحنى',
    lam: 'سرعة استواء المنحنى',
    cost: 'تكلفة الوحدة الأولى',
    coefficient: 'ما يجلبه إنفاق وحدة واحدة',
    exponent: 'أسّ المنحنى',
    factor: 'معامل الجدول',
    adstock_alpha: 'حصة الأثر الباقية بعد فترة',
    adstock_shape: 'شكل امتداد الأثر',
    adstock_scale: 'مدة امتداد الأثر، بالفترات',
  },
  kpis: {
    spend: 'الإنفاق الإعلاني',
    unspent: 'ميزانية غير منفقة',
    unreached: 'ميزانية لا تجد جمهورًا',
    impressions: 'مرات الظهور',
    reach: 'الوصول (عدد الأشخاص)',
    frequency: 'مرات الظهور لكل شخص',
    views: 'المشاهدات',
    clicks: 'النقرات',
    conversions: 'التحويلات',
    new: 'الطلبات الجديدة',
    repeat: 'الطلبات المتكررة',
    referred: 'طلبات بالتوصية',
    orders: 'الطلبات',
    revenue: 'الإيرادات',
    gross_margin: 'الربح الإجمالي',
    cost: 'التكلفة الكلية',
    profit: 'صافي الربح',
    cpm: 'تكلفة ألف ظهور (CPM)',
    ctr: 'نسبة النقر (CTR)',
    cpc: 'تكلفة النقرة (CPC)',
    cpv: 'تكلفة المشاهدة (CPV)',
    cvr: 'نسبة التحويل (CVR)',
    cpa: 'تكلفة التحويل (CPA)',
    cac: 'تكلفة اكتساب عميل جديد (CAC)',
    roas: 'العائد على الإنفاق الإعلاني (ROAS)',
    roi: 'العائد على كل التكاليف (ROI)',
    ltv: 'القيمة الدائمة للعميل (LTV)',
    ltv_cac: 'القيمة الدائمة إلى تكلفة الاكتساب',
    tail: 'طلبات تُسجَّل بعد مدة الخطة',
    future_orders: 'طلبات العملاء بعد مدة الخطة',
    posts: 'المنشورات',
    pay: 'أجور المنشورات',
    reach_3: 'من وصلت إليهم الإعلانات ثلاث مرات أو أكثر',
    recall_lift: 'من يتذكرون العلامة بفضل الخطة',
    brand_orders: 'طلبات من تذكّر العلامة',
    warm_end: 'المهتمون الباقون في النهاية',
    hot_end: 'القريبون من الطلب الباقون في النهاية',
    messages: 'الرسائل المطلوب الرد عليها',
    hours: 'ساعات العمل',
    leads: 'العملاء المحتملون',
    cpl: 'تكلفة العميل المحتمل (CPL)',
  },
  quantities: {
    population: 'عدد الناس في السوق',
    order_value: 'قيمة الطلب',
    margin: 'هامش الربح',
    close_rate: 'نسبة العملاء المحتملين الذين يشترون',
    repeat_rate: 'طلبات متكررة لكل مشترٍ في 30 يومًا',
    referral_rate: 'طلبات بالتوصية لكل مشترٍ في 30 يومًا',
    fee: 'عمولة على الإعلان',
    tax: 'ضريبة على الإعلان',
    baseline: 'طلبات كل فترة من دون أي إنفاق',
    delay_days: 'التأخر حتى تسجيل الطلب (بالأيام)',
    value_days: 'مدة احتساب العملاء بعد الخطة (بالأيام)',
    ltv_days: 'مدة القيمة الدائمة (بالأيام)',
    warm_days: 'عمر النصف للاهتمام بعد المشاهدة (بالأيام)',
    hot_days: 'عمر النصف للاهتمام بعد الزيارة (بالأيام)',
    buyers_days: 'عمر النصف للمشتري (بالأيام)',
    landing: 'نسبة النقرات التي تصل إلى الموقع',
    warm: 'المهتمون في البداية',
    hot: 'الزوار في البداية',
    buyers: 'المشترون في البداية',
    memory_days: 'عمر النصف لتذكّر الإعلان (بالأيام)',
    wear_days: 'عمر النصف للمادة الإعلانية (بالأيام)',
    proven: 'جودة المواد المجرّبة',
    experiment: 'جودة التجارب',
    moonshot: 'جودة الأفكار الجريئة',
    experiment_gain: 'جودة تكشفها التجارب في 30 يومًا',
    moonshot_gain: 'جودة تكشفها الأفكار الجريئة في 30 يومًا',
  },
  rules: {
    budget: 'إنفاق الميزانية كلها',
    budget_planned: 'يُنفق كل ما خُطط له',
    prospecting: 'حصة الوعي من الميزانية',
    retargeting: 'الاهتمام إلى التحويل',
    creative: 'توزيع ميزانية المواد الإعلانية',
    new_channels: 'الحصة المحفوظة للقنوات الجديدة',
    cpa: 'سقف تكلفة التحويل',
    cpm: 'سقف سعر ألف ظهور',
    roas: 'العائد على الإنفاق، على الأقل',
    cvar: 'متوسط صافي الربح في أسوأ عمليات المحاكاة، على الأقل',
    change: 'مقارنةً بالخطة المعطاة',
    week_change: 'من أسبوع إلى أسبوع، على الأكثر',
    lock: 'ميزانية مقفلة',
    min_move: 'أصغر تغيير',
  },
  goals: { awareness: 'الوعي', leads: 'العملاء المحتملون', sales: 'المبيعات' },
  line: (platform, stage, segment) => `${stage} على ${platform}${segment === null ? '' : ` (${segment})`}`,
  placement: (platform, segment) => (segment === null ? platform : `${platform} (${segment})`),
  plans: { given: 'كما هي', optimized: 'المحسّنة' },
  period: { day: 'يوم', week: 'أسبوع', month: 'شهر' },
  inPeriod: (unit, number) => `في ${theUnits[unit]} ${number}`,
  periods: (count, unit) => counted(count, units[unit]),
  dash: '\u200f–\u200f',
  clause: '؛ ',
  unspent: 'الاحتياطي غير المنفق',
  separator: '، ',
};
