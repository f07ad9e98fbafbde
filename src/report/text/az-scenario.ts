import type { ReportText } from './index.js';

export const scenarioText: ReportText['scenario'] = {
  figures: {
    cpm: 'CPM',
    ctr: 'klik nisbəti',
    view_rate: 'baxış nisbəti',
    'orders per click': 'klik başına sifariş',
    'leads per click': 'klik başına müraciət',
  },
  unchanged: 'dəyişmədən',
  otherPlatforms: (what, platform) =>
    `${platform} üçün etibarlı göstərici (${what}) dərc olunmayıb: digər platformaların səviyyəsi`,
  byStage: (what, shift, stage) => `mərhələlər üzrə göstərici (${what}) dərc olunmayıb: ${stage} üçün ${shift}`,
  priceLevel: (currency, factor) => `${currency} bazarlarında qiymətlər dərc olunanların ${factor} misli götürülüb`,
  from: (source) => `mənbə: ${source}`,
  converted: (rate, currency, year) => `1 USD təxminən ${rate} ${currency} hesabı ilə (${year})`,
  pegged: (year) => `${year}, sabit məzənnə`,
  retargeting: (shift, source) => `təkrar hədəfləmə üçün ${shift} (${source})`,
  moreFigures: (count, first, last) => `və daha ${count} göstərici (${first}–${last})`,
  grade: (grade) => `etibar ${grade}`,
  aggregator: 'toplu sayt',
  agency: 'agentlik',
  people: '100.000 ilə 2.000.000 nəfər arasında, çünki əhali verilməyib',
  population: 'əhalinin 5% ilə 50% arası',
  noOrderValue: 'order_value verilməyib: gəlir və xalis mənfəət 0 sayılır, plan sifarişə görə optimallaşdırılır.',
  noMargin: 'margin verilməyib: bütün gəlir ümumi mənfəət sayılır.',
  assumedAudience: (line, reason) =>
    `${line} auditoriyası fərz edilib (${reason}): audience qiymətini aralıq kimi verin.`,
  nothingAbove: (line) =>
    `${line} heç kimə çatmır: ondan yuxarıdakı heç bir maddə onu doldurmur və öz auditoriyası yoxdur.`,
  idleRule: (rule, of) => `${rule} heç nəyi dəyişmir: ${of} üzrə maddə yoxdur.`,
  noCeiling: (preset, reason) => `${preset} hazır hədəfi burada yuxarı hədd qoymur: ${reason}.`,
  noCpm: 'CPM üçün daxili bazar göstəricisi yoxdur',
  noValue: 'order_value verilməyib',
  noDaily: (preset, currency) =>
    `${preset} üçün adi günlük məbləğ ${currency} ilə deyilə bilmir: daxili məzənnə yoxdur.`,
};
