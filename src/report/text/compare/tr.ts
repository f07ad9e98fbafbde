import type { CompareText } from './types.js';

/** What a comparison says in Turkish. Figures and names come in as they are, so no ending is ever put on one. */
export const compareTr: CompareText = {
  language: 'tr',
  none: '—',
  range: (low, high) => `${low} – ${high}`,
  heading: (scenarios, draws, goal, anew) =>
    `${scenarios} senaryo aynı ${draws} simülasyonda, ${anew ? 'kurallar farklıysa ya da gönderiler seçilecekse en iyi planlar' : 'planlar verildiği gibi'}; sıralama: ortalama ${goal}`,
  rank: {
    title: 'Sıralama',
    note: (base) =>
      `En iyi: başka hiçbir senaryonun daha iyi olmadığı simülasyonların payı. Pişmanlık: her simülasyonun en iyi senaryosunun ortalamada ne kadar fazlası var. Farklar simülasyon simülasyon şuna göredir: ${base}.`,
    undefined: (share) =>
      `Simülasyonların ${share} kadarında bir senaryonun karşılaştırılacak değeri yok; olasılıklar geri kalana göredir.`,
    columns: {
      rank: '#',
      scenario: 'Senaryo',
      range: 'P10–P90',
      best: 'En iyi',
      regret: 'Pişmanlık',
      held: 'Kurallar, hedefler',
    },
    goal: (goal) => `Ortalama ${goal}`,
    held: (rules, ofRules, targets, ofTargets) => `${rules}/${ofRules}, ${targets}/${ofTargets}`,
    more: (count) => `ve ${count} tane daha`,
  },
  difference: {
    title: (base) => `Karşılaştırma: ${base}`,
    columns: { scenario: 'Senaryo', kpi: 'Gösterge', mean: 'Fark', range: 'P10–P90', more: 'Fazla olma olasılığı' },
    same: 'her simülasyonda aynı',
  },
  terminal: {
    ahead: (label, change, goal, base, low, high, share) =>
      `${label}: ${goal} ortalamada ${change} (P10 ${low}, P90 ${high}), karşılaştırma: ${base}; simülasyonların ${share} kadarında önde`,
    changed: (label, change, rest) =>
      `${label} neyi değiştiriyor: ${change}${rest === '0' ? '' : `; ve ${rest} tane daha`}`,
  },
  charts: {
    difference: {
      most: (label, change, kpi, base, share) =>
        `En çok ${kpi}: ${label}, ortalamada ${change} (karşılaştırma: ${base}), simülasyonların ${share} kadarında fazla`,
      nearest: (label, change, kpi, base) =>
        `Ortalamada hiçbiri ${base} senaryosunu geçmiyor (${kpi}); en yakını ${label}, ${change}`,
      one: (label, change, kpi, base, share) =>
        `${label}: ${kpi} ortalamada ${change} (karşılaştırma: ${base}), simülasyonların ${share} kadarında fazla`,
      widest: (label, change, kpi, base) =>
        `En büyük fark (${kpi}): ${label}, ortalamada ${change} (karşılaştırma: ${base})`,
      note: (base) =>
        `Aynı simülasyonlarda her senaryonun şundan farkı: ${base}. Çubuk: P10–P90; nokta: ortalama; sağda fazla olma olasılığı.`,
      same: 'aynı',
      none: (kpi) => `Hiçbir senaryo farklı değil: ${kpi}.`,
      some: (shown, all) => `En çok farklılaşan ${shown} senaryo, toplam ${all}.`,
    },
    best: {
      title: (label, share, regret, goal) =>
        `${label} simülasyonların ${share} kadarında en iyisi; onu seçmek geleceği bilmeye göre ortalamada ${regret} kaybettiriyor (${goal})`,
      note: 'Çubuk: senaryonun en iyi olduğu simülasyonların payı. Sağda bu pay ve ortalama pişmanlık.',
      some: (shown, all) => `İlk ${shown}, toplam ${all}.`,
      none: 'Hiçbir simülasyonda tüm senaryoların karşılaştırılacak değeri yok.',
    },
  },
  changes: {
    title: 'Ne değişti',
    against: (label, base) => `${label}, karşılaştırma: ${base}`,
    nothing: 'Rakamların bağlı olduğu hiçbir şey.',
    changed: (name, before, after) => `${name}: ${after}, önce ${before}`,
    budget: 'Bütçe',
    horizon: 'Dönem',
    start: 'Başlangıç',
    noStart: 'tarihsiz',
    added: (line, budget) => `Yeni kalem: ${line}, ${budget}`,
    removed: (line, budget) => `Çıkan kalem: ${line}, ${budget}`,
    response: (line) => `${line}: model eğrisi farklı`,
    flighting: (line) => `${line}: dönemlere dağılımı farklı`,
    rate: (line, metric) => `${line}, ${metric}`,
    all: (metric, change) => `${metric}, tüm kalemler: ${change}`,
    season: (metric, periods, change) => `${metric}, ${periods}: ${change}`,
    period: (unit, first, last) => (first === last ? `${first}. ${unit}` : `${first}. – ${last}. ${unit}`),
    unit: { day: 'gün', week: 'hafta', month: 'ay' },
    creativeOff: 'kapalı',
    creativeOn: 'açık',
    creative: 'Kreatif türleri',
    split: 'Kreatif dağılımı',
    noise: (platform) => `${platform}: fiyat dalgalanması`,
    noiseValue: (sd, rho) => `standart sapma ${sd}, dönemden döneme ${rho}`,
    correlation: 'Etkenler arasındaki bağlantılar farklı',
    ruleAdded: (rule, value) => `Yeni kural, ${rule}: ${value}`,
    ruleDropped: (rule, value) => `Bu kural artık yok: ${rule} (${value})`,
    rule: (rule) => `Kural, ${rule}`,
    rules: {
      share: (name) => `${name}: pay`,
      retargeting: 'değerlendirme / dönüşüm oranı',
      creative: 'kreatif bütçesinin dağılımı',
      bound: {
        min: (name) => `${name}, en az`,
        max: (name) => `${name}, en fazla`,
        fixed: (name) => `${name}, tam`,
      },
      daily: (name) => `${name}, günde en az`,
      newChannels: 'yeni kanallara ayrılan pay',
      cpa: 'dönüşüm başına maliyet, en fazla',
      cpm: '1.000 gösterimin fiyatı, en fazla',
      roas: 'reklam harcamasının geliri, en az',
      cvar: 'en kötü simülasyonların ortalama kârı, en az',
      adequacy: 'açık bir kalemin haftalık dönüşümü',
      spending: 'bütçe',
      exact: 'tamamı harcanır',
      maximum: 'üst sınırdır',
      chance: (value, probability) => `${value}, ${probability} olasılıkla`,
      worst: (value, tail) => `${value}, en kötü ${tail} simülasyonda`,
      tolerance: (value, tolerance) => `${value} ± ${tolerance}`,
    },
    goal: 'Amaç',
    aversion: 'Riskten kaçınma',
    tail: 'Bakılan en kötü simülasyonların payı',
    targetAdded: (target) => `Yeni hedef: ${target}`,
    targetDropped: (target) => `Bu hedef artık yok: ${target}`,
    population: 'Pazardaki kişi sayısı',
    noPopulation: 'verilmedi',
    fixedCost: (name) => `Sabit gider: ${name}`,
    nothingGiven: 'yok',
  },
};
