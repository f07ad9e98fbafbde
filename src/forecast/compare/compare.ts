import { openEngine } from '../../engine/open.js';
import { openSession, type Session, type SessionOptions } from '../../engine/session.js';
import { optimizePlan, ruleFunctions, ruleOutcomes } from '../../optimize/index.js';
import type { Decision } from '../../optimize/types.js';
import { required } from '../../required.js';
import type { SamplingPlan } from '../../sampling/types.js';
import type { Expression } from '../../scenario/expressions/types.js';
import type { Scenario } from '../../scenario/types.js';
import { differenceSummary } from '../../summary/difference.js';
import type { Difference, Summary } from '../../summary/types.js';
import { VERSION } from '../../version.js';
import { bandsOf } from '../bands.js';
import { NotComparableError } from '../errors.js';
import { decisionGiven } from '../plan-result.js';
import { priceTargets } from '../price-targets.js';
import { contradictionIn } from '../run.js';
import { targetOutcome } from '../targets.js';
import { contest } from './contest.js';
import {
  COMPARED_KPIS,
  type ComparedKpi,
  type Comparison,
  type Contender,
  type CreatorPosts,
  type Held,
} from './types.js';

export interface CompareOptions {
  /** Stops whatever is going on; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each scenario with how many are done. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly label: string }) => void;
}

/** What is kept of a scenario that was priced. */
interface Priced {
  readonly kpis: Readonly<Record<ComparedKpi, Summary>>;
  readonly difference: Readonly<Record<ComparedKpi, Difference | null>> | null;
  readonly goal: Summary;
  readonly goalDraws: Float64Array;
  readonly rules: Held;
  readonly targets: Held;
  readonly posts: readonly CreatorPosts[];
}

/**
 * Prices the plans as their scenarios give them (at their best plans where they differ in rules alone or leave posts to be chosen) on common futures: all with the first one's seed, draws and sampler, so
 * that an input which two scenarios have in common takes the same values in both. Differences are against the first one,
 * the rank is by what the first one's goal maximises.
 *
 * @throws {NotComparableError} below two scenarios, or where their currencies differ
 * @throws {ContradictionError} where rules that are to be compared leave no plan
 * @throws {CorrelationError} where explicit correlations can't hold together
 */
export async function compareScenarios(
  contenders: readonly Contender[],
  options: CompareOptions & SessionOptions = {},
): Promise<Comparison> {
  const first = contenders[0]?.scenario;
  if (first === undefined || contenders.length < 2) throw new NotComparableError('a comparison takes two scenarios');
  const other = contenders.find(({ scenario }) => scenario.currency !== first.currency);
  if (other !== undefined) {
    throw new NotComparableError(
      `${other.label} is in ${other.scenario.currency} and ${contenders[0].label} in ${first.currency}: only one currency can be compared`,
    );
  }
  const { seed, draws, sampler } = first;
  const goal = first.goal.maximize;
  const engine = options.engine ?? (await openEngine(options.workers));
  const priced: Priced[] = [];
  const anew = optimizedAnew(contenders);
  let sampling: SamplingPlan | null = null;
  try {
    let base: ReadonlyMap<ComparedKpi, Float64Array> | null = null;
    for (const [done, { label, scenario }] of contenders.entries()) {
      options.signal?.throwIfAborted();
      options.onProgress?.({ done, of: contenders.length, label });
      const sized = { ...scenario, seed, draws, sampler };
      const one = await priceOne(sized, anew[done], goal, base, { ...options, engine });
      base ??= one.draws;
      sampling ??= one.sampling;
      priced.push(one.priced);
    }
  } finally {
    if (options.engine === undefined) await engine.close();
  }
  const { places, undefined: undefinedShare } = contest(
    priced.map(({ goalDraws }) => goalDraws),
    required(sampling),
  );
  return {
    format: 'huni.compare/1',
    engine: { version: VERSION, seed, draws, sampler },
    goal: first.goal.text.trim(),
    undefined: undefinedShare,
    scenarios: contenders.map(({ label, scenario }, k) => {
      const { kpis, goal: summary, difference, rules, targets, posts } = priced[k];
      const { rank, best, regret } = places[k];
      const identity = { name: scenario.name, sha256: scenario.sha256 };
      const plan = anew[k] ? { plan: 'optimized' as const } : {};
      return {
        label,
        scenario: identity,
        ...plan,
        ...(posts.length > 0 ? { posts } : {}),
        kpis,
        goal: summary,
        rank,
        best,
        regret,
        rules,
        targets,
        difference,
      };
    }),
  };
}

/**
 * Which scenarios are priced at their best plan rather than as given: those that give the first one's plan under other rules,
 * and then the first one. As given they would be the same plan, and tie. Where one leaves a number of posts to be chosen, all are:
 * it has no plan before that, and beside a best plan another one as given would look worse than it is.
 */
function optimizedAnew(contenders: readonly Contender[]): readonly boolean[] {
  if (contenders.some(({ scenario }) => leavesPosts(scenario))) return contenders.map(() => true);
  const first = contenders[0].scenario;
  const plan = ({ lines, creativeSplit }: Scenario): string =>
    JSON.stringify([lines.map(({ id, budget, flighting }) => [id, budget, flighting]), creativeSplit]);
  const ruled = contenders.map(
    ({ scenario }) => plan(scenario) === plan(first) && JSON.stringify(scenario.rules) !== JSON.stringify(first.rules),
  );
  return ruled.map((anew, k) => anew || (k === 0 && ruled.includes(true)));
}

function leavesPosts({ sources }: Scenario): boolean {
  return sources.some((source) => source.kind === 'creator' && source.posts.kind === 'chosen');
}

function creatorPosts({ sources }: Scenario, { posts }: Decision): readonly CreatorPosts[] {
  return sources.flatMap((source, k): CreatorPosts[] => {
    if (source.kind !== 'creator') return [];
    const { id, name } = source;
    return [{ id, name, posts: source.posts.kind === 'fixed' ? source.posts.count : (posts?.[k] ?? 0) }];
  });
}

async function priceOne(
  scenario: Scenario,
  anew: boolean,
  goal: Expression,
  base: ReadonlyMap<ComparedKpi, Float64Array> | null,
  options: SessionOptions,
): Promise<PricedOne> {
  const session = await openSession(scenario, options);
  try {
    const decision = anew ? await bestPlan(session, scenario, options.signal) : decisionGiven(scenario);
    return await priceIn(session, scenario, decision, goal, base, options.signal);
  } finally {
    await session.close();
  }
}

/** @throws {ContradictionError} where no plan keeps the scenario's rules */
async function bestPlan(session: Session, scenario: Scenario, signal: AbortSignal | undefined): Promise<Decision> {
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false, signal });
  if (!outcome.ok) throw contradictionIn(scenario, outcome.conflict);
  return outcome.decision;
}

