import { median, shareAbove } from '../../../src/advice/statistics.js';
import { thresholdsOf } from '../../../src/advice/thresholds.js';
import { isMoneyGoal, worthOf } from '../../../src/advice/worth.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import type { Forecast } from '../../../src/forecast/details.js';
import { decisionGiven, planResult } from '../../../src/forecast/plan-result.js';
import { priceForReport } from '../../../src/forecast/price-plan.js';
import type { PlanResult } from '../../../src/forecast/result.js';
import { unreachedOf } from '../../../src/forecast/unreached.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { toldDecision } from './told-decision.js';

/** Draws that nothing was decided on. */
const FRESH = 65_536;
/** Standard errors (of the verdict's draws and the judge's) that a figure may miss by. */
const ERRORS = 3;

/** What a move does in futures that it was not decided on: every way in which it isn't what it was said to be. */
export async function faultsOfMove({ scenario, result }: Forecast, engine: Engine): Promise<readonly string[]> {
  if (result.verdict?.kind !== 'move') return [];
  const optimized = result.plans.optimized!;
  const fresh: Scenario = { ...scenario, seed: `judge of ${scenario.seed}`, draws: FRESH };
  const session = await openSession(fresh, { engine });
  try {
    const moved = toldDecision(fresh, optimized);
    const [before, after] = await Promise.all(
      [decisionGiven(fresh), moved].map(async (decision) => {
        const figures = await priceForReport(session, fresh, decision);
        const { values } = await session.evaluate(decision, [fresh.goal.maximize], 'fresh', { gradients: false });
        return { figures, goal: values[0]!, result: await planResult(session, fresh, decision, figures) };
      }),
    );
    const faults: string[] = [];
    // The verdict saw fewer draws than the judge: most of the error is its own.
    const errors = ERRORS * Math.sqrt(1 + FRESH / scenario.draws);
    const difference = after!.goal.map((value, d) => value - before!.goal[d]!);
    const middle = median(difference);
    if (middle.value <= 0) faults.push(`the middle gain is ${middle.value}`);
    const limits = thresholdsOf(scenario);
    if (isMoneyGoal(scenario)) {
      const [first, second] = [before!, after!].map(({ figures }) => shareAbove(worthOf(figures)));
      const more = first!.value - second!.value;
      const [worths, others] = [worthOf(before!.figures), worthOf(after!.figures)];
      const changed = worths.filter((value, d) => value < 0 !== others[d]! < 0).length / FRESH;
      if (more > limits.loss_points + errors * Math.sqrt(changed / FRESH)) faults.push(`losses up by ${more}`);
    }
    const lost = (plan: PlanResult): number => unreachedOf(plan.kpis.total) / scenario.budget;
    const se =
      Math.hypot(
        ...[before!, after!].map((one) => (one.result.kpis.total.unreached ?? one.result.kpis.total.unspent)?.se ?? 0),
      ) / scenario.budget;
    const parked = lost(after!.result) - lost(before!.result);
    if (parked > limits.undelivered + errors * se) faults.push(`${parked} more of the budget finds nobody`);
    before!.result.targets.forEach((target, k) => {
      const later = after!.result.targets[k]!;
      if (!target.holds || later.holds) return;
      const short = later.probability === null ? null : later.required! - later.probability;
      if (short !== null && short <= errors * later.se) return;
      if (short === null && !clearlyMissed(fresh, k, later.value!, errors * later.se)) return;
      faults.push(`${target.target} was met and is missed`);
    });
    before!.result.rules.forEach((rule, k) => {
      if (rule.holds && !after!.result.rules[k]!.holds) faults.push(`${rule.rule} held and is broken`);
    });
    return faults;
  } finally {
    await session.close();
  }
}

function clearlyMissed({ targets }: Scenario, k: number, value: number, room: number): boolean {
  return Math.abs(value - targets[k]!.threshold) > room;
}
