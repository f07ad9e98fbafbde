import type { ExplainText } from './types.js';

/** What an explanation says in Turkish. Figures and names come in as they are, so no ending is ever put on one. */
export const explainTr: ExplainText = {
  language: 'tr',
  metrics: {
    audience: 'kitle büyüklüğü',
    cpm: 'CPM',
    ctr: 'tıklama oranı',
    view_rate: 'izlenme oranı',
    cvr: 'dönüşüm oranı',
    fatigue: 'bıkkınlık',
    match: 'eşleşme oranı',
  },
  subjects: {
    market: (metric) => `${metric}, tüm kalemler`,
    platform: (platform, metric) => `${platform}: ${metric}`,
    line: (line, metric) => `${line}: ${metric}`,
    own: (line, metric) => `${line}: kendi payı, ${metric}`,
    together: (names) => `${names}, birlikte`,
    draws: (file) => `Model eğrilerinin nasıl çıktığı (${file})`,
    creative: 'Kreatif şansı',
    noise: (unit) => `Fiyat dalgalanması (${unit})`,
    noiseOf: (platform) => `${platform}: ortalama fiyat dalgalanması`,
    lineRates: (line) => `${line}: kendi oranlarının tümü`,
    platformRates: (platform) => `${platform}: kendi oranlarının tümü`,
    platformAll: (platform) => `${platform}: tüm oranlar ve fiyatlar`,
    and: ' ve ',
  },
  ends: {
    bad: 'şanssız',
    good: 'şanslı',
    usual: 'her zamanki gibi',
    higher: (share) => `${share} yüksek`,
    lower: (share) => `${share} düşük`,
  },
  heading: (scenario, kpi, draws) => `${scenario}: ${kpi} neye bağlı; verilen plan, ${draws} simülasyon`,
  labels: { spread: 'Yayılım', drivers: 'Etkenler', range: 'Ortalamada', test: 'Bilmeye değer' },
  spread: (low, high, mean) => `10 simülasyondan 8’inde ${low} – ${high}, ortalama ${mean}`,
  same: (value) => `her simülasyonda ${value}: hiçbir şeye bağlı değil`,
  never: 'çok fazla simülasyonda değeri yok, neye bağlı olduğu söylenemez',
  driver: (name, share, low, high, total) =>
    `${name}: yayılımdaki payı tek başına ${share} (%90: ${low} – ${high}), diğerleriyle ${total}`,
  next: (list) => `Sonra: ${list}`,
  item: (name, share) => `${name} ${share}`,
  apart: (alone) => `Etkenlerin tek başına payı ${alone}; gerisi birlikte yaptıkları`,
  additive: 'Birlikte etki neredeyse yok: etkiler toplanıyor',
  range: (name, from, to, low, high) => `${name}, ${from} – ${to}: ${low} – ${high}`,
  worth: (what, worth, low, high) =>
    `Karardan önce bilmenin değeri: ${what}, yaklaşık ${worth} (%90: ${low} – ${high})`,
  pays: 'bundan pahalı bir test kendini ödemez',
  amount: (figure, goal) => `${figure} (${goal})`,
  worthNext: (list) => `Sonra: ${list}`,
  worthNothing: (most) =>
    `Karardan önce bilinen hiçbir etken tek başına kararı rastlantıdan fazla değiştirmiyor: önceden test etmek ${most} bile etmez`,
  worthNothingAtAll: 'Öğrenilebilecek hiçbir şey kararı değiştirmiyor: en iyi plan her simülasyonda en iyisi',
  everything: (worth, plans) => `Her şeyi bilmenin değeri ${worth}; kurallara uyan ${plans} plan arasında`,
  notAsked: 'Bilginin değeri sorulmadı',
  charts: {
    tornado: {
      title: (name, kpi, low, high) => `En önemli etken: ${name}; ortalama ${kpi} ${low} – ${high} arasında değişiyor`,
      note: (kpi) =>
        `Bir etken P10 (soluk) ve P90 (belirgin) değerindeyken ortalama ${kpi}; diğerleri rastlantıya bırakılmış. Kalemlerin veya platformların ortak yanı ayrı bir çubuktur.`,
      columns: { input: 'Etken', p10: 'P10 değeri', p90: 'P90 değeri', low: 'Ortalama, P10', high: 'Ortalama, P90' },
      mean: 'ortalama',
    },
    indices: {
      title: (name, share, kpi) => `Yayılımın en büyük parçası: ${name}, ${share} (${kpi})`,
      together: (alone) => `tüm etkenlerin tek başına payı ${alone}, gerisi birlikte yaptıkları`,
      note: 'Belirgin: varyansta etkenin tek başına payı (birinci derece Sobol endeksi). Soluk: diğerleriyle birlikte (toplam endeks). Çizgiler: %90 aralıklar.',
      columns: { input: 'Etken', first: 'Tek başına', total: 'Diğerleriyle', interval: '%90' },
    },
    range: (low, high) => `${low} – ${high}`,
    others: (count) => `Daha az etkili olanlar: ${count}.`,
    untouched: (count, kpi) => `Hiç etkisi olmayanlar: ${count} (${kpi}).`,
    none: (kpi) => `Etkenler bu göstergeyi değiştirmiyor: ${kpi}; çizilecek bir şey yok.`,
  },
  page: {
    everything: 'Her şey',
    inputs: 'Her etken tek başına',
    inputsNote:
      'Etken P10 ve P90 değerindeyken ortalama; onunla bağlantılı etkenler de birlikte değişir, bu yüzden aynı pazarı paylaşan kalemler burada benzer görünür. Rastlantının da gösterebileceği etkiler dışarıda bırakıldı.',
    information: 'Karardan önce bilmenin değeri',
    informationNote: (plans, goal) =>
      `Planlardan biri (toplam ${plans}) seçilmeden önce rakam bilinseydi ortalamanın artışı (${goal}): optimize plan, verilen plan ve çevrelerindeki, hepsi kurallara uyan planlar. Serbest seçim daha çok kazandırabilir. Başkalarıyla ortak olan bir etken onlar hakkında da bilgi verir.`,
    plans: 'Aralarından seçilecek planlar',
    columns: { question: 'Neyi bilmek', worth: 'Değeri', interval: '%90', plan: 'Plan', mean: 'Ortalama' },
    plan: { given: 'Verilen', optimized: 'Optimize' },
    shifts: {
      off: (name) => `${name}: kapalı`,
      halved: (name) => `${name}: yarısı`,
      doubled: (name) => `${name}: iki katı`,
    },
    shiftsNote: 'Kapalı, yarısı, iki katı: optimize plana göre, kuralların izin verdiği kadar.',
    best: 'başka bilgi yoksa en iyisi',
  },
};
