import type { CheckText } from './types.js';

/** What a check says in Turkish. */
export const checkTr: CheckText = {
  language: 'tr',
  holds: 'tutuyor',
  fails: 'tutmuyor',
  line: (verdict, name, detail) => `${verdict} ${name}: ${detail}`,
  rule: (value, allowed) => `${value}, izin verilen ${allowed}`,
  chance: (chance, required) => `olasılık ${chance}, gereken ${required}`,
  mean: (value) => `ortalama ${value}`,
  drift: (against) => `Sapma: ${against}`,
  steady: (figures, tolerance) =>
    `${figures} rakamın hiçbiri ${tolerance} ve rastlantının açıkladığından fazla değişmedi`,
  moved: (is, was, allowed) => `şimdi ${is}, önce ${was}; izin verilen değişim ${allowed}`,
  more: (count) => `ve ${count} tane daha`,
  nothing: 'Senaryoda denetlenecek kural veya hedef yok.',
  kinds: { verdict: 'Karar', rule: 'Kural', target: 'Hedef', drift: 'Sapma', pace: 'Tempo' },
  verdict: (kind, allowed) => `${kind}, izin verilen: ${allowed}`,
  verdicts: {
    move: 'taşıyın',
    test: 'önce deneyin',
    keep: 'koruyun',
    less: 'az harcayın',
    cannot: 'olanaksız',
    start: 'başlayın',
  },
  heading: (scenario, verdict) => `${scenario}: ${verdict}`,
  allHold: (count) => `denetimlerin hepsi tutuyor (${count})`,
  someFail: (failed, count) => `${count} denetimden tutmayan: ${failed}`,
  columns: { verdict: 'Tutuyor', kind: 'Tür', check: 'Denetim', detail: 'Bulunan' },
  yes: 'evet',
  no: 'hayır',
};
