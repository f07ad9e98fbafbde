import type { Scenario } from '../scenario/types.js';
import type { Decision } from './types.js';

/** The plan that the scenario gives. */
export function givenPlan(scenario: Scenario): Decision {
  const { proven, experiment, moonshot } = scenario.creativeSplit;
  return {
    budgets: Float64Array.from(scenario.lines, (line) => line.budget),
    creative: Float64Array.of(proven, experiment, moonshot),
  };
}
