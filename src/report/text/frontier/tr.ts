import type { FrontierText } from './types.js';

/** Sentences of `huni frontier` in Turkish. Figures and names come in as they are, so no ending is ever put on one. */
export const frontierTr: FrontierText = {
  risk: {
    heading: (name, goal, share, count) =>
      `${name}: beklenen ${goal}, en kötü ${share} simülasyona karşı; ${count} plan, tüm kurallara uyuldu`,
    title: (mean, goal, tail, share) =>
      `Beklenen göstergeden (${goal}) ${mean} vazgeçmek en kötü ${share} simülasyonu ${tail} yükseltiyor`,
    single: (goal) =>
      `Riske bakış ne olursa olsun tek bir plan en iyisi: hem beklenen ${goal} hem en kötü simülasyonlar için`,
    note: (share) =>
      `Her baklava, en kötü ${share} simülasyonun bir ağırlığı için en iyi plandır: sıfırdan (sol üst) tamamına (sağ alt). Her plan tüm kurallara uyar.`,
    x: (goal, share) => `En kötü ${share} simülasyonda ortalama ${goal}`,
    y: (goal) => `Beklenen ${goal}`,
    given: 'Verilen',
    weight: (weight) => `ağırlık ${weight}`,
    neutral: 'yalnızca beklenen değer',
    averse: 'yalnızca en kötü simülasyonlar',
    row: (mean, tail, lines) => `beklenen ${mean}, en kötülerde ${tail}${lines === '' ? '' : `; ${lines}`}`,
    columns: {
      weight: 'En kötülerin ağırlığı',
      mean: 'Beklenen',
      cvar: 'En kötü simülasyonlar',
      p10: 'P10',
      p90: 'P90',
      largest: 'En büyük kalemler',
    },
  },
  budget: {
    heading: (name, from, to) => `${name}: ${from} – ${to} arası her bütçe için en iyi plan, tüm kurallara uyuldu`,
    stops: (budget) => `Bütçe ${budget} olduktan sonra bir sonraki para biriminin getirisi maliyetinin altında`,
    never: 'İlk birimden başlayarak her para biriminin getirisi maliyetinin altında',
    pays: (budget) => `Bütçe ${budget} olana kadar her ek para birimi kendini ödüyor`,
    goalStops: (budget, weight, share) => `; en kötü ${share} simülasyonun ağırlığı ${weight} iken sınır ${budget}`,
    luckyStops: (budget) => `; en şanslı onda bir olmadan sınır ${budget}`,
    titles: {
      profit: (budget) => `Bütçeye göre kâr: ${budget} düzeyinden sonra para kendini ödemiyor`,
      profitNever: 'Bütçeye göre kâr: para ilk birimden itibaren kendini ödemiyor',
      profitPays: (budget) => `Bütçeye göre kâr: ${budget} düzeyinde para hâlâ kendini ödüyor`,
      orders: (low, high, from, to, what) => `Bütçe ${from} iken ${low} ${what}, ${to} iken ${high}`,
      marginal: 'Bir sonraki para biriminin, kendi maliyeti düşüldükten sonra kazandırdığı',
    },
    note: 'Çizgi: ortalama. Bant: 10 simülasyondan 8’i, P10–P90. Her bütçe kurallar içinde en iyi biçimde yeniden dağıtıldı.',
    axes: { budget: 'Bütçe', profit: 'Kâr', orders: 'Sipariş', marginal: 'Sonraki birimin kârı' },
    today: (budget) => `bugün ${budget}`,
    stop: (budget) => `kendini ödemez: ${budget}`,
    goalStop: (budget) => `en kötüler tartılınca: ${budget}`,
    luckyStop: (budget) => `en şanslı onda bir olmadan: ${budget}`,
    columns: {
      budget: 'Bütçe',
      profit: 'Kâr',
      orders: 'Sipariş',
      marginal: 'Sonraki birimin getirisi',
      p10: 'P10',
      mean: 'Ortalama',
      p90: 'P90',
    },
    band: (mean, low, high) => `${mean} (${low} – ${high})`,
    infeasible: (rules) => `bu kurallara uyan plan yok: ${rules}`,
    none: 'Bakılan bütçelerin hiçbirinde tüm kurallara uyan bir plan yok.',
  },
  target: {
    largest: (target, budget) => `${target}: bütçe en fazla ${budget} iken tutuyor`,
    smallest: (target, budget) => `${target}: bütçe en az ${budget} iken tutuyor`,
    all: (target, from, to) => `${target}: bakılan her bütçede (${from} – ${to}) tutuyor`,
    none: (target, from, to) => `${target}: bakılan hiçbir bütçede (${from} – ${to}) tutmuyor`,
    error: (error) => ` (± ${error}: Monte Carlo hatası ve denenen bütçeler arasındaki adım)`,
  },
};
