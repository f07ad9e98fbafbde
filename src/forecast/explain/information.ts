import { optimizePlan, ruleFunctions, ruleOutcomes } from '../../optimize/index.js';
import { type Shift, shiftedPlans } from '../../optimize/shifted-plans.js';
import type { Decision } from '../../optimize/types.js';
import { required } from '../../required.js';
import { bestDecision, informationValue, perfectInformationValue } from '../../sensitivity/information-value.js';
import { moments } from '../../summary/moments.js';
import { type Doing, doing } from '../../words/progress.js';
import { say } from '../../words/said.js';
import { chosenPosts, samePosts } from '../chosen-posts.js';
import { contradictionIn } from '../run.js';
import { definedDraws, LEAST_DRAWS, pick } from './effects.js';
import { questionsOf } from './questions.js';
import { inputDraws, inputScores, type Score } from './scores.js';
import type { Setting } from './setting.js';
import type { AlternativePlan, Explanation, InformationQuestion } from './types.js';

/**
 * The best plan, around which the plans to choose among lie.
 *
 * @throws {ContradictionError} where no plan keeps the rules
 */
export async function bestPlan(
  { session, scenario, signal }: Setting,
  onProgress: (progress: Doing) => void,
): Promise<Decision> {
  onProgress(doing(say`looking for the plans to choose among`));
  const outcome = await optimizePlan({ scenario, evaluator: session, prices: false, signal });
  if (!outcome.ok) throw contradictionIn(scenario, outcome.conflict);
  return outcome.decision;
}

/**
 * What it would be worth to know before deciding: the plans to choose among, and every question's value. `null` where the
 * goal has no value in nearly all draws.
 *
 * @param optimum the best plan
 * @param normals `[source][draw]`, of the setting's draws
 */
export async function valueOfKnowing(
  setting: Setting,
  given: Decision,
  optimum: Decision,
  normals: readonly Float64Array[],
  onProgress: (progress: Doing) => void,
): Promise<Explanation['information']> {
  const { session, scenario, sampling, price, signal } = setting;
  const plans = await plansToChoose(setting, given, optimum);
  const all: Float64Array[] = [];
  for (const { decision } of plans) all.push(await price(decision, scenario.goal.maximize));
  const defined = definedDraws(all);
  if (defined.length < LEAST_DRAWS) return null;
  const payoffs = all.map((values) => pick(values, defined));

  onProgress(doing(say`weighing what could be found out`));
  const scores = new Map(inputScores(session.program).map((score): [string, Score] => [score.name, score]));
  const questions = questionsOf(session.program).map(({ name, subject, inputs }): InformationQuestion => {
    signal?.throwIfAborted();
    const draws = inputs.map((input) => pick(inputDraws(required(scores.get(input)), normals), defined));
    const { plugIn, chance, ...worth } = informationValue(payoffs, draws, setting.random(`question ${name}`));
    return { question: name, subject, inputs, ...worth, plug_in: plugIn, chance };
  });
  const alternatives = plans.map(({ name, shift, decision }, k): AlternativePlan => {
    const { mean, se } = moments(payoffs[k], { ...sampling, draws: defined.length });
    const [proven, experiment, moonshot] = decision.creative;
    return {
      name,
      shift,
      budgets: scenario.lines.map(({ id }, line) => ({ id, budget: decision.budgets[line] })),
      ...chosenPosts(scenario, decision),
      creative: { proven: proven, experiment: experiment, moonshot: moonshot },
      goal: { mean, se },
    };
  });
  return {
    goal: scenario.goal.text,
    best: plans[bestDecision(payoffs)].name,
    alternatives,
    everything: perfectInformationValue(payoffs),
    questions: questions.sort((a, b) => b.value - a.value || (a.question < b.question ? -1 : 1)),
  };
}

interface PlanToChoose {
  readonly name: string;
  readonly shift: Shift | null;
  readonly decision: Decision;
}

/** The optimised plan, the one given where it keeps the rules, and rule-keeping plans around the optimised one. */
async function plansToChoose(
  { session, scenario, signal }: Setting,
  given: Decision,
  optimum: Decision,
): Promise<readonly PlanToChoose[]> {
  const shifted = await shiftedPlans(scenario, optimum);
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
  const plans: PlanToChoose[] = [{ name: 'optimized', shift: null, decision: optimum }];
  const same = (decision: Decision): boolean =>
    plans.some(
      ({ decision: known }) =>
        known.budgets.every((x, k) => x === decision.budgets[k]) && samePosts(scenario, known, decision),
    );
  const around = shifted.map((plan) => ({ name: `${plan.shift.id} × ${plan.shift.factor}`, ...plan }));
  for (const plan of [{ name: 'given', shift: null, decision: given }, ...around]) {
    if (!same(plan.decision) && (await keepsRules(plan.decision))) plans.push(plan);
  }
  return plans;
}
