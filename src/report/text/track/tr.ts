import type { TrackText } from './types.js';

/** Sürmekte olan bir plan için Türkçe söylenenler. */
export const trackTr: TrackText = {
  language: 'tr',
  heading: (plan, whole, all, date) => `${plan}: ${date} itibarıyla ${all} dönemin ${whole} tanesi bitti`,
  changed: (date) => `; dosya artık ${date} tarihinde onaylanan plan değil`,
  unmatched: (amount, count, names, file) =>
    `${amount} planın hiçbir kalemine girmeyen kampanyalara harcandı (${count}: ${names}). Toplama dahildir; hangi kaleme ait olduğunu ${file} dosyasında belirtin`,
  spent: (spent, budget, planned, end, until) =>
    `${until === '' ? '' : `${until} tarihine kadar `}${budget} bütçenin ${spent} kadarı harcandı; plana göre ${until === '' ? 'bugüne kadar' : 'o güne kadar'} ${planned} olmalıydı. Bu tempoyla sonunda ${end} olur`,
  over: (amount) => `Bütçe ${amount} aşıldı: planlanacak para kalmadı`,
  before: (amount) => `Planın ilk gününden önce ${amount} harcandı; hiçbir rakama dahil değildir`,
  gate: (phase, gate, passed, failed, stops) =>
    failed
      ? `“${phase}” aşamasından sonraki koşul (${gate}) sağlanmadı${stops ? ': durdurduğu kalemlere artık para harcanmıyor' : ''}`
      : `“${phase}” aşamasından sonraki koşul (${gate}) gerçekleşen rakamlara göre simülasyonların ${passed} kadarında sağlanıyor${stops ? '; diğerlerinde durdurduğu kalemlere artık para harcanmıyor' : ''}`,
  shock: (name, date, chance) => `“${name}” başladı, büyük olasılıkla ${date} tarihinde (kesinlik ${chance})`,
  ahead: (line, off, daily, needed) => `${line} planın ${off} önünde: günde ${daily} harcıyor, ${needed} yeterli`,
  behind: (line, off, daily, needed) => `${line} planın ${off} gerisinde: günde ${daily} harcıyor, ${needed} gerekiyor`,
  silent: (date) =>
    `; dışa aktarımlarda ${date} tarihinden sonra hiçbir şey yok: durduruldu mu, yoksa bir dosya mı eksik?`,
  unplanned: (line, spent) => `${line}: henüz planda yokken ${spent} harcandı`,
  paced: (tolerance) => `Her kalem planından en çok ${tolerance} sapıyor`,
  lands: (name, low, high, middle, thenLow, thenHigh, then) =>
    `${name}: sonunda ${low} – ${high}, ortanca ${middle}; onaylandığında ${thenLow} – ${thenHigh}, ortanca ${then}`,
  target: (name, now, then) => `${name}: simülasyonların ${now} kadarında, onaylandığında ${then}`,
  needed: (chance, holds) => `; istenen ${chance}${holds ? '' : ', yani tutmuyor'}`,
  bridge: (total, then, now, price, clickRate, conversionRate, volume) =>
    `Dönüşümler ortalamada neden ${total} değişiyor (onaylandığında ${then}, şimdi ${now}): fiyat ${price}, tıklama oranı ${clickRate}, dönüşüm oranı ${conversionRate}, hacim ${volume}`,
  alarm: (figure, line, change, date) => `${line}: ${figure} ${date} tarihinden beri farklı, ${change}`,
  figures: { price: 'fiyat', click_rate: 'tıklama oranı', conversion_rate: 'dönüşüm oranı' },
  up: (share) => `${share} arttı`,
  down: (share) => `${share} düştü`,
  change: (moves) => `Yarından itibaren şöyle değiştirin: ${moves}`,
  move: (line, to, from) => `${line} günde ${to} (${from} yerine)`,
  gain: (amount, chance) => `; kâr ortalama ${amount}, simülasyonların ${chance} kadarında daha iyi`,
  nothing: 'Hiçbir şeyi değiştirmeyin: kalan süre için şansın ötesinde daha iyi bir plan yok',
  nothingLeft: 'Karar verilecek bir şey kalmadı',
  locked: (date) => `Bütçeler ${date} tarihine kadar kilitli: o zamana kadar hiçbir şeyi değiştirmeyin`,
  contradiction: (rules) => `Kalan süre için hiçbir plan şu kuralların hepsini birlikte tutmuyor: ${rules}`,
  unsure: 'Gerçekleşen rakamlar modele pek uymuyor: aralıklara temkinli yaklaşın',
  learned: (counts, effective, weights) =>
    `${counts} sayımdan öğrenildi; normal yaklaşımın etkin payı ${effective}${weights ? ', bu yüzden ağırlıklarla seçilen örnekler kullanılıyor' : ''}`,
  more: (count) => `ayrıca ${count} tane daha`,
  separator: ', ',
  pace: (line) => `Harcama temposu: ${line}`,
  paceFound: (off, tolerance) => `plandan sapma ${off}, izin verilen ${tolerance}`,
  chartTitle: 'Her dönemin sonuna kadar siparişler: onaylanan ve gerçekleşen',
  approvedCourse: { dashed: 'Kesikli: onaylanan planda aynısı.', diamond: 'Gri baklava: onaylanan plan.' },
  approved: 'onaylanan',
  now: 'şimdi',
  lines: 'Kalemler',
  columns: {
    line: 'Kalem',
    budget: 'Bütçe',
    planned: 'Bugüne kadar plan',
    spent: 'Harcanan',
    off: 'Plandan sapma',
    daily: 'Günde',
    needed: 'Günde gereken',
    conversions: 'Şimdiye kadar dönüşüm',
    approved: 'Sonda (onay)',
    lands: 'Sonda (şimdi)',
  },
  targetsTitle: 'Hedefler',
  targetColumns: {
    target: 'Hedef',
    needed: 'İstenen',
    approved: 'Onaylandığında',
    now: 'Şimdi',
    atPace: 'Bu tempoyla',
  },
  bars: {
    price: 'Fiyat',
    click_rate: 'Tıklama oranı',
    conversion_rate: 'Dönüşüm oranı',
    volume: 'Hacim',
    all: 'Birlikte',
  },
  bridgeTitle: 'Dönüşümler neden onaylanandan farklı geliyor',
  bridgeColumns: { bar: 'Neden', conversions: 'Dönüşümler' },
  matchTitle: 'Kampanyalar ve kalemler',
  matchColumns: { campaign: 'Kampanya', platform: 'Platform', line: 'Kalem' },
  none: 'yok',
};
