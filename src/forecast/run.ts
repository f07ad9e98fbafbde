import { openSession, type Session, type SessionOptions } from '../engine/session.js';
import { kernelKind } from '../model/kernel/load.js';
import { askedRules, optimizePlan } from '../optimize/index.js';
import type { Decision } from '../optimize/types.js';
import type { Scenario } from '../scenario/types.js';
import { differenceSummary } from '../summary/difference.js';
import { BINS } from '../summary/streamed.js';
import { VERSION } from '../version.js';
import type { Forecast } from './details.js';
import { ContradictionError } from './errors.js';
import { decisionGiven, planResult } from './plan-result.js';
import { type PlanFigures, priceForReport } from './price-plan.js';
import { responseCurves } from './responses.js';
import type { Result, RulePrice } from './result.js';
import { withCosts } from './rule-costs.js';

/** Where a run is; `done` and `of` count within a step. */
export interface Progress {
  readonly step: 'price' | 'optimize' | 'responses';
  readonly message: string;
}

export interface ForecastOptions extends SessionOptions {
  /** Default true. */
  readonly optimize?: boolean;
  /** Re-solve without each rule to price it; default true. */
  readonly prices?: boolean;
  /** Tell how flat the optimum is, and show other plans as good; default false, since it costs seconds. */
  readonly trust?: boolean;
  /** What the charts need beyond the result; default true. */
  readonly charts?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * The main job: prices the plan given, finds the best one under the rules, prices that on the same fresh draws, and
 * compares. Same scenario, same seed and draws: the same result to the last bit.
 *
 * @throws {ContradictionError} where no plan keeps the rules
 * @throws {CorrelationError} where explicit correlations can't hold together
 */
export async function runForecast(scenario: Scenario, options: ForecastOptions = {}): Promise<Forecast> {
  const { signal, onProgress = () => {} } = options;
  const session = await openSession(scenario, options);
  try {
    const given = decisionGiven(scenario);
    onProgress({ step: 'price', message: 'pricing the plan' });
    const givenFigures = await priceForReport(session, scenario, given, signal);
    const optimized =
      options.optimize === false ? null : await optimizeAndPrice(session, scenario, given, givenFigures, options);
    const charts = options.charts ?? true;
    if (charts) onProgress({ step: 'responses', message: 'tracing response curves' });
    const responses = charts
      ? await responseCurves(session, scenario, { given, optimized: optimized?.decision ?? null }, signal)
      : [];
    return {
      scenario,
      result: await assemble(session, scenario, given, givenFigures, optimized),
      details: { given: givenFigures.details, optimized: optimized?.figures.details ?? null, responses },
    };
  } finally {
    await session.close();
  }
}

/** The error that carries a contradiction among a scenario's rules, by name and number. */
export function contradictionIn(
  scenario: Scenario,
  { rules, relaxations }: Pick<ContradictionError, 'rules' | 'relaxations'>,
): ContradictionError {
  return new ContradictionError(rules, relaxations, askedRules(scenario, rules), scenario);
}

interface Optimized {
  readonly decision: Decision;
  readonly figures: PlanFigures;
  readonly report: NonNullable<Result['optimizer']>;
  readonly prices: readonly RulePrice[];
}

async function optimizeAndPrice(
  session: Session,
  scenario: Scenario,
  given: Decision,
  givenFigures: PlanFigures,
  { signal, onProgress = () => {}, prices = true, trust = false }: ForecastOptions,
): Promise<Optimized> {
  onProgress({ step: 'optimize', message: 'looking for the best split' });
  const outcome = await optimizePlan({
    scenario,
    evaluator: session,
    prices,
    trust,
    ...(signal === undefined ? {} : { signal }),
  });
  if (!outcome.ok) throw contradictionIn(scenario, outcome.conflict);
  const { decision, report } = outcome;
  const same =
    decision.byPeriod === undefined &&
    decision.budgets.every((x, k) => x === given.budgets[k]) &&
    decision.creative.every((y, k) => y === given.creative[k]);
  if (!same) onProgress({ step: 'price', message: 'pricing the optimised plan' });
  const figures = same ? givenFigures : await priceForReport(session, scenario, decision, signal);
  const priced = await withCosts(session, scenario, outcome.prices, decision, outcome.without, signal);
  return { decision, figures, report, prices: priced };
}

async function assemble(
  session: Session,
  scenario: Scenario,
  given: Decision,
  givenFigures: PlanFigures,
  optimized: Optimized | null,
): Promise<Result> {
  const { seed, draws, sampler } = session.sampling;
  const pseudoRandom =
    sampler === 'sobol' ? session.program.sources.filter(({ dimension }) => dimension === null).length : 0;
  return {
    format: 'huni.result/1',
    scenario: { name: scenario.name, sha256: scenario.sha256 },
    engine: {
      version: VERSION,
      seed,
      draws,
      sampler,
      ...(pseudoRandom > 0 ? { pseudo_random_inputs: pseudoRandom } : {}),
      ...(givenFigures.streamed ? { quantile_rank_error: 1 / BINS } : {}),
      ...(kernelKind() === 'reference' ? { kernel: 'reference' } : {}),
    },
    plans: {
      given: await planResult(session, scenario, given, givenFigures),
      ...(optimized === null
        ? {}
        : {
            optimized: {
              ...(await planResult(session, scenario, optimized.decision, optimized.figures)),
              price: optimized.prices,
            },
          }),
    },
    ...(optimized === null
      ? {}
      : {
          difference: differences(session, optimized.figures, givenFigures),
          optimizer: optimized.report,
        }),
  };
}

/** The optimised plan less the plan given, draw by draw, for each KPI of the whole plan. */
function differences(session: Session, optimized: PlanFigures, given: PlanFigures): NonNullable<Result['difference']> {
  const names = Object.keys(given.kpis.total);
  const entries = names.map(
    (name) => [name, differenceSummary(optimized.total.get(name)!, given.total.get(name)!, session.sampling)] as const,
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== null),
  );
}
