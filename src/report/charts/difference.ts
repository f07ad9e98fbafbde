import type { Difference } from '../../forecast/result.js';
import { firstOf } from '../../required.js';
import type { CompareContext, ComparedFigure } from '../compare/context.js';
import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE } from './colors.js';
import { besideNames, framed, layerOver } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** Scenarios that a reader takes in; the table has all of them. */
const MOST_ROWS = 16;

interface Row {
  readonly label: string;
  readonly found: Difference;
}

/** Each scenario less the first in one figure: P10 to P90, mean, and the chance of more. */
export function differenceChart(context: CompareContext, figure: ComparedFigure): Chart {
  const { comparison, text, formats, base } = context;
  const words = text.charts.difference;
  const name = `difference-${figure.key}`;
  const rows = comparison.scenarios
    .flatMap(({ label, difference }): Row[] => {
      const found = difference?.[figure.key] ?? null;
      return found === null ? [] : [{ label, found }];
    })
    .sort((a, b) => b.found.mean - a.found.mean);
  if (rows.every(({ found }) => isSame(found))) {
    return { name, omitted: words.none(figure.name) };
  }
  const shown = widest(rows);
  const title = titleOf(context, figure, rows);
  const some = shown.length < rows.length ? ` ${words.some(String(shown.length), String(rows.length))}` : '';
  const note = `${words.note(base)}${some}`;
  const { columns } = text.difference;
  return {
    name,
    title,
    note,
    table: {
      columns: [columns.scenario, columns.mean, columns.range, columns.more],
      words: [2],
      rows: rows.map(({ label, found }) =>
        isSame(found)
          ? [label, figure.write(0), text.difference.same, '']
          : [
              label,
              figure.change(found.mean),
              text.range(figure.write(found.p10), figure.write(found.p90)),
              formats.chance(found.probability_better),
            ],
      ),
    },
    spec: (layout) => differenceSpec({ title, note }, layout, shown, context, figure),
  };
}

function titleOf({ text, formats, base }: CompareContext, figure: ComparedFigure, rows: readonly Row[]): string {
  const words = text.charts.difference;
  const first = firstOf(rows);
  const change = figure.change(first.found.mean);
  if (figure.key === 'spend') {
    const far = firstOf(widest(rows, 1));
    return words.widest(far.label, figure.change(far.found.mean), figure.name, base);
  }
  const share = formats.chance(first.found.probability_better);
  if (rows.length === 1) return words.one(first.label, change, figure.name, base, share);
  return first.found.mean > 0
    ? words.most(first.label, change, figure.name, base, share)
    : words.nearest(first.label, change, figure.name, base);
}

function isSame({ mean, p5, p95 }: Difference): boolean {
  return mean === 0 && p5 === 0 && p95 === 0;
}

/** Those that differ most, in the order of their means. */
function widest(rows: readonly Row[], most = MOST_ROWS): readonly Row[] {
  const far = [...rows].sort((a, b) => Math.abs(b.found.mean) - Math.abs(a.found.mean)).slice(0, most);
  return rows.filter((row) => far.includes(row));
}

function differenceSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  shown: readonly Row[],
  { formats, text }: CompareContext,
  figure: ComparedFigure,
) {
  const narrow = isNarrow(layout);
  const longest = Math.max(...shown.map(({ label }) => textWidth(label, LABEL_SIZE)));
  const nameWidth = narrow ? 0 : Math.min(0.32 * layout.width, longest);
  const chances = shown.map(({ found }) =>
    isSame(found) ? text.charts.difference.same : formats.chance(found.probability_better),
  );
  const left = narrow ? 8 : besideNames(nameWidth);
  const right = layout.width - Math.max(...chances.map((chance) => textWidth(chance, LABEL_SIZE))) - 16;
  const lowest = Math.min(0, ...shown.map(({ found }) => Math.min(found.p10, found.mean)));
  const highest = Math.max(0, ...shown.map(({ found }) => Math.max(found.p90, found.mean)));
  const ticks = niceTicks(lowest, highest, narrow ? 3 : 8).filter((tick) => tick >= lowest && tick <= highest);
  const scale = Math.max(...ticks.map(Math.abs));
  const rows = shown.map(({ label, found }, k) => ({
    scenario: label,
    name: narrow ? label : fitText(label, nameWidth, LABEL_SIZE),
    p10: found.p10,
    p90: found.p90,
    mean: found.mean,
    more: chances[k],
  }));
  const y = {
    field: 'scenario',
    type: 'nominal' as const,
    scale: { domain: rows.map(({ scenario }) => scenario) },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [lowest, highest], range: [left, right], nice: false, zero: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, (tick) => figure.write(tick, scale)), title: null },
  });
  const shift = narrow ? 9 : 0;
  const gains = rows.filter(({ mean }) => mean >= 0);
  const losses = rows.filter(({ mean }) => mean < 0);
  const words = (field: string, align: 'left' | 'right', at: number, yOffset: number) =>
    layerOver(rows, {
      mark: { type: 'text' as const, align, yOffset, color: color('ink') },
      encoding: { y, x: { value: at }, text: { field, type: 'nominal' as const } },
    });
  const parts = (of: typeof rows, shade: 'optimized' | 'loss') => [
    ...layerOver(of, {
      mark: { type: 'bar' as const, height: 8, yOffset: shift, opacity: 0.45, color: color(shade) },
      encoding: { y, x: x('p10'), x2: { field: 'p90' } },
    }),
    ...layerOver(of, {
      mark: { type: 'point' as const, filled: true, size: 70, opacity: 1, yOffset: shift, color: color(shade) },
      encoding: { y, x: x('mean') },
    }),
  ];
  const layers = [
    ...layerOver([{ zero: 0 }], {
      mark: { type: 'rule' as const, color: color('ink'), strokeWidth: 1.2 },
      encoding: { x: x('zero') },
    }),
    ...parts(gains, 'optimized'),
    ...parts(losses, 'loss'),
    ...words('name', 'left', 0, narrow ? -9 : 0),
    ...words('more', 'right', layout.width, shift),
  ];
  return framed(frame, layout, { width: layout.width, height: { step: narrow ? 42 : 28 }, layer: layers });
}
