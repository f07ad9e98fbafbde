import { namesText as ar } from '../../report/text/ar-names.js';
import { namesText as az } from '../../report/text/az-names.js';
import { namesText as en } from '../../report/text/en-names.js';
import { namesText as tr } from '../../report/text/tr-names.js';
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
