import { allDone, doneAtMost } from '../engine/all-done.js';
import { openSession, type SessionOptions } from '../engine/session.js';
import type { Program } from '../model/program.js';
import type { Decision } from '../optimize/types.js';
import { required } from '../required.js';
import type { SamplingPlan } from '../sampling/types.js';
import type { Expression, KpiName } from '../scenario/expressions/types.js';
import { KPI_NAMES } from '../scenario/expressions/types.js';
import type { Scenario } from '../scenario/types.js';
import { sobolIndices } from '../sensitivity/sobol-indices.js';
import { summarize } from '../summary/summarize.js';
import { VERSION } from '../version.js';
import { type Doing, doing } from '../words/progress.js';
import { say } from '../words/said.js';
import { OptionError } from './errors.js';
import { columnEffect, groupEffect, LEAST_DRAWS, scoreEffects } from './explain/effects.js';
import { sourceGroups } from './explain/groups.js';
import { bestPlan, valueOfKnowing } from './explain/information.js';
import { inputDraws, inputScores, P10_SCORE, sourceNormals } from './explain/scores.js';
import { createSetting, type Setting } from './explain/setting.js';
import type { Explanation, GroupEffect, InputEffect } from './explain/types.js';
import { explainedKpi } from './known-worth.js';
import { decisionGiven } from './plan-result.js';

/** Draws that an explanation can be made from: fewer say nothing, more would hold every input's draws in memory for nothing. */
export const EXPLAIN_DRAWS = { least: 512, usual: 8192, most: 65_536 } as const;

export interface ExplainOptions {
  /** Stops whatever is going on; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** A KPI's name, the scenario's own among them; by default profit, or what the goal counts where no order is worth anything known. */
  readonly kpi?: string;
  /** From 512 to 65,536; default 8,192. */
  readonly draws?: number;
  /** `false` leaves out what information is worth, which has to look for the best plan first. */
  readonly information?: boolean;
  readonly onProgress?: (progress: Doing) => void;
}

/**
 * What drives the spread of a KPI of the plan given, and what it would be worth to know before deciding.
 *
 * `inputs`: the KPI's mean given that one input is at its p10 or its p90 and nothing is known of the others,
 * which move along as far as they are correlated with it. `groups`: the same, and Sobol' indices, of independent groups of
 * sources, so that what several inputs share is reported once.
 * `information`: expected value of partial perfect information over a handful of plans that keep the rules, so what fully
 * re-optimising on the news would be worth is no less.
 *
 * @throws {OptionError} for a KPI that the scenario doesn't have, or a number of draws out of range
 * @throws {ContradictionError} where no plan keeps the rules
 * @throws {CorrelationError} where explicit correlations can't hold together
 */
export async function explainForecast(
  scenario: Scenario,
  options: ExplainOptions & SessionOptions = {},
): Promise<Explanation> {
  const { kpi = explainedKpi(scenario), draws = EXPLAIN_DRAWS.usual, signal, onProgress = () => {} } = options;
  const expression = kpiExpression(scenario, kpi);
  if (expression === null) throw new OptionError(`no KPI is called ${kpi}`);
  if (!Number.isInteger(draws) || draws < EXPLAIN_DRAWS.least || draws > EXPLAIN_DRAWS.most) {
    throw new OptionError(`an explanation takes from ${EXPLAIN_DRAWS.least} to ${EXPLAIN_DRAWS.most} draws: ${draws}`);
  }
  const session = await openSession(scenario, options);
  try {
    const setting = createSetting(session, scenario, draws, signal);
    const given = decisionGiven(scenario);
    const values = await setting.price(given, expression);
    const summary = summarize(values, setting.sampling);
    const normals = sourceNormals(session.program.sources, setting.sampling);
    const optimum = options.information === false ? null : await bestPlan(setting, onProgress);
    // Threads draw groups anew while the plans around the best one are looked for, which is this thread's work.
    const [groups, information] = await allDone([
      groupEffects(setting, given, expression, values, normals, onProgress),
      optimum === null ? null : valueOfKnowing(setting, given, optimum, normals, onProgress),
    ]);
    onProgress(doing(say`following each input`));
    const inputs = inputEffects(session.program, normals, values);
    const { mean, sd, p10, p50, p90, undefined: missing } = summary;
    return {
      format: 'huni.explain/1',
      scenario: { name: scenario.name, sha256: scenario.sha256 },
      engine: { version: VERSION, seed: scenario.seed, draws, sampler: 'mc' },
      kpi,
      plan: 'given',
      spread: { mean, sd, p10, p50, p90, undefined: missing },
      inputs,
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

/** Groups handed out at once, for threads to go on with while this one is at something else; each listens to the signal. */
const AT_ONCE = 6;

/** Every group's bar and its shares of variance, largest total first; none where the KPI is the same in every draw. */
async function groupEffects(
  setting: Setting,
  given: Decision,
  expression: Expression,
  values: Float64Array,
  normals: readonly Float64Array[],
  onProgress: NonNullable<ExplainOptions['onProgress']>,
): Promise<GroupEffect[]> {
  const { sampling, price } = setting;
  const { program } = setting.session;
  const groups = sourceGroups(program);
  const other: SamplingPlan = { ...sampling, seed: `${sampling.seed}/other` };
  const drawing = (k: number): void => {
    if (k < groups.length) onProgress(doing(say`drawing group ${k + 1} of ${groups.length} anew`));
  };
  drawing(0);
  const [second, mixed] = await allDone([
    price(given, expression, other),
    doneAtMost(groups, AT_ONCE, async (group, k) => {
      const names = group.sources.map((source) => program.sources[source].name);
      const anew = await price(given, expression, { ...sampling, resampled: { seed: other.seed, sources: names } });
      drawing(k + 1);
      return anew;
    }),
  ]);
  const shares = sobolIndices({ first: values, second, mixed }, setting.random('bootstrap'));
  if (shares.groups === null || shares.draws < LEAST_DRAWS) return [];
  return groups
    .map((group, g): GroupEffect => {
      const { name, subject, inputs, sources } = group;
      const before = sources.map((source) => normals[source]);
      const after = sourceNormals(
        sources.map((source) => program.sources[source]),
        other,
      );
      const effect = groupEffect(program, group, before, after, values, mixed[g]);
      return { group: name, subject, inputs, ...effect, ...required(shares.groups)[g] };
    })
    .sort((a, b) => b.total.value - a.total.value || (a.group < b.group ? -1 : 1));
}

/** Each input's bar, widest first. */
function inputEffects(program: Program, normals: readonly Float64Array[], values: Float64Array): InputEffect[] {
  const effectOf = scoreEffects(normals, values);
  if (effectOf === null) return [];
  const swing = ({ low, high }: InputEffect): number => Math.abs(high.mean - low.mean);
  return inputScores(program)
    .map(
      (score): InputEffect => ({
        input: score.name,
        p10: score.valueAt(P10_SCORE),
        p90: score.valueAt(-P10_SCORE),
        ...(score.rows === undefined ? effectOf(score.terms) : columnEffect(inputDraws(score, normals), values)),
      }),
    )
    .sort((a, b) => swing(b) - swing(a) || (a.input < b.input ? -1 : 1));
}
