import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import { groupedBars } from './grouped-bars.js';
import type { Chart } from './types.js';

/** What dashboards would claim against what would be lost without each platform; `null` without `attribution`. */
export function claimsChart({ forecast, text, formats }: ReportContext): Chart | null {
  const { attribution = [] } = forecast.result;
  if (attribution.length === 0) return null;
  const words = eventsText(text.language).claims;
  const sum = (of: 'claimed' | 'incremental'): number => attribution.reduce((total, one) => total + one[of], 0);
  const scale = Math.max(
    ...attribution.flatMap(({ claimed, last_click, incremental }) => [claimed, last_click, incremental]),
  );
  const count = (value: number): string => formats.count(value, scale);
  const [claimed, incremental] = [sum('claimed'), sum('incremental')];
  const more = incremental > 0 ? claimed / incremental - 1 : 0;
  const title =
    more > 0
      ? words.more(formats.count(claimed), formats.count(incremental), formats.share(more))
      : words.fewer(formats.count(claimed), formats.count(incremental));
  const { note, columns } = words;
  return {
    name: 'claims',
    title,
    note,
    table: {
      columns: [columns.platform, columns.claimed, columns.lastClick, columns.incremental],
      rows: attribution.map((one) => [
        text.names.platform(one.platform),
        count(one.claimed),
        count(one.last_click),
        count(one.incremental),
      ]),
    },
    spec: (layout) =>
      groupedBars(
        { title, note },
        layout,
        attribution.map((one) => ({
          key: one.platform,
          label: text.names.platform(one.platform),
          bars: [
            { value: one.claimed, shade: 'loss', words: count(one.claimed) },
            { value: one.last_click, shade: 'given', words: count(one.last_click) },
            { value: one.incremental, shade: 'optimized', words: count(one.incremental) },
          ],
        })),
        formats.count,
      ),
  };
}
