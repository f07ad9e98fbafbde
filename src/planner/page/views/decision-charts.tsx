import { useMemo } from 'preact/hooks';
import { LiveChart } from '../charts/live-chart.js';
import { densityContent, fanContent } from '../charts/rows.js';
import { type Formats, periodEnds } from '../formats.js';
import type { PlanStore } from '../state/plan-store.js';
import { words } from '../state/preferences.js';
import type { PricingStore } from '../state/pricing-store.js';

/** Profit's density and its fan over time. */
export function DecisionCharts({
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
  const priced = pricing.priced.value;
  const { start, unit, periods, starts } = plan;
  const ends = useMemo(() => periodEnds({ start, unit, periods, starts }, formats), [start, unit, periods, formats]);
  // A slider that moves draws this anew before its figures are there: the charts wait for those.
  const density = useMemo(() => (priced === null ? null : densityContent(priced.profit, formats)), [priced, formats]);
  const fan = useMemo(
    () => (priced === null ? null : fanContent(priced.cumulativeProfit, ends, formats.estimate)),
    [priced, formats, ends],
  );
  if (priced === null || fan === null) return null;
  const ofRange = (first: number, last: number): string => {
    const [low, high] = [density?.rows[first]?.from ?? 0, density?.rows[last]?.to ?? 0];
    const count = priced.profit.reduce((sum, value) => sum + (value >= low && value < high ? 1 : 0), 0);
    return text.between(formats.estimate(low), formats.estimate(high), formats.share(count / priced.profit.length));
  };
  const ofPeriod = (first: number, last: number): string => {
    const bands = priced.cumulativeProfit;
    const after = bands[last];
    if (after === undefined) return '';
    const spent = plan.lines.reduce((sum, { id, budget, flighting }) => {
      const share = flighting.slice(first, last + 1).reduce((all, weight) => all + weight, 0);
      return sum + share * (store.moving.value.get(id) ?? budget);
    }, 0);
    const course = text.period({
      from: formats.period(starts[first] ?? ''),
      to: ends[last] ?? '',
      before: formats.estimate(bands[first - 1]?.p50 ?? 0),
      after: formats.estimate(after.p50),
      low: formats.estimate(after.p10),
      high: formats.estimate(after.p90),
    });
    return `${course} ${text.spent(formats.money(spent))}`;
  };
  return (
    <div class="pictures">
      {density !== null && <LiveChart title={text.density} spec="density" content={density} tells={ofRange} />}
      <LiveChart title={text.fan} spec="fan" content={fan} tells={ofPeriod} />
    </div>
  );
}
