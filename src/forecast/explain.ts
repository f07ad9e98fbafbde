import { optimizePlan, ruleFunctions, ruleOutcomes } from '../optimize/index.js';
import { shiftedPlans } from '../optimize/shifted-plans.js';
import type { Decision } from '../optimize/types.js';
import { openStream, type RandomBits, streamKey } from '../sampling/pseudo-random.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import { KPI_NAMES } from '../scenario/expressions/types.js';
import type { Scenario } from '../scenario/types.js';
import { bestDecision, informationValue, perfectInformationValue } from '../sensitivity/information-value.js';
import { type SobolIndices, sobolIndices } from '../sensitivity/sobol-indices.js';
import { moments } from '../summary/moments.js';
import { summarize } from '../summary/summarize.js';
import { VERSION } from '../version.js';
import { definedDraws, pick, type ScoreEffects, scoreEffects } from './explain/effects.js';
import { type SourceGroup, sourceGroups } from './explain/groups.js';
import { questionsOf } from './explain/questions.js';
import { groupScore, inputScores, P10_SCORE, type Score, scoreDraws, sourceNormals } from './explain/scores.js';
import type { AlternativePlan, Explanation, GroupEffect, InformationQuestion, InputEffect } from './explain/types.js';
import { ContradictionError, decisionGiven } from './run.js';
import { openSession, type Session } from './session.js';

/** Draws that an explanation can be made from: fewer say nothing, more would hold every input's draws in memory for nothing. */
export const EXPLAIN_DRAWS = { least: 512, usual: 8192, most: 65_536 } as const;

export interface ExplainOptions {
  /** A KPI's name, the scenario's own among them; default `profit`. */
  readonly kpi?: string;
  /** From 512 to 65,536; default 8,192. */
  readonly draws?: number;
  /** Threads, by default one a core. The explanation is the same whatever their number. */
  readonly workers?: number;
  /** `false` leaves out what information is worth, which has to look for the best plan first. */
  readonly information?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly message: string }) => void;
}

/** One set of pseudo-random draws for everything, and what comes with it. */
interface Setting {
  readonly session: Session;
  readonly scenario: Scenario;
  readonly groups: readonly SourceGroup[];
  readonly sampling: SamplingPlan;
  readonly signal: AbortSignal | undefined;
  /** A stream of its own for each purpose. */
  readonly random: (purpose: string) => RandomBits;
  price(decision: Decision, expression: Expression, sampling?: SamplingPlan): Promise<Float64Array>;
}

/**
 * What drives the spread of a KPI of the plan given, and what it would be worth to know before deciding.
 *
 * `inputs`: the KPI's mean given that one input is at its p10 or its p90 and nothing is known of the others,
 * which move along as far as they are correlated with it. `groups`: the same, and Sobol' indices, of independent groups of
 * sources, so that what several inputs share is told once.
 * `information`: expected value of partial perfect information over a handful of plans that keep the rules, so what fully
 * re-optimising on the news would be worth is no less.
 *
 * @throws RangeError for a KPI that the scenario doesn't have, or a number of draws out of range
 * @throws {ContradictionError} where no plan keeps the rules
 * @throws {CorrelationError} where explicit correlations can't hold together
 */
