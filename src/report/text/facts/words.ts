import type { FigureWarning } from '../../../forecast/advice.js';
import type { PlanWarning } from '../../../forecast/result.js';
import type { Ask, BoundUnit, Relaxation } from '../../../optimize/index.js';
import type { GoalPreset, Platform, Stage } from '../../../scenario/types.js';
import type { Ground, ScenarioWarning, Subject } from '../../../scenario/warnings.js';

/** Writes the parameters of a fact as a report in its language does. */
export interface Say {
  /** A line by its id. */
  line(id: string): string;
  platform(id: Platform): string;
  stage(id: Stage): string;
  subject(of: Subject): string;
  goal(preset: GoalPreset): string;
  /** What the plan's goal is called, within a sentence. */
  aim(): string;
  /** What the plan counts (orders, leads …), within a sentence. */
  counted(): string;
  /** An amount to the smallest unit. */
  money(value: number): string;
  /** An uncertain amount. */
  estimate(value: number): string;
  /** A share, to two digits. */
  share(value: number): string;
  /** A share, to a tenth of a point. */
  exactShare(value: number): string;
  /** A share of change, with its sign. */
  change(value: number): string;
  count(value: number): string;
  plain(value: number): string;
  /** A bound in its unit. */
  bound(unit: BoundUnit, value: number): string;
  /** A relaxation that another one holds. */
  relaxation(of: Relaxation): string;
  /** Grounds one after another. */
  grounds(of: readonly Ground[]): string;
}

interface Coded {
  readonly code: string;
}

/** A sentence for every code that facts of a kind can have: a catalogue that lacks one doesn't compile. */
type FactWords<Fact extends Coded> = {
  readonly [Code in Fact['code']]: (fact: Extract<Fact, { readonly code: Code }>, say: Say) => string;
};

/** Every warning, whoever found it. */
export type Warning = ScenarioWarning | PlanWarning | FigureWarning;

/** What a language says of facts. Relaxations and asks name rules as the file does: that is where they are mended. */
export interface FactsText {
  readonly warnings: FactWords<Warning>;
  readonly grounds: FactWords<Ground>;
  /** Without the stop at the end. */
  readonly relaxations: FactWords<Relaxation>;
  readonly asks: FactWords<Ask>;
  /** "These rules can't hold together: …" */
  contradiction(rules: string): string;
  readonly anyWouldDo: string;
  /** Before the only way out. */
  readonly thisWouldDo: string;
}

/** The words for a fact. */
export function factWords<Fact extends Coded>(words: FactWords<Fact>, fact: Fact, say: Say): string {
  const entry = words[fact.code as Fact['code']] as (fact: Fact, say: Say) => string;
  return entry(fact, say);
}
