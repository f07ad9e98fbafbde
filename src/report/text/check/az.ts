import type { CheckText } from './types.js';

/** What a check says in Azerbaijani. */
export const checkAz: CheckText = {
  language: 'az',
  holds: 'ödənir',
  fails: 'pozulur',
  line: (verdict, name, detail) => `${verdict} ${name}: ${detail}`,
  rule: (value, allowed) => `${value}, icazə verilən ${allowed}`,
  chance: (chance, required) => `ehtimal ${chance}, tələb olunan ${required}`,
  mean: (value) => `orta ${value}`,
  drift: (against) => `Fərq: ${against}`,
  steady: (figures, tolerance) =>
    `${figures} rəqəmdən heç biri ${tolerance} və təsadüfün izah etdiyindən artıq dəyişməyib`,
  moved: (is, was, allowed) => `indi ${is}, əvvəl ${was}; yol verilən dəyişiklik ${allowed}`,
  more: (count) => `və daha ${count}`,
  nothing: 'Ssenaridə yoxlanacaq qayda və hədəf yoxdur.',
  kinds: { verdict: 'Hökm', rule: 'Qayda', target: 'Hədəf', drift: 'Fərq', pace: 'Temp' },
  verdict: (kind, allowed) => `${kind}, icazə verilən: ${allowed}`,
  verdicts: {
    move: 'köçürün',
    test: 'əvvəl sınayın',
    keep: 'saxlayın',
    less: 'az xərcləyin',
    cannot: 'mümkün deyil',
    start: 'başlayın',
  },
  heading: (scenario, verdict) => `${scenario}: ${verdict}`,
  allHold: (count) => `bütün yoxlamalar ödənir (${count})`,
  someFail: (failed, count) => `${count} yoxlamadan pozulan: ${failed}`,
  columns: { verdict: 'Ödənir', kind: 'Növ', check: 'Yoxlama', detail: 'Nə tapıldı' },
  yes: 'bəli',
  no: 'xeyr',
};
