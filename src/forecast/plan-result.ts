import type { Session } from '../engine/session.js';
import { spendByPeriod } from '../optimize/flighting.js';
import { ruleOutcomes } from '../optimize/outcomes.js';
import type { Decision } from '../optimize/types.js';
import { CREATIVE_TIERS, type Scenario } from '../scenario/types.js';
import { fromMinorUnits, toMinorUnits } from '../units/money.js';
import { phasesOf, sourcesOf } from './events.js';
import type { PlanFigures } from './price-plan.js';
import type { PlanResult } from './result.js';
import { targetOutcome } from './targets.js';
import { planWarnings } from './warnings.js';

/** The plan as the file gives it. */
export function decisionGiven(scenario: Scenario): Decision {
  return {
    budgets: Float64Array.from(scenario.lines, ({ budget }) => budget),
    creative: Float64Array.from(CREATIVE_TIERS, (tier) => scenario.creativeSplit[tier]),
  };
}

/** A priced plan as results tell it: money on the currency's grid, rules and targets with what they come to. */
export async function planResult(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  figures: PlanFigures,
  signal?: AbortSignal,
): Promise<PlanResult> {
  const evidence = figures.evidence.values.length > 0 ? figures.evidence : undefined;
  const { horizon, currency, budget, rules } = scenario;
  const days = horizon.periods * horizon.periodDays;
  const grid = (value: number): number => fromMinorUnits(toMinorUnits(value, currency), currency);
  const spent = decision.budgets.reduce((sum, amount) => sum + amount, 0);
  // Of what is spent, where that may be less than the budget.
  const whole = rules.budget === 'maximum' && spent > 0 ? spent : budget;
  const lines = scenario.lines.map(({ id, freeFlighting }, k) => ({
    id,
    budget: grid(decision.budgets[k]),
    share: Math.round((decision.budgets[k] / whole) * 1e4) / 1e4,
    daily: grid(decision.budgets[k] / days),
    ...(freeFlighting === true ? { periods: spendByPeriod(scenario, decision, k) } : {}),
  }));
  const sources = sourcesOf(scenario, decision, figures);
  const phases = await phasesOf(session, scenario, decision, figures, signal);
  const warnings = planWarnings(scenario, lines, figures.kpis.lines);
  return {
    lines,
    ...(sources.length > 0 ? { sources } : {}),
    ...(phases.length > 0 ? { phases } : {}),
    creative: {
      proven: decision.creative[0],
      experiment: decision.creative[1],
      moonshot: decision.creative[2],
    },
    kpis: figures.kpis,
    bridge: figures.bridge,
    rules: ruleOutcomes(scenario, decision, evidence),
    targets: scenario.targets.map((target, k) => targetOutcome(target, figures.targets[k], session.sampling)),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}
