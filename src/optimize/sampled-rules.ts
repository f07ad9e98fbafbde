import { normalQuantile } from '../distributions/normal.js';
import { COUNT_EVIDENCE, type CountedKpi, countChances, isCountedKpi } from '../model/kpi/count-chances.js';
import { required } from '../required.js';
import type { KpiName, PlanFunction } from '../scenario/expressions/types.js';
import {
  type Ceiling,
  type Comparison,
  type GroupCeiling,
  isFunnelLine,
  type Line,
  type Scenario,
} from '../scenario/types.js';
import { isDelivering, UNDELIVERED, UNDELIVERED_FIGURE } from './delivery.js';
import { ruledBy } from './flighting.js';
import {
  asksWhileOn,
  type HeldFigure,
  heldFigures,
  isLeast,
  lineFigure,
  weeksOf,
  withThreshold,
} from './hold-rules.js';
import { type DrawMeasure, mean, quantileMeasure, smoothedTail } from './risk.js';

/** How the excess of the draws becomes one number that must not exceed 0. */
type RuleMeasure =
  | { readonly kind: 'mean' }
  /** At most 0 with this probability. */
  | { readonly kind: 'probability'; readonly probability: number }
  /** The mean of the worst (largest) share. */
  | { readonly kind: 'tail'; readonly tail: number };

/** What a cost per conversion or per thousand impressions is made of. */
type CostFigure = 'spend' | 'impressions' | 'conversions';

/** A figure that a rule looks at: of the whole plan, or of some lines. */
export type RuleFigure = PlanFunction;

/** Reads the draws of a figure. */
export type FigureDraws = (figure: RuleFigure) => Float64Array;

/**
 * A rule that is a figure of the draws: `excess = constant + Σ weight · figure`, in currency, linear in figures, so that
 * ratios (spend over conversions) need no division.
 */
export interface SampledRule {
  /** `cpa`, or with what it is of before it: `platforms.tiktok.cpa`. */
  readonly rule: string;
  readonly kind: 'cpa' | 'cpm' | 'roas' | 'cvar' | 'delivery' | 'hold';
  /** The ceiling or floor. */
  readonly bound: number;
  /** Whether the figure mustn't fall below the bound, rather than exceed it. */
  readonly floor: boolean;
  readonly terms: readonly { readonly figure: RuleFigure; readonly weight: number }[];
  readonly constant: number;
  /** By how much the excess falls when the bound is relaxed by one unit: a multiple of a figure, or of 1. */
  readonly relaxation: { readonly figure: RuleFigure | null; readonly weight: number };
  readonly measure: RuleMeasure;
  /** Held only while these lines spend. */
  readonly whileOn?: readonly number[];
  /** Of a rule with a probability whose figure is a whole number of orders, or rests on one. */
  readonly counted?: CountedFigure;
}

/** A KPI with a count in it (section 14), of the plan or of some lines. */
interface CountedFigure {
  readonly kpi: CountedKpi;
  readonly comparison: Comparison;
  /** For another bound, that of the rule by so much. */
  readonly weeks: number;
  readonly budget: number;
  /** What is expected of the KPIs that tell it. */
  readonly figure: (kpi: string) => RuleFigure;
}

const kpi = (name: KpiName): RuleFigure => ({ kind: 'kpi', name });

/** The scenario's sampled rules (model, section 8), in the order they are reported. */
export function sampledRules(scenario: Scenario): SampledRule[] {
  const rules = rulesByExpectations(scenario);
  if (!scenario.counts) return rules;
  const held = heldFigures(scenario);
  return rules.map((rule) => {
    if (rule.measure.kind !== 'probability') return rule;
    const counted = countedFigure(scenario, rule, held.find(({ name }) => name === rule.rule) ?? null);
    return counted === null ? rule : { ...rule, counted };
  });
}

