import { CREATIVE_TIERS, type CreativeTier, type Scenario } from '../scenario/types.js';

/** What a decision variable is handed to when a plan is priced. */
type PricedAs =
  /** Money of a line (with free flighting: of one of its periods), by its index among the scenario's lines. */
  | { readonly of: 'line'; readonly index: number }
  /** Share of creative money. */
  | { readonly of: 'creative'; readonly tier: CreativeTier }
  /** Posts of a creator whose number is to be chosen, by the index among the scenario's sources. */
  | { readonly of: 'posts'; readonly index: number };

/** What a variable is priced in, and how many of them a value of 1 is. */
interface VariableUnit {
  readonly name: 'currency' | 'share' | 'posts';
  readonly size: number;
}

/** Least and most that a variable's value may be, ends included. */
interface VariableBounds {
  readonly lower: number;
  readonly upper: number;
}

/** One number that a plan decides: its value, as vectors have it, times the unit's size is what it is priced as. */
interface DecisionVariable {
  /** Unique: a line's id (with free flighting: and the period), `creative.<tier>`, or a creator's id, which has neither "/" nor ".". */
  readonly id: string;
  readonly kind: 'money' | 'share' | 'whole number';
  /** Of its value, before any rule. */
  readonly bounds: VariableBounds;
  readonly unit: VariableUnit;
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
export function planSpace(scenario: Scenario): PlanSpace {
  const { lines, sources, budget } = scenario;
  const money = lines.map(
    ({ id }, index): DecisionVariable => ({
      id,
      kind: 'money',
      bounds: { lower: 0, upper: Number.POSITIVE_INFINITY },
      unit: { name: 'currency', size: budget },
      pricedAs: { of: 'line', index },
    }),
  );
  const shares = CREATIVE_TIERS.map(
    (tier): DecisionVariable => ({
      id: `creative.${tier}`,
      kind: 'share',
      bounds: creativeBounds(scenario, tier),
      unit: { name: 'share', size: 1 },
      pricedAs: { of: 'creative', tier },
    }),
  );
  const counts = sources.flatMap((source, index): DecisionVariable[] => {
    if (source.kind !== 'creator' || source.posts.kind !== 'chosen') return [];
    return [
      {
        id: source.id,
        kind: 'whole number',
        bounds: { lower: 0, upper: 1 },
        unit: { name: 'posts', size: source.posts.max },
        pricedAs: { of: 'posts', index },
      },
    ];
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

/** Where no split is to be chosen, and no rule holds it, it stays as it was given. */
function creativeBounds({ rules, creativeFree, creativeSplit }: Scenario, tier: CreativeTier): VariableBounds {
  if (rules.creative === null && !creativeFree) return { lower: creativeSplit[tier], upper: creativeSplit[tier] };
  return { lower: 0, upper: 1 };
}

/** A vector of the space by each variable's value. */
export function planVector({ variables }: PlanSpace, value: (variable: DecisionVariable) => number): Float64Array {
  return Float64Array.from(variables, value);
}

/** The part of a vector that a span means, as a copy. */
export function partOf(v: Float64Array, { from, to }: Span): Float64Array {
  return v.slice(from, to);
}
