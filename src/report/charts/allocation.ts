import type { ReportContext } from '../context.js';
import { allocationTitle } from '../findings/headlines.js';
import { sumMoney } from '../findings/moves.js';
import { linesByStage } from '../findings/plans.js';
import { fitText, textWidth } from '../text-width.js';
import { color, framed, LABEL_SIZE } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

interface Row {
  readonly row: string;
  readonly stage: boolean;
  /** On its own, and under its stage's heading. */
  readonly name: string;
  readonly label: string;
  readonly given: number;
  readonly planned: number;
  readonly change: number;
}

function makeRows({ forecast, text, formats, changes, lineName }: ReportContext): readonly Row[] {
  const { budget, currencyDigits } = forecast.scenario;
  return linesByStage(forecast.scenario.lines).flatMap(({ stage }) => {
    const own = changes.filter(({ line }) => line.stage === stage);
    const total = (amounts: readonly number[]) => sumMoney(amounts, currencyDigits);
    const planned = total(own.map((c) => c.planned));
    const name = text.names.stages[stage];
    return [
      {
        row: `stage ${stage}`,
        stage: true,
        name,
        label: `${name} · ${formats.share(budget > 0 ? planned / budget : 0)}`,
        given: total(own.map((c) => c.given)),
        planned,
        change: total(own.map((c) => c.change)),
      },
      ...own.map(({ line, given, planned, change }) => ({
        row: line.id,
        stage: false,
        name: lineName(line),
        label: text.names.placement(text.names.platforms[line.platform], line.segment),
        given,
        planned,
        change,
      })),
    ];
  });
}

