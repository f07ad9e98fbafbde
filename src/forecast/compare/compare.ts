import { openEngine } from '../../engine/open.js';
import { openSession, type Session, type SessionOptions } from '../../engine/session.js';
import { optimizePlan, ruleOutcomes } from '../../optimize/index.js';
import type { Decision } from '../../optimize/types.js';
import { required } from '../../required.js';
import type { SamplingPlan } from '../../sampling/types.js';
import type { Expression } from '../../scenario/expressions/types.js';
import type { Scenario } from '../../scenario/types.js';
import { differenceSummary } from '../../summary/difference.js';
import type { Difference, Summary } from '../../summary/types.js';
import { VERSION } from '../../version.js';
import { say } from '../../words/said.js';
import { NotComparableError } from '../errors.js';
import { decisionGiven } from '../plan-result.js';
import { priceCompared } from '../price-compared.js';
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

/** What is stored of a scenario that was priced. */
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
  if (first === undefined || contenders.length < 2) throw new NotComparableError(say`a comparison takes two scenarios`);
  const other = contenders.find(({ scenario }) => scenario.currency !== first.currency);
  if (other !== undefined) {
    throw new NotComparableError(
      say`${other.label} is in ${other.scenario.currency} and ${contenders[0].label} in ${first.currency}: only one currency can be compared`,
    );
  }
  const { seed, draws, sampler } = first;
  const goal = first.goal.maximize;
  const engine = options.engine ?? (await openEngine(options.workers));
  const priced: Priced[] = [];
  const anew = optimizedAnew(contenders);
  let sampling: SamplingPlan | null = null;
  try {
    let base: ComparedDraws | null = null;
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
  base: ComparedDraws | null,
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

/** What is expected of a plan, draw by draw. */
type ComparedDraws = Readonly<Record<ComparedKpi, Float64Array>>;

interface PricedOne {
  readonly priced: Priced;
  readonly draws: ComparedDraws;
  readonly sampling: SamplingPlan;
}

async function priceIn(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  goal: Expression,
  base: ComparedDraws | null,
  signal: AbortSignal | undefined,
): Promise<PricedOne> {
  const { sampling } = session;
  const figures = await priceCompared(session, scenario, decision, COMPARED_KPIS, goal, signal);
  const { bands, expected, evidence } = figures;
  const targets = scenario.targets.map((target, k) => targetOutcome(target, figures.targets[k], sampling));
  return {
    sampling,
    draws: expected,
    priced: {
      posts: creatorPosts(scenario, decision),
      kpis: byKpi((kpi) => bands[kpi]),
      difference: base === null ? null : byKpi((kpi) => differenceSummary(expected[kpi], base[kpi], sampling)),
      goal: figures.goal.summary,
      goalDraws: figures.goal.draws,
      rules: held(ruleOutcomes(scenario, decision, evidence)),
      targets: held(targets),
    },
  };
}

function byKpi<T>(of: (kpi: ComparedKpi) => T): Record<ComparedKpi, T> {
  return Object.fromEntries(COMPARED_KPIS.map((kpi) => [kpi, of(kpi)])) as Record<ComparedKpi, T>;
}

function held(outcomes: readonly { readonly holds: boolean }[]): Held {
  return { held: outcomes.filter(({ holds }) => holds).length, of: outcomes.length };
}