/** What a rule counts, if it does: a bare KPI, as for targets; an expression of one's own is reported by what is expected. */
function countedFigure(scenario: Scenario, rule: SampledRule, held: HeldFigure | null): CountedFigure | null {
  const { budget } = scenario;
  if (rule.kind !== 'hold') {
    if (rule.kind !== 'cpa' && rule.kind !== 'roas') return null;
    const [first, second] = rule.terms;
    const ofLines = first.figure.kind === 'group';
    const names: Readonly<Record<string, RuleFigure>> = ofLines
      ? { spend: first.figure, conversions: second.figure }
      : {};
    const comparison = rule.kind === 'cpa' ? '<=' : '>=';
    return { kpi: rule.kind, comparison, weeks: 1, budget, figure: (name) => names[name] ?? kpi(name as KpiName) };
  }
  const { hold, lines, line } = required(held);
  const { expression, comparison } = hold;
  if (expression.kind !== 'kpi' || !isCountedKpi(expression.name)) return null;
  const weeks = weeksOf(hold, scenario);
  const ofLine = (name: string): RuleFigure => ({
    kind: 'of line',
    // What a line is credited with are its conversions.
    of: { kind: 'kpi', name: name === 'orders' ? 'conversions' : (name as KpiName) },
    lines,
  });
  const figure = line === null ? (name: string): RuleFigure => kpi(name as KpiName) : ofLine;
  return { kpi: expression.name, comparison, weeks, budget, figure };
}

function rulesByExpectations(scenario: Scenario): SampledRule[] {
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
      floor: true,
      terms: [
        { figure: kpi('spend'), weight: roas.min },
        { figure: kpi('revenue'), weight: -1 },
      ],
      constant: 0,
      relaxation: { figure: kpi('spend'), weight: 1 },
      measure: measureOf(roas.probability),
    });
  }
  if (cvar !== null) {
    rules.push({
      rule: 'cvar',
      kind: 'cvar',
      bound: cvar.min,
      floor: true,
      terms: [{ figure: kpi('profit'), weight: -1 }],
      constant: cvar.min,
      relaxation: { figure: null, weight: 1 },
      measure: { kind: 'tail', tail: cvar.tail },
    });
  }
  for (const ceiling of ceilings) {
    const lines = scenario.lines.flatMap((line, index) =>
      isIn(line, ceiling) && (ceiling.of !== 'cpm' || isFunnelLine(line)) ? [index] : [],
    );
    const figure = (name: CostFigure): RuleFigure => ({ kind: 'group', name, lines });
    rules.push(ceilingRule(ceilingName(ceiling), ceiling.of, figure, ceiling));
  }
  for (const held of heldFigures(scenario)) rules.push(holdRule(scenario, held));
  if (isDelivering(scenario)) {
    const bound = UNDELIVERED * scenario.budget;
    rules.push({
      rule: 'delivery',
      kind: 'delivery',
      bound,
      floor: false,
      terms: [{ figure: UNDELIVERED_FIGURE, weight: 1 }],
      constant: -bound,
      relaxation: { figure: null, weight: 1 },
      measure: { kind: 'mean' },
    });
  }
  return rules;
}

/** The scenario with another bound of one of its sampled rules. */
export function withBound(scenario: Scenario, { rule, kind }: SampledRule, bound: number): Scenario {
  const { rules } = scenario;
  if (kind === 'delivery') return scenario;
  const held = heldFigures(scenario).find(({ name }) => name === rule);
  if (held !== undefined) return withThreshold(scenario, held, bound);
  if (kind === 'cvar') return { ...scenario, rules: { ...rules, cvar: { ...required(rules.cvar), min: bound } } };
  if (kind === 'roas') return { ...scenario, rules: { ...rules, roas: { ...required(rules.roas), min: bound } } };
  if (rule === kind) return { ...scenario, rules: { ...rules, [kind]: { ...rules[kind], max: bound } } };
  const ceilings = (rules.ceilings ?? []).map((one) => (ceilingName(one) === rule ? { ...one, max: bound } : one));
  return { ...scenario, rules: { ...rules, ceilings } };
}

/**
 * A rule on a figure. Its excess is in currency like the others', as the share of the bound that it is off by, of the budget: a
 * rule then counts as satisfied to the same precision whatever its figure's unit.
 */
