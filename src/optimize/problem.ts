import { partOf, planSpace, planVector } from '../plan/space.js';
import type { PlanFunction } from '../scenario/expressions/types.js';
import { givenCounts } from '../scenario/pay.js';
import { CREATIVE_TIERS, type Scenario } from '../scenario/types.js';
import { mayUndeliver, UNDELIVERED_FIGURE } from './delivery.js';
import { riskAdjusted, SMOOTHING, standardDeviation } from './risk.js';
import {
  excessOf,
  type FigureDraws,
  figureKey,
  isRatio,
  type RuleFigure,
  ruleFigures,
  type SampledRule,
  sampledRules,
  smoothedMeasure,
  spendOf,
} from './sampled-rules.js';
import type { Decision, DrawSet, Evaluation, PlanEvaluator } from './types.js';

/** A rule that is a figure of the draws, satisfied where `value ≤ 0`; in shares of the budget. */
export interface SampleRuleValue {
  readonly rule: string;
  readonly value: number;
  /** By each variable of `v`. */
  readonly gradient: Float64Array;
  /** By which `value` falls when the rule's bound is relaxed by one unit of it. */
  readonly perUnit: number;
  /** Of a share of draws: never convex where few draws tell it, however smooth the plan's effect. */
  readonly chance?: boolean;
  /** Lines whose spend the rule asks about, where these aren't all: of nothing spent there it asks nothing. */
  readonly lines?: readonly number[];
}

/** The goal and the sampled rules at one plan. */
export interface Point {
  readonly v: Float64Array;
  /** The goal, in its own unit. */
  readonly value: number;
  /** By each variable of `v`. */
  readonly gradient: Float64Array;
  readonly rules: readonly SampleRuleValue[];
  /** Nothing of it is spent, so that rules on ratios to the spend ask nothing; reported where there are such rules. */
  readonly idle?: boolean;
}

/** A scenario's goal and sampled rules as functions of `v` (budget shares, creative shares) on a set of draws. */
export interface SampledProblem {
  readonly scenario: Scenario;
  /** The goal has no value in this many draws of the last plan that could not be judged, for the message. */
  readonly undefinedDraws: () => { readonly draws: number; readonly of: number };
  /** Number of evaluations asked of the engine so far, by set. */
  readonly evaluations: Readonly<Record<DrawSet, number>>;
  /** `null` where the goal or a sampled rule, or a derivative of one, is not a finite number. */
  at(v: Float64Array, set: DrawSet): Promise<Point | null>;
  /** The goal itself, its tail not smoothed, and the draws of what the sampled rules look at. */
  price(decision: Decision, set: DrawSet): Promise<{ readonly value: number; readonly evidence: Evaluation }>;
}

/** The functions whose draws `ruleOutcomes` needs for the sampled rules and delivery; none where there are none. */
export function ruleFunctions(scenario: Scenario): RuleFigure[] {
  const figures = ruleFigures(sampledRules(scenario));
  const known = figures.some((figure) => figureKey(figure) === figureKey(UNDELIVERED_FIGURE));
  return mayUndeliver(scenario) && !known ? [...figures, UNDELIVERED_FIGURE] : figures;
}

/** Reads the draws of `ruleFunctions(scenario)` by the figure. */
export function ruleValues(scenario: Scenario, evidence: Evaluation): FigureDraws {
  const keys = ruleFunctions(scenario).map(figureKey);
  return (figure) => {
    const key = figureKey(figure);
    const row = evidence.values[keys.indexOf(key)];
    if (row === undefined) throw new RangeError(`the draws of ${key} were not evaluated`);
    return row;
  };
}

export function toDecision(v: Float64Array, scenario: Scenario): Decision {
  const space = planSpace(scenario);
  const budgets = partOf(v, space.budgets).map((share) => share * scenario.budget);
  const creative = partOf(v, space.creative);
  if (space.posts.to === space.posts.from) return { budgets, creative };
  const posts = givenCounts(scenario);
  for (let j = space.posts.from; j < space.posts.to; j++) {
    const { pricedAs, unit } = space.variables[j];
    if (pricedAs.of === 'posts') posts[pricedAs.index] = v[j] * unit.size;
  }
  return { budgets, creative, posts };
}

