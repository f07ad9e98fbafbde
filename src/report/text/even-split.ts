import type { Scenario } from '../../scenario/types.js';
import { EVEN_SPLIT } from './even-split-name.js';
import type { ReportText } from './types.js';

/** What the plan given is called where the file has no budgets: huni's own even split of the whole, and nobody's plan. */
interface SplitWords {
  readonly plan: string;
  readonly middle: string;
  readonly instead: (before: string) => string;
  readonly changed: (chance: string, before: string, middle: string) => string;
  readonly more: (amount: string) => string;
  readonly fewer: (amount: string) => string;
  readonly rulesBroken: (rules: string) => string;
  readonly of: (outcome: string) => string;
  /** How each chart draws it. */
  readonly dashed: string;
  readonly diamond: string;
  readonly outline: string;
  readonly hollow: string;
}

const WORDS: Readonly<Record<Scenario['language'], SplitWords>> = {
  en: {
    plan: 'An even split',
    middle: 'Even split, P50',
    instead: (before) => `${before} split evenly`,
    changed: (chance, before, middle) =>
      `${chance} chance of a loss, against ${before} split evenly; the middle outcome is ${middle}`,
    more: (amount) => `${amount} more than an even split in the middle`,
    fewer: (amount) => `${amount} fewer than an even split in the middle`,
    of: (outcome) => `(an even split) ${outcome}`,
    rulesBroken: (rules) => `An even split breaks these rules: ${rules}.`,
    dashed: 'Dashed: the same for an even split of the budget.',
    diamond: 'Grey diamond: an even split of the budget.',
    outline: 'Dashed outline: an even split of the budget.',
    hollow: 'Hollow: an even split of the budget.',
  },
  az: {
    plan: 'Bərabər bölgü',
    middle: 'Bərabər bölgü, P50',
    instead: (before) => `bərabər bölgüdə ${before}`,
    changed: (chance, before, middle) => `Zərər ehtimalı ${chance}, bərabər bölgüdə ${before}; median nəticə ${middle}`,
    more: (amount) => `median nəticədə bərabər bölgüdən ${amount} çox`,
    fewer: (amount) => `median nəticədə bərabər bölgüdən ${amount} az`,
    of: (outcome) => `bərabər bölgüdə ${outcome}`,
    rulesBroken: (rules) => `Bərabər bölgü bu qaydaları pozur: ${rules}.`,
    dashed: 'Qırıq xətt: büdcənin bərabər bölgüsündə eyni göstərici.',
    diamond: 'Boz romb: büdcənin bərabər bölgüsü.',
    outline: 'Qırıq xətt: büdcənin bərabər bölgüsü.',
    hollow: 'İçi boş: büdcənin bərabər bölgüsü.',
  },
  tr: {
    plan: 'Eşit dağılım',
    middle: 'Eşit dağılım, P50',
    instead: (before) => `eşit dağılımda ${before}`,
    changed: (chance, before, middle) => `Zarar olasılığı ${chance}, eşit dağılımda ${before}; ortanca sonuç ${middle}`,
    more: (amount) => `ortanca sonuçta eşit dağılıma göre ${amount} fazla`,
    fewer: (amount) => `ortanca sonuçta eşit dağılıma göre ${amount} eksik`,
    of: (outcome) => `eşit dağılımda ${outcome}`,
    rulesBroken: (rules) => `Eşit dağılım şu kurallara uymuyor: ${rules}.`,
    dashed: 'Kesikli: bütçenin eşit dağılımında aynısı.',
    diamond: 'Gri baklava: bütçenin eşit dağılımı.',
    outline: 'Kesikli çizgi: bütçenin eşit dağılımı.',
    hollow: 'İçi boş: bütçenin eşit dağılımı.',
  },
  ar: {
    plan: 'التوزيع المتساوي',
    middle: 'توزيع متساوٍ، P50',
    instead: (before) => `${before} بالتوزيع المتساوي`,
    changed: (chance, before, middle) =>
      `احتمال الخسارة ${chance} مقابل ${before} بالتوزيع المتساوي؛ والنتيجة الوسيطة ${middle}`,
    more: (amount) => `أي أكثر من التوزيع المتساوي بمقدار ${amount} في النتيجة الوسيطة`,
    fewer: (amount) => `أي أقل من التوزيع المتساوي بمقدار ${amount} في النتيجة الوسيطة`,
    of: (outcome) => `بالتوزيع المتساوي ${outcome}`,
    rulesBroken: (rules) => `يخالف التوزيع المتساوي هذه القواعد: ${rules}.`,
    dashed: 'المتقطع: مثل ذلك لتوزيع متساوٍ للميزانية.',
    diamond: 'المعيّن الرمادي: توزيع متساوٍ للميزانية.',
    outline: 'الخط المتقطع: توزيع متساوٍ للميزانية.',
    hollow: 'الدائرة المفرغة: توزيع متساوٍ للميزانية.',
  },
};

/** A catalogue for a plan whose budgets were left out: nothing is said to be as given. */
export function ofEvenSplit(text: ReportText): ReportText {
  const words = WORDS[text.language];
  const { names, charts, page } = text;
  const { fan, distribution, targets } = charts;
  return {
    ...text,
    names: { ...names, plans: { ...names.plans, given: EVEN_SPLIT[text.language] } },
    charts: {
      ...charts,
      fan: {
        ...fan,
        noteBoth: `${fan.note} ${words.dashed}`,
        noteSingleBoth: `${fan.noteSingle} ${words.diamond}`,
      },
      orders: { ...charts.orders, more: words.more, fewer: words.fewer },
      distribution: {
        ...distribution,
        changed: words.changed,
        noteBoth: (draws) => `${distribution.note(draws)} ${words.outline}`,
      },
      targets: { ...targets, noteBoth: `${targets.note} ${words.hollow}` },
    },
    page: {
      ...page,
      decision: {
        ...page.decision,
        plans: { ...page.decision.plans, given: words.plan },
        rulesBrokenGiven: words.rulesBroken,
      },
      terminal: { ...page.terminal, ofGiven: words.of },
      figures: {
        ...page.figures,
        instead: words.instead,
        columns: { ...page.figures.columns, given: words.middle },
      },
      moves: { ...page.moves, columns: { ...page.moves.columns, given: EVEN_SPLIT[text.language] } },
    },
  };
}
