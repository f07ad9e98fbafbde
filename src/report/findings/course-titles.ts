// What charts of profit and of what is counted say: titles of the report's charts and of the planner's, whose figures move.
import type { Band } from '../../forecast/details.js';
import type { KpiSummaries } from '../../forecast/result.js';
import type { Scenario } from '../../scenario/types.js';
import type { Formats } from '../figure-formats.js';
import type { ReportText } from '../text/index.js';
import { breakEven, type Figure, figure, lossChance } from './plans.js';

/** What such a title is written by. */
export interface TitleContext {
  readonly text: {
    readonly names: Pick<ReportText['names'], 'inPeriod'>;
    readonly charts: Pick<ReportText['charts'], 'byDate' | 'byPeriod' | 'range' | 'orders' | 'profit' | 'distribution'>;
  };
  readonly formats: Formats;
  readonly horizon: Pick<Scenario['horizon'], 'unit' | 'periods'>;
}

/** Whether a plan brings orders that are recorded after the horizon: they are in its total and in no period. */
export function hasLate(total: KpiSummaries): boolean {
  return (figure(total, 'tail')?.mean ?? 0) >= 0.5;
}

/** "by May 30" or "by the end of week 13". */
function byTheEnd({ text, formats, horizon: { periods, unit } }: TitleContext): string {
  const end = formats.periodEnd(periods - 1);
  return end === null ? text.charts.byPeriod(unit, periods) : text.charts.byDate(formats.date(end));
}

/** How what a plan counts adds up: what is there in the end. */
export function countedTitle(context: TitleContext, last: Band | undefined): string {
  const { text, formats } = context;
  if (last === undefined || last.p90 <= 0) return text.charts.orders.none;
  const count = (value: number) => formats.count(value, last.p90);
  return text.charts.orders.likely(count(last.p50), byTheEnd(context), count(last.p10), count(last.p90));
}

/**
 * How profit adds up: whether its middle breaks even, and what is there in the end.
 *
 * @param total profit with orders that are recorded after the horizon, which are in no period; `null` where there are none
 */
export function profitCourseTitle(
  context: TitleContext,
  bands: readonly Band[],
  total: Pick<Figure, 'p50'> | null,
): string {
  const { text, formats, horizon } = context;
  const last = bands.at(-1);
  if (last === undefined) return text.charts.profit.none;
  const scale = Math.max(Math.abs(last.p10), Math.abs(last.p50), Math.abs(last.p90));
  const money = (value: number) => formats.estimate(value, scale);
  const range = text.charts.range(money(last.p10), money(last.p90));
  const words = text.charts.profit;
  const tail = total === null ? '' : words.withTail(money(total.p50));
  const period = breakEven(bands.map((band) => band.p50));
  if (period === null) return words.never(money(last.p50), byTheEnd(context), range) + tail;
  const { unit, periods } = horizon;
  if (periods === 1 || period === 0) return words.earned(money(last.p50), byTheEnd(context), range) + tail;
  return words.breakEven(text.names.inPeriod(unit, period + 1), money(last.p50), byTheEnd(context), range) + tail;
}

/**
 * How often a plan loses money, and its middle outcome.
 *
 * @param draws profit, future by future
 * @param before that of a plan that this one is held against; left out, there is none
 */
export function lossTitle(
  { text, formats }: Pick<TitleContext, 'text' | 'formats'>,
  draws: Float64Array,
  profit: Figure | null,
  before: Float64Array | null = null,
): string {
  const words = text.charts.distribution;
  const chance = lossChance(draws);
  const middle =
    profit === null ? '' : formats.estimate(profit.p50, Math.max(Math.abs(profit.p10), Math.abs(profit.p90)));
  const futures = formats.whole(draws.length);
  if (chance === 0) return words.never(futures, middle);
  if (chance === 1) return words.always(futures, middle);
  const shown = formats.chance(chance);
  const shownBefore = before === null ? shown : formats.chance(lossChance(before));
  return shown === shownBefore ? words.chance(shown, middle) : words.changed(shown, shownBefore, middle);
}
