import type { GroupEffect } from '../../forecast/explain/types.js';
import { elementAt, lastOf } from '../../required.js';
import type { ExplainContext } from '../explain/context.js';
import { fitText, textWidth } from '../text-width.js';
import { color, LABEL_SIZE } from './colors.js';
import { besideNames, framed, layerOver } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

const MOST_BARS = 12;

/** A share of variance as it is reported, to a tenth of a point: what is below 0 by chance is 0. */
export const shareOf = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));

/** Each group's Sobol indices, largest total first. */
export function indicesChart(context: ExplainContext): Chart {
  const { explanation, moving: groups, untouched, text, formats, kpi, subjectName } = context;
  const words = text.charts.indices;
  const { alone } = explanation;
  const largest = [...groups].sort((a, b) => b.first.value - a.first.value)[0];
  if (largest === undefined || alone === null) return { name: 'indices', omitted: text.charts.none(kpi) };
  const share = (value: number): string => formats.share(shareOf(value));
  const headline = words.title(subjectName(largest.subject), share(largest.first.value), kpi);
  const title = alone < 0.97 ? `${headline}; ${words.together(share(alone))}` : headline;
  const shown = groups.slice(0, MOST_BARS);
  const rest = groups.length - shown.length;
  const notes = [
    words.note,
    ...(rest > 0 ? [text.charts.others(String(rest))] : []),
    ...(untouched > 0 ? [text.charts.untouched(String(untouched), kpi)] : []),
  ];
  const note = notes.join(' ');
  const interval = ({ low, high }: { readonly low: number; readonly high: number }): string =>
    text.charts.range(share(low), share(high));
  return {
    name: 'indices',
    title,
    note,
    table: {
      columns: [
        words.columns.input,
        words.columns.first,
        words.columns.interval,
        words.columns.total,
        words.columns.interval,
      ],
      rows: groups.map(({ subject, first, total }) => [
        subjectName(subject),
        share(first.value),
        interval(first),
        share(total.value),
        interval(total),
      ]),
    },
    spec: (layout) => indicesSpec({ title, note }, layout, shown, context),
  };
}

function indicesSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  groups: readonly GroupEffect[],
  { formats, subjectName }: ExplainContext,
) {
  const narrow = isNarrow(layout);
  const names = groups.map(({ subject }) => subjectName(subject));
  const nameWidth = narrow
    ? 0
    : Math.min(0.36 * layout.width, Math.max(...names.map((name) => textWidth(name, LABEL_SIZE))));
  const left = narrow ? 0 : besideNames(nameWidth);
  const figures = groups.map(({ first, total }) => {
    return `${formats.share(shareOf(first.value))} · ${formats.share(shareOf(total.value))}`;
  });
  const right = layout.width - Math.max(...figures.map((figure) => textWidth(figure, LABEL_SIZE))) - 12;
  const highest = Math.max(...groups.flatMap(({ first, total }) => [first.high, total.high]));
  const ticks = niceTicks(0, highest, narrow ? 3 : 5);
  const rows = groups.map(({ group, first, total }, k) => ({
    group,
    name: narrow ? names[k] : fitText(elementAt(names, k), nameWidth, LABEL_SIZE),
    figure: figures[k],
    zero: 0,
    first: shareOf(first.value),
    firstLow: shareOf(first.low),
    firstHigh: shareOf(first.high),
    total: shareOf(total.value),
    totalLow: shareOf(total.low),
    totalHigh: shareOf(total.high),
  }));
  const y = {
    field: 'group',
    type: 'nominal' as const,
    scale: { domain: rows.map(({ group }) => group) },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, lastOf(ticks)], range: [left, right], nice: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, formats.share), title: null },
  });
  const shift = narrow ? 9 : 0;
  const bars = [
    { from: 'total', whisker: ['totalLow', 'totalHigh'], paint: 'gain', yOffset: shift + 5 },
    { from: 'first', whisker: ['firstLow', 'firstHigh'], paint: 'optimized', yOffset: shift - 5 },
  ] as const;
  const layers = [
    ...bars.flatMap(({ from, whisker, paint, yOffset }) => [
      ...layerOver(rows, {
        mark: { type: 'bar' as const, color: color(paint), height: 9, yOffset },
        encoding: { y, x: x('zero'), x2: { field: from } },
      }),
      ...layerOver(rows, {
        mark: { type: 'rule' as const, color: color('ink'), strokeWidth: 1.2, yOffset },
        encoding: { y, x: x(whisker[0]), x2: { field: whisker[1] } },
      }),
    ]),
    ...layerOver(rows, {
      mark: { type: 'text' as const, align: 'left' as const, yOffset: narrow ? -12 : 0 },
      encoding: { y, x: { value: 0 }, text: { field: 'name', type: 'nominal' as const } },
    }),
    ...layerOver(rows, {
      mark: { type: 'text' as const, align: 'right' as const, color: color('muted'), yOffset: narrow ? -12 : 0 },
      encoding: { y, x: { value: layout.width }, text: { field: 'figure', type: 'nominal' as const } },
    }),
  ];
  return framed(frame, layout, { width: layout.width, height: { step: narrow ? 46 : 32 }, layer: layers });
}
