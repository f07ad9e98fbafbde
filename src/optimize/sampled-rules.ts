import type { GroupFigure, KpiName, PlanFunction } from '../scenario/expressions/types.js';
import { type Ceiling, type GroupCeiling, isFunnelLine, type Line, type Scenario } from '../scenario/types.js';
import { isDelivering, UNDELIVERED, UNDELIVERED_FIGURE } from './delivery.js';
import { ruledBy } from './flighting.js';
import { type DrawMeasure, mean, quantileMeasure, smoothedTail } from './risk.js';

/** How the excess of the draws becomes one number that must not exceed 0. */
export type RuleMeasure =
  | { readonly kind: 'mean' }
  /** At most 0 with this probability. */
  | { readonly kind: 'probability'; readonly probability: number }
  /** The mean of the worst (largest) share. */
  | { readonly kind: 'tail'; readonly tail: number };

/** A figure that a rule looks at: of the whole plan, or of some lines. */
export type RuleFigure = Extract<PlanFunction, { kind: 'kpi' | 'group' }>;

/** Reads the draws of a figure. */
export type FigureDraws = (figure: RuleFigure) => Float64Array;

/**
 * A rule that is a figure of the draws: `excess = constant + Σ weight · figure`, in currency, linear in figures, so that
 * ratios (spend over conversions) need no division.
 */
export interface SampledRule {
  /** `cpa`, or with what it is of before it: `platforms.tiktok.cpa`. */
  readonly rule: string;
  readonly kind: 'cpa' | 'cpm' | 'roas' | 'cvar' | 'delivery';
  /** The ceiling, or for `roas` and `cvar` the floor. */
  readonly bound: number;
  readonly terms: readonly { readonly figure: RuleFigure; readonly weight: number }[];
  readonly constant: number;
  /** By how much the excess falls when the bound is loosened by one unit: a multiple of a figure, or of 1. */
  readonly loosening: { readonly figure: RuleFigure | null; readonly weight: number };
  readonly measure: RuleMeasure;
}

const kpi = (name: KpiName): RuleFigure => ({ kind: 'kpi', name });

/** The scenario's sampled rules (model, section 8), in the order they are reported. */
export function sampledRules(scenario: Scenario): SampledRule[] {
  const { cpa, cpm, roas, cvar, ceilings = [] } = scenario.rules;
  const rules: SampledRule[] = [];
  if (cpa !== null) rules.push(ceilingRule('cpa', 'cpa', kpi, cpa));
  if (cpm !== null) {
    // A line with a response shows nothing: what it spends is no price of impressions.
    const shown = scenario.lines.flatMap((line, index) => (isFunnelLine(line) ? [index] : []));
    const all = shown.length === scenario.lines.length;
    rules.push(ceilingRule('cpm', 'cpm', all ? kpi : (name) => ({ kind: 'group', name, lines: shown }), cpm));
  }
  if (roas !== null) {
    rules.push({
      rule: 'roas',
      kind: 'roas',
      bound: roas.min,
      terms: [
        { figure: kpi('spend'), weight: roas.min },
        { figure: kpi('revenue'), weight: -1 },
      ],
      constant: 0,
      loosening: { figure: kpi('spend'), weight: 1 },
      measure: measureOf(roas.probability),
    });
  }
  if (cvar !== null) {
    rules.push({
      rule: 'cvar',
      kind: 'cvar',
      bound: cvar.min,
      terms: [{ figure: kpi('profit'), weight: -1 }],
      constant: cvar.min,
      loosening: { figure: null, weight: 1 },
      measure: { kind: 'tail', tail: cvar.tail },
    });
  }
  for (const ceiling of ceilings) {
    const lines = scenario.lines.flatMap((line, index) =>
      isIn(line, ceiling) && (ceiling.of !== 'cpm' || isFunnelLine(line)) ? [index] : [],
    );
    const figure = (name: GroupFigure['name']): RuleFigure => ({ kind: 'group', name, lines });
    rules.push(ceilingRule(ceilingName(ceiling), ceiling.of, figure, ceiling));
  }
  if (isDelivering(scenario)) {
    const bound = UNDELIVERED * scenario.budget;
    rules.push({
      rule: 'delivery',
      kind: 'delivery',
      bound,
      terms: [{ figure: UNDELIVERED_FIGURE, weight: 1 }],
      constant: -bound,
      loosening: { figure: null, weight: 1 },
      measure: { kind: 'mean' },
    });
  }
  return rules;
}

