import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComparedScenario } from '../../../forecast/compare/types.js';
import { kpiUnit } from '../../../report/findings/units.js';
import { compareText } from '../../../report/text/compare/index.js';
import type { Summary } from '../../../summary/types.js';
import { inBand } from '../../../units/in-band.js';
import type { CompareAnswer } from '../../protocol.js';
import { ask } from '../api.js';
import { formatsOf } from '../formats.js';
import { kpiNames, names } from '../names.js';
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
  const job = useSignal(jobStore<CompareAnswer>('compare')).value;
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
  const answer = state.kind === 'done' ? state.answer : null;
  const figure = answer?.figure ?? 'profit';
  const write = kpiUnit(figure) === 'money' ? formats.estimate : formats.count;
  const nameOf = (kpi: string): string => kpiNames(store.plan.value)[kpi] ?? kpi;
  const middle = figure === 'profit' ? text.compare.profit : text.decision.middle(nameOf(figure));
  // Beside figures of one kind, what else a plan is best by is named.
  const bestBy = (goal: string): string =>
    goal === figure ? text.compare.best : `${text.compare.best} (${nameOf(goal)})`;
  const { plans } = names();
  const { rank } = compareText(preferences.value.language);
  const heldText = ({ rules, targets }: ComparedScenario): string =>
    rank.held(
      formats.exactCount(rules.held),
      formats.exactCount(rules.of),
      formats.exactCount(targets.held),
      formats.exactCount(targets.of),
    );
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
      {answer !== null && (
        <Scrolling labelledBy="compare-heading">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.compare.plan}</th>
                <th scope="col" class="n">
                  {middle}
                </th>
                <th scope="col" class="n">
                  {bestBy(answer.comparison.goal)} <Meaning of="best" name={bestBy(answer.comparison.goal)} />
                </th>
                <th scope="col" class="n">
                  {text.compare.difference} <Meaning of="difference" name={text.compare.difference} />
                </th>
                <th scope="col" class="n">
                  {rank.columns.held}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...answer.comparison.scenarios]
                .sort((a, b) => a.rank - b.rank)
                .map((one) => (
                  <tr key={one.label}>
                    <th scope="row">
                      {one.scenario.name}
                      <div class="note">{one.plan === 'optimized' ? plans.optimized : plans.given}</div>
                    </th>
                    <td class="n banded">
                      <Band of={one.kpis[figure]} write={write} />
                    </td>
                    <td class="n">{one.best === null ? '–' : formats.chance(one.best.probability)}</td>
                    <td class="n">
                      {one.difference?.[figure] === null || one.difference?.[figure] === undefined
                        ? '–'
                        : dashed(write(one.difference[figure].p10), write(one.difference[figure].p90))}
                    </td>
                    <td class="n">{heldText(one)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </section>
  );
}

/** The middle outcome, and between what 8 in 10 futures are. */
function Band({ of: { p10, p50, p90 }, write }: { readonly of: Summary; readonly write: (value: number) => string }) {
  if (p10 === null || p50 === null || p90 === null) return '–';
  // As in the decision: all of a band to the digits of its larger end.
  const banded = (value: number): string => write(inBand(value, p10, p90));
  return (
    <>
      {banded(p50)}
      <div class="note">{words().decision.range(banded(p10), banded(p90))}</div>
    </>
  );
}