/** Budget of every line, given and optimised, under its stage's total. */
export function allocationChart(context: ReportContext): Chart {
  const { text, formats, plan } = context;
  const optimized = plan.kind === 'optimized';
  const rows = makeRows(context);
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

function allocationSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  rows: readonly Row[],
  { text, formats, plan }: ReportContext,
) {
  const narrow = isNarrow(layout);
  const optimized = plan.kind === 'optimized';
  const headings = [
    ...(narrow && optimized ? [] : ['given' as const]),
    ...(optimized ? (['planned', 'change'] as const) : []),
  ];
  const heading = {
    given: text.names.plans.given,
    planned: text.names.plans.optimized,
    change: text.charts.allocation.columns.change,
  };
  const columns = headings.map((key) => {
    const texts = rows.map((row) =>
      key !== 'change' ? formats.money(row[key]) : row.change === 0 ? '' : formats.moneyChange(row.change),
    );
    return {
      key,
      texts,
      width: Math.max(textWidth(heading[key], LABEL_SIZE), ...texts.map((t) => textWidth(t, LABEL_SIZE, 'semibold'))),
    };
  });
  const gap = narrow ? 12 : 20;
  // Right edges of the columns of figures, from the picture's right edge inwards.
  const edges = columns.map((_, i) => layout.width - columns.slice(i + 1).reduce((sum, c) => sum + c.width + gap, 0));
  const widestName = Math.max(
    ...rows.map((row) => textWidth(row.label, LABEL_SIZE, row.stage ? 'semibold' : 'regular') + (row.stage ? 0 : 12)),
  );
  const nameWidth = Math.min(widestName, layout.width * (narrow ? 0.36 : 0.34));
  const left = nameWidth + 16;
  const right = Math.max(left + 40, (edges[0] ?? layout.width) - (columns[0]?.width ?? 0) - 28);
  const lines = rows.filter((row) => !row.stage);
  const ticks = niceTicks(
    0,
    Math.max(1, ...lines.map((row) => Math.max(row.given, row.planned))),
    Math.max(1, Math.round((right - left) / 90)),
  );
  const domain = ['key', ...rows.map((row) => row.row)];
  const y = { field: 'row', type: 'nominal' as const, scale: { domain }, axis: null };
  const scale = { domain: [0, ticks.at(-1) ?? 1], range: [left, right], nice: false };
  const x = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale,
    axis: { values: ticks, labelExpr: labelLookup(ticks, formats.shortMoney), title: null, labelFlush: false },
  });
  const named = rows.map((row) => ({
    ...row,
    label: fitText(row.label, nameWidth - (row.stage ? 0 : 12), LABEL_SIZE, row.stage ? 'semibold' : 'regular'),
    direction: row.change > 0 ? 'up' : row.change < 0 ? 'down' : 'same',
  }));
  const lineRows = named.filter((row) => !row.stage);
  const words = (data: readonly object[], at: number, align: 'left' | 'right', weight: 400 | 600, paint: string) => ({
    data: { values: [...data] },
    mark: { type: 'text' as const, align, fontWeight: weight, color: paint },
    encoding: { y, x: { value: at }, text: { field: 'label', type: 'nominal' as const } },
  });
  const figures = columns.flatMap(({ key, texts }, column) => {
    const cells = rows.map((row, i) => ({ row: row.row, label: texts[i], stage: row.stage, up: row.change > 0 }));
    const at = edges[column] ?? layout.width;
    const head = words([{ row: 'key', label: heading[key] }], at, 'right', 400, color('muted'));
    if (key === 'change') {
      return [
        head,
        words(
          cells.filter((cell) => cell.up),
          at,
          'right',
          600,
          color('optimized'),
        ),
        words(
          cells.filter((cell) => !cell.up),
          at,
          'right',
          600,
          color('muted'),
        ),
      ];
    }
    return [
      head,
      words(
        cells.filter((cell) => cell.stage),
        at,
        'right',
        600,
        color('ink'),
      ),
      words(
        cells.filter((cell) => !cell.stage),
        at,
        'right',
        400,
        color('ink'),
      ),
    ];
  });
  const keyX = { given: left + 6, optimized: left + 22 + textWidth(text.names.plans.given, LABEL_SIZE) + 22 };
  const keyText = (label: string, at: number) => words([{ row: 'key', label }], at + 11, 'left', 400, color('muted'));
  const hollow = {
    type: 'point' as const,
    shape: 'circle',
    filled: true,
    fill: color('paper'),
    stroke: color('given'),
    strokeWidth: 2,
    size: 80,
    opacity: 1,
  };
  const solid = { type: 'point' as const, filled: true, color: color('optimized'), size: 110, opacity: 1 };
  const shape = {
    field: 'direction',
    type: 'nominal' as const,
    scale: { domain: ['up', 'down', 'same'], range: ['triangle-right', 'triangle-left', 'circle'] },
    legend: null,
  };
  const marks = optimized
    ? [
        {
          data: { values: lineRows.filter((row) => row.change !== 0) },
          mark: { type: 'rule' as const, color: color('optimized'), strokeWidth: 2, opacity: 0.55 },
          encoding: { y, x: x('given'), x2: { field: 'planned' } },
        },
        { data: { values: lineRows }, mark: hollow, encoding: { y, x: x('given') } },
        { data: { values: lineRows }, mark: solid, encoding: { y, x: x('planned'), shape } },
        { data: { values: [{ row: 'key' }] }, mark: hollow, encoding: { y, x: { value: keyX.given } } },
        {
          data: { values: [{ row: 'key', direction: 'up' }] },
          mark: solid,
          encoding: { y, x: { value: keyX.optimized }, shape },
        },
        keyText(text.names.plans.given, keyX.given),
        keyText(text.names.plans.optimized, keyX.optimized),
      ]
    : [
        {
          data: { values: lineRows },
          mark: { type: 'bar' as const, color: color('gain'), height: 12 },
          encoding: { y, x: x('planned'), x2: { datum: 0 } },
        },
      ];
  return framed(frame, layout, {
    width: layout.width,
    height: { step: narrow ? 23 : 25 },
    layer: [
      ...marks,
      words(
        named.filter((row) => row.stage),
        0,
        'left',
        600,
        color('ink'),
      ),
      words(lineRows, 12, 'left', 400, color('ink')),
      ...figures,
    ],
  });
}
