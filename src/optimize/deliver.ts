import { powerOfTen } from '../distributions/elementary.js';
import { fromMinorUnits } from '../units/money.js';
import { type Attempt, type AttemptRequest, attemptPlan, type PlanAttempt } from './attempt.js';
import { delivering, isDelivered, mayUndeliver, UNDELIVERED_FIGURE } from './delivery.js';
import { ruleValues } from './problem.js';
import { mean } from './risk.js';
import { sampledRules } from './sampled-rules.js';
import type { Decision } from './types.js';
import type { Validated } from './validate.js';

/**
 * The best plan whose money finds somebody: where what is best would lay money by in lines that nobody is there for, the
 * search is made once more with delivery as a rule, and, where less than the budget may be spent, from what the first plan
 * delivers. Where that leaves no plan, rules on figures that stand in the way of one contradict it; else the first stands, and
 * its budget counts as not spent. So it does where a rule wants a share of all that is spent for a line that nobody is there for: next to
 * nothing could be spent if all of it were to find somebody.
 */
export async function attemptDelivered(request: AttemptRequest): Promise<Attempt> {
  const { scenario } = request;
  const first = await attemptPlan(request);
  if (first.kind !== 'plan' || !mayUndeliver(scenario)) return first;
  const values = ruleValues(scenario, first.validated.fresh.evidence);
  if (isDelivered(values(UNDELIVERED_FIGURE), scenario.budget)) return first;
  const held = { ...request, scenario: delivering(scenario) };
  const second = await attemptPlan(held);
  if (second.kind === 'plan' && (!request.rules.open || isAsGood(second, first))) return second;
  if (!request.rules.open) {
    const isInTheWay = second.kind === 'none' && (await delivers(held));
    return isInTheWay ? { ...second, scenario: held.scenario } : first;
  }
  const third = await attemptPlan({ ...held, given: await deliveredPart(request, first.validated) });
  return third.kind === 'plan' && isAsGood(third, first) ? third : first;
}

/** Share of the goal's value that a plan may give up for money that finds somebody, where less may be spent. */
const GIVEN_UP = 0.01;

function isAsGood({ validated }: PlanAttempt, first: PlanAttempt): boolean {
  const best = first.validated.fresh.value;
  return validated.fresh.value >= best - GIVEN_UP * Math.abs(best);
}

/** Whether all money finds somebody in some plan that rules on figures ask nothing of. */
async function delivers(request: AttemptRequest): Promise<boolean> {
  const { scenario } = request;
  if (sampledRules(scenario).every(({ kind }) => kind === 'delivery')) return false;
  const { rules } = scenario;
  const lines = Object.entries(rules.lines).map(([id, line]) => [id, { ...line, hold: [] }] as const);
  const free = {
    ...rules,
    cpa: null,
    cpm: null,
    roas: null,
    cvar: null,
    ceilings: [],
    hold: [],
    lines: Object.fromEntries(lines),
  };
  return (await attemptPlan({ ...request, scenario: { ...scenario, rules: free } })).kind === 'plan';
}

/** Of a plan, the money that finds somebody: each line's expected spend, in whole units. */
async function deliveredPart({ evaluator, scenario }: AttemptRequest, { rounded }: Validated): Promise<Decision> {
  const { decision } = rounded;
  const spends = scenario.lines.map((_, l) => ({ kind: 'group', name: 'spend', lines: [l] }) as const);
  const { values } = await evaluator.evaluate(decision, spends, 'fresh', { gradients: false });
  const unit = powerOfTen(scenario.currencyDigits);
  return {
    ...decision,
    budgets: decision.budgets.map((amount, l) =>
      fromMinorUnits(Math.floor(Math.min(amount, mean(values[l])) * unit), scenario.currency),
    ),
  };
}
