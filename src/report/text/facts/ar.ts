import type { FactsText } from './words.js';

const RATES = {
  cpm: 'سعر الألف ظهور',
  ctr: 'نسبة النقر',
  view_rate: 'نسبة المشاهدة',
  orders_per_click: 'الطلبات لكل نقرة',
  leads_per_click: 'العملاء المحتملين لكل نقرة',
};
const RATES_TYPED = { ctr: 'نسبة النقر', view_rate: 'نسبة المشاهدة', cvr: 'نسبة التحويل' };
const BOUNDS = { min: 'الحد الأدنى', max: 'الحد الأقصى', fixed: 'المبلغ الثابت' };

/** صياغة الحقائق بالعربية. */
export const factsAr: FactsText = {
  warnings: {
    no_order_value: (_, say) =>
      `لم تُذكر قيمة الطلب: تُحسب الإيرادات وصافي الربح 0، وتُحسَّن الخطة لهذا المؤشر: ${say.aim()}.`,
    no_margin: () => 'لم يُذكر هامش الربح: تُحسب الإيرادات كلها ربحًا إجماليًا.',
    assumed_audience: ({ line, ground }, say) =>
      `جمهور ${say.line(line)} مفترض (${say.grounds([ground])}): اذكر حجم الجمهور مجالًا من وإلى.`,
    nothing_above: ({ line }, say) => `${say.line(line)} لا يصل إلى أحد: لا بند فوقه يملأ مخزونه وليس له جمهور خاص.`,
    idle_rule: ({ rule, of }, say) => `${rule} لا تغيّر شيئًا: لا بند من ${say.subject(of)}.`,
    idle_week_change: () =>
      'القاعدة rules.week_change لا تغيّر شيئًا: فهي تحدّ أسابيع البنود ذات flighting: free، ولا بند كذلك.',
    no_ceiling: ({ preset, because }, say) =>
      `الإعداد «${say.goal(preset)}» لا يضع سقفًا هنا: ${because === 'no_cpm' ? 'لا يوجد مرجع مدمج لسعر الألف ظهور' : 'لم تُذكر قيمة الطلب'}.`,
    no_daily: ({ preset, currency }, say) =>
      `لا يمكن ذكر المعتاد يوميًا لهدف «${say.goal(preset)}» بعملة ${currency}: لا سعر صرف مدمج لها.`,
    beyond_table: ({ line }, say) =>
      `${say.line(line)} ينفق في الفترة أكثر مما يصل إليه جدول استجابته: يُعدّ ما بعد النقطة الأخيرة بلا زيادة.`,
    idle_shock: ({ shock, platform }, say) =>
      `الصدمة «${shock}» لا تغيّر شيئًا على ${say.platform(platform)}: ليس للخطة شيء هناك.`,
    assumed_reach_rate: ({ source }) => `لم تُذكر نسبة الوصول لـ${source}: أُخذ ما نُشر عن حسابات بهذا الحجم.`,
    one_audience: ({ lines, name }, say) =>
      `لهذه البنود الجمهور نفسه: ${lines.map(say.line).join('، ')}. إن كانوا الأشخاص أنفسهم فسمِّ الجمهور مرة واحدة، audiences: { ${name}: … }، واكتب في البنود audience: "@${name}".`,
    orders_above_reach: ({ orders, reach }, say) =>
      `عدد من تصل إليهم الخطة ${say.count(reach)}، وما تجلبه أكثر منه (${say.counted()}): ${say.count(orders)}.`,
    impressions_a_person: ({ value }, say) =>
      `عدد الإعلانات التي يراها كل من تصل إليه الخطة ${say.count(value)}: لا أحد ينظر إلى هذا العدد.`,
    frequency_a_week: ({ line, value }, say) =>
      `${say.line(line)}: عدد الإعلانات لكل شخص أسبوعيًا ${say.count(value)}، وفوق 10 يملّ الجمهور.`,
    return_hard_to_believe: ({ value, most }, say) =>
      `نسبة الإيرادات إلى الإنفاق ${say.count(value)}، وما فوق ${say.plain(most)} نادرًا ما يصح: راجع قيمة الطلب والنسب.`,
    below_least_spend: ({ line, platform, value, min, source }, say) =>
      `${say.line(line)}: الإنفاق اليومي ${say.estimate(value)}، وأقل ما يُقبل على ${say.platform(platform)} نحو ${say.estimate(min)} (${source}): وزّعه على أيام أقل أو احذف البند.`,
    learning: ({ lines, min, sources }, say) =>
      `عدد النتائج الأسبوعي أقل من نحو ${say.plain(min)} التي يتعلّم منها عرض الإعلانات (${sources.join('، ')}): ${lines.map(({ line, value }) => `${say.line(line)} ${say.count(value)}`).join('، ')}. قد تتقلّب الأسعار، ويمكن استهداف خطوة تسبق الطلب.`,
    rate_outside_published: ({ line, rate, value, low, high }, say) =>
      `${say.line(line)}: ${RATES_TYPED[rate]} ${say.share(value)}، بعيدة عن كل ما نُشر (من ${say.share(low)} إلى ${say.share(high)}).`,
    adequacy: ({ line, value, min }, say) =>
      `${say.line(line)}: التحويلات المتوقعة أسبوعيًا ${say.count(value)}، وأقل ما يلزم للتعلّم ${say.plain(min)}: زد ميزانيته أو احذفه.`,
    daily_spend: ({ preset, value, min, max }, say) =>
      `تنفق الخطة ${say.estimate(value)} يوميًا؛ والمعتاد لهدف «${say.goal(preset)}» من ${say.estimate(min)} إلى ${say.estimate(max)}.`,
  },
  grounds: {
    audience_people: ({ low, high }, say) =>
      `من ${say.count(low)} إلى ${say.count(high)} من الأشخاص، إذ لم يُذكر عدد السكان`,
    audience_share: ({ low, high }, say) => `من ${say.share(low)} إلى ${say.share(high)} من السكان`,
    other_platforms: ({ rate, platform }, say) =>
      `لم يُنشر عن ${RATES[rate]} على ${say.platform(platform)} ما يُعتمد عليه: أُخذ مستوى المنصات الأخرى`,
    by_stage: ({ rate, stage, change }, say) =>
      `لم يُنشر شيء عن ${RATES[rate]} بحسب المرحلة: ${change === 0 ? 'دون تغيير' : say.change(change)} لمرحلة ${say.stage(stage)}`,
    price_level: ({ currency, factor }, say) =>
      `الأسعار في أسواق ${currency} مأخوذة بنسبة ${say.plain(factor)} من المنشورة`,
    published: ({ figure, page }) =>
      `${figure.source}، ${figure.period}، درجة الثقة ${figure.grade}${page === null ? '' : `، ${page}`}`,
    more_figures: ({ count, first, last }) => `وأرقام أخرى عددها ${count} (من ${first} إلى ${last})`,
    retargeting: ({ change, figure }, say) =>
      `${change === 0 ? 'دون تغيير' : say.change(change)} لإعادة الاستهداف (${figure.source}، ${figure.period}، درجة الثقة ${figure.grade})`,
    converted: ({ currency, perDollar, year, pegged }, say) =>
      `بسعر نحو ${say.plain(perDollar)} ${currency} لكل 1 USD (${year}${pegged ? '، سعر مثبّت' : ''})`,
  },
  relaxations: {
    bound: ({ rule, bound, way, unit, to, by }, say) => {
      const side = way === 'lower' ? 'دون' : 'فوق';
      const far = by === null ? '' : `، أي ${say.bound(unit, by)} ${side} المطلوب`;
      return `${way === 'lower' ? 'اخفض' : 'ارفع'} ${BOUNDS[bound]} للقاعدة ${rule} إلى ${say.bound(unit, to)}${far}`;
    },
    tolerance: ({ rule, to }, say) =>
      `وسّع التفاوت المسموح في ${rule} إلى ${rule === 'creative' ? '± ' : ''}${say.exactShare(to)}`,
    ratio: ({ to }, say) =>
      to === null
        ? 'اجعل retargeting بنسبة 0 : 1 أو احذف القاعدة'
        : `اجعل retargeting (consideration : conversion) بنسبة 1 : ${say.bound('ratio', to)}`,
    daily: ({ rule, to }, say) => `اخفض ${rule} إلى ${say.money(to)} يوميًا`,
    budget: ({ way, to }, say) => `${way === 'raise' ? 'ارفع' : 'اخفض'} الميزانية إلى ${say.money(to)}`,
    chance: ({ rule, to }, say) => `اطلب ${rule} باحتمال ${say.exactShare(to)} على الأكثر`,
    together: ({ changes }, say) => changes.map((change) => say.relaxation(change)).join('؛ وفي الوقت نفسه: '),
    drop: ({ rules }) => `تخفيف قاعدة واحدة لا يكفي: احذف إحدى هذه ثم أعد المحاولة: ${rules.join('، ')}`,
  },
  asks: {
    range: ({ unit, min, max, probability }, say) => {
      const chance = probability === null ? '' : ` باحتمال ${say.exactShare(probability)}`;
      if (min !== null && min === max) return `${say.bound(unit, min)}${chance}`;
      if (min !== null && max !== null) return `من ${say.bound(unit, min)} إلى ${say.bound(unit, max)}${chance}`;
      return max === null
        ? `على الأقل ${say.bound(unit, min ?? 0)}${chance}`
        : `على الأكثر ${say.bound(unit, max)}${chance}`;
    },
    ratio: ({ consideration, conversion, tolerance }, say) =>
      `${say.plain(consideration)} : ${say.plain(conversion)}${tolerance > 0 ? `، بتفاوت ${say.exactShare(tolerance)}` : ''}`,
    split: ({ split, tolerance }, say) =>
      `${[split.proven, split.experiment, split.moonshot].map(say.exactShare).join(' / ')}${tolerance > 0 ? ` ± ${say.exactShare(tolerance)}` : ''}`,
    daily: ({ min }, say) => `${say.money(min)} يوميًا`,
  },
  contradiction: (rules) => `لا يمكن الوفاء بهذه القواعد معًا: ${rules}`,
  anyWouldDo: 'يكفي أي مما يأتي:',
  thisWouldDo: 'يكفي ما يأتي:',
};