/** A plan as a vector of the scenario's space: what `toDecision` takes apart. */
export function toVector({ budgets, creative, posts }: Decision, scenario: Scenario): Float64Array {
  return planVector(planSpace(scenario), ({ pricedAs, unit }) => {
    switch (pricedAs.of) {
      case 'line':
        return budgets[pricedAs.index] / unit.size;
      case 'posts':
        return (posts?.[pricedAs.index] ?? 0) / unit.size;
      case 'creative':
        return creative[CREATIVE_TIERS.indexOf(pricedAs.tier)];
    }
  });
}

/** Lines' money and creative shares of a plan; of a scenario without posts to choose that is the whole vector. */
export function toShares(decision: Decision, budget: number): Float64Array {
  const v = new Float64Array(decision.budgets.length + decision.creative.length);
  v.set(
    decision.budgets.map((amount) => amount / budget),
    0,
  );
  v.set(decision.creative, decision.budgets.length);
  return v;
}

/** Points that are remembered. */
const RECENT = 32;

/** Share of the budget below which a rule's lines are taken not to spend. */
const IDLE = 1e-9;

const SPEND: RuleFigure = { kind: 'kpi', name: 'spend' };

interface ProblemOptions {
  readonly signal?: AbortSignal | undefined;
  /** A sampled rule that is not asked for. */
  readonly without?: string | undefined;
  /**
   * What is added to a sampled rule's figure, in shares of the budget: by how much the smoothed figure of these draws lies
   * below the exact one of the fresh draws.
   */
  readonly margins?: ReadonlyMap<string, number> | undefined;
}

