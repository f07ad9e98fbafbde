import * as messages from '../messages.js';
import type { ShockInput } from '../schema/events.js';
import { type Platform, SHOCK_EFFECTS, type Shock, type ShockEffect } from '../types.js';
import { checkNames } from './check-names.js';
import { type Build, report } from './context.js';
import { platformNames } from './platforms.js';

const MAX_SHOCKS = 50;

/** `shocks`, periods counted from 0; on platforms that the plan doesn't have, a shock changes nothing. */
export function buildShocks(build: Build, present: readonly Platform[]): readonly Shock[] {
  const { shocks = [], horizon } = build.input;
  if (shocks.length > MAX_SHOCKS) {
    report(build, ['shocks'], messages.tooManyOf('shocks', shocks.length, MAX_SHOCKS));
    return [];
  }
  checkNames(build, ['shocks'], 'shock', shocks);
  return shocks.map((shock, index): Shock => {
    const path = ['shocks', index];
    const { name, probability, window = [1, horizon.periods], lasts = null, platforms = null, outage = false } = shock;
    for (const end of [0, 1] as const) {
      if (window[end] > horizon.periods) {
        report(build, [...path, 'window', end], messages.periodAfterEnd(window[end], horizon.periods));
        break;
      }
    }
    const names = platformNames(build.input);
    for (const [k, platform] of (platforms ?? []).entries()) {
      if (!names.includes(platform))
        report(build, [...path, 'platforms', k], messages.unknownPlatform(platform, names));
      else if (!present.includes(platform)) build.warnings.push({ code: 'idle_shock', shock: name, platform });
    }
    if (!outage && SHOCK_EFFECTS.every((effect) => shock[effect] === undefined))
      report(build, path, messages.shockWithoutEffect());
    return {
      name,
      probability,
      window: [window[0] - 1, window[1] - 1],
      lasts,
      platforms,
      factors: factorsOf(shock),
      outage,
    };
  });
}

function factorsOf(shock: ShockInput): Readonly<Record<ShockEffect, number>> {
  return {
    cpm: shock.cpm ?? 1,
    ctr: shock.ctr ?? 1,
    view_rate: shock.view_rate ?? 1,
    cvr: shock.cvr ?? 1,
    organic: shock.organic ?? 1,
  };
}
