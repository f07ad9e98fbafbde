import { openSession, type SessionOptions } from '../engine/session.js';
import { ruleOutcomes } from '../optimize/outcomes.js';
import { ruleFunctions } from '../optimize/problem.js';
import type { Scenario } from '../scenario/types.js';
import { decisionGiven } from './plan-result.js';
import { priceTargets } from './price-targets.js';
import type { PlanResult } from './result.js';
import { targetOutcome } from './targets.js';

/** What the plan given comes to by its rules and targets: a part of every `Forecast`. */
export interface Judged {
  readonly scenario: Scenario;
  readonly result: { readonly plans: { readonly given: Pick<PlanResult, 'rules' | 'targets'> } };
}

/**
 * Holds the plan given to its rules and targets: the same outcomes as in a forecast's result, but of all figures those alone that
 * they are judged by, and none where nothing asks for any.
 *
 * @throws {CorrelationError} where explicit correlations can't hold together
 */
export async function judgeGiven(scenario: Scenario, options: SessionOptions): Promise<Judged> {
  const { signal } = options;
  const session = await openSession(scenario, options);
  try {
    const decision = decisionGiven(scenario);
    const functions = ruleFunctions(scenario);
    const evidence =
      functions.length > 0 ? await session.evaluate(decision, functions, 'fresh', { gradients: false }) : undefined;
    const targets = await priceTargets(session, decision, scenario.targets, signal);
    const given = {
      rules: ruleOutcomes(scenario, decision, evidence),
      targets: scenario.targets.map((target, k) => targetOutcome(target, targets[k], session.sampling)),
    };
    return { scenario, result: { plans: { given } } };
  } finally {
    await session.close();
  }
}
