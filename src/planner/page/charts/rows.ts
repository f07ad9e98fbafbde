import type { Band } from '../../../forecast/details.js';
import { topShare } from '../../../report/charts/axes.js';
import { endLabels, quantileLabels } from '../../../report/charts/labels.js';
import { binEdges, countIn } from '../../../report/findings/histogram.js';
import { type Figure, lossChance } from '../../../report/findings/plans.js';
import { elementAt, firstOf, lastOf } from '../../../required.js';
import type { ChartContext } from './chart-words.js';
import { axisFromZero, axisOf, axisOfPeriods, type ChartContent, type ChartRow } from './content.js';

/** Labels on an axis of the page's charts, which are as wide as a column. */
const X_TICKS = 4;
const Y_TICKS = 4;
const PERIODS = 5;

/** A density in the report's bins, its losing side apart, and the plan's own quantiles; `null` where every future ends alike. */
export function densityContent(
  draws: Float64Array,
  profit: Figure | null,
  { text, formats }: ChartContext,
): ChartContent | null {
  const edges = binEdges([draws]);
  if (edges === null) return null;
  const counts = countIn(edges, draws);
  const shares = counts.map((count) => count / draws.length);
  const [low, high] = [firstOf(edges), lastOf(edges)];
  const scale = Math.max(Math.abs(low), Math.abs(high));
  const rows = shares.map((share, bin): ChartRow => {
    const [from, to] = [elementAt(edges, bin), elementAt(edges, bin + 1)];
    return {
      at: (from + to) / 2,
      from,
      to,
      share,
      loss: to <= 0,
      tip: `${formats.estimate(from, scale)} – ${formats.estimate(to, scale)}: ${formats.share(share)}`,
    };
  });
  const chance = lossChance(draws);
  const words = text.charts.distribution;
  return {
    rows,
    x: { ...axisOf(low, high, X_TICKS, formats.shortMoney), title: text.names.kpis.profit ?? '' },
    y: axisOf(0, topShare(shares), 3, formats.share),
    density: {
      quantiles: (narrow) => quantileLabels(profit, [low, high], narrow, formats),
      sides:
        low < 0 && high > 0
          ? { loss: words.loss(formats.share(chance)), gain: words.gain(formats.share(1 - chance)) }
          : null,
    },
  };
}

/** How a course's figures are written, and what they are. */
interface CourseWords {
  readonly write: (value: number, scale?: number) => string;
  readonly writeAxis: (value: number) => string;
  /** What is added up. */
  readonly axis: string;
}

/** Bands by the end of each period. @param ends the periods' last days, or their numbers */
export function fanContent(
  bands: readonly Band[],
  ends: readonly string[],
  { text, formats, horizon }: ChartContext,
  { write, writeAxis, axis }: CourseWords,
): ChartContent {
  return {
    rows: bands.map(({ p10, p50, p90 }, t) => ({
      ...periodPlace(t),
      p10,
      p50,
      p90,
      tip: `${ends[t] ?? t + 1}: P10 ${write(p10)}, P50 ${write(p50)}, P90 ${write(p90)}`,
    })),
    x: {
      ...axisOfPeriods(ends, PERIODS),
      ...(formats.periodEnd(0) === null ? { title: text.names.period[horizon.unit] } : {}),
    },
    y: {
      ...axisFromZero(
        bands.flatMap(({ p10, p50, p90 }) => [p10, p50, p90]),
        Y_TICKS,
        writeAxis,
      ),
      title: axis,
    },
    ends: endLabels([{ kind: 'given', label: text.names.plans.given, bands }], write),
  };
}

/** Where a period stands on its axis, which counts from 1. */
export function periodPlace(t: number): Pick<ChartRow, 'at' | 'from' | 'to'> {
  return { at: t + 1, from: t + 0.5, to: t + 1.5 };
}

/** A bar by name: from low to high, in two where a mean stands between. */
interface NamedBar {
  readonly name: string;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly tip: string;
}

/** Bars from low to high, one a name. */
export function barContent(bars: readonly NamedBar[], write: (value: number) => string): ChartContent {
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const margin = 0.03 * (most - least || Math.abs(most) || 1);
  return {
    rows: bars.map((bar, k) => ({ ...bar, at: k, from: k, to: k })),
    x: axisOf(least - margin, most + margin, X_TICKS, write),
    y: { low: 0, high: bars.length, ticks: [], labels: {} },
  };
}
