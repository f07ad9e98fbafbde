import * as messages from '../messages.js';
import type { BoundsInput, CeilingInput, RulesInput } from '../schema/rules.js';
import type {
  Bounds,
  Ceiling,
  CreativeTier,
  GroupCeiling,
  LineRule,
  Platform,
  Rules,
  ShareRange,
  Stage,
} from '../types.js';
import { type Build, report } from './context.js';
import { ADEQUACY, TAIL } from './defaults.js';
import { platformNames } from './platforms.js';

/** `rules` in the form that the optimiser reads; contradictions are looked for elsewhere. */
export function buildRules(build: Build): Rules {
  const input: RulesInput = build.input.rules ?? {};
  const stages: Partial<Record<Stage, ShareRange>> = {};
  const ceilings: GroupCeiling[] = [];
  const addCeilings = (scope: GroupCeiling['scope'], id: string, given: CeilingsInput): void => {
    for (const of of ['cpa', 'cpm'] as const) {
      const bound = ceilingOf(given[of]);
      if (bound !== null) ceilings.push({ scope, id, of, ...bound });
    }
  };
  for (const [stage, given] of Object.entries(input.stages ?? {})) {
    if (given === undefined) continue;
    if (given.range !== null) stages[stage as Stage] = given.range;
    addCeilings('stages', stage, given);
  }
  if (input.prospecting !== undefined) {
    if (stages.awareness !== undefined) report(build, ['rules', 'prospecting'], messages.sameStageTwice());
    stages.awareness = input.prospecting;
  }
  const platforms: Record<Platform, Bounds> = {};
  for (const [platform, bounds] of Object.entries(input.platforms ?? {})) {
    const names = platformNames(build.input);
    if (!names.includes(platform)) {
      report(build, ['rules', 'platforms', platform], messages.unknownPlatform(platform, names), true);
    }
    platforms[platform] = boundsOf(bounds);
    addCeilings('platforms', platform, bounds);
  }
  const lines: Record<string, LineRule> = Object.create(null);
  for (const [id, bounds] of Object.entries(input.lines ?? {})) {
    lines[id] = {
      ...boundsOf(bounds),
      minDaily: bounds.min_daily ?? null,
      ...(bounds.change === undefined ? {} : { change: bounds.change }),
    };
    addCeilings('lines', id, bounds);
  }
  const { retargeting, creative, new_channels: newChannels, cpa, cpm, roas, cvar } = input;
  for (const [index, platform] of (newChannels?.platforms ?? []).entries()) {
    const names = build.input.lines.map((line) => line.platform);
    if (!names.includes(platform)) {
      const path = ['rules', 'new_channels', 'platforms', index];
      report(build, path, messages.ruleForNothing('platform', platform, [...new Set(names)]));
    }
  }
  return {
    stages,
    retargeting:
      retargeting === undefined
        ? null
        : {
            consideration: retargeting.ratio[0],
            conversion: retargeting.ratio[1],
            tolerance: retargeting.tolerance,
          },
    creative: creative === undefined ? null : { split: bySplit(creative.split), tolerance: creative.tolerance },
    platforms,
    lines: { ...lines },
    newChannels: newChannels === undefined ? null : newChannels,
    cpa: ceilingOf(cpa),
    cpm: ceilingOf(cpm),
    ...(ceilings.length > 0 ? { ceilings } : {}),
    roas: roas === undefined ? null : { min: roas.min, probability: roas.probability ?? null },
    cvar: cvar === undefined ? null : { min: cvar.min, tail: cvar.tail ?? build.input.goal?.tail ?? TAIL },
    adequacy: input.adequacy ?? ADEQUACY,
    ...(input.change === undefined ? {} : { change: input.change }),
    ...(input.week_change === undefined ? {} : { weekChange: input.week_change }),
    ...(input.lock === undefined ? {} : { lockDays: input.lock }),
    ...(input.min_move === undefined ? {} : { minMove: input.min_move }),
    budget: build.input.budget.kind,
  };
}

interface CeilingsInput {
  readonly cpa?: CeilingInput | undefined;
  readonly cpm?: CeilingInput | undefined;
}

function ceilingOf(bound: CeilingInput | undefined): Ceiling | null {
  return bound === undefined ? null : { max: bound.max, probability: bound.probability ?? null };
}

/** Three shares by creative tier. */
export function bySplit(split: readonly [number, number, number]): Readonly<Record<CreativeTier, number>> {
  return { proven: split[0], experiment: split[1], moonshot: split[2] };
}

function boundsOf({ min, max, fixed }: BoundsInput): Bounds {
  return { min: min ?? null, max: max ?? null, fixed: fixed ?? null };
}