export function sampledProblem(
  scenario: Scenario,
  evaluator: PlanEvaluator,
  options: ProblemOptions = {},
): SampledProblem {
  const { goal, budget } = scenario;
  const { variables } = planSpace(scenario);
  const sampled = sampledRules(scenario).filter(({ rule }) => rule !== options.without);
  const asked = ruleFigures(sampled);
  // Money that goes to lines which find nobody isn't spent: the plan's own spend tells.
  const needsSpend = sampled.some(isRatio) && !asked.some((figure) => figureKey(figure) === figureKey(SPEND));
  const figures = needsSpend ? [...asked, SPEND] : asked;
  const keys = figures.map(figureKey);
  const functions: PlanFunction[] = [goal.maximize, ...figures];
  const priced: PlanFunction[] = [goal.maximize, ...ruleFunctions(scenario)];
  const evaluations = { coarse: 0, fit: 0, fresh: 0 };
  // Fixed at a set's first evaluation: the smoothed goal must be one function, not one a plan.
  const goalWidth: Partial<Record<DrawSet, number>> = {};
  const ruleWidths = new Map<string, number>();
  // A search often begins where the one before ended.
  const recent: { readonly set: DrawSet; readonly point: Point }[] = [];
  let lastUndefined = { draws: 0, of: 0 };

  const evaluate = async (
    decision: Decision,
    set: DrawSet,
    functions: readonly PlanFunction[],
    gradients: boolean,
  ): Promise<Evaluation> => {
    options.signal?.throwIfAborted();
    evaluations[set] += 1;
    return evaluator.evaluate(decision, functions, set, {
      gradients,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  };

  const pullBack = (evaluation: Evaluation, f: number, weights: Float64Array, scale: number): Float64Array => {
    const { draws } = evaluation;
    const flat = evaluation.gradients[f];
    if (flat === undefined) throw new Error('the evaluator returned no gradients');
    const gradient = new Float64Array(variables.length);
    for (let j = 0; j < gradient.length; j++) {
      let total = 0;
      for (let d = 0; d < draws; d++) total += weights[d] * flat[j * draws + d];
      gradient[j] = total * variables[j].unit.size * scale;
    }
    return gradient;
  };

  const ruleValue = (rule: SampledRule, evaluation: Evaluation, set: DrawSet): SampleRuleValue => {
    const rowOf = (figure: RuleFigure): number => 1 + keys.indexOf(figureKey(figure));
    const values = (figure: RuleFigure): Float64Array => evaluation.values[rowOf(figure)];
    const excess = excessOf(rule, values);
    for (let d = 0; d < excess.length; d++) excess[d] = excess[d] / budget;
    const key = `${set} ${rule.rule}`;
    // Draws that hardly differ still get a border with a width.
    const width = ruleWidths.get(key) ?? Math.max(1e-9, SMOOTHING * standardDeviation(excess));
    ruleWidths.set(key, width);
    const { value, weights } = smoothedMeasure(rule.measure, excess, width);
    const gradient = new Float64Array(variables.length);
    for (const { figure, weight } of rule.terms) {
      const part = pullBack(evaluation, rowOf(figure), weights, weight / budget);
      for (let j = 0; j < gradient.length; j++) gradient[j] = gradient[j] + part[j];
    }
    const { relaxation } = rule;
    let perUnit = relaxation.figure === null ? 1 : 0;
    if (relaxation.figure !== null) {
      const units = values(relaxation.figure);
      for (let d = 0; d < weights.length; d++) perUnit += weights[d] * units[d];
    }
    // Where nothing is spent there is nothing to exceed; smoothed, the quantile of nothing would be above it.
    // Reported by the spend itself: a rule that is met exactly in every draw has no excess, either.
    const figure = spendOf(rule);
    const idle = figure !== null && values(figure).every((amount) => amount <= IDLE * budget);
    return {
      rule: rule.rule,
      value: idle ? 0 : value + (options.margins?.get(rule.rule) ?? 0),
      gradient,
      perUnit: (perUnit * relaxation.weight) / budget,
      chance: rule.measure.kind === 'probability',
      ...(figure?.kind === 'group' ? { lines: figure.lines } : {}),
    };
  };

  return {
    scenario,
    evaluations,
    undefinedDraws: () => lastUndefined,
    async at(v, set) {
      const known = recent.find((entry) => entry.set === set && entry.point.v.every((share, j) => share === v[j]));
      if (known !== undefined) return known.point;
      const evaluation = await evaluate(toDecision(v, scenario), set, functions, true);
      const values = evaluation.values[0];
      const missing = countUndefined(values);
      if (missing > 0) {
        lastUndefined = { draws: missing, of: values.length };
        return null;
      }
      goalWidth[set] ??= SMOOTHING * standardDeviation(values);
      const measure = riskAdjusted(values, goal.riskAversion, goal.tail, goalWidth[set]);
      const gradient = pullBack(evaluation, 0, measure.weights, 1);
      const figures = sampled.map((rule) => ruleValue(rule, evaluation, set));
      const finite =
        gradient.every(Number.isFinite) &&
        figures.every((rule) => Number.isFinite(rule.value) && rule.gradient.every(Number.isFinite));
      if (!finite) return null;
      const spend = evaluation.values[1 + keys.indexOf(figureKey(SPEND))];
      const idle = sampled.some(isRatio) && spend.every((amount) => amount <= IDLE * budget);
      const point: Point = { v, value: measure.value, gradient, rules: figures, ...(idle ? { idle } : {}) };
      recent.unshift({ set, point });
      recent.length = Math.min(recent.length, RECENT);
      return point;
    },
    async price(decision, set) {
      const evaluation = await evaluate(decision, set, priced, false);
      const values = evaluation.values[0];
      const missing = countUndefined(values);
      if (missing > 0) lastUndefined = { draws: missing, of: values.length };
      return {
        value: missing > 0 ? Number.NaN : riskAdjusted(values, goal.riskAversion, goal.tail, 0).value,
        evidence: { draws: evaluation.draws, values: evaluation.values.slice(1), gradients: [] },
      };
    },
  };
}

function countUndefined(values: Float64Array): number {
  let count = 0;
  for (let d = 0; d < values.length; d++) if (!Number.isFinite(values[d])) count += 1;
  return count;
}
