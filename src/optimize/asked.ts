import type { CreativeTier, Scenario } from '../scenario/types.js';
import { byPeriods } from './flighting.js';
import { type LinearRow, wholeOf } from './linear-rules.js';
import type { BoundUnit } from './relaxations.js';
import { constraintsOf, dailyOfOne } from './rules.js';
import { type SampledRule, sampledRules } from './sampled-rules.js';

/** What a rule asks for. */
export type Ask =
  /** `null`: no bound on that side. */
  | {
      readonly code: 'range';
      readonly unit: BoundUnit;
      readonly min: number | null;
      readonly max: number | null;
      /** In this share of futures; `null`: on average. */
      readonly probability: number | null;
    }
  /** consideration : conversion. */
  | {
      readonly code: 'ratio';
      readonly consideration: number;
      readonly conversion: number;
      readonly tolerance: number;
    }
  | { readonly code: 'split'; readonly split: Readonly<Record<CreativeTier, number>>; readonly tolerance: number }
  | { readonly code: 'daily'; readonly min: number };

/** A rule by the name it has in the file, with what it asks for. */
export interface AskedRule {
  readonly rule: string;
  readonly asks: readonly Ask[];
}

/** What some of a scenario's rules ask for, in numbers. */
export function askedRules(given: Scenario, names: readonly string[]): AskedRule[] {
  const scenario = byPeriods(given);
  const rules = constraintsOf(scenario);
  const sampled = sampledRules(scenario);
  const asks = (name: string): readonly Ask[] => {
    const { retargeting, creative } = scenario.rules;
    if (name === 'budget') {
      const min = rules.open ? null : rules.budget;
      return [{ code: 'range', unit: 'money', min, max: rules.budget, probability: null }];
    }
    if (name === 'retargeting' && retargeting !== null) return [{ code: 'ratio', ...retargeting }];
    if (name === 'creative' && creative !== null) return [{ code: 'split', ...creative }];
    // A figure that is held while its line is on asks for no amount.
    const minimum = rules.onOff.find(({ rule, whileOn }) => rule === name && whileOn !== true);
    if (minimum !== undefined) {
      const daily = minimum.threshold * rules.budget * dailyOfOne(scenario.lines[minimum.line], scenario);
      return [{ code: 'daily', min: daily }];
    }
    const figure = sampled.find(({ rule }) => rule === name);
    if (figure !== undefined) return [askOfFigure(figure)];
    return rules.rows.filter(({ rule }) => rule === name).map((row) => askOfRow(row, rules.budget));
  };
  return names.map((rule) => ({ rule, asks: asks(rule) }));
}

function askOfFigure({ kind, bound, floor, measure }: SampledRule): Ask {
  const probability = measure.kind === 'probability' ? measure.probability : null;
  const unit = kind === 'roas' || kind === 'hold' ? 'ratio' : 'money';
  return { code: 'range', unit, min: floor ? bound : null, max: floor ? null : bound, probability };
}

function askOfRow(row: LinearRow, budget: number): Ask {
  const [lower, upper] =
    row.share === undefined ? [wholeOf(row, row.lower), wholeOf(row, row.upper)] : [row.share.lower, row.share.upper];
  const money = row.unit === 'money';
  const scale = money ? budget : 1;
  const least = Number.isFinite(lower) && lower > 0;
  const most = Number.isFinite(upper) && (money || upper < 1);
  return {
    code: 'range',
    unit: money ? 'money' : 'share',
    min: least || !most || lower === upper ? Math.max(0, lower) * scale : null,
    max: most || lower === upper ? upper * scale : null,
    probability: null,
  };
}
