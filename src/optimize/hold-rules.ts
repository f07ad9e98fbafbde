import type { Expression, GroupFigure } from '../scenario/expressions/types.js';
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

/** Figures of a line that a rule can look at, by what they are made of: a figure, or one over another. */
const LINE_RATIOS = { cpa: ['conversions', 1], cpm: ['impressions', 1 / 1000] } as const;

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

/** What a rule on a line looks at: a sum over its draws, or such a sum over another that is multiplied out. */
export type LineFigure =
  | { readonly kind: 'sum'; readonly name: GroupFigure['name'] }
  | { readonly kind: 'ratio'; readonly of: 'cpa' | 'cpm'; readonly under: GroupFigure['name']; readonly unit: number };

/** A rule's expression as a figure of a line; `null` for one that lines don't have. */
export function lineFigure(expression: Expression): LineFigure | null {
  if (expression.kind !== 'kpi') return null;
  const { name } = expression;
  if (name === 'spend' || name === 'impressions' || name === 'conversions') return { kind: 'sum', name };
  if (name !== 'cpa' && name !== 'cpm') return null;
  const [under, unit] = LINE_RATIOS[name];
  return { kind: 'ratio', of: name, under, unit };
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
  const own = rules.lines[line]!;
  return { ...scenario, rules: { ...rules, lines: { ...rules.lines, [line]: { ...own, hold: changed(own.hold) } } } };
}
