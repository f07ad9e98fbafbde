import type { Language } from '../../../units/locale.js';
import type { StageEvidence } from '../../facts.js';
import { scenarioAr } from './ar.js';
import { scenarioAz } from './az.js';
import { scenarioEn } from './en.js';
import { scenarioTr } from './tr.js';
import type { ScenarioWords } from './types.js';

const CATALOGUES: Readonly<Record<Language, ScenarioWords>> = {
  en: scenarioEn,
  az: scenarioAz,
  tr: scenarioTr,
  ar: scenarioAr,
};

/** What stands beside the numbers of scenarios that are made from files. */
export function scenarioWords(language: Language): ScenarioWords {
  return CATALOGUES[language];
}

/** What says which stage a campaign is for, in words. */
export function stageEvidenceText(evidence: StageEvidence, language: Language): string {
  const entry = CATALOGUES[language].stageEvidence[evidence.kind] as (one: StageEvidence) => string;
  return entry(evidence);
}
