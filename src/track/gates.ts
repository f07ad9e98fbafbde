import type { PlanResult } from '../forecast/result.js';
import type { Scenario } from '../scenario/types.js';
import type { Calendar } from './actuals/calendar.js';
import type { TrackedGate } from './result.js';

/** Gates of the phases that are over: what came has decided them, but for what exports don't tell. */
export function gatesOf(
  { phases }: Pick<Scenario, 'phases'>,
  { whole }: Pick<Calendar, 'whole'>,
  approved: Pick<PlanResult, 'phases'>,
  now: Pick<PlanResult, 'phases'>,
): TrackedGate[] {
  return phases.flatMap(({ name, first, periods, gate }, k): TrackedGate[] => {
    const passed = now.phases?.[k]?.probability ?? null;
    if (gate === null || passed === null || first + periods > whole) return [];
    const then = approved.phases?.find((phase) => phase.name === name)?.probability ?? null;
    return [{ phase: name, gate: gate.text, approved: then, passed, stops: gate.ifFailed.kind !== 'continue' }];
  });
}

/** Whether a gate that stops all of the plan has failed by what came, in every future. */
export function isStopped({ phases }: Pick<Scenario, 'phases'>, gates: readonly TrackedGate[]): boolean {
  return gates.some(
    ({ phase, passed }) =>
      passed === 0 && phases.some(({ name, gate }) => name === phase && gate?.ifFailed.kind === 'stop'),
  );
}
