import type { FrontierText } from './types.js';

/** Sentences of `huni frontier` in Azerbaijani. Figures and names come in as they are, so no ending is ever put on one. */
export const frontierAz: FrontierText = {
  risk: {
    heading: (name, goal, share, count) =>
      `${name}: gözlənilən göstərici (${goal}) ən pis ${share} simulyasiyaya qarşı; planların sayı ${count}, bütün qaydalara əməl olunub`,
    title: (mean, goal, tail, share) =>
      `Gözlənilən göstərici (${goal}) azalır: ${mean}; əvəzində ən pis simulyasiyaların (${share}) ortası yaxşılaşır: ${tail}`,
    single: (goal) =>
      `Riskə münasibətdən asılı olmayaraq bir plan ən yaxşıdır: gözlənilən göstərici (${goal}) üçün də, ən pis simulyasiyalar üçün də`,
    note: (share) =>
      `Hər romb ən pis ${share} simulyasiyanın bir çəkisi üçün ən yaxşı plandır: sıfırdan (sol yuxarı) tam çəkiyədək (sağ aşağı). Hər plan bütün qaydalara əməl edir.`,
    x: (goal, share) => `Ən pis ${share} simulyasiyada orta göstərici: ${goal}`,
    y: (goal) => `Gözlənilən göstərici: ${goal}`,
    given: 'Verilən',
    weight: (weight) => `çəki ${weight}`,
    neutral: 'yalnız gözlənilən',
    averse: 'yalnız ən pis simulyasiyalar',
    row: (mean, tail, lines) => `gözlənilən ${mean}, ən pis hallarda ${tail}${lines === '' ? '' : `; ${lines}`}`,
    columns: {
      weight: 'Ən pis halların çəkisi',
      mean: 'Gözlənilən',
      cvar: 'Ən pis simulyasiyalar',
      p10: 'P10',
      p90: 'P90',
      largest: 'Ən böyük maddələr',
    },
  },
  budget: {
    heading: (name, from, to) => `${name}: ${from} – ${to} hər büdcə üçün ən yaxşı plan, bütün qaydalara əməl olunub`,
    stops: (budget) => `Büdcə ${budget} olduqdan sonra növbəti pul vahidi gətirəcəyindən bahadır`,
    never: 'İlk vahiddən başlayaraq hər pul vahidinin xərcindən az gətirəcəyi gözlənilir',
    pays: (budget) => `Büdcə ${budget} olanadək hər növbəti pul vahidi özünü doğruldur`,
    goalStops: (budget, weight, share) => `; ən pis ${share} simulyasiyanın çəkisi ${weight} olduqda hədd ${budget}`,
    luckyStops: (budget) => `; ən uğurlu onda bir olmadan hədd ${budget}`,
    titles: {
      profit: (budget) => `Büdcəyə görə xalis mənfəət: pul ${budget} səviyyəsindən sonra özünü doğrultmur`,
      profitNever: 'Büdcəyə görə xalis mənfəət: pul ilk vahiddən özünü doğrultmur',
      profitPays: (budget) => `Büdcəyə görə xalis mənfəət: pul ${budget} səviyyəsində hələ özünü doğruldur`,
      orders: (low, high, from, to, what) => `Büdcə ${from} olduqda ${low} ${what}, ${to} olduqda ${high}`,
      marginal: 'Növbəti pul vahidi, öz dəyəri çıxıldıqdan sonra, nə qazandırır',
    },
    note: 'Xətt: orta. Zolaq: 10 simulyasiyadan 8-i, P10–P90. Hər büdcə qaydalar daxilində yenidən ən yaxşı şəkildə bölünüb.',
    axes: { budget: 'Büdcə', profit: 'Xalis mənfəət', orders: 'Sifariş', marginal: 'Növbəti vahidin mənfəəti' },
    today: (budget) => `bu gün ${budget}`,
    stop: (budget) => `özünü doğrultmur: ${budget}`,
    goalStop: (budget) => `ən pis hallar nəzərə alındıqda: ${budget}`,
    luckyStop: (budget) => `ən uğurlu onda bir olmadan: ${budget}`,
    columns: {
      budget: 'Büdcə',
      profit: 'Xalis mənfəət',
      orders: 'Sifariş',
      marginal: 'Növbəti vahid qazandırır',
      p10: 'P10',
      mean: 'Orta',
      p90: 'P90',
    },
    band: (mean, low, high) => `${mean} (${low} – ${high})`,
    infeasible: (rules) => `bu qaydalara əməl edən plan yoxdur: ${rules}`,
    none: 'Baxılan büdcələrdən heç birinin bütün qaydalara əməl edən planı yoxdur.',
  },
  target: {
    largest: (target, budget) => `${target}: büdcə ən çoxu ${budget} olduqda çatılır`,
    smallest: (target, budget) => `${target}: büdcə ən azı ${budget} olduqda çatılır`,
    all: (target, from, to) => `${target}: baxılan hər büdcədə (${from} – ${to}) çatılır`,
    none: (target, from, to) => `${target}: baxılan heç bir büdcədə (${from} – ${to}) çatılmır`,
    error: (error) => ` (± ${error}: Monte Karlo xətası və sınanan büdcələr arasındakı addım)`,
  },
};
