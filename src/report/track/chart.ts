import { fanChart, fanNote } from '../charts/fan.js';
import type { Chart } from '../charts/types.js';
import type { TrackContext } from './sentences.js';

/** The approved band, what came, and the band from now on. */
export function trackChart({ track, words, context }: TrackContext): Chart {
  const { chart } = track.result;
  if (chart.every(({ approved, now }) => approved.p90 <= 0 && now.p90 <= 0)) {
    return { name: 'track', omitted: context.text.charts.orders.none };
  }
  const band = (which: 'approved' | 'now') => chart.map((period) => ({ ...period[which], mean: period[which].p50 }));
  return fanChart(context, {
    name: 'track',
    title: words.chartTitle,
    note: fanNote(context),
    axis: context.text.charts.orders.axis,
    series: [
      { kind: 'given', label: words.approved, bands: band('approved') },
      { kind: 'optimized', label: words.now, bands: band('now') },
    ],
    write: context.formats.count,
    writeAxis: context.formats.short,
    zero: false,
  });
}
