import { isClosedLater } from '../../../scenario/build/outcome.js';
import type { Scenario } from '../../../scenario/types.js';
import { inSentence } from '../sentence.js';
import type { ReportText } from '../types.js';
import { outcomesAr } from './ar.js';
import { outcomesAz } from './az.js';
import { outcomesEn } from './en.js';
import { sentencesAr } from './sentences/ar.js';
import { sentencesAz } from './sentences/az.js';
import { sentencesEn } from './sentences/en.js';
import { sentencesTr } from './sentences/tr.js';
import type { CountedSentences } from './sentences/types.js';
import { outcomesTr } from './tr.js';
import type { OutcomeKind, OutcomeNames, OutcomeWords } from './types.js';

const WORDS: Readonly<Record<Scenario['language'], OutcomeWords>> = {
  en: outcomesEn,
  az: outcomesAz,
  tr: outcomesTr,
  ar: outcomesAr,
};

const CLOSED: Readonly<Record<Scenario['outcome'], OutcomeKind>> = {
  orders: 'closed',
  leads: 'closed',
  bookings: 'closed_bookings',
  installs: 'closed_installs',
};

const SENTENCES: Readonly<Record<Scenario['language'], (what: string, What: string) => CountedSentences>> = {
  en: sentencesEn,
  az: sentencesAz,
  tr: sentencesTr,
  ar: sentencesAr,
};

/** Which sentence on how figures are read speaks of orders. */
const ABOUT_ORDERS = 3;

/** What a plan counts, where it isn't orders: as the file says, apart from the customers where it says that they are closed later. */
export function outcomeKind({ outcome, economics }: Pick<Scenario, 'outcome' | 'economics'>): OutcomeKind | null {
  if (isClosedLater(economics)) return CLOSED[outcome];
  return outcome === 'orders' ? null : outcome;
}

/** The KPI that says what a plan brings: leads where they are counted apart from the customers that they become. */
export function mainOutcome(scenario: Pick<Scenario, 'outcome' | 'economics'>): 'orders' | 'leads' {
  const kind = outcomeKind(scenario);
  return kind === null ? 'orders' : WORDS.en[kind].main;
}

/** What a plan that counts something else than orders calls its figures. */
export function outcomeNames(kind: OutcomeKind, language: Scenario['language']): OutcomeNames {
  return WORDS[language][kind];
}

/** The charts' words that speak of orders. */
type CourseCharts = Pick<ReportText['charts'], 'fan' | 'orders' | 'profit'>;

function countedOf({ language, names }: CountedText, kind: OutcomeKind) {
  const { kpis, main } = WORDS[language][kind];
  const sentences = (of: 'orders' | 'leads') => {
    const name = kpis[of] ?? names.kpis[of] ?? of;
    return { name, ...SENTENCES[language](inSentence(name, language), name) };
  };
  // What leads there will be, and what brings them: customers come of them later.
  return { kpis, said: sentences('orders'), first: sentences(main) };
}

/** What a plan's figures are called, and in which language. */
interface CountedText {
  readonly language: Scenario['language'];
  readonly names: Pick<ReportText['names'], 'kpis'>;
}

/** Charts' words about what adds up over time, with orders named as a plan names them. */
export function namedCourses<Charts extends CourseCharts>(
  text: CountedText & { readonly charts: Charts },
  kind: OutcomeKind,
): Charts {
  const { said, first } = countedOf(text, kind);
  const { charts } = text;
  return {
    ...charts,
    fan: { ...charts.fan, tail: said.tail },
    orders: { ...charts.orders, ...first.course },
    profit: { ...charts.profit, withTail: said.withTail },
  };
}

/** A catalogue with orders named as a plan names them, in figures and in sentences. */
export function named(text: ReportText, scenario: Pick<Scenario, 'outcome' | 'economics'>): ReportText {
  const kind = outcomeKind(scenario);
  if (kind === null) return text;
  const { kpis, said, first } = countedOf(text, kind);
  const { name } = said;
  const { charts, page, workbook } = text;
  const { bridge } = charts;
  return {
    ...text,
    names: { ...text.names, kpis: { ...text.names.kpis, ...kpis } },
    charts: {
      ...namedCourses(text, kind),
      bridge: {
        ...bridge,
        ...said.bridge,
        parts: { ...bridge.parts, ...said.parts },
        columns: { ...bridge.columns, orders: name },
      },
      response: { ...charts.response, ...first.response },
    },
    page: {
      ...page,
      later: said.later,
      reading: page.reading.map((sentence, k) => (k === ABOUT_ORDERS ? said.added : sentence)),
    },
    workbook: { ...workbook, whatIf: { ...workbook.whatIf, ...first.whatIf } },
  };
}
