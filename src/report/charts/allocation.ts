import type { ReportContext } from '../context.js';
import { allocationTitle } from '../findings/headlines.js';
import { fitText, textWidth } from '../text-width.js';
import { type AllocationRow, allocationGeometry, allocationRows, INDENT } from './allocation-layout.js';
import { color, LABEL_SIZE } from './colors.js';
import { pointedBands } from './pointed.js';
import { framed, type Layer, layerOver } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** Budget of every line, given and optimised, under its stage's total. */
export function allocationChart(context: ReportContext): Chart {
  const { text, formats, plan } = context;
  const optimized = plan.kind === 'optimized';
  const rows = allocationRows(context);
  const title = allocationTitle(context);
  const note = optimized ? text.charts.allocation.note : text.charts.allocation.noteGiven;
  const { columns } = text.charts.allocation;
  return {
    name: 'allocation',
    title,
    note,
    table: {
      columns: optimized
        ? [columns.line, text.names.plans.given, text.names.plans.optimized, columns.change]
        : [columns.line, text.names.plans.given],
      rows: rows.map((row) => [
        row.name,
        formats.money(row.given),
        ...(optimized ? [formats.money(row.planned), formats.moneyChange(row.change)] : []),
      ]),
    },
    spec: (layout) => allocationSpec({ title, note }, layout, rows, context),
  };
}

/** Rows above the data: the marks' key and the columns' headings, on one line where there is room for both. */
const KEY = 'key';
const HEAD = 'head';

const HOLLOW = {
  type: 'point',
  shape: 'circle',
  filled: true,
  fill: color('paper'),
  stroke: color('given'),
  strokeWidth: 2,
  size: 80,
  opacity: 1,
} as const;
const SOLID = { type: 'point', filled: true, color: color('optimized'), size: 110, opacity: 1 } as const;
const DIRECTION = {
  field: 'direction',
  type: 'nominal',
  scale: { domain: ['up', 'down', 'same'], range: ['triangle-right', 'triangle-left', 'circle'] },
  legend: null,
} as const;

function allocationSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  rows: readonly AllocationRow[],
  context: ReportContext,
) {
  const { text, formats, plan } = context;
  const narrow = isNarrow(layout);
  const optimized = plan.kind === 'optimized';
  const { nameWidth, stageWidth, left, right, columns } = allocationGeometry(context, rows, layout);
  const head = narrow && optimized ? HEAD : KEY;
  const domain = [KEY, ...(head === KEY ? [] : [HEAD]), ...rows.map((row) => row.row)];
  const most = Math.max(1, ...rows.filter((row) => !row.stage).map((row) => Math.max(row.given, row.planned)));
  const every = Math.max(...[0, most].map((value) => textWidth(formats.shortMoney(value), LABEL_SIZE))) + 16;
  // A plot too narrow for two amounts below it needs none: the figures stand beside it.
  const ticks = niceTicks(0, most, Math.max(1, Math.floor((right - left) / every))).filter(
    (tick) => tick <= most && right - left > 2 * every,
  );
  const y = { field: 'row', type: 'nominal', scale: { domain }, axis: null } as const;
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, most], range: [left, right], nice: false },
    axis: { values: ticks, labelExpr: labelLookup(ticks, formats.shortMoney), title: null, labelFlush: false },
  });
  const words = (data: readonly object[], at: number, align: 'left' | 'right', weight: 400 | 600, paint: string) =>
    layerOver(data, {
      mark: { type: 'text', align, fontWeight: weight, color: paint },
      encoding: { y, x: { value: at }, text: { field: 'label', type: 'nominal' } },
    });
  const named = rows.map((row) => ({
    ...row,
    label: row.stage
      ? fitText(row.label, stageWidth, LABEL_SIZE, 'semibold')
      : fitText(row.label, nameWidth - INDENT, LABEL_SIZE),
    direction: row.change > 0 ? 'up' : row.change < 0 ? 'down' : 'same',
  }));
  const lines = named.filter((row) => !row.stage);
  const figures = columns.flatMap(({ key, heading, texts, edge }): Layer[] => {
    const cells = rows.map((row, i) => ({ row: row.row, label: texts[i], stage: row.stage, up: row.change > 0 }));
    const strong = cells.filter((cell) => (key === 'change' ? cell.up : cell.stage));
    const others = cells.filter((cell) => !strong.includes(cell));
    return [
      ...words([{ row: head, label: heading }], edge, 'right', 400, color('muted')),
      ...words(strong, edge, 'right', 600, color(key === 'change' ? 'optimized' : 'ink')),
      ...words(others, edge, 'right', key === 'change' ? 600 : 400, color(key === 'change' ? 'muted' : 'ink')),
    ];
  });
  const start = narrow ? 6 : left + 6;
  const next = start + textWidth(text.names.plans.given, LABEL_SIZE) + 38;
  const key = [
    ...layerOver([{ row: KEY }], { mark: HOLLOW, encoding: { y, x: { value: start } } }),
    ...words([{ row: KEY, label: text.names.plans.given }], start + 11, 'left', 400, color('muted')),
    ...layerOver([{ row: KEY, direction: 'up' }], {
      mark: SOLID,
      encoding: { y, x: { value: next }, shape: DIRECTION },
    }),
    ...words([{ row: KEY, label: text.names.plans.optimized }], next + 11, 'left', 400, color('muted')),
  ];
  const marks = optimized
    ? [
        ...layerOver(
          lines.filter((row) => row.change !== 0),
          {
            mark: { type: 'rule', color: color('optimized'), strokeWidth: 2, opacity: 0.55 },
            encoding: { y, x: x('given'), x2: { field: 'planned' } },
          },
        ),
        ...layerOver(lines, { mark: HOLLOW, encoding: { y, x: x('given') } }),
        ...layerOver(lines, { mark: SOLID, encoding: { y, x: x('planned'), shape: DIRECTION } }),
        ...key,
      ]
    : layerOver(lines, {
        mark: { type: 'bar', color: color('gain'), height: 12 },
        encoding: { y, x: x('planned'), x2: { datum: 0 } },
      });
  return framed(frame, layout, {
    width: layout.width,
    height: { step: narrow ? 23 : 25 },
    layer: [
      ...marks,
      ...words(
        named.filter((row) => row.stage),
        0,
        'left',
        600,
        color('ink'),
      ),
      ...words(lines, INDENT, 'left', 400, color('ink')),
      ...figures,
      ...pointedBands(
        rows.map(({ row, label }, i) => ({
          row,
          says: [
            label,
            ...columns.flatMap(({ heading, texts }) =>
              (texts[i] ?? '') === '' ? [] : [`${heading} ${texts[i]}`.trim()],
            ),
          ].join(text.names.separator),
        })),
        { y, x: { value: 0 }, x2: { value: layout.width } },
        narrow ? 23 : 25,
      ),
    ],
  });
}
