import type { GroupEffect } from '../../forecast/explain/types.js';
import { elementAt } from '../../required.js';
import type { Table } from '../content/table.js';
import type { ExplainContext } from '../explain/context.js';
import { fitText, textWidth } from '../text-width.js';
import { swingLayers } from './layers.js';
import { pointedBands, rowSays } from './pointed.js';
import { besideNames, color, framed, LABEL_SIZE, layerOver, SMALL_SIZE } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** Bars that a reader takes in; the table has all of them. */
const MOST_BARS = 12;

export const swing = ({ low, high }: GroupEffect): number => Math.abs(high.mean - low.mean);

/** How far the KPI's mean goes with each group at its p10 and p90, widest bar first. */
export function tornadoChart(context: ExplainContext): Chart {
  const { moving: groups, untouched, text, kpi, writeKpi, subjectName, endsOf } = context;
  const words = text.charts.tornado;
  const all = [...groups].sort((a, b) => swing(b) - swing(a) || (a.group < b.group ? -1 : 1));
  const widest = all[0];
  if (widest === undefined) return { name: 'tornado', omitted: text.charts.none(kpi) };
  const shown = all.slice(0, MOST_BARS);
  const [low, high] = [widest.low.mean, widest.high.mean].sort((a, b) => a - b) as [number, number];
  const scale = Math.max(Math.abs(low), Math.abs(high));
  const title = words.title(subjectName(widest.subject), kpi, writeKpi(low, scale), writeKpi(high, scale));
  const rest = all.length - shown.length;
  const notes = [
    words.note(kpi),
    ...(rest > 0 ? [text.charts.others(String(rest))] : []),
    ...(untouched > 0 ? [text.charts.untouched(String(untouched), kpi)] : []),
  ];
  const note = notes.join(' ');
  const table: Table = {
    columns: [words.columns.input, words.columns.p10, words.columns.p90, words.columns.low, words.columns.high],
    words: [1, 2],
    rows: all.map((group) => [
      subjectName(group.subject),
      ...endsOf(group),
      writeKpi(group.low.mean, scale),
      writeKpi(group.high.mean, scale),
    ]),
  };
  const says = (group: number): string => rowSays(table, group, ' · ');
  return {
    name: 'tornado',
    title,
    note,
    table,
    spec: (layout) => tornadoSpec({ title, note }, layout, shown, context, says),
  };
}

function tornadoSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  groups: readonly GroupEffect[],
  { explanation, text, subjectName, endsOf, writeKpi }: ExplainContext,
  says: (group: number) => string,
) {
  const narrow = isNarrow(layout);
  const mean = explanation.spread.mean ?? 0;
  const names = groups.map(({ subject }) => subjectName(subject));
  const longest = Math.max(...names.map((name) => textWidth(name, LABEL_SIZE)));
  const nameWidth = narrow ? 0 : Math.min(0.36 * layout.width, longest);
  const endWidth = Math.max(...groups.flatMap(endsOf).map((end) => textWidth(end, SMALL_SIZE))) + 8;
  const left = (narrow ? 0 : besideNames(nameWidth)) + endWidth;
  const right = layout.width - endWidth;
  const lowest = Math.min(mean, ...groups.flatMap(({ low, high }) => [low.mean, high.mean]));
  const highest = Math.max(mean, ...groups.flatMap(({ low, high }) => [low.mean, high.mean]));
  const ticks = niceTicks(lowest, highest, narrow ? 3 : 7).filter((tick) => tick >= lowest && tick <= highest);
  const scale = Math.max(...ticks.map(Math.abs));
  const rows = groups.map((group, k) => {
    const rising = group.high.mean >= group.low.mean;
    const [atLow, atHigh] = endsOf(group);
    return {
      group: group.group,
      name: narrow ? names[k] : fitText(elementAt(names, k), nameWidth, LABEL_SIZE),
      low: group.low.mean,
      high: group.high.mean,
      from: Math.min(group.low.mean, group.high.mean),
      to: Math.max(group.low.mean, group.high.mean),
      left: rising ? atLow : atHigh,
      right: rising ? atHigh : atLow,
      mean,
    };
  });
  const y = {
    field: 'group',
    type: 'nominal' as const,
    scale: { domain: rows.map(({ group }) => group) },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [lowest, highest], range: [left, right], nice: false, zero: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, (tick) => writeKpi(tick, scale)), title: null },
  });
  const shift = narrow ? 9 : 0;
  const layers = [
    ...swingLayers(
      { x, y: () => y },
      { low: color('gain'), high: color('optimized') },
      { data: { values: rows }, height: narrow ? 12 : 18, yOffset: shift },
    ),
    ...layerOver([{ mean }], {
      mark: { type: 'rule' as const, color: color('ink'), strokeWidth: 1.2 },
      encoding: { x: x('mean') },
    }),
    ...layerOver([{ mean, label: `${text.charts.tornado.mean} ${writeKpi(mean)}` }], {
      mark: { type: 'text' as const, fontSize: SMALL_SIZE, color: color('ink') },
      encoding: { x: x('mean'), y: { value: -9 }, text: { field: 'label', type: 'nominal' as const } },
    }),
    ...layerOver(rows, {
      mark: {
        type: 'text' as const,
        align: 'left' as const,
        yOffset: narrow ? -9 : 0,
        color: color('ink'),
      },
      encoding: { y, x: { value: 0 }, text: { field: 'name', type: 'nominal' as const } },
    }),
    ...(['from', 'to'] as const).flatMap((side) =>
      layerOver(rows, {
        mark: {
          type: 'text' as const,
          align: side === 'from' ? ('right' as const) : ('left' as const),
          fontSize: SMALL_SIZE,
          color: color('muted'),
          xOffset: side === 'from' ? -6 : 6,
          yOffset: shift,
        },
        encoding: {
          y,
          x: x(side),
          text: { field: side === 'from' ? 'left' : 'right', type: 'nominal' as const },
        },
      }),
    ),
  ];
  const step = narrow ? 42 : 28;
  const pointed = pointedBands(
    rows.map(({ group }, i) => ({ group, says: says(i) })),
    { y, x: { value: 0 }, x2: { value: layout.width } },
    step,
  );
  return framed(frame, layout, { width: layout.width, height: { step }, layer: [...layers, ...pointed] });
}
