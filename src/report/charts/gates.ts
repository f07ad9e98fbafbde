import type { ReportContext } from '../context.js';
import { eventsText } from '../text/events/index.js';
import { groupedBars } from './grouped-bars.js';
import type { Chart } from './types.js';

/** How likely each gate is passed, and what the right to stop there is worth; `null` without gates. */
export function gatesChart({ plan, text, formats }: ReportContext): Chart | null {
  const gates = (plan.result.phases ?? []).flatMap(({ name, probability, option_value: value }) =>
    probability === null || value === null ? [] : [{ name, probability, value }],
  );
  const first = gates.reduce<(typeof gates)[number] | null>(
    (least, gate) => (least === null || gate.probability < least.probability ? gate : least),
    null,
  );
  if (first === null) return null;
  const words = eventsText(text.language).gates;
  const chance = formats.chance(first.probability);
  const title =
    first.value > 0
      ? words.worth(first.name, chance, formats.estimate(first.value))
      : first.value < 0
        ? words.costs(first.name, chance, formats.estimate(-first.value))
        : words.passed(first.name, chance);
  const { note, columns } = words;
  return {
    name: 'gates',
    title,
    note,
    table: {
      columns: [columns.phase, columns.chance, columns.value],
      rows: gates.map(({ name, probability, value }) => [name, formats.chance(probability), formats.change(value)]),
    },
    spec: (layout) =>
      groupedBars(
        { title, note },
        layout,
        gates.map(({ name, probability, value }) => ({
          key: name,
          label: name,
          bars: [{ value: probability, shade: 'optimized', words: formats.chance(probability) }],
          ...(value === 0 ? {} : { remark: words.value(formats.change(value)) }),
        })),
        formats.share,
        1,
      ),
  };
}
