import { isKnownPlatform, PLATFORMS } from '../../scenario/types.js';
import type { BriefRequest } from '../protocol.js';

/** What each goal asks for: the field's ceilings would refuse many a first plan, so what should come of it is a target. */
const GOALS = {
  sales: 'goal: { maximize: profit }\ntargets: [profit > 0 with 70%]\n',
  leads: 'goal: { maximize: new }\n',
  awareness: 'goal: { maximize: reach }\n',
} as const satisfies Record<BriefRequest['goal'], string>;

/**
 * A plan from the five answers of a brief: every platform reaches people and brings some of them back, rates come from the
 * built-in benchmarks, and the split over stages and tiers is the field's (70 to 80 % on awareness, 1 : 2, 60-30-10).
 * Budgets are left out, so that they are the reader's own split, reported as such.
 */
export function briefText(brief: BriefRequest): string {
  const platforms = PLATFORMS.filter((platform) => brief.platforms.includes(platform));
  const retargeting = platforms.filter((platform) => isKnownPlatform(platform)).slice(0, 2);
  const lines = [
    ...platforms.map((platform) => `  - { platform: ${platform}, stage: awareness }`),
    ...retargeting.map((platform) => `  - { platform: ${platform}, stage: consideration }`),
    ...retargeting.map((platform) => `  - { platform: ${platform}, stage: conversion }`),
  ];
  return `# Made from a brief. Rates come from built-in benchmarks until you write your own.
name: ${JSON.stringify(brief.name)}
language: ${brief.language}
currency: ${brief.currency}
horizon: ${brief.weeks} weeks
budget: ${brief.budget}
economics:
${brief.goal === 'leads' ? '  outcome: leads\n' : ''}  order_value: ${brief.orderValue}
  margin: ${brief.margin}
lines:
${lines.join('\n')}
rules:
  prospecting: 70-80%
  retargeting: { ratio: 1:2, tolerance: 20% }
  creative: 60-30-10
${GOALS[brief.goal]}`;
}
