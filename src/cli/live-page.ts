import type { Scenario } from '../scenario/types.js';

/** Where a report has the plan as a page that reprices itself. */
export const LIVE = 'live.html';

/** The plan as a page that reprices itself. @param bytes of the scenario's file, as they were read */
export async function livePage(scenario: Scenario, bytes: Uint8Array): Promise<string> {
  const { liveHtml } = await import('../planner/live-file/live-html.js');
  return liveHtml(scenario, new TextDecoder().decode(bytes));
}
