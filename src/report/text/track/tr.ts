import type { TrackText } from './types.js';

/** Sürmekte olan bir plan için Türkçe söylenenler. */
export const trackTr: TrackText = {
  language: 'tr',
  heading: (plan, whole, all, date) => `${plan}: ${all} dönemin ${whole} tanesi bitti, tarih: ${date}`,
  unmatched: (amount, count, names, file) =>
    `${amount} planın hiçbir satırına ait olmayan kampanyalara (${count}: ${names}) harcandı: toplamda sayılıyor; yerini ${file} dosyasında belirtin`,
  spent: (spent, budget, planned, end) =>
    `Harcanan: ${spent} / ${budget}; plana göre bugüne kadar: ${planned}. Bu tempoyla sonda: ${end}`,
  over: (amount) => `Bütçeden fazla harcandı: ${amount}; planlanacak bir şey kalmadı`,
  before: (amount) => `Planın ilk gününden önce harcanan: ${amount}; hiçbir rakamda yok`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `${phase} aşamasının koşulu (${gate}) sağlanmadı${stops ? ': durdurduğu satırlar artık harcamıyor' : ''}`
      : `${phase} aşamasının koşulu (${gate}) gelen rakamlarla geleceklerin ${passed} kadarında sağlanıyor${stops ? '; diğerlerinde durdurduğu satırlar artık harcamıyor' : ''}`,
  ahead: (line, off, daily, needed) => `${line} planın ${off} önünde: günde ${daily}, ${needed} yeterli`,
  behind: (line, off, daily, needed) => `${line} planın ${off} gerisinde: günde ${daily}, gereken ${needed}`,
  unplanned: (line, spent) => `${line}: henüz planda olmayan harcama ${spent}`,
  paced: (tolerance) => `Bütün satırlar planından en çok ${tolerance} sapıyor`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: sonda ${low} – ${high}, ortada ${middle}; onayda ${thenLow} – ${thenHigh}, ortada ${then}`,
  target: (name, now, then) => `${name}: geleceklerin ${now} kadarında, onayda ${then}`,
  needed: (chance, holds) => `; istenen: ${chance}${holds ? '' : ', tutmuyor'}`,
  bridge: (total, price, clickRate, conversionRate, volume) =>
    `Dönüşümler neden değişiyor (${total}): fiyat ${price}, tıklama oranı ${clickRate}, dönüşüm oranı ${conversionRate}, hacim ${volume}`,
  alarm: (figure, line, change, date) => `${figure} (${line}) ${date} tarihinden beri farklı: ${change}`,
  figures: { price: 'Fiyat', click_rate: 'Tıklama oranı', conversion_rate: 'Dönüşüm oranı' },
  up: (share) => `artış ${share}`,
  down: (share) => `düşüş ${share}`,
  change: (moves) => `Yarından itibaren değiştirin: ${moves}`,
  move: (line, to, from) => `${line} günde ${to} (şimdi ${from})`,
  gain: (amount, chance) => `; kâr ortalama ${amount}, geleceklerin ${chance} kadarında daha iyi`,
  nothing: 'Hiçbir şeyi değiştirmeyin: kalan için şansın ötesinde daha iyi bir plan yok',
  nothingLeft: 'Karar verilecek bir şey kalmadı',
  contradiction: (rules) => `Kalanın hiçbir planı şu kuralları birlikte tutmuyor: ${rules}`,
  unsure: 'Gelen rakamlar modele kötü uyuyor: aralıklara temkinli bakın',
  learned: (counts, effective, weights) =>
    `${counts} sayımdan öğrenildi; Gauss dağılımının etkin payı: ${effective}${weights ? ', bu yüzden ağırlıklar kullanılıyor' : ''}`,
  more: (count) => `ve ${count} tane daha`,
  separator: ', ',
  pace: (line) => `Tempo: ${line}`,
  paceFound: (off, tolerance) => `plandan sapma ${off}, izin verilen ${tolerance}`,
  chartTitle: 'Her dönemin sonuna kadar siparişler: onaylanan ve gelen',
  approved: 'onaylanan',
  now: 'gelen ve tahmin',
  lines: 'Satırlar',
  columns: {
    line: 'Satır',
    budget: 'Bütçe',
    planned: 'Bugüne plan',
    spent: 'Harcanan',
    off: 'Plandan sapma',
    daily: 'Günde',
    needed: 'Günde gereken',
    conversions: 'Sayılan dönüşümler',
    approved: 'Sonda, onayda',
    lands: 'Sonda, şimdi',
  },
  targetsTitle: 'Hedefler',
  targetColumns: { target: 'Hedef', needed: 'İstenen', approved: 'Onayda', now: 'Şimdi', atPace: 'Bu tempoyla' },
  bars: {
    price: 'Fiyat',
    click_rate: 'Tıklama oranı',
    conversion_rate: 'Dönüşüm oranı',
    volume: 'Hacim',
    all: 'Birlikte',
  },
  bridgeTitle: 'Dönüşümler neden onaydakinden farklı çıkıyor',
  bridgeColumns: { bar: 'Sebep', conversions: 'Dönüşümler' },
  matchTitle: 'Kampanyalar ve satırlar',
  matchColumns: { campaign: 'Kampanya', platform: 'Platform', line: 'Satır' },
  none: 'yok',
};
