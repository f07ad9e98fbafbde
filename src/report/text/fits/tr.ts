import type { FitsText } from './types.js';

/** What is said of fits from exports in Turkish. */
export const fitsTr: FitsText = {
  title: 'Dışa aktarımlarınızdan kestirimler',
  fitted: 'Neler kestirildi',
  numbers: 'Sayılar ve kaynakları',
  columns: {
    line: 'kalem',
    quantity: 'büyüklük',
    mean: 'ortalama',
    p5: '%5',
    p95: '%95',
    distribution: 'dağılım',
    origin: 'kaynak',
  },
  quantities: {
    cpm: '1.000 gösterimin fiyatı',
    ctr: 'tıklama oranı',
    view_rate: 'izlenme oranı',
    cvr: 'dönüşüm oranı',
    audience: 'kitle',
    fatigue: 'yorgunluk',
  },
  reachOf: (rows) => `erişim, ${rows} satır`,
  frequencyOf: (rows) => `sıklığa göre tıklama oranı, ${rows} satır`,
  size: (line, rows, campaigns, side) =>
    `${line}: satır sayısı ${rows}, kampanya sayısı ${campaigns}, aynı anda yaklaşık ${side}.`,
  price: (between, daily, persistence) =>
    `Fiyat kampanyalar arasında ${between}, günden güne ${daily} oynuyor (bir standart sapma); günün yavaş değişen bölümünden ertesi güne kalan: ${persistence}.`,
  scale: (change) => `Harcama kalıcı olarak iki katına çıkınca fiyattaki değişim: ${change}.`,
  together: (correlation, days) =>
    `Aynı günde fiyat ile tıklama oranındaki sürprizlerin korelasyonu ${correlation} (${days} gün).`,
  charts: {
    price: (line) => `${line}: 1.000 gösterimin fiyatı, satır satır, modelin yanında`,
    priceNote:
      'Çubuklar: her satırın fiyatının doğal logaritması. Çizgi: olağan harcamada herhangi bir kampanyanın bir satırı için kestirilen lognormal dağılım.',
    priceAxis: '1.000 gösterimin fiyatının doğal logaritması',
    rate: (line, rate) => `${line}: ${rate}, satır satır, modelin yanında`,
    rateNote:
      'Çubuklar: en az bir sonucu olan her satırın oranının log-olasılık oranı. Çizgi: herhangi bir kampanyanın bir satırı için kestirilen beta dağılımı, sayım rastlantısından önce.',
    rateAxis: (rate) => `${rate}: log-olasılık oranı`,
    density: 'yoğunluk',
    quantiles: (line, quantity) => `${line}: ${quantity} için bir satır sonraki hatalar, normal dağılımın yanında`,
    quantilesNote:
      'Model hataların biçimini doğru veriyorsa noktalar kesikli çizgide durur; sağda çizginin üstü: modeldekinden çok büyük hata.',
    expected: 'standart normal dağılımın kantilleri',
    errors: 'hatalar, standart sapma olarak',
    correlation: (line, quantity) => `${line}: ${quantity} için bir hata sonraki hatalar hakkında ne söylüyor`,
    correlationNote: 'Gri bandın içindeki çubuklar rastlantıdır: modelin kullanması gereken bir şey kalmamış.',
    lag: 'aradaki gün',
    correlationAxis: 'hataların korelasyonu',
  },
};
