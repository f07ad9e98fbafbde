import type { PlanSpace } from './space.js';

/** What a rule's bound is measured in: a change of one unit of it is what its price is quoted for. */
export type RuleUnit = 'money' | 'share' | 'ratio' | 'creative' | 'week';

/** Coefficients by the id of a decision variable; those left out are 0. */
export type Coefficients = ReadonlyMap<string, number>;

/** The bounds of a row as shares of what is spent, and the lines that they are of. */
interface ShareBounds<C> {
  readonly coefficients: C;
  readonly offset?: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A rule that is linear in a plan: `lower ≤ coefficients · v ≤ upper`.
 * `rule` is `null` where the row is part of what a plan is (creative shares sum to 1), not something a planner asked for.
 */
export interface Row<C> {
  readonly rule: string | null;
  readonly unit: RuleUnit;
  /** Whether the bounds are shares of the budget, hence grow with it. */
  readonly scales: boolean;
  readonly coefficients: C;
  readonly lower: number;
  readonly upper: number;
  /** What posts with a fixed number add to the row's figure; the bounds are less that. Left out where they add nothing. */
  readonly offset?: number;
  /** The bounds as shares of what is spent, where the row says them so that it is linear. */
  readonly share?: ShareBounds<C>;
}

/** A rule over decision variables, by their ids. */
export type PlanRule = Row<Coefficients>;

/** A variable that is 0 or at least `threshold`. */
export interface OnOff<V> {
  readonly rule: string;
  readonly line: V;
  readonly threshold: number;
  /** Of a rule that is held only while the line spends: the threshold is no rule of its own. */
  readonly whileOn?: boolean;
}

/** A line (or one of its periods) that spends nothing or at least `threshold` (a share of the budget), by its variable's id. */
export type PlanOnOff = OnOff<string>;

/** Place of every variable in vectors of the space, by its id; a `RangeError` for an id that it doesn't have. */
export function placesIn({ variables }: PlanSpace): (id: string) => number {
  const places = new Map(variables.map(({ id }, j) => [id, j]));
  return (id) => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`a rule speaks of ${id}, which the plan doesn't decide`);
    return place;
  };
}

/** Rules as rows over vectors of the space. */
export function rowsOver(space: PlanSpace, rules: readonly PlanRule[]): Row<Float64Array>[] {
  const placeOf = placesIn(space);
  const vector = (coefficients: Coefficients): Float64Array => {
    const row = new Float64Array(space.variables.length);
    for (const [id, value] of coefficients) row[placeOf(id)] = value;
    return row;
  };
  return rules.map(({ coefficients, share, ...rest }) => ({
    ...rest,
    coefficients: vector(coefficients),
    ...(share === undefined ? {} : { share: { ...share, coefficients: vector(share.coefficients) } }),
  }));
}
