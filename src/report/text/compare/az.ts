import { ordinal } from '../az-names.js';
import type { CompareText } from './types.js';

/** What a comparison says in Azerbaijani. Figures and names come in as they are, so no ending is ever put on one. */
export const compareAz: CompareText = {
  language: 'az',
  none: '—',
  range: (low, high) => `${low} – ${high}`,
  heading: (scenarios, draws, goal, anew) =>
    `${scenarios} ssenari eyni ${draws} simulyasiyada, ${anew ? 'qaydalar fərqli olanda və ya postlar seçiləndə ən yaxşı planlar' : 'planlar verildiyi kimi'}; sıralama: orta ${goal}`,
  rank: {
    title: 'Sıralama',
    note: (base) =>
      `Ən yaxşı: heç bir ssenarinin daha yaxşı olmadığı simulyasiyaların payı. Peşmanlıq: hər simulyasiyanın ən yaxşı ssenarisi orta hesabla nə qədər artıqdır. Fərqlər simulyasiya-simulyasiya bu ssenariyə görədir: ${base}.`,
    undefined: (share) =>
      `Simulyasiyaların ${share} hissəsində ssenarinin müqayisə üçün qiyməti yoxdur; ehtimallar qalanlara görədir.`,
    columns: {
      rank: '№',
      scenario: 'Ssenari',
      range: 'P10–P90',
      best: 'Ən yaxşı',
      regret: 'Peşmanlıq',
      held: 'Qaydalar, hədəflər',
    },
    goal: (goal) => `Orta ${goal}`,
    held: (rules, ofRules, targets, ofTargets) => `${rules}/${ofRules}, ${targets}/${ofTargets}`,
    more: (count) => `və daha ${count}`,
  },
  difference: {
    title: (base) => `Müqayisə: ${base}`,
    columns: { scenario: 'Ssenari', kpi: 'Göstərici', mean: 'Fərq', range: 'P10–P90', more: 'Çox olma ehtimalı' },
    same: 'hər simulyasiyada eyni',
  },
  terminal: {
    ahead: (label, change, goal, base, low, high, share) =>
      `${label}: ${goal} orta hesabla ${change} (P10 ${low}, P90 ${high}), müqayisə: ${base}; simulyasiyaların ${share} hissəsində irəlidədir`,
    changed: (label, change, rest) => `${label} nəyi dəyişir: ${change}${rest === '0' ? '' : `; və daha ${rest}`}`,
  },
  charts: {
    difference: {
      most: (label, change, kpi, base, share) =>
        `Ən çox ${kpi}: ${label}, orta hesabla ${change} (müqayisə: ${base}), simulyasiyaların ${share} hissəsində çox`,
      nearest: (label, change, kpi, base) =>
        `Orta hesabla heç biri ${base} ssenarisini keçmir (${kpi}); ən yaxını ${label}, ${change}`,
      one: (label, change, kpi, base, share) =>
        `${label}: ${kpi} orta hesabla ${change} (müqayisə: ${base}), simulyasiyaların ${share} hissəsində çox`,
      widest: (label, change, kpi, base) =>
        `Ən böyük fərq (${kpi}): ${label}, orta hesabla ${change} (müqayisə: ${base})`,
      note: (base) =>
        `Eyni simulyasiyalarda hər ssenarinin bundan fərqi: ${base}. Sütun: P10–P90; nöqtə: orta; sağda çox olma ehtimalı.`,
      same: 'eyni',
      none: (kpi) => `Heç bir ssenari fərqlənmir: ${kpi}.`,
      some: (shown, all) => `Ən çox fərqlənən ${shown} ssenari, cəmi ${all}.`,
    },
    best: {
      title: (label, share, regret, goal) =>
        `${label} simulyasiyaların ${share} hissəsində ən yaxşıdır; onu seçmək gələcəyi bilməklə müqayisədə orta hesabla ${regret} itirir (${goal})`,
      note: 'Sütun: ssenarinin ən yaxşı olduğu simulyasiyaların payı. Sağda həmin pay və orta peşmanlıq.',
      some: (shown, all) => `İlk ${shown}, cəmi ${all}.`,
      none: 'Heç bir simulyasiyada bütün ssenarilərin müqayisə üçün qiyməti yoxdur.',
    },
  },
  changes: {
    title: 'Nə dəyişdi',
    against: (label, base) => `${label}, müqayisə: ${base}`,
    nothing: 'Rəqəmlərin asılı olduğu heç nə.',
    changed: (name, before, after) => `${name}: ${after}, əvvəl ${before}`,
    budget: 'Büdcə',
    horizon: 'Plan dövrü',
    start: 'Başlanğıc',
    noStart: 'tarixsiz',
    added: (line, budget) => `Yeni maddə: ${line}, ${budget}`,
    removed: (line, budget) => `Çıxarılan maddə: ${line}, ${budget}`,
    response: (line) => `${line}: model əyrisi başqadır`,
    flighting: (line) => `${line}: dövrlər üzrə bölgü başqadır`,
    rate: (line, metric) => `${line}, ${metric}`,
    all: (metric, change) => `${metric}, bütün maddələr: ${change}`,
    season: (metric, periods, change) => `${metric}, ${periods}: ${change}`,
    period: (unit, first, last) =>
      first === last
        ? `${ordinal(Number(first))} ${unit}`
        : `${ordinal(Number(first))} – ${ordinal(Number(last))} ${unit}`,
    unit: { day: 'gün', week: 'həftə', month: 'ay' },
    creativeOff: 'söndürülüb',
    creativeOn: 'işləyir',
    creative: 'Kreativ növləri',
    split: 'Kreativ bölgüsü',
    noise: (platform) => `${platform}: qiymət dalğalanması`,
    noiseValue: (sd, rho) => `standart kənarlaşma ${sd}, dövrdən dövrə ${rho}`,
    correlation: 'Amillər arasındakı əlaqələr fərqlidir',
    ruleAdded: (rule, value) => `Yeni qayda, ${rule}: ${value}`,
    ruleDropped: (rule, value) => `Bu qayda artıq yoxdur: ${rule} (${value})`,
    rule: (rule) => `Qayda, ${rule}`,
    rules: {
      share: (name) => `${name}: pay`,
      retargeting: 'dəyərləndirmə / konversiya nisbəti',
      creative: 'kreativ büdcəsinin bölgüsü',
      bound: {
        min: (name) => `${name}, ən azı`,
        max: (name) => `${name}, ən çoxu`,
        fixed: (name) => `${name}, düz`,
      },
      daily: (name) => `${name}, gündə ən azı`,
      newChannels: 'yeni kanallara ayrılan pay',
      cpa: 'konversiyanın dəyəri, ən çoxu',
      cpm: '1.000 göstərimin qiyməti, ən çoxu',
      roas: 'reklam xərcinin gətirdiyi gəlir, ən azı',
      cvar: 'ən pis simulyasiyaların orta xalis mənfəəti, ən azı',
      adequacy: 'işləyən maddənin həftəlik konversiyası',
      spending: 'büdcə',
      exact: 'tam xərclənir',
      maximum: 'yuxarı hədddir',
      chance: (value, probability) => `${value}, ${probability} ehtimalla`,
      worst: (value, tail) => `${value}, ən pis ${tail} simulyasiyada`,
      tolerance: (value, tolerance) => `${value} ± ${tolerance}`,
    },
    goal: 'Məqsəd',
    aversion: 'Riskdən çəkinmə',
    tail: 'Baxılan ən pis simulyasiyaların payı',
    targetAdded: (target) => `Yeni hədəf: ${target}`,
    targetDropped: (target) => `Bu hədəf artıq yoxdur: ${target}`,
    population: 'Bazardakı insanların sayı',
    noPopulation: 'verilməyib',
    fixedCost: (name) => `Sabit xərc: ${name}`,
    nothingGiven: 'yoxdur',
  },
};
