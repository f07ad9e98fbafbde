import { CREATIVE_TIERS, type CreativeTier, type Scenario } from '../scenario/types.js';

/** What a decision variable is handed to when a plan is priced. */
export type PricedAs =
  /** Money of a line (with free flighting: of one of its periods), by its index among the scenario's lines. */
  | { readonly of: 'line'; readonly index: number }
  /** Share of creative money. */
  | { readonly of: 'creative'; readonly tier: CreativeTier }
  /** Posts of a creator whose number is to be chosen, up to `most`, by the index among the scenario's sources. */
  | { readonly of: 'posts'; readonly index: number; readonly most: number };

/** One number that a plan decides. */
export interface DecisionVariable {
  readonly id: string;
  /** `money`: a share of the budget, priced in currency; `share`: a share that is priced as it is; `count`: a share of the most there may be, priced as a number. */
  readonly kind: 'money' | 'share' | 'count';
  readonly pricedAs: PricedAs;
}

/** Variables that lie next to each other: the first, and the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The decision variables of a scenario in the order of a vector `v` of them, of gradients, and of an evaluation's. */
export interface PlanSpace {
  readonly variables: readonly DecisionVariable[];
  readonly budgets: Span;
  readonly creative: Span;
  readonly posts: Span;
}

/** Lines' money in the scenario's order, then creative shares by tier, then numbers of posts that are to be chosen. */
export function planSpace({ lines, sources }: Scenario): PlanSpace {
  const money = lines.map(
    ({ id }, index): DecisionVariable => ({ id, kind: 'money', pricedAs: { of: 'line', index } }),
  );
  const shares = CREATIVE_TIERS.map(
    (tier): DecisionVariable => ({ id: `creative.${tier}`, kind: 'share', pricedAs: { of: 'creative', tier } }),
  );
  const counts = sources.flatMap((source, index): DecisionVariable[] => {
    if (source.kind !== 'creator' || source.posts.kind !== 'chosen') return [];
    return [{ id: source.id, kind: 'count', pricedAs: { of: 'posts', index, most: source.posts.max } }];
  });
  const variables = [...money, ...shares, ...counts];
  const decided = money.length + shares.length;
  return {
    variables,
    budgets: { from: 0, to: money.length },
    creative: { from: money.length, to: decided },
    posts: { from: decided, to: variables.length },
  };
}

/** A vector of the space by each variable's value. */
export function planVector({ variables }: PlanSpace, value: (variable: DecisionVariable) => number): Float64Array {
  return Float64Array.from(variables, value);
}

/** The part of a vector that a span means, as a copy. */
export function partOf(v: Float64Array, { from, to }: Span): Float64Array {
  return v.slice(from, to);
}

/** What one unit of a variable is in the unit it is priced in. */
export function scaleOf({ kind, pricedAs }: DecisionVariable, budget: number): number {
  if (pricedAs.of === 'posts') return pricedAs.most;
  return kind === 'money' ? budget : 1;
}
