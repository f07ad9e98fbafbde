import type { ExplainText } from './types.js';

/** What an explanation says in Azerbaijani. Figures and names come in as they are, so no ending is ever put on one. */
export const explainAz: ExplainText = {
  language: 'az',
  metrics: {
    audience: 'auditoriyanın ölçüsü',
    cpm: 'CPM',
    ctr: 'klik nisbəti',
    view_rate: 'baxış nisbəti',
    cvr: 'konversiya nisbəti',
    fatigue: 'yorğunluq',
    match: 'tanına bilən şəxslərin payı',
  },
  subjects: {
    market: (metric) => `${metric}, bütün maddələr`,
    platform: (platform, metric) => `${platform}: ${metric}`,
    line: (line, metric) => `${line}: ${metric}`,
    own: (line, metric) => `${line}: öz ${metric}`,
    together: (names) => `${names}, birlikdə`,
    draws: (file) => `Model əyrilərinin necə çıxdığı (${file})`,
    creative: 'Kreativ şansı',
    noise: (unit) => `Qiymətin dalğalanması (${unit})`,
    noiseOf: (platform) => `${platform}: qiymətin orta dalğalanması`,
    lineRates: (line) => `${line}: bütün öz göstəriciləri`,
    platformRates: (platform) => `${platform}: bütün öz göstəriciləri`,
    platformAll: (platform) => `${platform}: bütün göstəricilər və qiymətlər`,
    and: ' və ',
  },
  ends: {
    bad: 'uğursuz hal',
    good: 'uğurlu hal',
    usual: 'adi hal',
    higher: (share) => `${share} yuxarı`,
    lower: (share) => `${share} aşağı`,
  },
  heading: (scenario, kpi, draws) => `${scenario}: ${kpi} nədən asılıdır; verilən plan, ${draws} simulyasiya`,
  labels: { spread: 'Yayılma', drivers: 'Amillər', range: 'Orta hesabla', test: 'Bilməyə dəyər' },
  spread: (low, high, mean) => `10 simulyasiyadan 8-i ${low} – ${high} aralığında, orta ${mean}`,
  same: (value) => `hər simulyasiyada ${value}: heç nədən asılı deyil`,
  never: 'həddən artıq çox simulyasiyada qiyməti yoxdur, nədən asılı olduğu deyilə bilməz',
  driver: (name, share, low, high, total) =>
    `${name}: yayılmada təkbaşına payı ${share} (90%: ${low} – ${high}), başqaları ilə birlikdə ${total}`,
  next: (list) => `Sonra: ${list}`,
  item: (name, share) => `${name} ${share}`,
  apart: (alone) => `Amillərin təkbaşına payı ${alone}; qalanı birgə təsirləridir`,
  additive: 'Birgə təsir demək olar yoxdur: təsirlər toplanır',
  range: (name, from, to, low, high) => `${name}, ${from} – ${to}: ${low} – ${high}`,
  worth: (what, worth, low, high) =>
    `Qərardan əvvəl bunu bilməyin dəyəri: ${what}, təxminən ${worth} (90%: ${low} – ${high})`,
  pays: 'bundan baha başa gələn sınaq özünü doğrultmur',
  amount: (figure, goal) => `${figure} (${goal})`,
  worthNext: (list) => `Sonra: ${list}`,
  worthNothing: (most) =>
    `Qərardan əvvəl bilinən heç bir amil təklikdə qərarı təsadüfdən artıq dəyişmir: əvvəlcədən sınağa ${most} də dəyməz`,
  worthNothingAtAll: 'Öyrənilə bilən heç nə qərarı dəyişmir: ən yaxşı plan hər simulyasiyada ən yaxşıdır',
  everything: (worth, plans) => `Hər şeyi bilməyin dəyəri ${worth}; qaydalara uyğun ${plans} plan arasında`,
  notAsked: 'Məlumatın dəyəri soruşulmayıb',
  charts: {
    tornado: {
      title: (name, kpi, low, high) => `Ən mühüm amil: ${name}; orta ${kpi} ${low} – ${high} arasında dəyişir`,
      note: (kpi) =>
        `Bir amil P10 (solğun) və P90 (qabarıq) qiymətində olduqda orta ${kpi}; qalan amillər təsadüfidir. Maddələrin və ya platformaların ortaq payı ayrıca sütundur.`,
      columns: { input: 'Amil', p10: 'P10 qiymətində', p90: 'P90 qiymətində', low: 'Orta, P10', high: 'Orta, P90' },
      mean: 'orta',
    },
    indices: {
      title: (name, share, kpi) => `Yayılmanın ən böyük hissəsi: ${name}, ${share} (${kpi})`,
      together: (alone) => `bütün amillərin təkbaşına payı ${alone}, qalanı birgə təsirlərdir`,
      note: 'Qabarıq: dispersiyada amilin təkbaşına payı (birinci dərəcəli Sobol indeksi). Solğun: başqaları ilə birlikdə (tam indeks). Xətlər: 90% interval.',
      columns: { input: 'Amil', first: 'Təkbaşına', total: 'Başqaları ilə', interval: '90%' },
    },
    range: (low, high) => `${low} – ${high}`,
    others: (count) => `Daha az təsirli amillər: ${count}.`,
    untouched: (count, kpi) => `Heç təsir etməyən amillər: ${count} (${kpi}).`,
    none: (kpi) => `Amillər bu göstəriciyə təsir etmir: ${kpi}; çəkiləcək heç nə yoxdur.`,
  },
  page: {
    everything: 'Hər şey',
    inputs: 'Hər amil ayrılıqda',
    inputsNote:
      'Amil P10 və P90 qiymətində olduqda orta; onunla əlaqəli amillər də birgə dəyişir, ona görə bazarı ortaq olan maddələr burada oxşar görünür. Təsadüfün də göstərə biləcəyi təsirlər buraxılıb.',
    information: 'Qərardan əvvəl bilməyin dəyəri',
    informationNote: (plans, goal) =>
      `Planlardan biri (cəmi ${plans}) seçilməzdən əvvəl rəqəm bilinsəydi, orta göstəricinin artımı (${goal}): optimallaşdırılmış plan, verilən plan və onların ətrafındakı, hamısı qaydalara uyğun planlar. Sərbəst seçim daha çox qazandıra bilər. Başqaları ilə ortaq olan amil onlar haqqında da məlumat verir.`,
    plans: 'Seçim üçün planlar',
    columns: { question: 'Nəyi bilmək', worth: 'Dəyəri', interval: '90%', plan: 'Plan', mean: 'Orta' },
    plan: { given: 'Verilən', optimized: 'Optimallaşdırılmış' },
    shifts: {
      off: (name) => `${name}: söndürülüb`,
      halved: (name) => `${name}: yarıya endirilib`,
      doubled: (name) => `${name}: iki qat`,
    },
    shiftsNote: 'Söndürülüb, yarıya endirilib, iki qat: optimallaşdırılmış plana görə, qaydaların imkan verdiyi qədər.',
    best: 'əlavə məlumat olmadıqda ən yaxşısı',
  },
};
