import { namesText as ar } from '../../report/text/ar-names.js';
import { namesText as az } from '../../report/text/az-names.js';
import { namesText as en } from '../../report/text/en-names.js';
import { outcomeNames } from '../../report/text/outcomes/index.js';
import { namesText as tr } from '../../report/text/tr-names.js';
import type { PlanView } from '../protocol.js';
import { isStage } from '../stages.js';
import { preferences } from './state/preferences.js';

/** What things are called: the report's own names, in the page's language. */
const NAMES = { en, az, tr, ar };
export const PLATFORM_IDS = [
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'linkedin',
  'x',
  'snapchat',
  'pinterest',
  'reddit',
] as const;

export function names() {
  return NAMES[preferences.value.language];
}

/** Names of a plan's figures: what it counts is called as the plan calls it. */
export function kpiNames({ outcome }: Pick<PlanView, 'outcome'>): Readonly<Record<string, string>> {
  const { kpis } = names();
  return outcome === null ? kpis : { ...kpis, ...outcomeNames(outcome, preferences.value.language).kpis };
}

/** The figure that people look at first: what the plan brings. */
export function mainKpi({ outcome }: Pick<PlanView, 'outcome'>): string {
  return outcome === null ? 'orders' : outcomeNames(outcome, preferences.value.language).main;
}

export function platformName(platform: string): string {
  return names().platform(platform);
}

export function stageName(stage: string): string {
  return isStage(stage) ? names().stages[stage] : stage;
}

export function lineName({
  platform,
  stage,
  segment,
}: {
  readonly platform: string;
  readonly stage: string;
  readonly segment: string | null;
}): string {
  return names().line(platformName(platform), stageName(stage), segment);
}
