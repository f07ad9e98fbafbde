import type { Decision } from '../engine/evaluation.js';
import { openSession, type Session } from '../engine/session.js';
import { ruleFunctions, ruleOutcomes } from '../optimize/index.js';
import { robustPlan } from '../optimize/robust.js';
import type { Scenario } from '../scenario/types.js';
import type { ResultRobust } from './result.js';

/** Sessions of a scenario in which one of its shocks comes for certain and alone, and of one in which none comes. */
interface Stressed {
  readonly calm: Session;
  readonly shocked: readonly Session[];
}

/** A plan's mean profit without any shock, less that with each of them for certain. */
interface ShockLosses {
  /** In currency, in the order of the scenario's shocks. */
  readonly losses: readonly number[];
  readonly worst: number;
}

async function withStress<T>(session: Session, scenario: Scenario, work: (stress: Stressed) => Promise<T>): Promise<T> {
  // Shocks that don't come stay in the plan, so that everything else is drawn as it is.
  const open = (certain: number | null): Promise<Session> => {
    const shocks = scenario.shocks.map((shock, k) => ({ ...shock, probability: k === certain ? 1 : 0 }));
    return openSession({ ...scenario, shocks, draws: session.sampling.draws }, { engine: session.engine });
  };
  const sessions: Session[] = [];
  try {
    const calm = await open(null);
    sessions.push(calm);
    for (const index of scenario.shocks.keys()) sessions.push(await open(index));
    return await work({ calm, shocked: sessions.slice(1) });
  } finally {
    for (const opened of sessions) await opened.close();
  }
}

/**
 * The plan that minimises the worst shock's loss (section 15 of the model), and what every plan loses to each shock, on the
 * report's draws. `decision` is `null` where no plan was found that keeps the rules.
 *
 * @param plans the first is the one that is reported for: posts are its
 */
export async function findRobust(
  session: Session,
  scenario: Scenario,
  plans: readonly [Decision, ...Decision[]],
  signal?: AbortSignal,
): Promise<{ readonly decision: Decision | null; readonly losses: readonly ShockLosses[] }> {
  return withStress(session, scenario, async (stress) => {
    const losses: ShockLosses[] = [];
    for (const plan of plans) losses.push(await lossesOf(stress, plan, signal));
    const found = await robustPlan({ scenario, evaluator: session, stress, starts: plans, signal });
    if (found === null) return { decision: null, losses };
    // Never worse, on the report's draws, than a plan that was there and keeps the rules.
    let best = { plan: found, losses: await lossesOf(stress, found, signal) };
    for (const [k, plan] of plans.entries()) {
      const own = losses[k];
      if (own.worst < best.losses.worst && (await keepsRules(session, scenario, plan, signal)))
        best = { plan, losses: own };
    }
    return { decision: best.plan, losses: [...losses, best.losses] };
  });
}

async function keepsRules(
  session: Session,
  scenario: Scenario,
  plan: Decision,
  signal?: AbortSignal,
): Promise<boolean> {
  const options = { gradients: false, ...(signal === undefined ? {} : { signal }) };
  const functions = ruleFunctions(scenario);
  const evidence = functions.length === 0 ? undefined : await session.evaluate(plan, functions, 'fresh', options);
  return ruleOutcomes(scenario, plan, evidence).every(({ holds }) => holds);
}

async function lossesOf({ calm, shocked }: Stressed, plan: Decision, signal?: AbortSignal): Promise<ShockLosses> {
  const profit = async (session: Session): Promise<number> => {
    const { values } = await session.evaluate(plan, [{ kind: 'kpi', name: 'profit' }], 'fresh', {
      gradients: false,
      ...(signal === undefined ? {} : { signal }),
    });
    return values[0].reduce((sum, value) => sum + value, 0) / values[0].length;
  };
  const without = await profit(calm);
  const losses: number[] = [];
  for (const session of shocked) losses.push(without - (await profit(session)));
  return { losses, worst: Math.max(...losses) };
}

/** As results tell it: by shock, what each plan loses. */
export function robustResult(
  scenario: Scenario,
  given: ShockLosses,
  optimized: ShockLosses | null,
  robust: ShockLosses | null,
): ResultRobust {
  const of = (pick: (losses: ShockLosses) => number) => ({
    given: pick(given),
    ...(optimized === null ? {} : { optimized: pick(optimized) }),
    robust: robust === null ? null : pick(robust),
  });
  return {
    shocks: scenario.shocks.map(({ name }, k) => ({ name, loss: of(({ losses }) => losses[k]) })),
    worst: of(({ worst }) => worst),
  };
}
