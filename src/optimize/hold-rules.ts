import { type Expression, kpisIn, type PlanFunction } from '../scenario/expressions/types.js';
import type { HoldRule, Scenario } from '../scenario/types.js';
import { ruledBy } from './flighting.js';

/** A rule on a figure (`rules.hold`), and whose it is: a line's id, or `null` for the plan's. */
export interface HeldFigure {
  readonly name: string;
  readonly hold: HoldRule;
  readonly line: string | null;
  /** Lines (with free flighting: periods) of the scenario that it is of. */
  readonly lines: readonly number[];
}

/** The scenario's rules on figures, the plan's first. */
export function heldFigures(scenario: Scenario): HeldFigure[] {
  const { hold = [], lines } = scenario.rules;
  const held: HeldFigure[] = hold.map((rule) => ({ name: `hold.${rule.text}`, hold: rule, line: null, lines: [] }));
  for (const [id, rule] of Object.entries(lines)) {
    const own = scenario.lines.flatMap((line, index) => (ruledBy(line) === id ? [index] : []));
    for (const one of rule.hold ?? []) {
      held.push({ name: `lines.${id}.hold.${one.text}`, hold: one, line: id, lines: own });
    }
  }
  return held;
}

/** What a rule on a line looks at: a cost that is multiplied out as ceilings are, or any figure draw by draw. */
type LineFigure =
  | { readonly kind: 'ratio'; readonly of: 'cpa' | 'cpm' }
  | { readonly kind: 'figure'; readonly figure: PlanFunction };

/** A rule on a line, as a figure of it. */
export function lineFigure({ hold, lines }: HeldFigure): LineFigure {
  const { expression } = hold;
  if (expression.kind === 'kpi') {
    const { name } = expression;
    if ((name === 'cpa' || name === 'cpm') && !isLeast(hold) && !hold.perWeek) return { kind: 'ratio', of: name };
    if (name === 'spend' || name === 'impressions' || name === 'conversions') {
      return { kind: 'figure', figure: { kind: 'group', name, lines } };
    }
  }
  return { kind: 'figure', figure: { kind: 'of line', of: expression, lines } };
}

/**
 * Whether a rule asks nothing of a line that spends nothing: it says so, or its figure has no value there (a quotient of what a
 * line brings or costs).
 */
export function asksWhileOn({ hold, line }: HeldFigure): boolean {
  return line !== null && (hold.whileOn || isQuotient(hold.expression));
}

const QUOTIENTS: ReadonlySet<string> = new Set(['frequency', 'cpm', 'ctr', 'cpc', 'cpv', 'cvr', 'cpa', 'roas', 'cpl']);

function isQuotient(expression: Expression): boolean {
  switch (expression.kind) {
    case 'kpi':
      return QUOTIENTS.has(expression.name);
    case 'number':
    case 'metric figure':
      return false;
    case 'negate':
      return isQuotient(expression.of);
    case 'binary':
      if (expression.operator === '/' && kpisIn(expression.right).length > 0) return true;
      return isQuotient(expression.left) || isQuotient(expression.right);
    case 'call':
      return (expression.arguments as readonly Expression[]).some(isQuotient);
  }
}

/** Whether a figure is to be at least the number, rather than at most. */
export function isLeast({ comparison }: HoldRule): boolean {
  return comparison === '>=' || comparison === '>';
}

/** Weeks that a figure is divided by. */
export function weeksOf({ perWeek }: HoldRule, { horizon }: Scenario): number {
  return perWeek ? (horizon.periods * horizon.periodDays) / 7 : 1;
}

/** The scenario with another number in one of its rules on figures. */
export function withThreshold(scenario: Scenario, { hold, line }: HeldFigure, threshold: number): Scenario {
  const { rules } = scenario;
  const changed = (list: readonly HoldRule[] = []): HoldRule[] =>
    list.map((one) => (one.text === hold.text ? { ...one, threshold } : one));
  if (line === null) return { ...scenario, rules: { ...rules, hold: changed(rules.hold) } };
  const own = rules.lines[line];
  return { ...scenario, rules: { ...rules, lines: { ...rules.lines, [line]: { ...own, hold: changed(own.hold) } } } };
}
