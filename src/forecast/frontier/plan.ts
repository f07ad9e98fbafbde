import { orderOfMagnitude, powerOfTen } from '../../distributions/elementary.js';
import type { Session } from '../../engine/session.js';
import { quantiles } from '../../numerics/quantiles.js';
import { optimizePlan } from '../../optimize/index.js';
import type { OptimizerReport } from '../../optimize/report.js';
import type { Decision } from '../../optimize/types.js';
import type { Expression } from '../../scenario/expressions/types.js';
import { postsPay } from '../../scenario/pay.js';
import type { Scenario } from '../../scenario/types.js';
import { moments } from '../../summary/moments.js';
import { cvar } from '../../summary/tail.js';
import { apportion } from '../../units/apportion.js';
import { fromMinorUnits, toMinorUnits } from '../../units/money.js';
import { chosenPosts } from '../chosen-posts.js';
import { explainedKpi } from '../known-worth.js';
import type { FigureBand, FrontierPlan } from './types.js';

const kpi = (name: 'profit' | 'orders'): Expression => ({ kind: 'kpi', name });

/** A plan with the draws that frontiers and targets look at. */
export interface SolvedPlan {
  readonly plan: FrontierPlan;
  readonly decision: Decision;
  readonly profit: Float64Array;
}

/** The scenario with another budget, to be spent wholly; the plan given is scaled, to the smallest unit. */
export function withBudget(scenario: Scenario, budget: number, kind: 'exact' | 'maximum' = 'exact'): Scenario {
  const { currency, lines } = scenario;
  const units = toMinorUnits(budget, currency);
  // Posts that the file fixes are paid first, whatever the budget.
  const forLines = Math.max(0, units - toMinorUnits(postsPay(scenario), currency));
  const weights = lines.map((line) => line.budget);
  const parts = apportion(forLines, weights.some((weight) => weight > 0) ? weights : lines.map(() => 1));
  return {
    ...scenario,
    budget: fromMinorUnits(units, currency),
    rules: { ...scenario.rules, budget: kind },
    lines: lines.map((line, k) => ({ ...line, budget: fromMinorUnits(parts[k], currency) })),
  };
}

/** The best plan of a scenario under its rules, on the session's fresh draws; the rules in the way where there is none. */
export async function solvePlan(
  session: Session,
  scenario: Scenario,
  signal: AbortSignal | undefined,
): Promise<SolvedPlan | { readonly conflict: readonly string[] }> {
  const outcome = await optimizePlan({
    scenario,
    evaluator: session,
    prices: false,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!outcome.ok) return { conflict: outcome.conflict.rules };
  return describePlan(session, scenario, outcome.decision, outcome.report.status, signal);
}

/** A plan's figures on the session's fresh draws. */
export async function describePlan(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  status: OptimizerReport['status'],
  signal: AbortSignal | undefined,
): Promise<SolvedPlan> {
  const { goal, currency } = scenario;
  const { values } = await session.evaluate(decision, [goal.maximize, kpi('profit'), kpi('orders')], 'fresh', {
    gradients: false,
    ...(signal === undefined ? {} : { signal }),
  });
  const [aim, profit, orders] = [values[0], values[1], values[2]];
  const grid = (amount: number): number => fromMinorUnits(toMinorUnits(amount, currency), currency);
  const plan: FrontierPlan = {
    lines: scenario.lines.map(({ id }, k) => ({ id, budget: grid(decision.budgets[k]) })),
    ...chosenPosts(scenario, decision),
    spend: grid(decision.budgets.reduce((sum, amount) => sum + amount, 0)),
    profit: bandOf(profit, session),
    orders: bandOf(orders, session),
    ...(['profit', 'orders'].includes(explainedKpi(scenario)) ? {} : { counted: bandOf(aim, session) }),
    mean: moments(aim, session.sampling).mean,
    cvar: cvar(aim, goal.worst),
    status,
  };
  return { plan, decision, profit };
}

export function bandOf(values: Float64Array, session: Session): FigureBand {
  const [p10, p50, p90] = quantiles(values, [10, 50, 90]);
  return { mean: moments(values, session.sampling).mean, p10: p10, p50: p50, p90: p90 };
}

/** Two and a half significant digits are enough for a point of a curve: 13,500 rather than 13,487.61. */
export function roundedBudget(amount: number): number {
  const unit = powerOfTen(orderOfMagnitude(amount) - 2);
  return Math.max(unit, Math.round(amount / (5 * unit)) * 5 * unit);
}
