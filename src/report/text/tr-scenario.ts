import type { ReportText } from './index.js';

export const scenarioText: ReportText['scenario'] = {
  figures: {
    cpm: 'CPM',
    ctr: 'tıklama oranı',
    view_rate: 'izlenme oranı',
    'orders per click': 'tıklama başına sipariş',
    'leads per click': 'tıklama başına potansiyel müşteri',
  },
  unchanged: 'değişmeden',
  otherPlatforms: (what, platform) =>
    `${platform} için sağlam bir ${what} verisi yayımlanmamış: diğer platformların düzeyi`,
  byStage: (what, shift, stage) => `aşamaya göre ${what} verisi yayımlanmamış: ${stage} için ${shift}`,
  priceLevel: (currency, factor) => `${currency} pazarlarında fiyatlar yayımlananların ${factor} katı alındı`,
  from: (source) => `kaynak: ${source}`,
  converted: (rate, currency, year) => `1 USD yaklaşık ${rate} ${currency} kabul edildi (${year})`,
  pegged: (year) => `${year}, sabit kur`,
  retargeting: (shift, source) => `yeniden hedefleme için ${shift} (${source})`,
  moreFigures: (count, first, last) => `ve ${count} veri daha (${first}–${last})`,
  grade: (grade) => `güven ${grade}`,
  aggregator: 'derleyici site',
  agency: 'ajans',
  people: '100.000 ile 2.000.000 kişi arası, çünkü nüfus verilmemiş',
  population: 'nüfusun %5 ile %50 arası',
  noOrderValue: 'order_value verilmemiş: ciro ve kâr 0 sayılır, plan siparişe göre optimize edilir.',
  noMargin: 'margin verilmemiş: cironun tamamı brüt kâr sayılır.',
  assumedAudience: (line, reason) => `${line} kitlesi varsayıldı (${reason}): audience değerini aralık olarak verin.`,
  nothingAbove: (line) =>
    `${line} kimseye ulaşamıyor: üstündeki hiçbir kalem havuzunu doldurmuyor ve kendi kitlesi yok.`,
  idleRule: (rule, of) => `${rule} hiçbir şeyi değiştirmiyor: ${of} ile ilgili kalem yok.`,
  noCeiling: (preset, reason) => `${preset} ön ayarı burada tavan koymuyor: ${reason}.`,
  noCpm: 'CPM için yerleşik sektör verisi yok',
  noValue: 'order_value verilmemiş',
  noDaily: (preset, currency) =>
    `${preset} için günlük olağan tutar ${currency} cinsinden söylenemiyor: yerleşik kur yok.`,
};
