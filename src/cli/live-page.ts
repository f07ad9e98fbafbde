import type { OwnScenario } from '../approvals/reproduce.js';
import type { Scenario } from '../scenario/types.js';

/** Where a report has the plan as a page that reprices itself. */
export const LIVE = 'live.html';

/** The plan as a page that reprices itself. @param bytes of the scenario's file, as they were read */
export async function livePage(scenario: Scenario, bytes: Uint8Array): Promise<string> {
  const { liveHtml } = await import('../planner/live-file/live-html.js');
  return liveHtml(scenario, new TextDecoder().decode(bytes));
}

/** Makes that page of a report anew, for approvals to hold it against the one that is there. */
export async function makeLivePage(path: string, { scenario, bytes }: OwnScenario): Promise<string | null> {
  return path === LIVE ? livePage(scenario, bytes) : null;
}
