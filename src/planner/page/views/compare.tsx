import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Comparison } from '../../../forecast/compare/types.js';
import { ask } from '../api.js';
import { formatsOf } from '../formats.js';
import { kpiNames } from '../names.js';
import { dashed } from '../parts/dashed.js';
import { JobBar } from '../parts/job-bar.js';
import { Meaning } from '../parts/meaning.js';
import { Scrolling } from '../parts/scrolling.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** This plan beside others of the folder, on the same futures. */
export function Compare({ store }: { readonly store: PlanStore }) {
  const text = words();
  const job = useSignal(jobStore<Comparison>('compare')).value;
  const others = useSignal<
    readonly { readonly file: string; readonly name: string; readonly currency: string; readonly ok: boolean }[]
  >([]);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void ask<{ plans: readonly { file: string; name: string; currency: string; ok: boolean }[] }>('/api/plans').then(
      ({ plans }) => {
        others.value = plans.filter(
          ({ file, ok, currency }) => ok && file !== store.file && currency === store.plan.value.currency,
        );
      },
    );
    return () => job.stop();
  }, []);
  const formats = formatsOf(store.plan.value, preferences.value.language);
  const state = job.state.value;
  // Beside figures of profit, what else a plan is best by is named.
  const bestBy = (goal: string): string =>
    goal === 'profit' ? text.compare.best : `${text.compare.best} (${kpiNames(store.plan.value)[goal] ?? goal})`;
  return (
    <section aria-labelledby="compare-heading">
      <h2 id="compare-heading">{text.compare.heading}</h2>
      {others.value.length === 0 ? (
        <p class="note">{text.compare.one(store.plan.value.currency)}</p>
      ) : (
        <fieldset>
          <legend>{text.compare.choose}</legend>
          <div class="choices">
            {others.value.map(({ file, name }) => (
              <label key={file} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.value.has(file)}
                  onChange={({ currentTarget }) => {
                    const next = new Set(chosen.value);
                    if (currentTarget.checked) next.add(file);
                    else next.delete(file);
                    chosen.value = next;
                  }}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <JobBar
        job={job}
        label={text.compare.start}
        disabled={chosen.value.size === 0 || store.problems.value.length > 0}
        onStart={() => void job.start(store.file, store.text.value, { others: [...chosen.value] })}
      />
      {state.kind === 'done' && (
        <Scrolling labelledBy="compare-heading">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.compare.plan}</th>
                <th scope="col" class="n">
                  {bestBy(state.answer.goal)} <Meaning of="best" name={bestBy(state.answer.goal)} />
                </th>
                <th scope="col" class="n">
                  {text.compare.profit}
                </th>
                <th scope="col" class="n">
                  {text.compare.difference} <Meaning of="difference" name={text.compare.difference} />
                </th>
              </tr>
            </thead>
            <tbody>
              {[...state.answer.scenarios]
                .sort((a, b) => a.rank - b.rank)
                .map((one) => (
                  <tr key={one.label}>
                    <th scope="row">{one.scenario.name}</th>
                    <td class="n">{one.best === null ? '–' : formats.share(one.best.probability)}</td>
                    <td class="n">{one.kpis.profit.p50 === null ? '–' : formats.estimate(one.kpis.profit.p50)}</td>
                    <td class="n">
                      {one.difference?.profit === null || one.difference?.profit === undefined
                        ? '–'
                        : dashed(
                            formats.estimate(one.difference.profit.p10),
                            formats.estimate(one.difference.profit.p90),
                          )}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </section>
  );
}
