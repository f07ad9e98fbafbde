import type { Session } from '../engine/session.js';
import { kernelKind } from '../model/kernel/load.js';
import { required } from '../required.js';
import type { Scenario } from '../scenario/types.js';
import { differenceSummary } from '../summary/difference.js';
import { VERSION } from '../version.js';
import { type Accuracy, accuracyOf } from './accuracy.js';
import type { Advice } from './advice.js';
import type { AdviceSetting } from './advice-setting.js';
import type { Forecast } from './details.js';
import type { PlanFigures } from './price-plan.js';
import type { Result, RulePrice } from './result.js';

/** What an optimiser says beside its plan. */
export interface Optimizer {
  readonly report: NonNullable<Result['optimizer']>;
  readonly prices: readonly RulePrice[];
}

/** What is reported of the plan given and the best one, whatever rules cost. */
export interface Reported extends Pick<Result, 'shocks' | 'attribution' | 'difference'> {
  readonly plans: Pick<AdviceSetting, 'given' | 'optimized'>;
  readonly advice: Advice | null;
  readonly details: Forecast['details'];
}

/** The result of a run, less the plan that shocks hurt least. */
export function assemble(
  session: Session,
  scenario: Scenario,
  { plans, advice, shocks, attribution, difference }: Reported,
  optimizer: Optimizer | null,
  accuracy: number | undefined,
): Result {
  const givenFigures = plans.given.figures;
  const { seed, draws, sampler } = session.everyDraw ?? session.sampling;
  const pseudoRandom =
    sampler === 'sobol' ? session.program.sources.filter(({ dimension }) => dimension === null).length : 0;
  return {
    format: 'huni.result/1',
    scenario: {
      name: scenario.name,
      sha256: scenario.sha256,
      ...(scenario.languageAsked === true ? { language: scenario.language } : {}),
    },
    engine: {
      version: VERSION,
      seed,
      draws,
      sampler,
      ...(pseudoRandom > 0 ? { pseudo_random_inputs: pseudoRandom } : {}),
      ...(session.everyDraw === null ? {} : { judged_draws: session.sampling.draws }),
      ...(givenFigures.runDraws === null ? {} : { quantile_rank_error: 1 / givenFigures.runDraws }),
      ...(accuracy === undefined ? {} : { accuracy: leastAccurate(session, plans, accuracy) }),
      ...(kernelKind() === 'reference' ? { kernel: 'reference' } : {}),
    },
    plans: {
      given: plans.given.result,
      ...(optimizer === null ? {} : { optimized: { ...required(plans.optimized).result, price: optimizer.prices } }),
    },
    ...(shocks === undefined ? {} : { shocks }),
    ...(attribution === undefined ? {} : { attribution }),
    ...(difference === undefined ? {} : { difference }),
    ...(optimizer === null ? {} : { optimizer: optimizer.report }),
    ...(advice === null ? {} : adviceParts(advice)),
  };
}

/** Of both plans' figures. */
function leastAccurate(
  { sampling }: Session,
  { given, optimized }: Pick<AdviceSetting, 'given' | 'optimized'>,
  asked: number,
): Accuracy {
  const plans = optimized === null || optimized.figures === given.figures ? [given] : [given, optimized];
  return accuracyOf(
    plans.flatMap(({ figures }) => [...figures.counted]),
    sampling,
    asked,
  );
}

/** What a run says beside figures, less what there is nothing to say of. */
function adviceParts({ verdict, break_even, test, warnings }: Advice): Partial<Result> {
  return {
    verdict,
    ...(break_even.length === 0 ? {} : { break_even }),
    ...(test === null ? {} : { test }),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** The optimised plan less the plan given, draw by draw, for each KPI of the whole plan. */
export function differences(
  session: Session,
  optimized: PlanFigures,
  given: PlanFigures,
): NonNullable<Result['difference']> {
  const names = Object.keys(given.kpis.total).filter((name) => given.total.has(name));
  const entries = names.map(
    (name) =>
      [
        name,
        differenceSummary(required(optimized.total.get(name)), required(given.total.get(name)), session.sampling),
      ] as const,
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== null),
  );
}
