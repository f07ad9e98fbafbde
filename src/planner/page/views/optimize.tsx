import type { Result } from '../../../forecast/result.js';
import { formatsOf } from '../formats.js';
import { lineName } from '../names.js';
import { JobBar } from '../parts/job-bar.js';
import type { JobState, JobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** The optimiser's answer: a plan, or rules that can't hold together. */
export type OptimizeAnswer =
  | { readonly result: Result; readonly contradiction?: undefined }
  | { readonly contradiction: string; readonly result?: undefined };

/** Best budgets by line, for the marks on the sliders. */
export type OptimizeMarks = ReadonlyMap<string, number>;

export function marksOf(state: JobState<OptimizeAnswer>): OptimizeMarks {
  const lines = state.kind === 'done' ? state.answer.result?.plans.optimized?.lines : undefined;
  return new Map(lines?.map(({ id, budget }) => [id, budget]));
}

/** Looks for the best plan on the server and shows it beside the plan: taken as a whole here, or line by line at the sliders. */
export function Optimize({ store, job }: { readonly store: PlanStore; readonly job: JobStore<OptimizeAnswer> }) {
  const text = words();
  const state = job.state.value;
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
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
          {state.answer.contradiction}
        </p>
      )}
      {state.kind === 'done' && state.answer.result?.plans.optimized !== undefined && (
        <>
          {state.answer.result.difference?.profit !== undefined && (
            <p>
              {text.optimize.middle(formats.estimate(state.answer.result.difference.profit.mean))};{' '}
              {text.optimize.better(formats.share(state.answer.result.difference.profit.probability_better))}
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
  const lines = result?.plans.optimized?.lines ?? [];
  const sum = lines.reduce((all, { budget }) => all + budget, 0);
  const plan = store.plan.value;
  const exact = !plan.budgetIsMost && Math.abs(sum - plan.budget) > 0.005;
  return store.edit([
    ...lines.map(({ id, budget }) => ({ kind: 'set' as const, path: ['lines', id, 'budget'], value: budget })),
    ...(exact ? [{ kind: 'set' as const, path: ['budget'], value: Number(sum.toFixed(plan.currencyDigits)) }] : []),
  ]);
}
