import { useMemo } from 'preact/hooks';
import { trackCourses } from '../../../report/track/courses.js';
import type { TableView, TrackAnswer } from '../../protocol.js';
import { chartContext } from '../charts/chart-words.js';
import { LiveChart } from '../charts/live-chart.js';
import { coursesContent, swingsContent } from '../charts/rows.js';
import { formatsOf, periodEnds } from '../formats.js';
import { Figures } from '../parts/figures.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** One screen: spend of no line, pace, landing, chances, why, what to change from tomorrow. */
export function TrackAnswerView({
  answer,
  store,
  stale,
}: {
  readonly answer: TrackAnswer;
  readonly store: PlanStore;
  readonly stale: boolean;
}) {
  const { track: text, charts } = words();
  const { language } = preferences.value;
  const formats = formatsOf(store.plan.value, language);
  const { chart, bridge, replanned } = answer;
  const ends = periodEnds(store.plan.value, formats);
  const context = chartContext(store.plan.value);
  const course = useMemo(() => {
    const { axis } = context.text.charts.orders;
    return coursesContent(context, {
      ...trackCourses(chart.rows, { axis, approved: chart.approved, now: chart.now }, context.formats),
      came: chart.rows.map(({ came }) => came),
    });
  }, [chart, context]);
  const why = useMemo(() => {
    let before = bridge.approved;
    const bars = bridge.bars.map(({ name, change, written }) => {
      const low = before;
      before += change;
      return { key: name, name, low, high: before, ends: ['', written] as const };
    });
    return swingsContent(
      { bars, mean: null, write: context.formats.count },
      bridge.bars.map(({ name, written }) => `${name}${context.text.names.separator}${written}`),
    );
  }, [bridge, context]);
  return (
    <section aria-labelledby="answer-heading" class="track-answer">
      <h2 id="answer-heading">{answer.heading}</h2>
      {answer.first.map((sentence) => (
        <p key={sentence} class="warning">
          {sentence}
        </p>
      ))}
      <p class="note">
        {answer.approvedOn === null ? text.asItStands : text.approvedOn(formats.period(answer.approvedOn))}
      </p>
      <div role="status">
        <ul class="sentences">
          {answer.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {replanned !== null && (
        <p>
          <button
            type="button"
            class="primary"
            disabled={stale || replanned === store.text.value}
            onClick={() => void store.write(replanned)}
          >
            {text.take}
          </button>
        </p>
      )}
      <LiveChart
        title={chart.title}
        note={chart.note}
        content={course}
        tells={(first, last) => {
          const after = chart.rows[last];
          if (after === undefined) return '';
          const course = charts.period({
            from: formats.period(chart.rows[first]?.start ?? ''),
            to: ends[last] ?? '',
            before: formats.count(chart.rows[first - 1]?.now.p50 ?? 0),
            after: formats.count(after.now.p50),
            low: formats.count(after.now.p10),
            high: formats.count(after.now.p90),
          });
          return after.came === null ? course : `${course} ${charts.came(formats.count(after.came))}`;
        }}
      />
      <LiveChart title={bridge.title} content={why} />
      <table>
        <caption class="unseen">{bridge.title}</caption>
        <tbody>
          {bridge.bars.map(({ name, written }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="n">{written}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.targets !== null && <TitledFigures id="track-targets" table={answer.targets} />}
      <TitledFigures id="track-lines" table={answer.lines} />
    </section>
  );
}

function TitledFigures({ id, table }: { readonly id: string; readonly table: TableView }) {
  return (
    <>
      <h3 id={id}>{table.title}</h3>
      <Figures table={table} labelledBy={id} />
    </>
  );
}
