import { type Attempt, type AttemptRequest, attemptPlan } from './attempt.js';
import { delivering, isDelivered, mayUndeliver, UNDELIVERED_FIGURE } from './delivery.js';
import { ruleValues } from './problem.js';

/**
 * The best plan whose money finds somebody: where what is best would lay money by in lines that nobody is there for, the
 * search is made once more with delivery as a rule. Where that leaves no plan, the first stands, and its budget counts as
 * not spent.
 */
export async function attemptDelivered(request: AttemptRequest): Promise<Attempt> {
  const { scenario } = request;
  const first = await attemptPlan(request);
  if (first.kind !== 'plan' || !mayUndeliver(scenario)) return first;
  const values = ruleValues(scenario, first.settled.fresh.evidence);
  if (isDelivered(values(UNDELIVERED_FIGURE), scenario.budget)) return first;
  const second = await attemptPlan({ ...request, scenario: delivering(scenario) });
  return second.kind === 'plan' ? second : first;
}