function holdRule(scenario: Scenario, held: HeldFigure): SampledRule {
  const { hold, name, lines } = held;
  const floor = isLeast(hold);
  const measure = measureOf(hold.probability);
  const own = held.line === null ? null : lineFigure(held);
  if (own?.kind === 'ratio') {
    const group = (of: CostFigure): RuleFigure => ({ kind: 'group', name: of, lines });
    return ceilingRule(name, own.of, group, { max: hold.threshold, probability: hold.probability });
  }
  const figure = own === null ? hold.expression : own.figure;
  const scale = scenario.budget / (Math.abs(hold.threshold) || 1);
  const sign = floor ? -scale : scale;
  return {
    rule: name,
    kind: 'hold',
    bound: hold.threshold,
    floor,
    terms: [{ figure, weight: sign / weeksOf(hold, scenario) }],
    constant: -sign * hold.threshold,
    relaxation: { figure: null, weight: scale },
    measure,
    ...(asksWhileOn(held) ? { whileOn: lines } : {}),
  };
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
  figure: (name: CostFigure) => RuleFigure,
  { max, probability }: Ceiling,
): SampledRule {
  const units = figure(kind === 'cpa' ? 'conversions' : 'impressions');
  const unit = kind === 'cpa' ? 1 : 1 / 1000;
  return {
    rule,
    kind,
    bound: max,
    floor: false,
    terms: [
      { figure: figure('spend'), weight: 1 },
      { figure: units, weight: -max * unit },
    ],
    constant: 0,
    relaxation: { figure: units, weight: unit },
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
  for (const rule of rules) {
    for (const { figure } of rule.terms) figures.set(figureKey(figure), figure);
    const spend = spendOf(rule);
    const evidence = rule.counted === undefined ? [] : COUNT_EVIDENCE[rule.counted.kpi].map(rule.counted.figure);
    for (const figure of [...(spend === null ? [] : [spend]), ...evidence]) figures.set(figureKey(figure), figure);
  }
  return [...figures.values()];
}

/** What is spent on what a rule is of, where the rule doesn't ask anything of nothing; else `null`. */
export function spendOf(rule: SampledRule): RuleFigure | null {
  if (isRatio(rule)) return rule.terms[0].figure;
  return rule.whileOn === undefined ? null : { kind: 'group', name: 'spend', lines: rule.whileOn };
}

/** Whether a rule bounds a ratio to what is spent, which a plan that spends nothing doesn't have. */
export function isRatio({ kind }: SampledRule): boolean {
  return kind === 'cpa' || kind === 'cpm' || kind === 'roas';
}

/** What tells figures apart. */
export function figureKey(figure: RuleFigure): string {
  if (figure.kind === 'kpi') return figure.name;
  return figure.kind === 'group' ? `${figure.name} of ${figure.lines.join()}` : JSON.stringify(figure);
}

/** A rule's excess in each draw, in currency; 0 where its figure has no value since nothing is spent on what it asks for while on. */
export function excessOf(rule: SampledRule, values: FigureDraws): Float64Array {
  const rows = rule.terms.map(({ figure, weight }) => ({ row: values(figure), weight }));
  const excess = new Float64Array(rows[0]?.row.length ?? 0).fill(rule.constant);
  for (const { row, weight } of rows) {
    for (let d = 0; d < excess.length; d++) excess[d] = excess[d] + weight * row[d];
  }
  if (rule.whileOn !== undefined) {
    const spend = values(required(spendOf(rule)));
    for (let d = 0; d < excess.length; d++) if (Number.isNaN(excess[d]) && !(spend[d] > 0)) excess[d] = 0;
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
  return excess.slice().sort()[Math.min(excess.length, Math.max(1, rank)) - 1];
}

/** How likely each draw is to keep a rule with a probability: 0 or 1, but for counts. */
export function satisfiedChances(rule: SampledRule, values: FigureDraws, bound = rule.bound): Float64Array {
  const { counted } = rule;
  if (counted === undefined) return excessOf(rule, values).map((excess) => (excess <= 0 ? 1 : 0));
  const { kpi: name, comparison, weeks, figure } = counted;
  const chances = countChances(name, (of) => values(figure(of)), comparison, bound * weeks);
  const of = spendOf(rule);
  if (of === null) return chances;
  // Where nothing is spent, nothing is asked.
  const spend = values(of);
  return chances.map((chance, d) => (spend[d] > 0 ? chance : 1));
}

/** Shares of futures beyond these are as good as none and all. */
const CERTAIN = 1e-12;

/**
 * By how much a rule is missed, in currency; at most 0 where the draws keep it. Of counts, the share of futures in normal scores,
 * times about as much money as a standard deviation of the count is worth: it runs on where the quantile would jump.
 */
export function missedBy(rule: SampledRule, values: FigureDraws): number {
  const { counted, measure } = rule;
  if (counted === undefined || measure.kind !== 'probability') return exactMeasure(measure, excessOf(rule, values));
  const satisfied = mean(satisfiedChances(rule, values));
  if (satisfied === 1) return Math.min(0, exactMeasure(measure, excessOf(rule, values)));
  const scores = [measure.probability, satisfied].map((share) =>
    normalQuantile(Math.min(1 - CERTAIN, Math.max(CERTAIN, share))),
  ) as [number, number];
  const count = mean(values(counted.figure(COUNT_EVIDENCE[counted.kpi][0])));
  return ((scores[0] - scores[1]) * counted.budget) / Math.sqrt(1 + count);
}