export async function explainForecast(scenario: Scenario, options: ExplainOptions = {}): Promise<Explanation> {
  const { kpi = 'profit', draws = EXPLAIN_DRAWS.usual, signal, onProgress = () => {} } = options;
  const expression = kpiExpression(scenario, kpi);
  if (expression === null) throw new RangeError(`no KPI is called ${kpi}`);
  if (!Number.isInteger(draws) || draws < EXPLAIN_DRAWS.least || draws > EXPLAIN_DRAWS.most) {
    throw new RangeError(`an explanation takes from ${EXPLAIN_DRAWS.least} to ${EXPLAIN_DRAWS.most} draws: ${draws}`);
  }
  const session = await openSession(scenario, {
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    const setting = createSetting(session, scenario, draws, signal);
    const given = decisionGiven(scenario);
    const values = await setting.price(given, expression);
    const summary = summarize(values, setting.sampling);
    const shares = await varianceShares(setting, given, expression, values, onProgress);
    const normals = sourceNormals(session.program, setting.sampling);
    onProgress({ message: 'following each input' });
    const effects = scoreEffects(normals, values);
    const groups = groupEffects(setting, effects, shares);
    const information =
      options.information === false ? null : await valueOfKnowing(setting, given, normals, onProgress);
    const { mean, sd, p10, p50, p90, undefined: missing } = summary;
    return {
      format: 'huni.explain/1',
      scenario: { name: scenario.name, sha256: scenario.sha256 },
      engine: { version: VERSION, seed: scenario.seed, draws, sampler: 'mc' },
      kpi,
      plan: 'given',
      spread: { mean, sd, p10, p50, p90, undefined: missing },
      inputs: inputEffects(setting, effects),
      groups,
      alone: groups.length === 0 ? null : groups.reduce((sum, { first }) => sum + first.value, 0),
      information,
    };
  } finally {
    await session.close();
  }
}

/** The names that a scenario's KPIs go by. */
export function kpiNames(scenario: Scenario): string[] {
  return [...KPI_NAMES, ...scenario.kpis.map(({ name }) => name)];
}

function kpiExpression(scenario: Scenario, name: string): Expression | null {
  const own = scenario.kpis.find((kpi) => kpi.name === name);
  if (own !== undefined) return own.expression;
  return (KPI_NAMES as readonly string[]).includes(name) ? { kind: 'kpi', name: name as KpiName } : null;
}

function createSetting(session: Session, scenario: Scenario, draws: number, signal: AbortSignal | undefined): Setting {
  const seed = `${scenario.seed}/explain`;
  // Pick-freeze and the regressions' standard errors want independent draws, whatever the scenario's sampler.
  const sampling: SamplingPlan = { seed, sampler: 'mc', draws, replicates: 1 };
  return {
    session,
    scenario,
    groups: sourceGroups(session.program),
    sampling,
    signal,
    random: (purpose) => openStream(streamKey(seed, 'shuffle', purpose), 0),
    async price(decision, expression, on = sampling) {
      const selection = { total: [{ name: 'figure', expression }], groups: false, cumulative: false };
      const priced = await session.price(decision, selection, {
        sampling: on,
        ...(signal === undefined ? {} : { signal }),
      });
      return priced.series(0);
    },
  };
}

async function varianceShares(
  setting: Setting,
  given: Decision,
  expression: Expression,
  first: Float64Array,
  onProgress: NonNullable<ExplainOptions['onProgress']>,
): Promise<SobolIndices['groups']> {
  const { sampling, price, groups } = setting;
  const { sources } = setting.session.program;
  const other = `${sampling.seed}/other`;
  const second = await price(given, expression, { ...sampling, seed: other });
  const mixed: Float64Array[] = [];
  for (const [k, group] of groups.entries()) {
    onProgress({ message: `drawing group ${k + 1} of ${groups.length} anew` });
    const names = group.sources.map((source) => sources[source]!.name);
    mixed.push(await price(given, expression, { ...sampling, resampled: { seed: other, sources: names } }));
  }
  return sobolIndices({ first, second, mixed }, setting.random('bootstrap')).groups;
}

/** The groups' bars and shares, largest total first; none where the KPI is the same in every draw. */
function groupEffects(
  { session, groups }: Setting,
  effects: ScoreEffects | null,
  shares: SobolIndices['groups'],
): GroupEffect[] {
  if (effects === null || shares === null) return [];
  return groups
    .map((group, g): GroupEffect => {
      const { score, ends } = groupScore(session.program, group, effects.slopes);
      const { name, subject, inputs } = group;
      return { group: name, subject, inputs, ends, ...effects.at(score), ...shares[g]! };
    })
    .sort((a, b) => b.total.value - a.total.value || (a.group < b.group ? -1 : 1));
}

/** Each input's bar, widest first. */
function inputEffects({ session }: Setting, effects: ScoreEffects | null): InputEffect[] {
  if (effects === null) return [];
  const swing = ({ low, high }: InputEffect): number => Math.abs(high.mean - low.mean);
  return inputScores(session.program)
    .map(
      (score): InputEffect => ({
        input: score.name,
        p10: score.valueAt(P10_SCORE),
        p90: score.valueAt(-P10_SCORE),
        ...effects.at(score.terms),
      }),
    )
    .sort((a, b) => swing(b) - swing(a) || (a.input < b.input ? -1 : 1));
}

async function valueOfKnowing(
  setting: Setting,
  given: Decision,
  normals: readonly Float64Array[],
  onProgress: NonNullable<ExplainOptions['onProgress']>,
): Promise<Explanation['information']> {
  const { session, scenario, sampling, price, signal } = setting;
  onProgress({ message: 'looking for the plans to choose among' });
  const plans = await plansToChoose(setting, given);
  const all: Float64Array[] = [];
  for (const { decision } of plans) all.push(await price(decision, scenario.goal.maximize));
  const defined = definedDraws(all);
  if (defined.length < EXPLAIN_DRAWS.least / 2) return null;
  const payoffs = all.map((values) => pick(values, defined));

  onProgress({ message: 'weighing what could be found out' });
  const scores = new Map(inputScores(session.program).map((score): [string, Score] => [score.name, score]));
  const questions = questionsOf(session.program).map(({ name, subject, inputs }): InformationQuestion => {
    signal?.throwIfAborted();
    const draws = inputs.map((input) => pick(scoreDraws(scores.get(input)!.terms, normals), defined));
    const { plugIn, chance, ...worth } = informationValue(payoffs, draws, setting.random(`question ${name}`));
    return { question: name, subject, inputs, ...worth, plug_in: plugIn, chance };
  });
  const alternatives = plans.map(({ name, decision }, k): AlternativePlan => {
    const { mean, se } = moments(payoffs[k]!, { ...sampling, draws: defined.length });
    const [proven, experiment, moonshot] = decision.creative;
    return {
      name,
      budgets: scenario.lines.map(({ id }, line) => ({ id, budget: decision.budgets[line]! })),
      creative: { proven: proven!, experiment: experiment!, moonshot: moonshot! },
      goal: { mean, se },
    };
  });
  return {
    goal: scenario.goal.text,
    best: plans[bestDecision(payoffs)]!.name,
    alternatives,
    everything: perfectInformationValue(payoffs),
    questions: questions.sort((a, b) => b.value - a.value || (a.question < b.question ? -1 : 1)),
  };
}

/** The optimised plan, the one given where it keeps the rules, and rule-keeping plans around the optimised one. */
async function plansToChoose(
  { session, scenario, signal }: Setting,
  given: Decision,
): Promise<readonly { readonly name: string; readonly decision: Decision }[]> {
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false, signal });
  if (!outcome.ok) throw new ContradictionError(outcome.conflict.rules, outcome.conflict.relaxations);
  const shifted = await shiftedPlans(scenario, outcome.decision);
  const functions = ruleFunctions(scenario);
  const keepsRules = async (decision: Decision): Promise<boolean> => {
    const evidence =
      functions.length === 0
        ? undefined
        : await session.evaluate(decision, functions, 'fresh', {
            gradients: false,
            ...(signal === undefined ? {} : { signal }),
          });
    return ruleOutcomes(scenario, decision, evidence).every(({ holds }) => holds);
  };
  const plans = [{ name: 'optimized', decision: outcome.decision }];
  const same = (decision: Decision): boolean =>
    plans.some(({ decision: known }) => known.budgets.every((x, k) => x === decision.budgets[k]));
  for (const plan of [{ name: 'given', decision: given }, ...shifted]) {
    if (!same(plan.decision) && (await keepsRules(plan.decision))) plans.push(plan);
  }
  return plans;
}
