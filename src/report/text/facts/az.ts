import type { FactsText } from './words.js';

const RATES = {
  cpm: '1.000 göstərimin qiyməti',
  ctr: 'klik nisbəti',
  view_rate: 'baxış nisbəti',
  orders_per_click: 'klik başına sifariş',
  leads_per_click: 'klik başına müraciət',
};
const RATES_TYPED = { ctr: 'klik nisbəti', view_rate: 'baxış nisbəti', cvr: 'konversiya nisbəti' };
const BOUNDS = { min: 'aşağı həddini', max: 'yuxarı həddini', fixed: 'sabit məbləğini' };

/** Faktların azərbaycanca deyilişi. */
export const factsAz: FactsText = {
  warnings: {
    no_order_value: (_, say) =>
      `order_value verilməyib: gəlir və xalis mənfəət 0 sayılır, plan bu göstərici üzrə optimallaşdırılır: ${say.aim()}.`,
    no_margin: () => 'margin verilməyib: bütün gəlir ümumi mənfəət sayılır.',
    assumed_audience: ({ line, ground }, say) =>
      `${say.line(line)} auditoriyası fərz edilib (${say.grounds([ground])}): audience qiymətini aralıq kimi verin.`,
    nothing_above: ({ line }, say) =>
      `${say.line(line)} heç kimə çatmır: ondan yuxarıdakı heç bir maddə onu doldurmur və öz auditoriyası yoxdur.`,
    idle_rule: ({ rule, of }, say) => `${rule} heç nəyi dəyişmir: ${say.subject(of)} üzrə maddə yoxdur.`,
    idle_week_change: () =>
      'rules.week_change heç nəyi dəyişmir: yalnız flighting: free olan maddələrin həftələrini məhdudlaşdırır, belə maddə isə yoxdur.',
    no_ceiling: ({ preset, because }, say) =>
      `“${say.goal(preset)}” hazır hədəfi burada yuxarı hədd qoymur: ${because === 'no_cpm' ? 'CPM üçün daxili bazar göstəricisi yoxdur' : 'order_value verilməyib'}.`,
    no_daily: ({ preset, currency }, say) =>
      `“${say.goal(preset)}” üçün adi günlük məbləğ ${currency} ilə deyilə bilmir: daxili məzənnə yoxdur.`,
    beyond_table: ({ line }, say) =>
      `${say.line(line)} bir dövrdə cədvəlinin çatdığından çox xərcləyir: son nöqtədən sonra əlavə heç nə gətirmədiyi qəbul edilir.`,
    idle_shock: ({ shock, platform }, say) =>
      `“${shock}” hadisəsi ${say.platform(platform)} üzrə heç nəyi dəyişmir: planda orada heç nə yoxdur.`,
    assumed_reach_rate: ({ source }) =>
      `${source} üçün reach_rate verilməyib: bu ölçüdə hesablar üçün dərc olunan göstərici götürülüb.`,
    one_audience: ({ lines, name }, say) =>
      `Bu maddələrin auditoriyası eynidir: ${lines.map(say.line).join(', ')}. Bunlar eyni adamlardırsa, auditoriyaya bir dəfə ad verin, audiences: { ${name}: … }, və maddələrə audience: "@${name}" yazın.`,
    orders_above_reach: ({ orders, reach }, say) =>
      `Planın çatdığı adamların sayı ${say.count(reach)}, gətirdiyi isə ondan çoxdur (${say.counted()}): ${say.count(orders)}.`,
    impressions_a_person: ({ value }, say) =>
      `Çatılan hər kəs ${say.count(value)} reklam görür: bu qədərinə heç kim baxmır.`,
    frequency_a_week: ({ line, value }, say) =>
      `${say.line(line)} hər kəsə həftədə ${say.count(value)} reklam göstərir; 10 reklamdan sonra auditoriya yorulur.`,
    return_hard_to_believe: ({ value, most }, say) =>
      `Gəlirin xərcə nisbəti: ${say.count(value)}. ${say.plain(most)} həddindən yuxarısı nadir hallarda doğru çıxır: sifarişin məbləğinə və nisbətlərə yenidən baxın.`,
    below_least_spend: ({ line, platform, value, min, source }, say) =>
      `${say.line(line)} gündə ${say.estimate(value)} xərcləyir; ${say.platform(platform)} üçün ən az məbləğ təxminən ${say.estimate(min)} (${source}): daha az günə bölün və ya maddəni çıxarın.`,
    learning: ({ lines, min, sources }, say) =>
      `Həftəlik nəticələrin sayı reklam göstərilməsinin öyrənməsi üçün lazım olan təxminən ${say.plain(min)} nəticədən azdır (${sources.join(', ')}): ${lines.map(({ line, value }) => `${say.line(line)} ${say.count(value)}`).join(', ')}. Qiymətlər dəyişkən ola bilər; sifarişdən əvvəlki bir addım hədəf götürülə bilər.`,
    rate_outside_published: ({ line, rate, value, low, high }, say) =>
      `${say.line(line)}: ${RATES_TYPED[rate]} ${say.share(value)}, dərc olunanların hamısından uzaqdır (${say.share(low)} – ${say.share(high)}).`,
    adequacy: ({ line, value, min }, say) =>
      `${say.line(line)} həftədə ${say.count(value)} konversiya gözləyir, öyrənmək üçün isə ən azı ${say.plain(min)} lazımdır: büdcəsini artırın və ya çıxarın.`,
    daily_spend: ({ preset, value, min, max }, say) =>
      `Plan gündə ${say.estimate(value)} xərcləyir; “${say.goal(preset)}” hədəfində adətən ${say.estimate(min)} ilə ${say.estimate(max)} arasında olur.`,
  },
  grounds: {
    audience_people: ({ low, high }, say) =>
      `${say.count(low)} ilə ${say.count(high)} nəfər arasında, çünki əhali verilməyib`,
    audience_share: ({ low, high }, say) => `əhalinin ${say.share(low)} – ${say.share(high)} arası`,
    other_platforms: ({ rate, platform }, say) =>
      `${say.platform(platform)} üçün etibarlı göstərici (${RATES[rate]}) dərc olunmayıb: digər platformaların səviyyəsi`,
    by_stage: ({ rate, stage, change }, say) =>
      `mərhələlər üzrə göstərici (${RATES[rate]}) dərc olunmayıb: ${say.stage(stage)} üçün ${change === 0 ? 'dəyişmədən' : say.change(change)}`,
    price_level: ({ currency, factor }, say) =>
      `${currency} bazarlarında qiymətlər dərc olunanların ${say.plain(factor)} misli götürülüb`,
    published: ({ figure, page }) =>
      `${figure.source}, ${figure.period}, etibar ${figure.grade}${page === null ? '' : `, ${page}`}`,
    more_figures: ({ count, first, last }) => `və daha ${count} göstərici (${first}–${last})`,
    retargeting: ({ change, figure }, say) =>
      `təkrar hədəfləmə üçün ${change === 0 ? 'dəyişmədən' : say.change(change)} (${figure.source}, ${figure.period}, etibar ${figure.grade})`,
    converted: ({ currency, perDollar, year, pegged }, say) =>
      `1 USD təxminən ${say.plain(perDollar)} ${currency} hesabı ilə (${year}${pegged ? ', sabit məzənnə' : ''})`,
  },
  relaxations: {
    bound: ({ rule, bound, way, unit, to, by }, say) => {
      const far = by === null ? '' : `: istənilən qiymətlə fərq ${say.bound(unit, by)}`;
      return `${rule} qaydasının ${BOUNDS[bound]} bu qiymətə ${way === 'lower' ? 'endirin' : 'qaldırın'}: ${say.bound(unit, to)}${far}`;
    },
    tolerance: ({ rule, to }, say) =>
      `${rule} qaydasında yol verilən kənarlaşmanı artırın: ${rule === 'creative' ? '± ' : ''}${say.exactShare(to)}`,
    ratio: ({ to }, say) =>
      to === null
        ? 'retargeting nisbəti 0 : 1 olsun və ya qaydanı çıxarın'
        : `retargeting nisbəti (consideration : conversion) belə olsun: 1 : ${say.bound('ratio', to)}`,
    daily: ({ rule, to }, say) => `${rule} qaydasını endirin: gündə ${say.money(to)}`,
    budget: ({ way, to }, say) => `Büdcəni ${way === 'raise' ? 'artırın' : 'azaldın'}: ${say.money(to)}`,
    chance: ({ rule, to }, say) => `${rule} üçün ən çoxu bu ehtimalı istəyin: ${say.exactShare(to)}`,
    together: ({ changes }, say) => changes.map((change) => say.relaxation(change)).join('; və eyni zamanda: '),
    drop: ({ rules }) =>
      `Bir qaydanı yumşaltmaq kifayət etmir: bunlardan birini çıxarın və yenidən yoxlayın: ${rules.join(', ')}`,
  },
  asks: {
    range: ({ unit, min, max, probability }, say) => {
      const chance = probability === null ? '' : `, ehtimal ${say.exactShare(probability)}`;
      if (min !== null && min === max) return `${say.bound(unit, min)}${chance}`;
      if (min !== null && max !== null) return `${say.bound(unit, min)} – ${say.bound(unit, max)}${chance}`;
      return max === null ? `ən azı ${say.bound(unit, min ?? 0)}${chance}` : `ən çoxu ${say.bound(unit, max)}${chance}`;
    },
    ratio: ({ consideration, conversion, tolerance }, say) =>
      `${say.plain(consideration)} : ${say.plain(conversion)}${tolerance > 0 ? `, kənarlaşma ${say.exactShare(tolerance)}` : ''}`,
    split: ({ split, tolerance }, say) =>
      `${[split.proven, split.experiment, split.moonshot].map(say.exactShare).join(' / ')}${tolerance > 0 ? ` ± ${say.exactShare(tolerance)}` : ''}`,
    daily: ({ min }, say) => `gündə ${say.money(min)}`,
  },
  contradiction: (rules) => `bu qaydalara birlikdə əməl etmək mümkün deyil: ${rules}`,
  anyWouldDo: 'Bunlardan hər hansı biri kifayətdir:',
  thisWouldDo: 'Bu kifayətdir:',
};
