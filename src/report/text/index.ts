import type { Scenario } from '../../scenario/types.js';
import { ar } from './ar.js';
import { az } from './az.js';
import { en } from './en.js';
import { named } from './outcomes/index.js';
import { tr } from './tr.js';
import type { ReportText } from './types.js';

export type { ReportText } from './types.js';

const CATALOGUES: Readonly<Record<Scenario['language'], ReportText>> = { en, az, tr, ar };

/** The catalogue that a plan is described in: its language's, with orders named as the plan names them. */
export function planText(scenario: Pick<Scenario, 'language' | 'outcome' | 'economics'>): ReportText {
  return named(reportText(scenario.language), scenario);
}

/** The catalogue of a language. */
export function reportText(language: Scenario['language']): ReportText {
  return CATALOGUES[language];
}
