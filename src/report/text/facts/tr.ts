import type { FactsText } from './words.js';

const RATES = {
  cpm: '1.000 gösterim fiyatı',
  ctr: 'tıklama oranı',
  view_rate: 'izlenme oranı',
  orders_per_click: 'tıklama başına sipariş',
  leads_per_click: 'tıklama başına potansiyel müşteri',
};
const RATES_TYPED = { ctr: 'tıklama oranı', view_rate: 'izlenme oranı', cvr: 'dönüşüm oranı' };
const BOUNDS = { min: 'alt sınırını', max: 'üst sınırını', fixed: 'sabit tutarını' };

/** Olguların Türkçe söylenişi. */
export const factsTr: FactsText = {
  warnings: {
    no_order_value: (_, say) =>
      `order_value verilmemiş: ciro ve kâr 0 sayılır, plan şuna göre optimize edilir: ${say.aim()}.`,
    no_margin: () => 'margin verilmemiş: cironun tamamı brüt kâr sayılır.',
    assumed_audience: ({ line, ground }, say) =>
      `${say.line(line)} kitlesi varsayıldı (${say.grounds([ground])}): audience değerini aralık olarak verin.`,
    nothing_above: ({ line }, say) =>
      `${say.line(line)} kimseye ulaşamıyor: üstündeki hiçbir kalem havuzunu doldurmuyor ve kendi kitlesi yok.`,
    idle_rule: ({ rule, of }, say) => `${rule} hiçbir şeyi değiştirmiyor: ${say.subject(of)} ile ilgili kalem yok.`,
    idle_week_change: () =>
      'rules.week_change hiçbir şeyi değiştirmiyor: yalnızca flighting: free olan kalemlerin haftalarını sınırlar, böyle bir kalem yok.',
    no_ceiling: ({ preset, because }, say) =>
      `“${say.goal(preset)}” ön ayarı burada tavan koymuyor: ${because === 'no_cpm' ? 'CPM için yerleşik sektör verisi yok' : 'order_value verilmemiş'}.`,
    no_daily: ({ preset, currency }, say) =>
      `“${say.goal(preset)}” için günlük olağan tutar ${currency} cinsinden söylenemiyor: yerleşik kur yok.`,
    beyond_table: ({ line }, say) =>
      `${say.line(line)} bir dönemde tablosunun ulaştığından fazla harcıyor: son noktadan sonrasının ek bir şey getirmediği kabul edilir.`,
    idle_shock: ({ shock, platform }, say) =>
      `“${shock}” olayı ${say.platform(platform)} üzerinde hiçbir şeyi değiştirmiyor: planda orada bir şey yok.`,
    assumed_reach_rate: ({ source }) =>
      `${source} için reach_rate verilmemiş: bu büyüklükteki hesaplar için yayımlanan veri kullanıldı.`,
    one_audience: ({ lines, name }, say) =>
      `Bu kalemlerin kitlesi aynı: ${lines.map(say.line).join(', ')}. Aynı kişilerse kitleye bir kez ad verin, audiences: { ${name}: … }, ve kalemlere audience: "@${name}" yazın.`,
    orders_above_reach: ({ orders, reach }, say) =>
      `Planın ulaştığı kişi sayısı ${say.count(reach)}, getirdiği ise ondan çok (${say.counted()}): ${say.count(orders)}.`,
    impressions_a_person: ({ value }, say) =>
      `Ulaşılan herkes ${say.count(value)} reklam görüyor: bu kadarına kimse bakmaz.`,
    frequency_a_week: ({ line, value }, say) =>
      `${say.line(line)} herkese haftada ${say.count(value)} reklam gösteriyor; 10 reklamdan sonra kitle yorulur.`,
    return_hard_to_believe: ({ value, most }, say) =>
      `Ciro, harcamanın ${say.count(value)} katı çıkıyor; ${say.plain(most)} katın üstü pek gerçekleşmez: sipariş tutarına ve oranlara yeniden bakın.`,
    below_least_spend: ({ line, platform, value, min, source }, say) =>
      `${say.line(line)} günde ${say.estimate(value)} harcıyor; ${say.platform(platform)} için en az tutar yaklaşık ${say.estimate(min)} (${source}): daha az güne yayın ya da kalemi çıkarın.`,
    learning: ({ lines, min, sources }, say) =>
      `Haftalık sonuç sayısı, reklam dağıtımının öğrenmesi için gereken yaklaşık ${say.plain(min)} sonucun altında (${sources.join(', ')}): ${lines.map(({ line, value }) => `${say.line(line)} ${say.count(value)}`).join(', ')}. Fiyatlar dalgalanabilir; siparişten önceki bir adım hedeflenebilir.`,
    rate_outside_published: ({ line, rate, value, low, high }, say) =>
      `${say.line(line)}: ${RATES_TYPED[rate]} ${say.share(value)}, yayımlananların hepsinden uzak (${say.share(low)} – ${say.share(high)}).`,
    adequacy: ({ line, value, min }, say) =>
      `${say.line(line)} haftada ${say.count(value)} dönüşüm bekliyor; öğrenmesi için gereken ${say.plain(min)}: daha fazla bütçe verin ya da çıkarın.`,
    daily_spend: ({ preset, value, min, max }, say) =>
      `Plan günde ${say.estimate(value)} harcıyor; ${say.goal(preset)} hedefi için olağan olan ${say.estimate(min)} ile ${say.estimate(max)} arası.`,
  },
  grounds: {
    audience_people: ({ low, high }, say) =>
      `${say.count(low)} ile ${say.count(high)} kişi arası, çünkü nüfus verilmemiş`,
    audience_share: ({ low, high }, say) => `nüfusun ${say.share(low)} ile ${say.share(high)} arası`,
    other_platforms: ({ rate, platform }, say) =>
      `${say.platform(platform)} için sağlam veri yayımlanmamış (${RATES[rate]}): diğer platformların düzeyi`,
    by_stage: ({ rate, stage, change }, say) =>
      `aşamaya göre veri yayımlanmamış (${RATES[rate]}): ${say.stage(stage)} için ${change === 0 ? 'değişmeden' : say.change(change)}`,
    price_level: ({ currency, factor }, say) =>
      `${currency} pazarlarında fiyatlar yayımlananların ${say.plain(factor)} katı alındı`,
    published: ({ figure, page }) =>
      `${figure.source}, ${figure.period}, güven ${figure.grade}${page === null ? '' : `, ${page}`}`,
    more_figures: ({ count, first, last }) => `ve ${count} veri daha (${first}–${last})`,
    retargeting: ({ change, figure }, say) =>
      `yeniden hedefleme için ${change === 0 ? 'değişmeden' : say.change(change)} (${figure.source}, ${figure.period}, güven ${figure.grade})`,
    converted: ({ currency, perDollar, year, pegged }, say) =>
      `1 USD yaklaşık ${say.plain(perDollar)} ${currency} kabul edildi (${year}${pegged ? ', sabit kur' : ''})`,
  },
  relaxations: {
    bound: ({ rule, bound, way, unit, to, by }, say) => {
      const far = by === null ? '' : `: istenenden ${say.bound(unit, by)} ${way === 'lower' ? 'aşağıda' : 'yukarıda'}`;
      return `${rule} kuralının ${BOUNDS[bound]} şuna ${way === 'lower' ? 'indirin' : 'yükseltin'}: ${say.bound(unit, to)}${far}`;
    },
    tolerance: ({ rule, to }, say) =>
      `${rule} kuralında izin verilen sapmayı genişletin: ${rule === 'creative' ? '± ' : ''}${say.exactShare(to)}`,
    ratio: ({ to }, say) =>
      to === null
        ? 'retargeting oranı 0 : 1 olsun ya da kuralı çıkarın'
        : `retargeting oranı (consideration : conversion) şu olsun: 1 : ${say.bound('ratio', to)}`,
    daily: ({ rule, to }, say) => `${rule} kuralını düşürün: günde ${say.money(to)}`,
    budget: ({ way, to }, say) => `Bütçeyi ${way === 'raise' ? 'artırın' : 'azaltın'}: ${say.money(to)}`,
    chance: ({ rule, to }, say) => `${rule} için en çok şu olasılığı isteyin: ${say.exactShare(to)}`,
    together: ({ changes }, say) => changes.map((change) => say.relaxation(change)).join('; ve aynı anda: '),
    drop: ({ rules }) =>
      `Tek bir kuralı gevşetmek yetmiyor: şunlardan birini çıkarıp yeniden bakın: ${rules.join(', ')}`,
  },
  asks: {
    range: ({ unit, min, max, probability }, say) => {
      const chance = probability === null ? '' : `, olasılık ${say.exactShare(probability)}`;
      if (min !== null && min === max) return `${say.bound(unit, min)}${chance}`;
      if (min !== null && max !== null) return `${say.bound(unit, min)} – ${say.bound(unit, max)}${chance}`;
      return max === null ? `en az ${say.bound(unit, min ?? 0)}${chance}` : `en çok ${say.bound(unit, max)}${chance}`;
    },
    ratio: ({ consideration, conversion, tolerance }, say) =>
      `${say.plain(consideration)} : ${say.plain(conversion)}${tolerance > 0 ? `, sapma ${say.exactShare(tolerance)}` : ''}`,
    split: ({ split, tolerance }, say) =>
      `${[split.proven, split.experiment, split.moonshot].map(say.exactShare).join(' / ')}${tolerance > 0 ? ` ± ${say.exactShare(tolerance)}` : ''}`,
    daily: ({ min }, say) => `günde ${say.money(min)}`,
  },
  contradiction: (rules) => `bu kurallar birlikte sağlanamıyor: ${rules}`,
  anyWouldDo: 'Bunlardan herhangi biri yeter:',
  thisWouldDo: 'Şu yeter:',
};
