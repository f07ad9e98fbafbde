import { isMap, parseDocument } from 'yaml';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import type { Scenario } from './types.js';
import type { ScenarioDocument } from './write.js';

/** A test as a phase: the first periods of a plan, watched on one line by what a conversion, or a lead that is closed later, costs there. */
export interface TestPhase {
  readonly line: string;
  readonly periods: number;
  /** Share of every line's money that the test has; left out: as much as of the time. */
  readonly share?: number;
  /** Above this cost per conversion the line stops. */
  readonly mostPerConversion: number;
  /** What is counted; left out: conversions. */
  readonly counts?: 'conversions' | 'leads';
}

/** The phases' names, as reports on the plan have them. */
const NAMES: Readonly<Record<Scenario['language'], readonly [test: string, rest: string]>> = {
  en: ['Test', 'Rest'],
  az: ['Sınaq', 'Qalan müddət'],
  tr: ['Deneme', 'Kalan süre'],
  ar: ['الاختبار', 'بقية المدة'],
};

/**
 * A scenario's text with a test in it: a first phase, at the plan's pace or with the share of its money given, whose gate stops the line that is watched, and a phase of the
 * rest. Every other character stays where the file is in block style; JSON is printed anew.
 *
 * @param text the scenario's text, with the plan in it that the test begins (see `writePlanBack`)
 */
export function writeTestPhase(
  text: string,
  { json }: ScenarioDocument,
  { budget, currency, horizon, language }: Scenario,
  { line, periods, share = periods / horizon.periods, mostPerConversion, counts = 'conversions' }: TestPhase,
): string {
  const units = toMinorUnits(budget, currency);
  const first = Math.round(units * share);
  const [now, later] = [first, units - first].map((amount) => fromMinorUnits(amount, currency));
  const names = NAMES[language];
  const gate = `${line}.${counts === 'leads' ? 'cpl' : 'cpa'} <= ${mostPerConversion}`;
  const phases = [
    { name: names[0], periods, budget: now, gate, if_failed: { stop: [line] } },
    { name: names[1], periods: horizon.periods - periods, budget: later },
  ];
  const document = parseDocument(text);
  const block = isMap(document.contents) && document.contents.flow !== true;
  if (block && !json && !/^(?:\.\.\.|---)\s*$/m.test(text)) {
    const [test, rest] = phases as [(typeof phases)[0], (typeof phases)[0]];
    const end = text.endsWith('\n') ? '' : '\n';
    return `${text}${end}phases:
  - { name: ${test.name}, periods: ${test.periods}, budget: ${test.budget}, gate: "${gate}", if_failed: { stop: ["${line}"] } }
  - { name: ${rest.name}, periods: ${rest.periods}, budget: ${rest.budget} }
`;
  }
  document.set('phases', document.createNode(phases));
  return json ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
}
