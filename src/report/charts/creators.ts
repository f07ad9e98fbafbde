import type { CreatorOutcome } from '../../forecast/creators.js';
import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import { groupedBars } from './grouped-bars.js';
import type { Chart } from './types.js';

/** What a post of each creator costs and brings, and how many the plan has; `null` without creators. */
export function creatorsChart({ forecast, text, formats }: ReportContext): Chart | null {
  const outcomes = [...forecast.details.creators].sort((a, b) => net(b) - net(a));
  const best = outcomes[0];
  if (best === undefined) return null;
  const words = eventsText(text.language).creators;
  const scale = Math.max(...outcomes.flatMap(({ cost, margin }) => [Math.abs(cost), Math.abs(margin)]));
  const money = (value: number): string => formats.estimate(value, scale);
  const chosen = ({ posts, most }: CreatorOutcome): string =>
    most === null ? words.fixed(posts) : words.chosen(posts, most);
  const title =
    net(best) > 0
      ? words.pays(best.name, money(best.cost), money(best.margin), chosen(best))
      : words.none(best.name, money(best.cost), money(best.margin));
  const { note, columns } = words;
  return {
    name: 'creators',
    title,
    note,
    table: {
      columns: [columns.creator, columns.cost, columns.margin, columns.next, columns.posts],
      rows: outcomes.map((one) => [
        one.name,
        money(one.cost),
        money(one.margin),
        one.next === null ? '–' : formats.change(one.next, scale),
        chosen(one),
      ]),
    },
    spec: (layout) =>
      groupedBars(
        { title, note },
        layout,
        outcomes.map((one) => ({
          key: one.id,
          label: one.name,
          bars: [
            { value: one.cost, shade: 'given', words: money(one.cost) },
            { value: one.margin, shade: net(one) > 0 ? 'optimized' : 'loss', words: money(one.margin) },
          ],
          remark: chosen(one),
        })),
        formats.estimate,
      ),
  };
}

function net({ margin, cost }: CreatorOutcome): number {
  return margin - cost;
}
