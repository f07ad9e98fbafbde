import type { FitsText } from './types.js';

/** What is said of fits from exports in Azerbaijani. */
export const fitsAz: FitsText = {
  title: 'İxrac fayllarınız üzrə qiymətləndirmə',
  fitted: 'Nə qiymətləndirildi',
  numbers: 'Rəqəmlər və mənbələri',
  columns: {
    line: 'maddə',
    quantity: 'kəmiyyət',
    mean: 'orta',
    p5: '5%',
    p95: '95%',
    distribution: 'paylanma',
    origin: 'mənbə',
  },
  quantities: {
    cpm: '1.000 göstərimin qiyməti',
    ctr: 'klik nisbəti',
    view_rate: 'baxış nisbəti',
    cvr: 'konversiya nisbəti',
    audience: 'auditoriya',
    fatigue: 'yorğunluq',
  },
  reachOf: (rows) => `əhatə, ${rows} sətir`,
  frequencyOf: (rows) => `klik nisbəti tezliyə görə, ${rows} sətir`,
  size: (line, rows, campaigns, side) =>
    `${line}: sətir sayı ${rows}, kampaniya sayı ${campaigns}, eyni vaxtda təxminən ${side}.`,
  price: (between, daily, persistence) =>
    `Qiymət kampaniyalar arasında ${between}, gündən-günə ${daily} dəyişir (bir standart kənarlaşma); günün yavaş dəyişən hissəsindən növbəti günə ${persistence} qalır.`,
  scale: (change) => `Xərc daimi olaraq ikiqat artanda qiymətin dəyişməsi: ${change}.`,
  together: (correlation, days) =>
    `Bir gündə qiymətin və klik nisbətinin gözlənilməz dəyişmələri arasında korrelyasiya ${correlation} (${days} gün).`,
  charts: {
    price: (line) => `${line}: 1.000 göstərimin qiyməti, sətir-sətir, modellə müqayisədə`,
    priceNote:
      'Sütunlar: hər sətrin qiymətinin natural loqarifmi. Xətt: adi xərcdə istənilən kampaniyanın bir sətri üçün qiymətləndirilmiş loqnormal paylanma.',
    priceAxis: '1.000 göstərimin qiymətinin natural loqarifmi',
    rate: (line, rate) => `${line}: ${rate}, sətir-sətir, modellə müqayisədə`,
    rateNote:
      'Sütunlar: ən azı bir nəticəsi olan hər sətrin nisbətinin loqarifmik şansı. Xətt: istənilən kampaniyanın bir sətri üçün qiymətləndirilmiş beta paylanması, say təsadüfi nəzərə alınmadan.',
    rateAxis: (rate) => `${rate}: loqarifmik şans`,
    density: 'sıxlıq',
    quantiles: (line, quantity) =>
      `${line}: ${quantity} üzrə bir sətir sonrakı xətalar, normal paylanma ilə müqayisədə`,
    quantilesNote:
      'Model xətaların formasını düzgün verirsə, nöqtələr qırıq xəttin üstündədir; sağda xəttin üstündə: modeldəkindən çox böyük xəta.',
    expected: 'standart normal paylanmanın kvantilləri',
    errors: 'xətalar, standart kənarlaşma ilə',
    correlation: (line, quantity) => `${line}: ${quantity} üzrə bir xəta sonrakı xətalar haqqında nə deyir`,
    correlationNote: 'Boz zolağın içindəki sütunlar təsadüfdür: modelin istifadə etməli olduğu heç nə qalmayıb.',
    lag: 'aradakı günlər',
    correlationAxis: 'xətaların korrelyasiyası',
  },
};
