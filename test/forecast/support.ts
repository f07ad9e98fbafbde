import { openSession, type Session } from '../../src/engine/session.js';
import { formatProblem, parseScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';

/** A scenario from text that must be right. */
export async function scenarioOf(text: string): Promise<Scenario> {
  const reading = await parseScenario(text, 'test.yaml');
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** Does something with a session and closes it. */
export async function withSession<T>(
  scenario: Scenario,
  work: (session: Session) => Promise<T>,
  workers = 2,
): Promise<T> {
  const session = await openSession(scenario, { workers });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
