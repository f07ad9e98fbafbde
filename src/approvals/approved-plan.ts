import { lastOf, required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { say } from '../words/said.js';
import type { History } from './audit.js';
import { sha256 } from './canonical.js';
import { ApprovalError, mismatch } from './errors.js';
import { readResult } from './folder.js';
import { skeletonOf } from './names.js';
import { scenarioOf } from './reproduce.js';

/** A plan as it was approved last. */
export interface ApprovedPlan {
  /** The scenario with the approved plan's budgets in it. */
  readonly scenario: Scenario;
  /** Number of the submission. */
  readonly submission: number;
  /** Day of the approval, ISO. */
  readonly on: string;
}

/**
 * The plan of this name that was approved last, from the report that was submitted: its result must be the one that was approved, and
 * its scenario the one that the result names. `null`: none was approved.
 *
 * @throws ApprovalError where the report isn't what was approved any more
 */
export async function approvedPlan({ submissions }: History, name: string): Promise<ApprovedPlan | null> {
  const own = submissions.filter(
    ({ state, body }) => state === 'approved' && skeletonOf(body.scenario.name) === skeletonOf(name),
  );
  const approvals = own.map((submitted) => ({ submitted, at: lastOf(submitted.decisions).entry.at }));
  const last = approvals.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  const { body, entry } = last.submitted;
  const { text, result } = await readResult(body.folder);
  if (sha256(text) !== body.result) {
    throw new ApprovalError(
      'not-intact',
      mismatch(
        `${body.folder}: result.json`,
        say`another result`,
        say`the one of submission ${entry.seq}, which was approved`,
      ),
    );
  }
  const { scenario } = await scenarioOf(body.folder, result);
  return {
    scenario: followed(scenario, required(result.plans[body.plan])),
    submission: entry.seq,
    on: last.at.slice(0, 10),
  };
}

/** The scenario as a plan of its result has it. */
function followed(
  scenario: Scenario,
  { lines, creative }: NonNullable<Awaited<ReturnType<typeof readResult>>['result']['plans']['optimized']>,
): Scenario {
  const plans = new Map(lines.map((line) => [line.id, line]));
  const budgeted = scenario.lines.map((line) => {
    const { budget = line.budget, periods } = plans.get(line.id) ?? {};
    const flighting = periods === undefined || budget <= 0 ? line.flighting : periods.map((amount) => amount / budget);
    return { ...line, budget, flighting };
  });
  return {
    ...scenario,
    budget: budgeted.reduce((sum, { budget }) => sum + budget, scenario.budget - sumOf(scenario)),
    lines: budgeted,
    creativeSplit: creative,
  };
}

function sumOf({ lines }: Scenario): number {
  return lines.reduce((sum, { budget }) => sum + budget, 0);
}
