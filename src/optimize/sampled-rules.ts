import type { KpiName } from '../scenario/expressions/types.js';
import type { Ceiling, Scenario } from '../scenario/types.js';
import { type DrawMeasure, mean, quantileMeasure, smoothedTail } from './risk.js';

/** How the excess of the draws becomes one number that must not exceed 0. */
export type RuleMeasure =
  | { readonly kind: 'mean' }
  /** At most 0 with this probability. */
  | { readonly kind: 'probability'; readonly probability: number }
  /** The mean of the worst (largest) share. */
  | { readonly kind: 'tail'; readonly tail: number };

/**
 * A rule that is a figure of the draws: `excess = constant + Σ weight · KPI`, in currency, linear in KPIs of the whole plan,
 * so that ratios (spend over conversions) need no division.
 */
export interface SampledRule {
  readonly rule: string;
  readonly terms: readonly { readonly kpi: KpiName; readonly weight: number }[];
  readonly constant: number;
  /** By how much the excess falls when the bound is loosened by one unit: a multiple of a KPI, or of 1. */
  readonly loosening: { readonly kpi: KpiName | null; readonly weight: number };
  readonly measure: RuleMeasure;
}

/** The scenario's sampled rules (model, section 8), in the order they are reported. */
export function sampledRules(scenario: Scenario): SampledRule[] {
  const { cpa, cpm, roas, cvar } = scenario.rules;
  const rules: SampledRule[] = [];
  if (cpa !== null) rules.push(ceilingRule('cpa', 'conversions', 1, cpa));
  if (cpm !== null) rules.push(ceilingRule('cpm', 'impressions', 1 / 1000, cpm));
  if (roas !== null) {
    rules.push({
      rule: 'roas',
      terms: [
        { kpi: 'spend', weight: roas.min },
        { kpi: 'revenue', weight: -1 },
      ],
      constant: 0,
      loosening: { kpi: 'spend', weight: 1 },
      measure: measureOf(roas.probability),
    });
  }
  if (cvar !== null) {
    rules.push({
      rule: 'cvar',
      terms: [{ kpi: 'profit', weight: -1 }],
      constant: cvar.min,
      loosening: { kpi: null, weight: 1 },
      measure: { kind: 'tail', tail: cvar.tail },
    });
  }
  return rules;
}

function ceilingRule(rule: string, units: KpiName, unit: number, { max, probability }: Ceiling): SampledRule {
  return {
    rule,
    terms: [
      { kpi: 'spend', weight: 1 },
      { kpi: units, weight: -max * unit },
    ],
    constant: 0,
    loosening: { kpi: units, weight: unit },
    measure: measureOf(probability),
  };
}

function measureOf(probability: number | null): RuleMeasure {
  return probability === null ? { kind: 'mean' } : { kind: 'probability', probability };
}

/** The KPIs whose draws some rules look at, each once. */
export function ruleKpis(rules: readonly SampledRule[]): KpiName[] {
  return [...new Set(rules.flatMap(({ terms }) => terms.map(({ kpi }) => kpi)))];
}

/** A rule's excess in each draw, in currency. */
export function excessOf(rule: SampledRule, values: (kpi: KpiName) => Float64Array): Float64Array {
  const rows = rule.terms.map(({ kpi, weight }) => ({ row: values(kpi), weight }));
  const excess = new Float64Array(rows[0]?.row.length ?? 0).fill(rule.constant);
  for (const { row, weight } of rows) {
    for (let d = 0; d < excess.length; d++) excess[d] = excess[d]! + weight * row[d]!;
  }
  return excess;
}

/** A rule's figure with its border smoothed over `± halfWidth`, and its derivative by each draw's excess. */
export function smoothedMeasure(measure: RuleMeasure, excess: Float64Array, halfWidth: number): DrawMeasure {
  switch (measure.kind) {
    case 'mean':
      return { value: mean(excess), weights: new Float64Array(excess.length).fill(1 / excess.length) };
    case 'probability':
      return quantileMeasure(excess, measure.probability, halfWidth);
    case 'tail': {
      const { value, weights } = smoothedTail(
        excess.map((x) => -x),
        measure.tail,
        halfWidth,
      );
      return { value: -value, weights };
    }
  }
}

/** A rule's figure exactly: at most 0 where the draws keep it. */
export function exactMeasure(measure: RuleMeasure, excess: Float64Array): number {
  if (measure.kind !== 'probability') return smoothedMeasure(measure, excess, 0).value;
  // The smallest level that so many draws don't exceed; the tiny step down keeps 0.8 · 10 at 8.
  const rank = Math.ceil(measure.probability * excess.length - 1e-9);
  return excess.slice().sort()[Math.min(excess.length, Math.max(1, rank)) - 1]!;
}
