import type { TableView, TrackAnswer } from '../../protocol.js';
import { axisFromZero, axisOfPeriods } from '../charts/content.js';
import { LiveChart } from '../charts/live-chart.js';
import { barContent, periodPlace } from '../charts/rows.js';
import { formatsOf, periodEnds } from '../formats.js';
import { dashed } from '../parts/dashed.js';
import { Scrolling } from '../parts/scrolling.js';
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
  let before = bridge.approved;
  const steps = bridge.bars.map(({ name, change, written }) => {
    const from = before;
    before += change;
    const [low, high] = [Math.min(from, before), Math.max(from, before)];
    return { name, low, mean: low, high, tip: `${name}: ${written}` };
  });
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
        title={`${chart.title} (${chart.approved}: ┄, ${chart.now}: ■)`}
        spec="track"
        content={{
          rows: chart.rows.map(({ approved, now, came }, t) => ({
            ...periodPlace(t),
            low: approved.p10,
            high: approved.p90,
            middle: approved.p50,
            ...now,
            came,
            tip: `${ends[t] ?? t + 1}: ${formats.count(now.p50)} (${dashed(formats.count(now.p10), formats.count(now.p90))})`,
          })),
          x: axisOfPeriods(ends, 8),
          y: axisFromZero(
            chart.rows.flatMap(({ approved, now, came }) => [approved.p90, now.p90, came ?? 0]),
            4,
            formats.count,
          ),
        }}
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
      <LiveChart title={bridge.title} spec="tornado" content={barContent(steps, formats.count)} />
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
      {answer.targets !== null && <Figures id="track-targets" table={answer.targets} />}
      <Figures id="track-lines" table={answer.lines} />
    </section>
  );
}

function Figures({ id, table }: { readonly id: string; readonly table: TableView }) {
  const row = (cells: readonly string[]) =>
    cells.map((cell, k) =>
      k === 0 ? (
        <th key={table.columns[k]} scope="row">
          {cell}
        </th>
      ) : (
        <td key={table.columns[k]} class="n">
          {cell}
        </td>
      ),
    );
  return (
    <>
      <h3 id={id}>{table.title}</h3>
      <Scrolling labelledBy={id}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, k) => (
                <th key={column} scope="col" class={k === 0 ? undefined : 'n'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells) => (
              <tr key={cells[0]}>{row(cells)}</tr>
            ))}
          </tbody>
          {table.total !== null && (
            <tfoot>
              <tr>{row(table.total)}</tr>
            </tfoot>
          )}
        </table>
      </Scrolling>
    </>
  );
}