/** The scenario with another bound of one of its sampled rules. */
export function withBound(scenario: Scenario, { rule, kind }: SampledRule, bound: number): Scenario {
  const { rules } = scenario;
  if (kind === 'delivery') return scenario;
  if (kind === 'cvar') return { ...scenario, rules: { ...rules, cvar: { ...rules.cvar!, min: bound } } };
  if (kind === 'roas') return { ...scenario, rules: { ...rules, roas: { ...rules.roas!, min: bound } } };
  if (rule === kind) return { ...scenario, rules: { ...rules, [kind]: { ...rules[kind]!, max: bound } } };
  const ceilings = (rules.ceilings ?? []).map((one) => (ceilingName(one) === rule ? { ...one, max: bound } : one));
  return { ...scenario, rules: { ...rules, ceilings } };
}

/** The name that a line's, a platform's or a stage's ceiling is reported by. */
export function ceilingName({ scope, id, of }: GroupCeiling): string {
  return `${scope}.${id}.${of}`;
}

function isIn(line: Line, { scope, id }: GroupCeiling): boolean {
  if (scope === 'lines') return ruledBy(line) === id;
  return (scope === 'platforms' ? line.platform : line.stage) === id;
}

function ceilingRule(
  rule: string,
  kind: 'cpa' | 'cpm',
  figure: (name: GroupFigure['name']) => RuleFigure,
  { max, probability }: Ceiling,
): SampledRule {
  const units = figure(kind === 'cpa' ? 'conversions' : 'impressions');
  const unit = kind === 'cpa' ? 1 : 1 / 1000;
  return {
    rule,
    kind,
    bound: max,
    terms: [
      { figure: figure('spend'), weight: 1 },
      { figure: units, weight: -max * unit },
    ],
    constant: 0,
    loosening: { figure: units, weight: unit },
    measure: measureOf(probability),
  };
}

/** Numerator and denominator of the ratio that a rule bounds, in the ratio's unit; `cvar` has none. */
export function ratioOf(
  rule: SampledRule,
  values: FigureDraws,
): { readonly over: Float64Array; readonly under: Float64Array } {
  const [first, second] = rule.terms;
  if (first === undefined || second === undefined) throw new RangeError(`${rule.rule} bounds no ratio`);
  const [spend, units] = [values(first.figure), values(second.figure)];
  if (rule.kind === 'roas') return { over: units, under: spend };
  return { over: spend, under: rule.kind === 'cpm' ? units.map((count) => count / 1000) : units };
}

function measureOf(probability: number | null): RuleMeasure {
  return probability === null ? { kind: 'mean' } : { kind: 'probability', probability };
}

/** The figures whose draws some rules look at, each once. */
export function ruleFigures(rules: readonly SampledRule[]): RuleFigure[] {
  const figures = new Map<string, RuleFigure>();
  for (const { terms } of rules) for (const { figure } of terms) figures.set(figureKey(figure), figure);
  return [...figures.values()];
}

/** Whether a rule bounds a ratio to what is spent, which a plan that spends nothing doesn't have. */
export function isRatio({ kind }: SampledRule): boolean {
  return kind !== 'cvar' && kind !== 'delivery';
}

/** What tells figures apart. */
export function figureKey(figure: RuleFigure): string {
  return figure.kind === 'kpi' ? figure.name : `${figure.name} of ${figure.lines.join()}`;
}

/** A rule's excess in each draw, in currency. */
export function excessOf(rule: SampledRule, values: FigureDraws): Float64Array {
  const rows = rule.terms.map(({ figure, weight }) => ({ row: values(figure), weight }));
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
