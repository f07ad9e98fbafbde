import { isFunnelLine, type Scenario } from '../scenario/types.js';
import { mean } from './risk.js';

/** Share of the budget that may be expected to find nobody, for the budget still to count as spent. */
export const UNDELIVERED = 0.005;

/** Money that a plan can't spend since nobody is there; what outages and stopped phases keep is none of it. */
export const UNDELIVERED_FIGURE = { kind: 'kpi', name: 'unreached' } as const;

/** A scenario whose optimiser must not lay money by in lines that find nobody. */
type DeliveringScenario = Scenario & { readonly delivering: true };

/** Whether money can find nobody: there are lines that reach people which other lines bring. */
export function mayUndeliver({ lines }: Scenario): boolean {
  return lines.some((line) => isFunnelLine(line) && line.stage !== 'awareness');
}

/** The scenario with delivery as a rule of its own, for the search. */
export function delivering(scenario: Scenario): Scenario {
  const held: DeliveringScenario = { ...scenario, delivering: true };
  return held;
}

/** Whether the search is held to delivery. */
export function isDelivering(scenario: Scenario): boolean {
  return (scenario as Partial<DeliveringScenario>).delivering === true;
}

/** Whether a plan's undelivered money, draw by draw, is little enough. */
export function isDelivered(undelivered: Float64Array, budget: number): boolean {
  return mean(undelivered) <= UNDELIVERED * budget;
}
