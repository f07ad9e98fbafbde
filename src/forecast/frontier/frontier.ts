import { pow } from '../../distributions/elementary.js';
import { openSession, type Session, type SessionOptions } from '../../engine/session.js';
import type { Scenario, Target } from '../../scenario/types.js';
import { VERSION } from '../../version.js';
import { doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { decisionGiven } from '../plan-result.js';
import { contradictionIn, type Progress } from '../run.js';
import { bandOf, describePlan, roundedBudget, type SolvedPlan, solvePlan, withBudget } from './plan.js';
import { type SolvedBudget, targetBudget } from './target.js';
import type { BudgetPoint, Frontier, FrontierKind, RiskPoint } from './types.js';

export interface FrontierOptions {
  /** Stops whatever is going on; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  readonly by: FrontierKind;
  /** Plans to find; at least 2. */
  readonly points: number;
  /** With `by: 'budget'`: the largest or smallest budget that meets it. */
  readonly target?: Target;
  readonly onProgress?: (progress: Progress) => void;
}

/** Range of budgets looked at, as multiples of the scenario's. */
const BUDGETS = { least: 0.25, most: 2 };
/** The plan given and frontier plans this close in both mean and tail, relative to the spread, are one. */
const SAME = 1e-9;

/**
 * What may be had for what: mean against the worst futures, or profit and orders against the budget, by plans that keep
 * every rule. All plans are priced on the same fresh draws, so that their differences carry little Monte Carlo error.
 *
 * @throws {ContradictionError} by risk, where no plan keeps the rules
 */
export async function runFrontier(scenario: Scenario, options: FrontierOptions & SessionOptions): Promise<Frontier> {
  const { signal, by } = options;
  const session = await openSession(scenario, options);
  try {
    const { seed, draws, sampler } = session.sampling;
    const head = {
      format: 'huni.frontier/1' as const,
      scenario: { name: scenario.name, sha256: scenario.sha256 },
      engine: { version: VERSION, seed, draws, sampler },
      goal: { maximize: scenario.goal.text, tail: scenario.goal.worst },
      by,
    };
    if (by === 'risk') return { ...head, risk: await riskFrontier(session, scenario, options) };
    const { solved, ...budget } = await budgetFrontier(session, scenario, options);
    if (options.target === undefined) return { ...head, budget };
    options.onProgress?.({ step: 'optimize', ...doing(say`looking for the budget that meets the target`) });
    return { ...head, budget, target: await targetBudget(session, scenario, options.target, solved, signal) };
  } finally {
    await session.close();
  }
}

/** Best plans for risk aversions from 0 to 1, those left out that another beats in both mean and tail; then the plan given. */
async function riskFrontier(session: Session, scenario: Scenario, options: FrontierOptions): Promise<RiskPoint[]> {
  const found: RiskPoint[] = [];
  for (let k = 0; k < options.points; k++) {
    const riskAversion = k / (options.points - 1);
    options.onProgress?.({ step: 'optimize', ...doing(say`plan ${k + 1} of ${options.points}`) });
    const goal = { ...scenario.goal, riskAversion, tail: scenario.goal.worst };
    const solved = await solvePlan(session, { ...scenario, goal }, options.signal);
    if ('conflict' in solved) throw contradictionIn(scenario, { rules: solved.conflict, relaxations: [] });
    found.push({ ...solved.plan, risk_aversion: riskAversion });
  }
  const given = await describePlan(session, scenario, decisionGiven(scenario), 'kept', options.signal);
  const efficient = found.filter((one) => !found.some((other) => beats(other, one)));
  const distinct = efficient.filter(
    (one, k) => !efficient.slice(0, k).some((other) => near(one.mean, other.mean) && near(one.cvar, other.cvar)),
  );
  return [...distinct.sort((a, b) => a.cvar - b.cvar), { ...given.plan, risk_aversion: null }];
}

function beats(a: RiskPoint, b: RiskPoint): boolean {
  return a.mean >= b.mean && a.cvar >= b.cvar && (a.mean > b.mean || a.cvar > b.cvar);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

/** Where the next unit's expected profit, as the points have it, falls below 0; `null`: nowhere. */
function stopOf(points: readonly BudgetPoint[]): number | null {
  const marginals = points.flatMap((point, k) => {
    const before = points.slice(0, k).findLast(({ plan }) => plan !== null);
    if (point.marginal === null || before === undefined) return [];
    return [{ budget: (before.budget + point.budget) / 2, mean: point.marginal.mean }];
  });
  const last = marginals.findLastIndex(({ mean }) => mean >= 0);
  const next = marginals[last + 1];
  if (next === undefined) return null;
  const paid = marginals[last];
  // Negative from the first on: no budget looked at pays for its last unit.
  if (paid === undefined) return points.find(({ plan }) => plan !== null)?.budget ?? null;
  return paid.budget + ((next.budget - paid.budget) * paid.mean) / (paid.mean - next.mean);
}

async function budgetFrontier(
  session: Session,
  scenario: Scenario,
  options: FrontierOptions,
): Promise<NonNullable<Frontier['budget']> & { readonly solved: readonly SolvedBudget[] }> {
  const points: BudgetPoint[] = [];
  const decisions: SolvedBudget[] = [];
  let before: { readonly solved: SolvedPlan; readonly budget: number } | null = null;
  for (let k = 0; k < options.points; k++) {
    const share = BUDGETS.least * pow(BUDGETS.most / BUDGETS.least, k / (options.points - 1));
    const sized = withBudget(scenario, roundedBudget(share * scenario.budget));
    options.onProgress?.({ step: 'optimize', ...doing(say`budget ${k + 1} of ${options.points}`) });
    const solved = await solvePlan(session, sized, options.signal);
    decisions.push({ budget: sized.budget, decision: 'conflict' in solved ? null : solved.decision });
    if ('conflict' in solved) {
      points.push({ budget: sized.budget, plan: null, conflict: solved.conflict, marginal: null });
      continue;
    }
    const last = before;
    const marginal =
      last === null
        ? null
        : bandOf(
            solved.profit.map((value, d) => (value - last.solved.profit[d]) / (sized.budget - last.budget)),
            session,
          );
    points.push({ budget: sized.budget, plan: solved.plan, conflict: [], marginal });
    before = { solved, budget: sized.budget };
  }
  // Where less than the largest budget may be spent, the optimiser itself stops where the next unit no longer pays.
  const most = withBudget(scenario, roundedBudget(BUDGETS.most * scenario.budget), 'maximum');
  options.onProgress?.({ step: 'optimize', ...doing(say`looking for where money stops paying`) });
  const stop = async (riskAversion: number): Promise<number | null> => {
    const goal = { ...most.goal, riskAversion };
    const open = await solvePlan(session, { ...most, goal }, options.signal);
    return 'conflict' in open || open.plan.spend > 0.9999 * most.budget ? null : open.plan.spend;
  };
  // "Pays" is said of profit: another goal never stops asking for more.
  const profits = scenario.goal.text.trim() === 'profit';
  const goal = profits ? await stop(scenario.goal.riskAversion) : null;
  const expected = !profits ? stopOf(points) : scenario.goal.riskAversion === 0 ? goal : await stop(0);
  const stops = { expected, goal };
  return { points, stops, solved: decisions };
}
