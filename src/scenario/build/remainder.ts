import { elementAt, required } from '../../required.js';
import { type Platform, type Rules, STAGES, type Stage } from '../types.js';
import { PROSPECTING, RETARGETING } from './defaults.js';
import { type Limits, limitsOf, shareWithin } from './limits.js';
import type { LineDraft } from './lines.js';

interface Place {
  readonly platform: Platform;
  readonly stage: Stage;
}

/** What a creator's posts take of the budget, at the creator's platform and stage. */
export interface PostsPay extends Place {
  readonly pay: number;
}

/**
 * What each line without a budget gets of what is left, in currency, in their order; `posts` are paid out of the budget first. Stages get the middle of what the rules
 * allow them, less what their given lines take; lines of a stage share evenly, within their own and their platform's bounds
 * where all of them can hold. Where they can't, bounds give way here and the optimiser names the conflict.
 */
export function shareRemainder(
  lines: readonly LineDraft[],
  rules: Rules,
  budget: number,
  days: number,
  posts: readonly PostsPay[],
): number[] {
  const open = lines.filter((line) => line.givenBudget === null);
  const taken = [...lines.map((line) => ({ ...line, pay: line.givenBudget ?? 0 })), ...posts];
  const given = (some: (one: Place) => boolean) => taken.reduce((sum, one) => sum + (some(one) ? one.pay : 0), 0);
  const left = budget - given(() => true);
  const stages = STAGES.filter((stage) => open.some((line) => line.stage === stage));
  const shares = stageShares(lines, rules);
  const needs = stages.map((stage) =>
    Math.max(0, (shares.get(stage) ?? 0) * budget - given((line) => line.stage === stage)),
  );
  const stageWeights = needs.some((need) => need > 0) ? needs : stages.map((stage) => shares.get(stage) || 1);
  const limits = open.map((line) => lineLimits(line, rules, budget, days));
  const bounded = sharePlatforms(open, stages, stageWeights, limits, rules, budget, left, given);
  if (bounded !== null) return bounded;
  const total = stageWeights.reduce((sum, weight) => sum + weight, 0);
  return open.map((line) => {
    const weight = stageWeights[stages.indexOf(line.stage)] ?? 0;
    return ((weight / total) * left) / open.filter((other) => other.stage === line.stage).length;
  });
}

function lineLimits(line: LineDraft, rules: Rules, budget: number, days: number): Limits {
  const rule = rules.lines[line.id];
  const { least, most } = limitsOf(rule, budget);
  return { least: Math.min(most, Math.max(least, (rule?.minDaily ?? 0) * days)), most };
}

/** Stage totals, then lines, with platforms' weights scaled (iterative proportional fitting) until their bounds hold. */
function sharePlatforms(
  open: readonly LineDraft[],
  stages: readonly Stage[],
  stageWeights: readonly number[],
  limits: readonly Limits[],
  rules: Rules,
  budget: number,
  left: number,
  given: (some: (one: Place) => boolean) => number,
): number[] | null {
  const factors = new Map<Platform, number>();
  const bounds = [...new Set(open.map((line) => line.platform))].map((platform) => {
    const { least, most } = limitsOf(rules.platforms[platform], budget);
    const taken = given((line) => line.platform === platform);
    return { platform, least: least - taken, most: Math.max(0, most - taken) };
  });
  let parts: number[] | null = null;
  for (let round = 0; round < 200; round++) {
    parts = shareStages(open, stages, stageWeights, limits, left, factors);
    if (parts === null) return null;
    let converged = true;
    for (const { platform, least, most } of bounds) {
      const total = open.reduce(
        (sum, line, index) => sum + (line.platform === platform ? (parts?.[index] ?? 0) : 0),
        0,
      );
      const wanted = Math.min(most, Math.max(least, total));
      if (Math.abs(wanted - total) <= 1e-6 * budget) continue;
      converged = false;
      factors.set(platform, (factors.get(platform) ?? 1) * (total > 0 ? wanted / total : 1));
    }
    if (converged) return parts;
  }
  return parts;
}

function shareStages(
  open: readonly LineDraft[],
  stages: readonly Stage[],
  stageWeights: readonly number[],
  limits: readonly Limits[],
  left: number,
  factors: ReadonlyMap<Platform, number>,
): number[] | null {
  const members = stages.map((stage) => open.flatMap((line, index) => (line.stage === stage ? [index] : [])));
  const stageLimits = members.map((indices) => ({
    least: indices.reduce((sum, index) => sum + (limits[index]?.least ?? 0), 0),
    most: indices.reduce((sum, index) => sum + (limits[index]?.most ?? left), 0),
  }));
  const totals = shareWithin(left, stageWeights, stageLimits);
  if (totals === null) return null;
  const parts = new Array<number>(open.length).fill(0);
  for (const [at, indices] of members.entries()) {
    const weights = indices.map((index) => factors.get(elementAt(open, index).platform) ?? 1);
    const shared = shareWithin(
      totals[at] ?? 0,
      weights,
      indices.map((index) => elementAt(limits, index)),
    );
    if (shared === null) return null;
    for (const [k, index] of indices.entries()) parts[index] = shared[k] ?? 0;
  }
  return parts;
}

/** Each stage's share of the budget: the middle of its rule, or practice's 75 : (1 : 2) where no rule says otherwise. */
function stageShares(lines: readonly LineDraft[], rules: Rules): ReadonlyMap<Stage, number> {
  const present = STAGES.filter((stage) => lines.some((line) => line.stage === stage));
  const ratio = rules.retargeting;
  const [consideration, conversion] = ratio === null ? RETARGETING : [ratio.consideration, ratio.conversion];
  const below: Readonly<Record<Stage, number>> = {
    awareness: 0,
    consideration,
    conversion,
    loyalty: consideration,
    advocacy: consideration,
  };
  const belowTotal = present.reduce((sum, stage) => sum + below[stage], 0);
  const practice = (stage: Stage): number => {
    if (belowTotal === 0) return 1;
    if (stage === 'awareness') return PROSPECTING;
    return ((present.includes('awareness') ? 1 - PROSPECTING : 1) * below[stage]) / belowTotal;
  };
  const ruled = present.filter((stage) => rules.stages[stage] !== undefined);
  const middles = new Map(ruled.map((stage) => [stage, middleOf(required(rules.stages[stage]))]));
  const ruledTotal = [...middles.values()].reduce((sum, middle) => sum + middle, 0);
  const free = present.filter((stage) => !middles.has(stage));
  const freeTotal = free.reduce((sum, stage) => sum + practice(stage), 0);
  const starts = present.map((stage) => {
    const middle = middles.get(stage);
    if (middle !== undefined) return middle;
    return (Math.max(0, 1 - ruledTotal) * practice(stage)) / freeTotal;
  });
  const limits = present.map((stage) => {
    const rule = rules.stages[stage];
    return rule === undefined ? { least: 0, most: 1 } : { least: rule.min, most: rule.max };
  });
  const shares = shareWithin(1, starts, limits) ?? starts;
  return new Map(present.map((stage, index) => [stage, shares[index] ?? 0]));
}

function middleOf({ min, max }: { readonly min: number; readonly max: number }): number {
  return (min + max) / 2;
}
