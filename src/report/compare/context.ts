import { COMPARED_KPIS, type ComparedScenario, type Comparison, type Contender } from '../../forecast/compare/types.js';
import { knowsWorth } from '../../forecast/known-worth.js';
import { firstOf } from '../../required.js';
import type { Scenario } from '../../scenario/types.js';
import { kpiInSentence } from '../findings/headlines.js';
import { expressionUnit, type KpiUnit, kpiUnit } from '../findings/units.js';
import { type Formats, makeFormats } from '../formats.js';
import { type CompareText, compareText } from '../text/compare/index.js';
import { planText, type ReportText } from '../text/index.js';
import { changeSentences } from './changes.js';

/** A figure that scenarios differ in, as it stands within a sentence and is printed. */
export interface ComparedFigure {
  readonly key: (typeof COMPARED_KPIS)[number];
  readonly name: string;
  write(value: number, scale?: number): string;
  /** The same with its sign. */
  change(value: number): string;
}

/** A comparison with what every part of its report needs: words, number forms, and what each scenario changes. */
export interface CompareContext {
  readonly comparison: Comparison;
  readonly text: CompareText;
  readonly formats: Formats;
  /** What the first scenario is called. */
  readonly base: string;
  readonly direction: ReportText['direction'];
  readonly names: ReportText['names'];
  readonly goal: string;
  writeGoal(value: number, scale?: number): string;
  readonly figures: readonly ComparedFigure[];
  /** By rank, then by the order given. */
  readonly ranked: readonly ComparedScenario[];
  /** What each scenario has otherwise than the first, a sentence each; empty for the first. */
  readonly changes: readonly (readonly string[])[];
}

/** Whether some plans are the best ones under their rules. */
export function isAnew({ scenarios }: Comparison): boolean {
  return scenarios.some(({ plan }) => plan === 'optimized');
}

export function compareContext(contenders: readonly Contender[], comparison: Comparison): CompareContext {
  const first: Scenario = firstOf(contenders).scenario;
  const text = compareText(first.language);
  const report = planText(first);
  const formats = makeFormats({ scenario: first }, first.language);
  const goalUnit = expressionUnit(first.goal.maximize);
  return {
    comparison,
    text,
    formats,
    base: firstOf(contenders).label,
    direction: report.direction,
    names: report.names,
    goal: kpiInSentence(report, comparison.goal),
    writeGoal: (value, scale) => formats.byUnit(goalUnit, value, scale),
    figures: comparedFigures(contenders).map((key) => {
      const unit = kpiUnit(key);
      return {
        key,
        name: key === 'roas' ? 'ROAS' : kpiInSentence(report, key),
        write: (value, scale) => formats.byUnit(unit, value, scale),
        change: (value) => changeWords(formats, unit, value),
      };
    }),
    ranked: [...comparison.scenarios].sort((a, b) => a.rank - b.rank),
    changes: contenders.map(({ scenario }, k) => (k === 0 ? [] : changeSentences(first, scenario))),
  };
}

/** All of them, or, where no plan says what its orders are worth, what is counted and what is spent. */
export function comparedFigures(contenders: readonly Contender[]): readonly ComparedFigure['key'][] {
  if (contenders.some(({ scenario }) => knowsWorth(scenario))) return COMPARED_KPIS;
  return COMPARED_KPIS.filter((key) => key === 'orders' || key === 'spend');
}

function changeWords(formats: Formats, unit: KpiUnit, value: number): string {
  if (unit === 'money') return formats.change(value);
  if (unit === 'count') return formats.countChange(value);
  return value > 0 ? `+${formats.byUnit(unit, value)}` : formats.byUnit(unit, value);
}
