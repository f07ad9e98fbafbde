import type { Result } from '../../../forecast/result.js';
import type { OptimizeAnswer } from '../../protocol.js';
import { formatsOf } from '../formats.js';
import { lineName } from '../names.js';
import { JobBar } from '../parts/job-bar.js';
import { budgetEdits, postEdits, totalEdits } from '../state/budget-edits.js';
import type { JobState, JobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';
import { Verdict } from './verdict.js';

/** Best budgets by line, for the marks on the sliders. */
type OptimizeMarks = ReadonlyMap<string, number>;

export function marksOf(state: JobState<OptimizeAnswer>): OptimizeMarks {
  const lines = state.kind === 'done' ? state.answer.result?.plans.optimized?.lines : undefined;
  return new Map(lines?.map(({ id, budget }) => [id, budget]));
}

/** What each rule costs, in words, by its name; nothing before there is an answer. */
export function pricesOf(state: JobState<OptimizeAnswer>): Readonly<Record<string, string>> {
  if (state.kind !== 'done' || state.answer.result === undefined) return {};
  return state.answer.sentences[preferences.value.language].prices;
}

/** Looks for the best plan on the server and shows it beside the plan: taken as a whole here, or line by line at the sliders. */
export function Optimize({ store, job }: { readonly store: PlanStore; readonly job: JobStore<OptimizeAnswer> }) {
  const text = words();
  const state = job.state.value;
  const plan = store.plan.value;
  const { language } = preferences.value;
  const formats = formatsOf(plan, language);
  return (
    <section class="optimize" aria-labelledby="optimize-heading">
      <h2 id="optimize-heading">{text.optimize.heading}</h2>
      <JobBar
        job={job}
        label={text.optimize.start}
        disabled={store.problems.value.length > 0}
        onStart={() => void job.start(store.file, store.text.value)}
      />
      {state.kind === 'done' && state.text !== store.text.value && <p class="warning">{text.optimize.stale}</p>}
      {state.kind === 'done' && state.answer.contradiction !== undefined && (
        <p class="failure contradiction" role="alert">
          {state.answer.contradiction[language]}
        </p>
      )}
      {state.kind === 'done' &&
        state.answer.result !== undefined &&
        state.answer.result.plans.optimized !== undefined && (
          <>
            <Verdict
              verdict={state.answer.sentences[language].verdict}
              store={store}
              stale={state.text !== store.text.value}
            />
            {plan.isValued && state.answer.result.difference?.profit !== undefined && (
              <p>
                {text.optimize.middle(formats.estimate(state.answer.result.difference.profit.mean))};{' '}
                {text.optimize.better(formats.chance(state.answer.result.difference.profit.probability_better))}
              </p>
            )}
            <table>
              <thead>
                <tr>
                  <th scope="col" />
                  <th scope="col" class="n">
                    {text.optimize.from}
                  </th>
                  <th scope="col" class="n">
                    {text.optimize.to}
                  </th>
                </tr>
              </thead>
              <tbody>
                {state.answer.result.plans.optimized.lines.map(({ id, budget }) => {
                  const line = plan.lines.find((one) => one.id === id);
                  return (
                    <tr key={id}>
                      <th scope="row">{line === undefined ? id : lineName(line)}</th>
                      <td class="n">{formats.money(line?.budget ?? 0)}</td>
                      <td class="n">{formats.money(budget)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
            <button type="button" class="primary" onClick={() => void takeAll(store, state.answer.result)}>
              {text.optimize.take}
            </button>
          </>
        )}
    </section>
  );
}

function takeAll(store: PlanStore, result: Result | undefined): Promise<void> {
  const best = result?.plans.optimized;
  const plan = store.plan.value;
  const budgets = new Map(best?.lines.map(({ id, budget }) => [id, budget]));
  const posts = new Map(best?.sources?.flatMap(({ id, chosen }) => (chosen === undefined ? [] : [[id, chosen]])));
  return store.edit([...budgetEdits(plan, budgets), ...totalEdits(plan, budgets, posts), ...postEdits(plan, posts)]);
}
