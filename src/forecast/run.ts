import { allDone } from '../engine/all-done.js';
import { openEngine } from '../engine/open.js';
import { openSession, type Session, type SessionOptions } from '../engine/session.js';
import type { Engine } from '../engine/types.js';
import { askedRules, optimizePlan } from '../optimize/index.js';
import type { Decision } from '../optimize/types.js';
import { elementAt, lastOf, required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { type Doing, doing } from '../words/progress.js';
import { say } from '../words/said.js';
import { checkAccuracy, drawsFor, MOST_ACCURATE_DRAWS } from './accuracy.js';
import type { AdviceSetting, Advise, PricedDecision } from './advice-setting.js';
import { assemble, differences, type Optimizer, type Reported } from './assemble.js';
import { samePosts } from './chosen-posts.js';
import { creatorOutcomes } from './creators.js';
import type { Forecast } from './details.js';
import { ContradictionError, OptionError } from './errors.js';
import { claimsOf, shocksOf } from './events.js';
import { followedKind } from './followed.js';
import { decisionGiven, planResult } from './plan-result.js';
import { type FigureScope, type PlanFigures, priceForReport } from './price-plan.js';
import { responseCurves } from './responses.js';
import type { Result } from './result.js';
import { findRobust, robustResult } from './robust.js';
import { withCosts } from './rule-costs.js';
import { type TypedPlan, typedPlan } from './typed-plan.js';
import { whatIf } from './what-if.js';

/** Where a run is. */
export interface Progress extends Doing {
  readonly step: 'draws' | 'robust' | 'price' | 'optimize' | 'responses' | 'advise';
}

export interface ForecastOptions {
  /** Stops whatever is going on; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Draws until the standard errors of the whole plan's means, P10, P50 and P90 are at most this share of the figures' standard
   * deviations; the scenario's number of draws doesn't count then.
   */
  readonly accuracy?: number;
  /** Default true. */
  readonly optimize?: boolean;
  /** Re-solve without each rule to price it; default true. */
  readonly prices?: boolean;
  /** Tell how flat the optimum is, and show other plans as good; default false, since it costs seconds. */
  readonly trust?: boolean;
  /** What the charts need beyond the result; default true. */
  readonly charts?: boolean;
  /**
   * `landing`: nothing is reported by platform, stage or period, of lines what their money brings; no charts then. To the last bit the
   * figures of `all`, which is the default.
   */
  readonly scope?: FigureScope;
  /** Find the plan that minimises the worst shock's loss, too; default false. The scenario must have shocks. */
  readonly robust?: boolean;
  /** The optimum to the cent, in place of moves in steps that people type; default false. */
  readonly exact?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** Where a forecast runs, and what it is made into. */
export interface ForecastSetting extends SessionOptions {
  /** The scenario's own, opened already and left open: what it has made ready serves whoever prices more of it. */
  readonly session?: Session;
  /** Left out, the result has no verdict. */
  readonly advise?: Advise;
}

/**
 * The main job: prices the plan given, finds the best one under the rules, prices that on the same fresh draws, and
 * compares. Same scenario, same seed and draws: the same result to the last bit.
 *
 * @throws {ContradictionError} where no plan keeps the rules
 * @throws {CorrelationError} where explicit correlations can't hold together
 * @throws {OptionError} where `accuracy` is no share above 0 and below 1, or `robust` is asked of a plan without shocks
 */
export async function runForecast(
  scenario: Scenario,
  options: ForecastOptions & ForecastSetting = {},
): Promise<Forecast> {
  const { accuracy } = options;
  if (accuracy !== undefined) checkAccuracy(accuracy);
  if (options.robust === true) checkShocks(scenario);
  const engine = options.session?.engine ?? options.engine ?? (await openEngine(options.workers));
  try {
    if (accuracy === undefined) return await forecastOn(engine, scenario, options);
    let draws = await enoughDraws(engine, scenario, accuracy, options);
    for (;;) {
      const forecast = await forecastOn(engine, { ...scenario, draws }, options);
      const { reached } = required(forecast.result.engine.accuracy);
      if (reached <= accuracy || draws >= MOST_ACCURATE_DRAWS) return forecast;
      // The plan given was exact enough, the best one isn't.
      draws *= 2;
    }
  } finally {
    if (options.engine === undefined && options.session === undefined) await engine.close();
  }
}

async function enoughDraws(
  engine: Engine,
  scenario: Scenario,
  accuracy: number,
  { signal, onProgress = () => {} }: ForecastOptions,
): Promise<number> {
  const session = await openSession(scenario, { engine, signal });
  const show = (draws: number): void => onProgress({ step: 'draws', ...doing(say`are ${draws} futures enough?`) });
  try {
    return await drawsFor(session, scenario, decisionGiven(scenario), accuracy, show, signal);
  } finally {
    await session.close();
  }
}

async function forecastOn(
  engine: Engine,
  scenario: Scenario,
  options: ForecastOptions & ForecastSetting,
): Promise<Forecast> {
  const { signal, onProgress = () => {} } = options;
  const session =
    options.session ?? (await openSession(scenario, { ...options, engine, mostStored: mostStoredOf(scenario) }));
  try {
    const given = decisionGiven(scenario);
    onProgress({ step: 'price', ...doing(say`pricing the plan`) });
    const { scope = 'all' } = options;
    const charts = (options.charts ?? true) && scope === 'all';
    const lone = options.optimize === false && options.accuracy === undefined;
    // A session that was opened for more than this is, is asked for more.
    const once = lone && !charts && options.advise === undefined && options.session === undefined;
    const pricing = priceForReport(session, scenario, given, signal, { lone, once, scope });
    const reportOf = (followed: Followed | null): Promise<Reported> =>
      reportPlans(session, scenario, given, pricing, followed, options);
    // The search gets ready, and goes on, while the plan given is priced and its figures are put in order.
    const [, { optimizer, reported }] = await allDone([
      pricing,
      options.optimize === false
        ? reportOf(null).then((reported) => ({ optimizer: null, reported }))
        : optimizeAndReport(session, scenario, given, pricing, reportOf, options),
    ]);
    const result = assemble(session, scenario, reported, optimizer, options.accuracy);
    return {
      scenario,
      result: { ...result, ...(await robustParts(session, scenario, reported.plans, result, options)) },
      details: reported.details,
    };
  } finally {
    if (options.session === undefined) await session.close();
  }
}

/**
 * Chances, differences and verdicts go by futures stored one by one: by so many of them where a plan asks for more than twice as many, so that
 * memory stays as it is however many there are.
 */
const MOST_STORED = 1_048_576;

function mostStoredOf({ draws }: Scenario): number {
  return draws > 2 * MOST_STORED ? MOST_STORED : draws;
}

function checkShocks({ shocks }: Scenario): void {
  if (shocks.length > 0) return;
  throw new OptionError('robust: found a plan without shocks, expected at least one under `shocks`');
}

/** The plan that minimises the worst shock's loss, and what every plan loses; beside the others' results, which it belongs to. */
async function robustParts(
  session: Session,
  scenario: Scenario,
  { given, optimized }: Pick<AdviceSetting, 'given' | 'optimized'>,
  result: Result,
  { robust = false, signal, onProgress = () => {} }: ForecastOptions,
): Promise<Pick<Result, 'robust' | 'plans'> | null> {
  if (!robust) return null;
  onProgress({ step: 'robust', ...doing(say`looking for the plan that shocks hurt least`) });
  const plans: [Decision, ...Decision[]] = optimized === null ? [given.decision] : [optimized.decision, given.decision];
  const { decision, losses } = await findRobust(session, scenario, plans, signal);
  const found = decision === null ? null : lastOf(losses);
  const parts =
    optimized === null
      ? robustResult(scenario, losses[0], null, found)
      : robustResult(scenario, losses[1], losses[0], found);
  if (decision === null) return { robust: parts, plans: result.plans };
  const figures = await priceForReport(session, scenario, decision, signal);
  const priced = await planResult(session, scenario, decision, figures, signal);
  return { robust: parts, plans: { ...result.plans, robust: priced } };
}

/** The error that carries a contradiction among a scenario's rules, by name and number. */
export function contradictionIn(
  scenario: Scenario,
  { rules, relaxations }: Pick<ContradictionError, 'rules' | 'relaxations'>,
): ContradictionError {
  return new ContradictionError(rules, relaxations, askedRules(scenario, rules), scenario);
}

/** An optimum as it is followed: in steps that people type, priced. */
interface Followed {
  readonly typed: TypedPlan;
  readonly figures: PlanFigures;
}

/** The best plan, rules' prices, and what is reported of the plans: that is begun while rules are priced. */
async function optimizeAndReport(
  session: Session,
  scenario: Scenario,
  given: Decision,
  givenFigures: Promise<PlanFigures>,
  reportOf: (followed: Followed) => Promise<Reported>,
  options: ForecastOptions,
): Promise<{ readonly optimizer: Optimizer; readonly reported: Reported }> {
  const { signal, onProgress = () => {}, prices = true, trust = false } = options;
  onProgress({ step: 'optimize', ...doing(say`looking for the best split`) });
  const follow = (optimum: Decision) => {
    const following = followOptimum(session, scenario, given, givenFigures, optimum, options);
    return { following, reporting: following.then(reportOf) };
  };
  const begun: ReturnType<typeof follow>[] = [];
  // Who awaits these hears of what goes wrong.
  const ended = (): Promise<unknown> =>
    Promise.allSettled(begun.flatMap(({ following, reporting }) => [following, reporting]));
  const begin = (optimum: Decision): void => {
    begun.push(follow(optimum));
    void ended();
  };
  try {
    const outcome = await optimizePlan({
      scenario,
      evaluator: session,
      prices,
      trust,
      onDecision: begin,
      ...(signal === undefined ? {} : { signal }),
    });
    if (!outcome.ok) throw contradictionIn(scenario, outcome.conflict);
    if (begun.length === 0) begin(outcome.decision);
    const { following, reporting } = elementAt(begun, 0);
    const { decision, step, loss } = (await following).typed;
    const report = { ...outcome.report, ...(step === null ? {} : { rounding: { step, loss } }) };
    const priced = await withCosts(session, scenario, outcome.prices, decision, outcome.without, signal);
    return { optimizer: { report, prices: priced }, reported: await reporting };
  } finally {
    await ended();
  }
}

async function followOptimum(
  session: Session,
  scenario: Scenario,
  given: Decision,
  givenFigures: Promise<PlanFigures>,
  optimum: Decision,
  { signal, onProgress = () => {}, exact = false, scope = 'all' }: ForecastOptions,
): Promise<Followed> {
  const typed = exact
    ? { decision: optimum, step: null, loss: 0 }
    : await typedPlan(session, scenario, given, optimum, signal);
  const { decision } = typed;
  const same =
    decision.byPeriod === undefined &&
    decision.budgets.every((x, k) => x === given.budgets[k]) &&
    decision.creative.every((y, k) => y === given.creative[k]) &&
    samePosts(scenario, decision, given);
  if (!same) onProgress({ step: 'price', ...doing(say`pricing the optimised plan`) });
  const figures = same ? await givenFigures : await priceForReport(session, scenario, decision, signal, { scope });
  return { typed, figures };
}

async function reportPlans(
  session: Session,
  scenario: Scenario,
  decision: Decision,
  givenFigures: Promise<PlanFigures>,
  followed: Followed | null,
  options: ForecastOptions & ForecastSetting,
): Promise<Reported> {
  const { signal, onProgress = () => {} } = options;
  const priced = async (decision: Decision, figures: PlanFigures): Promise<PricedDecision> => ({
    decision,
    figures,
    result: await planResult(session, scenario, decision, figures, signal),
  });
  const charts = (options.charts ?? true) && (options.scope ?? 'all') === 'all';
  if (charts) onProgress({ step: 'responses', ...doing(say`tracing response curves`) });
  const decisions = { given: decision, optimized: followed?.typed.decision ?? null };
  const responses = charts ? await responseCurves(session, scenario, decisions, signal) : [];
  const given = await priced(decision, await givenFigures);
  const optimized = followed === null ? null : await priced(followed.typed.decision, followed.figures);
  if (options.advise !== undefined) onProgress({ step: 'advise', ...doing(say`weighing the verdict`) });
  const advice = (await options.advise?.({ session, scenario, given, optimized, signal })) ?? null;
  // Of the plan to follow, which the verdict decides.
  const kind = followedKind(advice?.verdict.kind, optimized !== null);
  const advised = kind === 'given' || optimized === null ? decision : optimized.decision;
  const creators = charts ? await creatorOutcomes(session, scenario, advised, signal) : [];
  const whatIfs = charts ? await whatIf(session, scenario, advised, signal) : null;
  const best = optimized ?? given;
  const shocks = await shocksOf(session, scenario, best.decision, best.figures, signal);
  const attribution = await claimsOf(session, scenario, best.decision, best.figures, signal);
  return {
    plans: { given, optimized },
    advice,
    ...(shocks.length > 0 ? { shocks } : {}),
    ...(attribution.length > 0 ? { attribution } : {}),
    ...(optimized === null ? {} : { difference: differences(session, optimized.figures, given.figures) }),
    details: {
      given: given.figures.details,
      optimized: optimized?.figures.details ?? null,
      responses,
      creators,
      whatIf: whatIfs,
    },
  };
}
