import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BudgetPoint, Frontier as FrontierResult } from '../../../forecast/frontier/types.js';
import { axisFromZero, axisOf } from '../charts/content.js';
import { LiveChart } from '../charts/live-chart.js';
import { formatsOf } from '../formats.js';
import { dashed } from '../parts/dashed.js';
import { JobBar } from '../parts/job-bar.js';
import { Meaning } from '../parts/meaning.js';
import { budgetEdits, postEdits, totalEdits } from '../state/budget-edits.js';
import { jobStore } from '../state/job-store.js';
import type { PlanStore } from '../state/plan-store.js';
import { preferences, words } from '../state/preferences.js';

/** What other budgets would bring; a point is taken as the plan. */
export function Frontier({ store }: { readonly store: PlanStore }) {
  const text = words();
  const job = useSignal(jobStore<FrontierResult>('frontier')).value;
  useEffect(() => () => job.stop(), []);
  const formats = formatsOf(store.plan.value, preferences.value.language);
  const state = job.state.value;
  const points = state.kind === 'done' ? (state.answer.budget?.points ?? []) : [];
  const traced = points.flatMap(({ budget, plan }) => (plan === null ? [] : [{ budget, profit: plan.profit }]));
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
          <LiveChart
            title={text.frontier.profit}
            spec="frontier"
            content={{
              rows: traced.map(({ budget, profit }) => ({
                at: budget,
                from: budget,
                to: budget,
                ...profit,
                tip: `${formats.money(budget)}: ${formats.estimate(profit.mean)} (${dashed(formats.estimate(profit.p10), formats.estimate(profit.p90))})`,
              })),
              x: axisOf(0.97 * (traced[0]?.budget ?? 0), 1.03 * (traced.at(-1)?.budget ?? 1), 5, formats.estimate),
              y: axisFromZero(
                traced.flatMap(({ profit }) => [profit.p10, profit.p90]),
                5,
                formats.estimate,
              ),
            }}
            tells={(first, last) => {
              const [from, to] = [traced[first], traced[last]];
              return from === undefined || to === undefined
                ? ''
                : text.charts.budgets({
                    from: formats.money(from.budget),
                    to: formats.money(to.budget),
                    before: formats.estimate(from.profit.mean),
                    after: formats.estimate(to.profit.mean),
                  });
            }}
          />
          <table>
            <thead>
              <tr>
                <th scope="col" class="n">
                  {text.frontier.budget}
                </th>
                <th scope="col" class="n">
                  {text.frontier.profit} <Meaning of="frontier" name={text.frontier.profit} />
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.budget}>
                  <td class="n">{formats.money(point.budget)}</td>
                  <td class="n">{point.plan === null ? '–' : formats.estimate(point.plan.profit.mean)}</td>
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
