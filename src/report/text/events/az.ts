import type { EventsText } from './types.js';

export const eventsAz: EventsText = {
  creators: {
    pays: (name, cost, margin, chosen) =>
      `${name}: bir post ${cost} tutur və ${margin} ümumi mənfəət gətirir; ${chosen}`,
    none: (name, cost, margin) =>
      `Heç bir bloqerin postu özünü ödəmir: ən yaxşısı, ${name}, ${cost} tutur və ${margin} ümumi mənfəət gətirir`,
    note: 'Yuxarıdakı zolaq: bir postun qiyməti, hüquqlar da daxil; aşağıdakı zolaq: əlavə etdiyi ümumi mənfəət. Planın postları üzrə orta, planda post yoxdursa, birinci post üzrə.',
    chosen: (posts, most) => `${most} postdan ${posts}`,
    fixed: (posts) => `${posts} post`,
    columns: {
      creator: 'Bloqer',
      cost: 'Bir postun qiyməti',
      margin: 'Bir postun ümumi mənfəəti',
      next: 'Daha bir post mənfəətə nə əlavə edər',
      posts: 'Postlar',
    },
  },
  shocks: {
    worst: (name, loss, chance) =>
      `“${name}” mənfəətdən ${loss} aparar və simulyasiyaların ${chance} hissəsində baş verir`,
    robust: (name, given, robust) =>
      `Ən pis hadisə, “${name}”, verilmiş plana ${given} baha başa gəlir; dayanıqlı plan ən pis halda ${robust} itirir`,
    none: 'Heç bir hadisə gözlənilən mənfəəti azaltmır',
    note: 'Hadisənin baş verdiyi simulyasiyaların orta mənfəəti: onsuz olan eyni simulyasiyalar çıxılsın onunla olanlar.',
    noteGiven:
      'Heç bir hadisə olmadan orta mənfəət çıxılsın bu hadisə mütləq baş verəndə olan. Qaydalara əməl edən başqa plan tapılmadı.',
    noteRobust: (difference) =>
      `Heç bir hadisə olmadan orta mənfəət çıxılsın bu hadisə mütləq baş verəndə olan. Boz: verilmiş plan; mavi: ən pis itkisi ən kiçik olan plan, gözlənilən mənfəəti verilmişə nisbətən ${difference}.`,
    comes: (chance) => `ehtimalı ${chance}`,
    robustLine: (robust, given, difference) =>
      `ən pis hadisədə ən çoxu ${robust} itirir (verilmiş plan ${given}); gözlənilən mənfəət ona nisbətən ${difference}`,
    noRobust: 'qaydalara əməl edən plan tapılmadı',
    label: 'Dayanıqlı',
    columns: {
      shock: 'Hadisə',
      chance: 'Ehtimal',
      loss: 'İtki',
      given: 'Verilmiş planın itkisi',
      optimized: 'Optimallaşdırılmış planın itkisi',
      robust: 'Dayanıqlı planın itkisi',
    },
  },
  gates: {
    label: 'Mərhələ şərti',
    worth: (phase, chance, value) =>
      `“${phase}” mərhələsindən sonrakı şərt simulyasiyaların ${chance} hissəsində ödənir; orada dayanmaq hüququ ${value} dəyərindədir`,
    costs: (phase, chance, value) =>
      `“${phase}” mərhələsindən sonrakı şərt simulyasiyaların ${chance} hissəsində ödənir; orada dayanmaq orta hesabla ${value} itirdir`,
    passed: (phase, chance) => `“${phase}” mərhələsindən sonrakı şərt simulyasiyaların ${chance} hissəsində ödənir`,
    note: 'Hər şərti ödəyən və əvvəl dayandırılmamış simulyasiyaların payı. Dəyər: eyni simulyasiyalarda dayanmaqla orta mənfəət çıxılsın dayanmadan.',
    value: (value) => `dəyəri ${value}`,
    columns: { phase: 'Mərhələdən sonra', chance: 'Ödənmə payı', value: 'Dayanmağın dəyəri' },
  },
  claims: {
    more: (claimed, incremental, share) =>
      `Hesabat panelləri ${claimed} konversiya iddia edərdi, modelə görə ${incremental}: ${share} artıq`,
    fewer: (claimed, incremental) => `Hesabat panelləri ${claimed} konversiya iddia edərdi; modelə görə ${incremental}`,
    note: 'Yuxarıdan aşağı: platformanın panelinin iddiası, son kliklər və onun maddələri olmasa itəcək olan. Orta qiymətlər.',
    columns: { platform: 'Platforma', claimed: 'Panelin iddiası', lastClick: 'Son klik', incremental: 'Onsuz itən' },
  },
};
