import type { PeriodUnit } from '../../scenario/types.js';
import type { ReportText } from './types.js';

const ofUnits: Readonly<Record<PeriodUnit, string>> = { day: 'günün', week: 'haftanın', month: 'ayın' };

export const chartsText: ReportText['charts'] = {
  byDate: (date) => `${date} itibarıyla`,
  byPeriod: (unit, number) => `${number}. ${ofUnits[unit]} sonu itibarıyla`,
  range: (low, high) => `${low} – ${high}`,
  allocation: {
    move: (amount, from, to) => `${from} bütçesinden ${amount} alıp ${to} bütçesine aktarın`,
    moveMost: (amount, most, from, to) =>
      `Toplam ${amount} aktarın; en büyük parça (${most}) ${from} bütçesinden ${to} bütçesine`,
    moveSome: (amount, largest, from, to) =>
      `Kalemler arasında ${amount} aktarın; en büyük parça (${largest}) ${from} bütçesinden ${to} bütçesine`,
    sure: (change, kpi, better) => `ortanca sonuçta ${kpi} ${change}, ${better} olasılıkla daha iyi`,
    unsure: (change, kpi) => `ortanca sonuçta ${kpi} ${change}`,
    reshaped: 'Bütçeleri gösterildiği gibi değiştirin',
    kept: 'Planı olduğu gibi bırakın: kuralları içinde daha iyi bir dağılım bulunamadı',
    infeasible: 'Bu bütçenin hiçbir dağılımı tüm kurallara uymuyor; plan verildiği gibi gösteriliyor',
    single: (budget, line) => `Bütçenin tamamı (${budget}) tek kalemde: ${line}`,
    spread: (share, budget, stage, line, most) =>
      `Toplam ${budget} içinde ${stage} payı ${share}; en büyük kalem ${line}, ${most}`,
    note: 'Her kalemin önceki ve sonraki bütçesi; aşamalarda toplam ve bütçe payı yazılıdır.',
    noteGiven: 'Her kalemin bütçesi; aşamalarda toplam ve bütçe payı yazılıdır.',
    columns: { line: 'Aşama veya kalem', budget: 'Bütçe', change: 'Değişim' },
  },
  fan: {
    note: 'Çizgi: ortanca sonuç (P50). Bant: 10 simülasyondan 8’i bunun içinde biter (P10–P90).',
    noteBoth:
      'Çizgi: ortanca sonuç (P50). Bant: 10 simülasyondan 8’i bunun içinde biter (P10–P90). Kesikli: verilen planda aynısı.',
    noteSingle: 'Nokta: ortanca sonuç (P50). Çubuk: 10 simülasyondan 8’i bunun içinde biter (P10–P90).',
    noteSingleBoth:
      'Nokta: ortanca sonuç (P50). Çubuk: 10 simülasyondan 8’i bunun içinde biter (P10–P90). Gri baklava: verilen plan.',
    tail: (orders) => `Dönem sonrasında kaydedilen ${orders} sipariş çizimde yer almaz.`,
    columns: { period: 'Dönem sonu', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  orders: {
    likely: (middle, when, low, high) => `${when} yaklaşık ${middle} sipariş bekleniyor (${low} – ${high})`,
    more: (amount) => `ortanca sonuçta verilen plana göre ${amount} fazla`,
    fewer: (amount) => `ortanca sonuçta verilen plana göre ${amount} eksik`,
    none: 'Bu plandan sipariş beklenmiyor, bu yüzden siparişlerin seyri çizilmedi.',
    axis: 'sipariş, birikimli',
  },
  profit: {
    breakEven: (when, middle, by, range) =>
      `Ortanca sonuç ${when} başabaşa ulaşıyor ve ${by} ${middle} kazandırıyor (${range})`,
    earned: (middle, by, range) => `Ortanca sonuç ${by} ${middle} kazandırıyor (${range})`,
    never: (middle, by, range) => `Ortanca sonuç başabaşa ulaşmıyor: ${by} ${middle} (${range})`,
    withTail: (total) => `; sonradan kaydedilen siparişlerle ${total}`,
    none: 'Gösterilecek kâr yok',
    axis: 'kâr, birikimli',
  },
  distribution: {
    chance: (chance, middle) => `Zarar olasılığı ${chance}; ortanca sonuç ${middle}`,
    never: (draws, middle) => `Hiçbir simülasyon zararla bitmiyor (${draws} simülasyon); ortanca sonuç ${middle}`,
    always: (draws, middle) => `Her simülasyon zararla bitiyor (${draws} simülasyon); ortanca sonuç ${middle}`,
    changed: (chance, before, middle) => `Zarar olasılığı ${chance}, verilen planda ${before}; ortanca sonuç ${middle}`,
    note: (draws) => `Kâr dağılımı, ${draws} simülasyon; sıfırın solundaki çubuklar zarardır.`,
    noteBoth: (draws) =>
      `Optimize planın kâr dağılımı, ${draws} simülasyon; sıfırın solundaki çubuklar zarardır. Kesikli çizgi: verilen plan.`,
    beyond: (share) => `Simülasyonların çizim dışında kalan payı: ${share}.`,
    same: (value) => `Her simülasyon aynı kârla bitiyor (${value}): çizilecek bir dağılım yok.`,
    loss: (share) => `zarar ${share}`,
    gain: (share) => `kâr ${share}`,
    axisShare: 'simülasyon payı',
    columns: { from: 'Kâr, alt sınır', to: 'üst sınır' },
  },
  bridge: {
    leaves: (margin, media, other, profit) =>
      `Ortalamada ${margin} brüt kârdan ${media} medya${other === '' ? '' : ` ve ${other} diğer gider`} düşünce ${profit} kalıyor`,
    loses: (margin, media, other, loss) =>
      `Ortalamada ${margin} brüt kâr, ${media} medya${other === '' ? ' giderini' : ` ve ${other} diğer gideri`} karşılamıyor: zarar ${loss}`,
    future: (amount) => `kazanılan müşteriler sonradan ${amount} daha getiriyor`,
    note: 'Tüm simülasyonların ortalaması; ortalamalar toplanır. Dolu: para girişi; içi boş: para çıkışı; kalın yazı: toplam.',
    noteFuture: 'Müşterilerin dönem sonrasındaki siparişleri başka hiçbir rakama dahil değildir.',
    noteBaseline: (orders) =>
      `Gri: hiç harcama olmadan beklenen sipariş: ${orders}; bu da başka rakamlara dahil değildir.`,
    noteBaselineAlone: (orders) =>
      `Gri: hiç harcama olmadan beklenen sipariş: ${orders}; başka hiçbir rakama dahil değildir.`,
    parts: {
      recorded: 'Kaydedilen brüt kâr',
      margin: 'Brüt kâr',
      media: 'Medya',
      fees: 'Komisyonlar',
      tax: 'Vergi',
      fixed_costs: 'Sabit giderler',
      posts: 'Gönderiler',
      production: 'İçerik ve formatlar',
      community: 'Mesajlara yanıt',
      profit_recorded: 'Kaydedilen kâr',
      tail: 'Dönem sonrasında kaydedilen',
      profit: 'Kâr',
      future: 'Müşterilerin sonraki siparişleri',
      profit_future: 'Sonraki siparişlerle birlikte',
      baseline: 'Hiç harcama olmadan gelen',
      everything: 'Hepsi birlikte',
    },
    columns: {
      part: 'Tüm simülasyonların ortalaması',
      orders: 'Sipariş',
      revenue: 'Gelir',
      amount: 'Tutar',
      sum: 'Toplam',
    },
  },
  funnel: {
    split: (wide, seen, close, won, spent) =>
      `${wide} aşamasının gösterim payı ${seen}; ${close} aşamasının dönüşüm payı ${won}, bütçe payı ${spent}`,
    same: (stage, seen, won) => `${stage} aşamasının gösterim payı ${seen}, dönüşüm payı ${won}`,
    single: (clicks, conversions) => `Gösterimden tıklamaya ${clicks}, tıklamadan dönüşüme ${conversions}`,
    fitted: 'Gelen her şey model eğrilerinden okunur: gösterilecek bir huni yok.',
    nobody: 'Reklamlar görülüyor ama kimse dönüşmüyor',
    nothing: 'Bütçe, reklam gösterecek kimse bulamıyor',
    note: 'Çubuk: her aşamanın ortanca sonucu (P50); çizgi: P10–P90. Her panelin ölçeği kendine aittir.',
    absent: 'Sonuçta aşama bazında rakam yok, bu yüzden huni çizilmedi.',
    columns: { stage: 'Aşama' },
  },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `Bugünkü harcamaya eklenecek ${amount}, ${best} için ${more}, ${worst} için ${fewer} ek sipariş getirir`,
    single: (amount, platform, more) =>
      `Bugünkü harcamaya eklenecek ${amount}, ${platform} için ${more} ek sipariş getirir`,
    none: 'Daha fazla harcama hiçbir platformda daha fazla sipariş getirmiyor',
    absentOrders: 'Daha fazla harcama hiçbir platformda sipariş getirmiyor, bu yüzden tepki eğrisi çizilmedi.',
    note: 'Platformun harcamasına göre ek sipariş; diğer her şey verildiği gibi. Bant: P10–P90. Tüm paneller aynı ölçekte: dik olan daha iyi.',
    absent: 'Tahminde tepki eğrisi yok, bu yüzden çizilmedi.',
    today: 'bugün',
    optimized: 'optimize',
    x: 'harcama',
    y: 'ek sipariş',
    columns: { platform: 'Platform', spend: 'Harcama', p10: 'P10', p50: 'P50', p90: 'P90' },
  },
  targets: {
    all: (count) => (count === 1 ? 'Hedef tutuyor' : `${count} hedefin hepsi tutuyor`),
    some: (failed, count) =>
      count === 1
        ? 'Hedef tutmuyor'
        : failed === count
          ? `${count} hedefin hiçbiri tutmuyor`
          : `${count} hedeften ${failed} tanesi tutmuyor`,
    failed: (target, probability, required) => `${target} (olasılık ${probability}, gereken ${required})`,
    failedMean: (target) => `${target} (ortalamada sağlanmıyor)`,
    note: 'Her hedefi tutturan simülasyonların payı; dikey çizgi gereken paydır.',
    noteBoth:
      'Optimize planla her hedefi tutturan simülasyonların payı (içi boş: verilen plan); dikey çizgi gereken paydır.',
    onMean: 'Ortalama üzerine kurulan hedeflerin çizilecek olasılığı yoktur; tabloda yer alırlar.',
    absent: 'Senaryoda hedef yok, bu yüzden gösterilecek olasılık yok.',
    absentChance:
      'Hedefler ortalama üzerine kurulu, bu yüzden çizilecek olasılık yok; tutup tutmadıkları hedefler tablosunda.',
    comparisons: { '>=': 'en az', '<=': 'en fazla', '>': '>', '<': '<' },
    met: 'tutuyor',
    missed: 'tutmuyor',
    needs: (share) => `gereken ${share}`,
    columns: {
      target: 'Hedef',
      plan: 'Plan',
      probability: 'Olasılık',
      required: 'Gereken',
      value: 'Ortalama',
      outcome: 'Sonuç',
    },
  },
};
