import type { EventsText } from './types.js';

export const eventsTr: EventsText = {
  creators: {
    pays: (name, cost, margin, chosen) =>
      `${name}: bir gönderi ${cost} tutuyor ve ${margin} brüt kâr getiriyor; ${chosen}`,
    none: (name, cost, margin) =>
      `Hiçbir içerik üreticisinin gönderisi kendini karşılamıyor: en iyisi, ${name}, ${cost} tutuyor ve ${margin} brüt kâr getiriyor`,
    note: 'Üstteki çubuk: bir gönderinin maliyeti, haklar dahil; alttaki çubuk: eklediği brüt kâr. Plandaki gönderilerin ortalaması, planda yoksa ilk gönderinin.',
    chosen: (posts, most) => `en çok ${most} gönderiden ${posts}`,
    fixed: (posts) => `${posts} gönderi`,
    columns: {
      creator: 'İçerik üreticisi',
      cost: 'Bir gönderinin maliyeti',
      margin: 'Bir gönderinin brüt kârı',
      next: 'Bir gönderi daha kâra ne ekler',
      posts: 'Gönderiler',
    },
  },
  shocks: {
    worst: (name, loss, chance) =>
      `“${name}” kârdan ${loss} götürür ve olası geleceklerin ${chance} kadarında gerçekleşir`,
    robust: (name, given, robust) =>
      `En kötü olay, “${name}”, verilen plana ${given} kaybettirir; dayanıklı plan en kötü durumda ${robust} kaybeder`,
    none: 'Hiçbir olay beklenen kârı düşürmüyor',
    note: 'Olayın gerçekleştiği geleceklerin ortalama kârı: aynı gelecekler onsuz, eksi onunla.',
    noteGiven:
      'Hiçbir olay olmadan ortalama kâr, eksi bu olay kesin gerçekleşirse. Kurallara uyan başka plan bulunamadı.',
    noteRobust: (difference) =>
      `Hiçbir olay olmadan ortalama kâr, eksi bu olay kesin gerçekleşirse. Gri: verilen plan; mavi: en kötü kaybı en küçük plan, beklenen kârı verilene göre ${difference}.`,
    comes: (chance) => `olasılığı ${chance}`,
    robustLine: (robust, given, difference) =>
      `en kötü olayda en çok ${robust} kaybeder (verilen plan ${given}); beklenen kâr ona göre ${difference}`,
    noRobust: 'kurallara uyan plan bulunamadı',
    label: 'Dayanıklı',
    columns: {
      shock: 'Olay',
      chance: 'Olasılık',
      loss: 'Kayıp',
      given: 'Verilen planın kaybı',
      optimized: 'En iyi planın kaybı',
      robust: 'Dayanıklı planın kaybı',
    },
  },
  gates: {
    label: 'Aşama koşulu',
    worth: (phase, chance, value) =>
      `“${phase}” sonrasındaki koşul geleceklerin ${chance} kadarında sağlanıyor; orada durma hakkının değeri ${value}`,
    costs: (phase, chance, value) =>
      `“${phase}” sonrasındaki koşul geleceklerin ${chance} kadarında sağlanıyor; orada durmak ortalama ${value} kaybettirir`,
    passed: (phase, chance) => `“${phase}” sonrasındaki koşul geleceklerin ${chance} kadarında sağlanıyor`,
    note: 'Her koşulu sağlayan ve daha önce durdurulmamış geleceklerin payı. Değer: aynı geleceklerde durarak ortalama kâr, eksi durmadan.',
    value: (value) => `değeri ${value}`,
    columns: { phase: 'Aşamadan sonra', chance: 'Sağlanma payı', value: 'Durmanın değeri' },
  },
  claims: {
    more: (claimed, incremental, share) =>
      `Paneller ${claimed} dönüşüm sahiplenirdi, modele göre ${incremental}: ${share} fazla`,
    fewer: (claimed, incremental) => `Paneller ${claimed} dönüşüm sahiplenirdi; modele göre ${incremental}`,
    note: 'Yukarıdan aşağı: platformun panelinin sahiplendiği, son tıklamalar ve kalemleri olmasa kaybedilecek olan. Ortalamalar.',
    columns: {
      platform: 'Mecra',
      claimed: 'Panelin sahiplendiği',
      lastClick: 'Son tıklama',
      incremental: 'Onsuz kaybedilen',
    },
  },
};