interface PricedOne {
  readonly priced: Priced;
  readonly draws: ReadonlyMap<ComparedKpi, Float64Array>;
  readonly sampling: SamplingPlan;
}

async function priceIn(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  goal: Expression,
  base: ReadonlyMap<ComparedKpi, Float64Array> | null,
  signal: AbortSignal | undefined,
): Promise<PricedOne> {
  const aborting = signal === undefined ? {} : { signal };
  const { sampling } = session;
  const total = [
    ...COMPARED_KPIS.map((name) => ({ name, expression: { kind: 'kpi', name } as Expression })),
    { name: 'the goal', expression: goal },
  ];
  // Drawn once for all that follows.
  const kept = { keep: true, ...aborting };
  const figures = await session.price(decision, { total, groups: false, cumulative: false }, kept);
  const summaries = await session.summarize(figures, signal);
  const bands = await bandsOf(session, decision, COMPARED_KPIS, signal);
  const functions = ruleFunctions(scenario);
  const evidence =
    functions.length === 0
      ? undefined
      : await session.evaluate(decision, functions, 'fresh', { gradients: false, ...aborting });
  const goalAt = COMPARED_KPIS.length;
  const judged = await priceTargets(session, decision, scenario.targets, signal);
  const targets = scenario.targets.map((target, k) => targetOutcome(target, judged[k], sampling));
  const byKpi = <T>(of: (kpi: ComparedKpi, series: number) => T) =>
    Object.fromEntries(COMPARED_KPIS.map((kpi, series) => [kpi, of(kpi, series)])) as Record<ComparedKpi, T>;
  return {
    sampling,
    draws: new Map(COMPARED_KPIS.map((kpi, series) => [kpi, figures.series(series)])),
    priced: {
      posts: creatorPosts(scenario, decision),
      kpis: byKpi((kpi) => bands[kpi]),
      difference:
        base === null
          ? null
          : byKpi((kpi, series) => differenceSummary(figures.series(series), required(base.get(kpi)), sampling)),
      goal: summaries[goalAt],
      goalDraws: figures.series(goalAt),
      rules: held(ruleOutcomes(scenario, decision, evidence)),
      targets: held(targets),
    },
  };
}

function held(outcomes: readonly { readonly holds: boolean }[]): Held {
  return { held: outcomes.filter(({ holds }) => holds).length, of: outcomes.length };
}
