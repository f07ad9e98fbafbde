import type { OnOff, Row } from '../plan/rules.js';

/** A linear rule over `v` = line budgets as shares of the budget, creative shares, then posts as shares of the most. */
export type LinearRow = Row<Float64Array>;

/** An on-or-off rule by the line's place in `v`. */
type OnOffRule = OnOff<number>;

/** The rules that are linear in a plan, and the plan's own bounds. */
export interface LinearRules {
  readonly lines: number;
  readonly budget: number;
  /** Whether less than the budget may be spent. */
  readonly open: boolean;
  /** Share of the budget that posts are paid from, which lines don't get. */
  readonly paid: number;
  /** Bounds of `v`: budgets from 0, creative shares in [0, 1] (or all fixed where creative tiers are switched off), posts as asked. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly LinearRow[];
  readonly onOff: readonly OnOffRule[];
}

/** A row's bound as the rule has it: with what fixed posts count for. */
export function wholeOf({ offset = 0 }: Pick<LinearRow, 'offset'>, bound: number): number {
  return bound + offset;
}

/** What a plan's lines spend, as a share of the budget. */
export function totalOf(rules: LinearRules, v: Float64Array): number {
  let total = 0;
  for (let l = 0; l < rules.lines; l++) total += v[l];
  return total;
}

/** The rules with one of them (and its on-or-off part) left out. */
export function withoutRule(rules: LinearRules, rule: string): LinearRules {
  return {
    ...rules,
    rows: rules.rows.filter((row) => row.rule !== rule),
    onOff: rules.onOff.filter((entry) => entry.rule !== rule),
  };
}

/** The rules with each on-or-off line decided: off lines at 0, lines that are on at their threshold or above. */
export function withPattern(rules: LinearRules, on: readonly boolean[]): LinearRules {
  const lower = rules.lower.slice();
  const upper = rules.upper.slice();
  rules.onOff.forEach((entry, index) => {
    if (on[index]) lower[entry.line] = entry.threshold;
    else upper[entry.line] = 0;
  });
  return { ...rules, lower, upper, onOff: [] };
}

/** Names of the rules present, each once, in the order they are reported. */
export function ruleNames(rules: LinearRules): string[] {
  const names = new Set<string>();
  for (const row of rules.rows) if (row.rule !== null) names.add(row.rule);
  for (const entry of rules.onOff) if (entry.whileOn !== true) names.add(entry.rule);
  return [...names];
}

/** A row's value at `v`. */
export function activityOf(coefficients: Float64Array, v: Float64Array): number {
  let total = 0;
  for (let j = 0; j < v.length; j++) total += coefficients[j] * v[j];
  return total;
}
