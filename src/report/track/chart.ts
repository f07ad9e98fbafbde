import { fanChart, fanNote } from '../charts/fan.js';
import type { Chart } from '../charts/types.js';
import { trackCourses } from './courses.js';
import type { TrackContext } from './sentences.js';

/** The approved band, what came, and the band from now on. */
export function trackChart({ track, words, context }: TrackContext): Chart {
  const { chart } = track.result;
  if (chart.every(({ approved, now }) => approved.p90 <= 0 && now.p90 <= 0)) {
    return { name: 'track', omitted: context.text.charts.orders.none };
  }
  const { axis } = context.text.charts.orders;
  return fanChart(context, {
    name: 'track',
    title: words.chartTitle,
    note: fanNote(context, words.approvedCourse),
    ...trackCourses(chart, { axis, approved: words.approved, now: words.now }, context.formats),
  });
}
