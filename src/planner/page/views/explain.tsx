import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { TornadoFinding } from '../../../report/charts/tornado.js';
import type { ExplainAnswer } from '../../protocol.js';
import { chartContext } from '../charts/chart-words.js';
import { LiveChart } from '../charts/live-chart.js';
import { swingsContent } from '../charts/rows.js';
import { kpiNames } from '../names.js';
import { Figures } from '../parts/figures.js';
import { JobBar } from '../parts/job-bar.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** Which inputs drive the spread of profit, or of what is counted where that is worth nothing known: a bar each, from low to high. */
export function Explain({ store }: { readonly store: PlanStore }) {
  const text = words();
  const job = useSignal(jobStore<ExplainAnswer>('explain')).value;
  useEffect(() => () => job.stop(), []);
  const plan = store.plan.value;
  const { language } = preferences.value;
  const { formats } = chartContext(plan);
  const kpi = kpiNames(plan)[plan.explains] ?? plan.explains;
  const [heading, note] = plan.isValued
    ? [text.explain.heading, text.explain.note]
    : [text.explain.of(kpi), text.explain.noteOf(kpi)];
  const state = job.state.value;
  const finding = state.kind === 'done' ? state.answer[language] : null;
  const content = useMemo(() => {
    if (finding === null || 'omitted' in finding) return null;
    const write = (value: number, scale: number): string => formats.byUnit(finding.unit, value, scale);
    return swingsContent(
      { ...finding, write },
      finding.bars.map(({ says }) => says),
    );
  }, [finding, formats]);
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
      {finding !== null && 'omitted' in finding && <p role="status">{finding.omitted}</p>}
      {finding !== null && !('omitted' in finding) && content !== null && (
        <>
          <LiveChart title={finding.title} name={heading} note={finding.note} content={content} />
          <Figures table={meansOf(finding)} labelledBy="explain-heading" />
        </>
      )}
    </section>
  );
}

/** The bars' names and means: what they stand for at either end is written at the bars. */
function meansOf({ bars, table: { columns, rows } }: TornadoFinding) {
  const columnsOf = (cells: readonly string[]): string[] => cells.filter((_, k) => k === 0 || k > 2);
  return { columns: columnsOf(columns), rows: rows.slice(0, bars.length).map(columnsOf) };
}
