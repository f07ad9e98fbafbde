import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Explanation } from '../../../forecast/explain/types.js';
import { kpiUnit } from '../../../report/findings/units.js';
import { LiveChart } from '../charts/live-chart.js';
import { barContent } from '../charts/rows.js';
import { formatsOf } from '../formats.js';
import { kpiNames, lineName, names } from '../names.js';
import { dashed } from '../parts/dashed.js';
import { JobBar } from '../parts/job-bar.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

const MOST_BARS = 12;

/** Which inputs drive the spread of profit, or of what is counted where that is worth nothing known: a bar each, from low to high. */
export function Explain({ store }: { readonly store: PlanStore }) {
  const text = words();
  const job = useSignal(jobStore<Explanation>('explain')).value;
  useEffect(() => () => job.stop(), []);
  const plan = store.plan.value;
  const formats = formatsOf(plan, preferences.value.language);
  const write = { money: formats.estimate, count: formats.count, share: formats.share, ratio: formats.ratio }[
    kpiUnit(plan.explains)
  ];
  const kpi = kpiNames(plan)[plan.explains] ?? plan.explains;
  const [heading, note] = plan.isValued
    ? [text.explain.heading, text.explain.note]
    : [text.explain.of(kpi), text.explain.noteOf(kpi)];
  const state = job.state.value;
  const nameOf = (input: string): string => {
    const line = store.plan.value.lines.find(({ id }) => input.startsWith(`${id}.`));
    const key = input.slice(input.lastIndexOf('.') + 1);
    if (line !== undefined)
      return `${lineName(line)}: ${names().metrics[key as keyof ReturnType<typeof names>['metrics']] ?? key}`;
    return names().quantities[key] ?? input;
  };
  const bars =
    state.kind === 'done'
      ? [...state.answer.inputs]
          .sort((a, b) => Math.abs(b.high.mean - b.low.mean) - Math.abs(a.high.mean - a.low.mean))
          .slice(0, MOST_BARS)
      : [];
  return (
    <section aria-labelledby="explain-heading">
      <h2 id="explain-heading">{heading}</h2>
      <p class="note">{note}</p>
      <JobBar
        job={job}
        label={text.explain.start}
        disabled={store.problems.value.length > 0}
        onStart={() => void job.start(store.file, store.text.value)}
      />
      {bars.length > 0 && (
        <>
          <LiveChart
            title={heading}
            spec="tornado"
            content={barContent(
              bars.map(({ input, low, high }) => ({
                name: nameOf(input),
                low: low.mean,
                mean: state.kind === 'done' ? (state.answer.spread.mean ?? low.mean) : low.mean,
                high: high.mean,
                tip: `${nameOf(input)}: ${dashed(write(low.mean), write(high.mean))}`,
              })),
              write,
            )}
          />
          <table>
            <thead>
              <tr>
                <th scope="col">{text.explain.input}</th>
                <th scope="col" class="n">
                  {text.explain.low}
                </th>
                <th scope="col" class="n">
                  {text.explain.high}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ input, low, high }) => (
                <tr key={input}>
                  <th scope="row">{nameOf(input)}</th>
                  <td class="n">{write(low.mean)}</td>
                  <td class="n">{write(high.mean)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
