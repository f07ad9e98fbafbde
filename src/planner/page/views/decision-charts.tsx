import { useComputed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { countedTitle, hasLate, lossTitle, profitCourseTitle } from '../../../report/findings/course-titles.js';
import { figure } from '../../../report/findings/plans.js';
import { chartContext } from '../charts/chart-words.js';
import { LiveChart } from '../charts/live-chart.js';
import { densityContent, fanContent } from '../charts/rows.js';
import { type Formats, periodEnds } from '../formats.js';
import { kpiNames, mainKpi } from '../names.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';
import type { PricingStore } from '../state/pricing-store.js';

/** Profit's density and its fan over time, or that of what is counted: each is drawn anew when its own figures come. */
export function DecisionCharts({
  store,
  pricing,
  formats,
}: {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  readonly formats: Formats;
}) {
  return (
    <div class="pictures">
      {store.plan.value.isValued && <DensityChart store={store} pricing={pricing} formats={formats} />}
      <CourseChart store={store} pricing={pricing} formats={formats} />
    </div>
  );
}

function DensityChart({
  store,
  pricing,
  formats,
}: {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  readonly formats: Formats;
}) {
  const text = words().charts;
  const priced = pricing.priced.value;
  const context = chartContext(store.plan.value);
  const density = useMemo(
    () => (priced === null ? null : densityContent(priced.profit, figure(priced.plan.kpis.total, 'profit'), context)),
    [priced, context],
  );
  if (priced === null || density === null) return null;
  const ofRange = (first: number, last: number): string => {
    const [low, high] = [density.rows[first]?.from ?? 0, density.rows[last]?.to ?? 0];
    const count = priced.profit.reduce((sum, value) => sum + (value >= low && value < high ? 1 : 0), 0);
    return text.between(formats.estimate(low), formats.estimate(high), formats.share(count / priced.profit.length));
  };
  const title = lossTitle(context, priced.profit, figure(priced.plan.kpis.total, 'profit'));
  return <LiveChart title={title} name={text.density} content={density} tells={ofRange} />;
}

function CourseChart({
  store,
  pricing,
  formats,
}: {
  readonly store: PlanStore;
  readonly pricing: PricingStore;
  readonly formats: Formats;
}) {
  const text = words().charts;
  const plan = store.plan.value;
  const bands = pricing.course.value;
  const { start, unit, periods, starts } = plan;
  const write = plan.isValued ? formats.estimate : formats.count;
  const kpi = mainKpi(plan);
  const name = plan.isValued ? text.fan : text.counted(kpiNames(plan)[kpi] ?? kpi);
  const total = pricing.priced.value?.plan.kpis.total ?? {};
  // Figures while something moves don't tell whether there are orders after the horizon: those at rest did.
  const late = useRef(false);
  if (total.tail !== undefined) late.current = hasLate(total);
  const ends = useMemo(() => periodEnds({ start, unit, periods, starts }, formats), [start, unit, periods, formats]);
  // Budgets that are being moved are no even split any more.
  const isEvenSplit = useComputed(() => store.plan.value.isEvenSplit && store.moving.value.size === 0).value;
  // A slider that moves draws this anew before its figures are there: the chart waits for those.
  const context = chartContext({ ...plan, isEvenSplit });
  const fan = useMemo(() => {
    const { text: report, formats: figures } = context;
    return bands === null
      ? null
      : fanContent(
          bands,
          context,
          plan.isValued
            ? { write: figures.estimate, writeAxis: figures.shortMoney, axis: report.charts.profit.axis, zero: true }
            : { write: figures.count, writeAxis: figures.short, axis: report.charts.orders.axis, zero: false },
        );
  }, [bands, context, plan.isValued]);
  if (bands === null || fan === null) return null;
  const title = plan.isValued
    ? profitCourseTitle(context, bands, late.current ? figure(total, 'profit') : null)
    : countedTitle(context, bands.at(-1));
  const ofPeriod = (first: number, last: number): string => {
    const after = bands[last];
    if (after === undefined) return '';
    const spent = plan.lines.reduce((sum, { id, budget, flighting }) => {
      const share = flighting.slice(first, last + 1).reduce((all, weight) => all + weight, 0);
      return sum + share * (store.moving.peek().get(id) ?? budget);
    }, 0);
    const course = text.period({
      from: formats.period(starts[first] ?? ''),
      to: ends[last] ?? '',
      before: write(bands[first - 1]?.p50 ?? 0),
      after: write(after.p50),
      low: write(after.p10),
      high: write(after.p90),
    });
    return `${course} ${text.spent(formats.money(spent))}`;
  };
  return <LiveChart title={title} name={name} content={fan} tells={ofPeriod} />;
}
