import type { BacktestText } from './types.js';

/** What is said of plans held against what came in Turkish. */
export const backtestTr: BacktestText = {
  title: 'Planlar gerçekleşenle karşılaştırıldı',
  trusted: 'Aralıklara güvenilebilir mi?',
  scores: 'Puanlar',
  all: 'Toplam',
  outcomes: { impressions: 'gösterim', clicks: 'tıklama', conversions: 'dönüşüm' },
  baselines: {
    'naive rate': 'son oran',
    'seasonal-naive rate': 'aynı hafta gününün oranı',
    'smoothed rate': 'düzleştirilmiş oran',
    'naive volume': 'son hacim',
    'seasonal-naive volume': 'aynı hafta gününün hacmi',
    'smoothed volume': 'düzleştirilmiş hacim',
  },
  days: (days) => `günler, ${days} gün ileri`,
  total: (days) => `${days} günün toplamı`,
  holds: 'şimdilik tutuyor',
  misses: { coverage: 'tutmuyor (aralık)', bias: 'tutmuyor (sistematik sapma)' },
  open: (weeks) => `henüz söylenemez: yaklaşık ${weeks} hafta daha gerekir`,
  kinds: { 'holds so far': 'şimdilik tutuyor', misses: 'tutmuyor', "can't tell yet": 'henüz söylenemez' },
  verdict: (group, outcome, verdict, proof) => `${group}, ${outcome}: ${verdict}. ${proof}.`,
  proof: (span, inside, band, low, high, bias, least, most) =>
    `${span}: ${band} aralığının içinde ${inside} (%90: ${low} – ${high}), ortalama sapma ${bias} (${least} – ${most})`,
  page: (path) => `Sayfa: ${path}`,
  columns: {
    group: 'ne',
    outcome: 'sonuç',
    span: 'süre',
    origins: 'plan sayısı',
    inside: (band) => `${band} içinde`,
    bias: 'sapma',
    crps: 'CRPS',
    ratio: 'en iyiye oran',
    baseline: 'en iyi basit yöntem',
    verdict: 'karar',
  },
  done: (plans, _, first, last, horizon) =>
    `Plan sayısı ${plans}, tarihler ${first} – ${last}: calibrate ve run gibi, o güne kadarki satırlardan kestirildi ve sonradan yapılan harcamayla hesaplandı; en çok ${horizon} gün ileri tek tek günler ve toplamlar.`,
  baselinesNote:
    '"Oran" yöntemlerine de bu harcama verilir (oran harcamayla çarpılır); "hacim" yöntemlerine verilmez. Her basit yöntemin aralığı, kendisinin aynı süredeki geçmiş hatalarından alınır.',
  charts: {
    days: (group, outcome) => `${group}: günlük ${outcome}, tahmin ve gerçekleşen`,
    daysNote: 'Bant: başladığı gün bilinenlerden yapılan her planın %80 aralığı. Noktalar: gerçekleşen.',
    total: (group, outcome, days) => `${group}: ${days} günde ${outcome}, tahmin ve gerçekleşen`,
    totalNote: 'Bant: her planın %80 aralığı, son gününün yerinde. Noktalar: o günlerde gerçekleşen.',
    transforms: (group, what) => `${group}: ${what} tahminin neresine düştü`,
    ofDays: (outcome) => `günlük ${outcome}`,
    ofTotal: (outcome, days) => `${days} günde ${outcome}`,
    transformsNote:
      'Aralıklar doğruysa tahminin her onda birine sonuçların onda biri düşer; uçlar yüksekse aralık dardır; orta yüksekse geniştir.',
    below: 'tahmine göre gerçekleşenin altında kalma olasılığı',
    share: 'pay',
  },
};
