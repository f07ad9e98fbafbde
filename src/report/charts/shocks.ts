import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import type { ColorName } from './colors.js';
import { groupedBars } from './grouped-bars.js';
import type { Chart } from './types.js';

interface Loss {
  readonly name: string;
  readonly frequency: number;
  readonly own: number;
  readonly robust: number | null;
}

/** What each shock costs: the plan given against the robust one where that was asked for; `null` without shocks. */
export function shocksChart({ forecast, text, formats }: ReportContext): Chart | null {
  const { shocks = [], robust, plans } = forecast.result;
  if (shocks.length === 0) return null;
  const words = eventsText(text.language).shocks;
  const losses = shocks.map(({ name, frequency, profit_with, profit_without }, k): Loss => {
    const stressed = robust?.shocks[k]?.loss;
    const own = stressed?.given ?? (profit_without ?? 0) - (profit_with ?? 0);
    return { name, frequency, own, robust: stressed?.robust ?? null };
  });
  const worst = losses.reduce((a, b) => (b.own > a.own ? b : a));
  const scale = Math.max(...losses.flatMap(({ own, robust: less }) => [Math.abs(own), Math.abs(less ?? 0)]));
  const money = (value: number): string => formats.estimate(value, scale);
  const compared = robust !== undefined && robust.worst.robust !== null;
  const title = !(worst.own > 0)
    ? words.none
    : compared
      ? words.robust(worst.name, money(robust.worst.given), money(robust.worst.robust ?? 0))
      : words.worst(worst.name, money(worst.own), formats.share(worst.frequency));
  const profit = (of: 'given' | 'optimized' | 'robust'): number => plans[of]?.kpis.total.profit?.mean ?? 0;
  const note = compared
    ? words.noteRobust(formats.change(profit('robust') - profit('given')))
    : robust !== undefined
      ? words.noteGiven
      : words.note;
  const { columns } = words;
  const bar = (value: number, shade: ColorName) => ({ value, shade, words: money(value) });
  const optimized = robust?.worst.optimized !== undefined;
  return {
    name: 'shocks',
    title,
    note,
    table: {
      columns: [
        columns.shock,
        columns.chance,
        robust === undefined ? columns.loss : columns.given,
        ...(optimized ? [columns.optimized] : []),
        ...(compared ? [columns.robust] : []),
      ],
      rows: losses.map(({ name, frequency, own, robust: less }, k) => [
        name,
        formats.share(frequency),
        money(own),
        ...(optimized ? [money(robust?.shocks[k]?.loss.optimized ?? 0)] : []),
        ...(compared ? [money(less ?? 0)] : []),
      ]),
    },
    spec: (layout) =>
      groupedBars(
        { title, note },
        layout,
        losses.map(({ name, frequency, own, robust: less }) => ({
          key: name,
          label: name,
          bars: [
            bar(own, robust !== undefined ? 'given' : own > 0 ? 'loss' : 'gain'),
            ...(less === null ? [] : [bar(less, 'optimized')]),
          ],
          remark: words.comes(formats.share(frequency)),
        })),
        formats.estimate,
      ),
  };
}
