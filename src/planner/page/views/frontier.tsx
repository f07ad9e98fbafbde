import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { BudgetPoint } from '../../../forecast/frontier/types.js';
import type { BudgetFinding } from '../../../report/frontier/budget-charts.js';
import type { FrontierAnswer } from '../../protocol.js';
import { type ChartContext, chartContext } from '../charts/chart-words.js';
import { LiveChart } from '../charts/live-chart.js';
import { budgetsContent } from '../charts/rows.js';
import { formatsOf } from '../formats.js';
import { JobBar } from '../parts/job-bar.js';
import { Meaning } from '../parts/meaning.js';
import { budgetEdits, postEdits, totalEdits } from '../state/budget-edits.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** Column of a finding's table that has its mean. */
const MEAN = 2;

/** What other budgets would bring; a point is taken as the plan. */
export function Frontier({ store }: { readonly store: PlanStore }) {
  const text = words();
  const job = useSignal(jobStore<FrontierAnswer>('frontier')).value;
  useEffect(() => () => job.stop(), []);
  const formats = formatsOf(store.plan.value, preferences.value.language);
  const state = job.state.value;
  const points = state.kind === 'done' ? state.answer.points : [];
  const findings = state.kind === 'done' ? state.answer.findings[preferences.value.language] : [];
  const [main] = findings;
  const figureAt = new Map(main?.table.rows.map((cells, k) => [main.rows[k]?.at, cells[MEAN] ?? '–']));
  const name = store.plan.value.isValued ? text.frontier.profit : text.frontier.mean(main?.axes.figure ?? '');
  const take = ({ plan }: BudgetPoint): void => {
    if (plan === null) return;
    const open = store.plan.value;
    const budgets = new Map(plan.lines.map((line) => [line.id, line.budget]));
    const posts = new Map(plan.posts?.map(({ id, posts: count }) => [id, count]));
    void store.edit([...budgetEdits(open, budgets), ...totalEdits(open, budgets, posts), ...postEdits(open, posts)]);
  };
  return (
    <section aria-labelledby="frontier-heading">
      <h2 id="frontier-heading">{text.frontier.heading}</h2>
      <p class="note">{text.frontier.note}</p>
      <JobBar
        job={job}
        label={text.frontier.start}
        disabled={store.problems.value.length > 0}
        onStart={() => void job.start(store.file, store.text.value)}
      />
      {points.length > 0 && (
        <>
          <div class="pictures">
            {findings.map((finding) => (
              <BudgetChart key={finding.name} finding={finding} context={chartContext(store.plan.value)} />
            ))}
          </div>
          <table>
            <thead>
              <tr>
                <th scope="col" class="n">
                  {text.frontier.budget}
                </th>
                <th scope="col" class="n">
                  {name} <Meaning of="frontier" name={name} />
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.budget}>
                  <td class="n">{formats.money(point.budget)}</td>
                  <td class="n">{figureAt.get(point.budget) ?? '–'}</td>
                  <td>
                    {point.plan !== null && (
                      <button
                        type="button"
                        onClick={() => take(point)}
                        aria-label={`${text.frontier.take}: ${formats.money(point.budget)}`}
                      >
                        {text.frontier.take}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** A figure against the budget: the report's chart, a part of which is put in words. */
function BudgetChart({ finding, context }: { readonly finding: BudgetFinding; readonly context: ChartContext }) {
  const text = words().charts;
  const { formats } = context;
  const content = useMemo(() => {
    const write = (value: number, scale?: number): string => formats.byUnit(finding.unit, value, scale);
    return budgetsContent(
      { ...finding, write, writeBudget: formats.shortMoney },
      finding.rows.map(({ says }) => says),
    );
  }, [finding, formats]);
  const tells = (first: number, last: number): string => {
    const [from, to] = [finding.table.rows[first], finding.table.rows[last]];
    return text.budgets({
      from: from?.[0] ?? '',
      to: to?.[0] ?? '',
      before: from?.[MEAN] ?? '',
      after: to?.[MEAN] ?? '',
      name: finding.axes.figure,
    });
  };
  return (
    <LiveChart title={finding.title} name={finding.axes.figure} note={finding.note} content={content} tells={tells} />
  );
}
