import type { CountedSentences } from './types.js';

/** Planın ne getirdiğine dair cümleler: sayılan şey cümlede ek almadan durur. */
export const sentencesTr = (what: string, What: string): CountedSentences => ({
  tail: (count) => `Dönem sonrasında kaydedilen, çizimde yer almayan ${what}: ${count}.`,
  course: {
    likely: (middle, when, low, high) => `${when} beklenen ${what}: yaklaşık ${middle} (${low} – ${high})`,
    none: `Bu plandan ${what} beklenmiyor, bu yüzden seyri çizilmedi.`,
    axis: `${what}, birikimli`,
  },
  withTail: (total) => `; sonradan kaydedilenlerle ${total}`,
  bridge: {
    noteFuture: 'Müşterilerin dönem sonrasında getirdikleri başka hiçbir rakama dahil değildir.',
    noteBaseline: (count) =>
      `Gri: hiç harcama olmadan beklenen ${what}: ${count}; bu da başka rakamlara dahil değildir.`,
    noteBaselineAlone: (count) =>
      `Gri: hiç harcama olmadan beklenen ${what}: ${count}; başka hiçbir rakama dahil değildir.`,
  },
  parts: { future: 'Müşterilerin sonradan getirdikleri', profit_future: 'Sonradan gelenlerle birlikte' },
  response: {
    best: (amount, best, more, worst, fewer) =>
      `Bugünkü harcamaya eklenecek ${amount} ne getirir (${what}): ${best} için ${more}, ${worst} için ${fewer}`,
    single: (amount, platform, more) =>
      `Bugünkü harcamaya eklenecek ${amount} ne getirir (${what}): ${platform} için ${more}`,
    none: `Daha fazla harcama hiçbir platformda daha fazla ${what} getirmiyor`,
    absentOrders: `Daha fazla harcama hiçbir platformda ${what} getirmiyor, bu yüzden tepki eğrisi çizilmedi.`,
    note: `Platformun harcamasına göre ek ${what}; diğer her şey verildiği gibi. Bant: P10–P90. Tüm paneller aynı ölçekte: dik olan daha iyi.`,
    y: `ek ${what}`,
  },
  later: (amount) => `plandan sonra gelenlerle birlikte ortanca sonuçta ${amount} kazandırıyor`,
  added: `${What} derken planın ekledikleri kastedilir; plan olmadan da gelecek olanlar buna dahil değildir.`,
  whatIf: {
    close: (plans, middle, most, off) =>
      `Ne kadar yakın: her kalemin kendi bütçesinin yarısı ile bir buçuk katı arasında olduğu ${plans} rastgele bütçede ortalama kâr farkı çoğunlukla ${middle}, 10 durumun 9’unda en çok ${most}; fark (${what}) 10 durumun 9’unda en çok ${off}.`,
    orders: `${What}, değişim`,
    ordersNow: `Bu bütçelerle ortalama sayı (${what})`,
    ordersAt: `Planın getirdiği ${what}`,
  },
});
