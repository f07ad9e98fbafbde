import type { Stage } from '../../scenario/types.js';
import { isFunnelLine, STAGES } from '../../scenario/types.js';
import type { ReportContext } from '../context.js';
import { funnelTitle } from '../findings/headlines.js';
import { type Figure, figure } from '../findings/plans.js';
import { textWidth } from '../text-width.js';
import { color, LABEL_SIZE, SMALL_SIZE } from './colors.js';
import { pointedBands } from './pointed.js';
import { besideNames, framed, type Panel as PanelSpec } from './theme.js';
import { type Chart, isNarrow, type Layout } from './types.js';

const STEPS = ['impressions', 'reach', 'views', 'clicks', 'conversions'] as const;

interface Panel {
  readonly name: string;
  readonly rows: readonly { readonly stage: Stage; readonly name: string; readonly figure: Figure }[];
}

/** Each stage's people and their acts, from impressions to conversions. */
export function funnelChart(context: ReportContext): Chart {
  const { text, formats, plan } = context;
  const { scenario } = context.forecast;
  if (!scenario.lines.some(isFunnelLine)) return { name: 'funnel', omitted: text.charts.funnel.fitted };
  const groups = plan.result.kpis.stages;
  const stages = STAGES.filter((stage) => groups[stage] !== undefined);
  const panels: readonly Panel[] = STEPS.map((step) => ({
    name: text.names.kpis[step] ?? step,
    rows: stages.flatMap((stage) => {
      const found = figure(groups[stage], step);
      return found === null ? [] : [{ stage, name: text.names.stages[stage], figure: found }];
    }),
  })).filter((panel) => panel.rows.length > 0);
  if (panels.length === 0) return { name: 'funnel', omitted: text.charts.funnel.absent };
  const title = funnelTitle(context);
  const note = text.charts.funnel.note;
  return {
    name: 'funnel',
    title,
    note,
    table: {
      columns: [text.charts.funnel.columns.stage, ...panels.map((panel) => panel.name)],
      rows: stages.map((stage) => [
        text.names.stages[stage],
        ...panels.map((panel) => {
          const found = panel.rows.find((row) => row.stage === stage)?.figure;
          if (found === undefined) return '';
          return `${formats.count(found.p50, found.p90)} (${text.charts.range(formats.count(found.p10, found.p90), formats.count(found.p90))})`;
        }),
      ]),
    },
    spec: (layout) => funnelSpec({ title, note }, layout, panels, stages, context),
  };
}

function funnelSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  panels: readonly Panel[],
  stages: readonly Stage[],
  { text, formats }: ReportContext,
) {
  const narrow = isNarrow(layout);
  const columns = narrow ? 1 : panels.length;
  const nameWidth = besideNames(Math.max(...stages.map((stage) => textWidth(text.names.stages[stage], LABEL_SIZE))));
  const gap = 22;
  const width = (layout.width - nameWidth - gap * (columns - 1)) / columns;
  const step = narrow ? 36 : 60;
  const rangeOf = ({ p10, p90 }: Figure): string => {
    const written = [p10, p90].map((value) => formats.count(value, p90)).join(text.names.dash);
    if (narrow || textWidth(written, SMALL_SIZE) <= width + gap / 2) return written;
    return [p10, p90].map((value) => formats.short(Number(value.toPrecision(2)))).join(text.names.dash);
  };
  const single = panels.map((panel, index): PanelSpec => {
    // The names stand at the left of the first panel of each row of panels.
    const named = narrow || index === 0;
    const top = Math.max(...panel.rows.map((row) => row.figure.p90), 1e-9);
    const data = {
      values: panel.rows.map(({ name, figure: f }) => ({
        name,
        p10: f.p10,
        p50: f.p50,
        p90: f.p90,
        zero: 0,
        // As in the table below: one figure, one rounding.
        label: formats.count(f.p50, f.p90),
        range: rangeOf(f),
      })),
    };
    const y = {
      field: 'name',
      type: 'nominal' as const,
      scale: { domain: stages.map((stage) => text.names.stages[stage]) },
      axis: null,
    };
    const x = (field: string) => ({
      field,
      type: 'quantitative' as const,
      scale: { domain: [0, top], nice: false },
      axis: null,
    });
    const shift = narrow ? 8 : 2;
    const lift = narrow ? -8 : -14;
    return {
      title: {
        text: panel.name,
        anchor: 'start' as const,
        fontSize: 13,
        fontWeight: 600,
        offset: 6,
        frame: 'group' as const,
      },
      width,
      height: { step },
      data,
      layer: [
        {
          mark: { type: 'bar' as const, color: color('gain'), height: narrow ? 10 : 12, yOffset: shift },
          encoding: { y, x: x('zero'), x2: { field: 'p50' } },
        },
        {
          mark: { type: 'rule' as const, color: color('ink'), strokeWidth: 1.4, yOffset: shift },
          encoding: { y, x: x('p10'), x2: { field: 'p90' } },
        },
        ...(['p10', 'p90'] as const).map((end) => ({
          mark: {
            type: 'tick' as const,
            color: color('ink'),
            thickness: 1.4,
            size: 8,
            yOffset: shift,
            orient: 'vertical' as const,
          },
          encoding: { y, x: x(end) },
        })),
        {
          mark: { type: 'text' as const, align: 'left' as const, fontWeight: 600, yOffset: lift },
          encoding: { y, x: { value: 0 }, text: { field: 'label', type: 'nominal' as const } },
        },
        {
          mark: {
            type: 'text' as const,
            align: narrow ? ('right' as const) : ('left' as const),
            fontSize: SMALL_SIZE,
            color: color('muted'),
            yOffset: narrow ? lift : 18,
          },
          encoding: { y, x: { value: narrow ? width : 0 }, text: { field: 'range', type: 'nominal' as const } },
        },
        ...(named
          ? [
              {
                mark: { type: 'text' as const, align: 'left' as const, yOffset: lift },
                encoding: { y, x: { value: -nameWidth }, text: { field: 'name', type: 'nominal' as const } },
              },
            ]
          : []),
        ...pointedBands(
          panel.rows.map(({ name, figure: f }) => ({
            name,
            says: [
              `${panel.name}${text.names.separator}${name}`,
              `${formats.count(f.p50, f.p90)} (${text.charts.range(formats.count(f.p10, f.p90), formats.count(f.p90))})`,
            ].join(text.names.separator),
          })),
          { y, x: { value: 0 }, x2: { value: width } },
          step,
        ),
      ],
    };
  });
  return framed(frame, layout, {
    concat: single,
    columns,
    spacing: { row: 42, column: gap },
    align: 'none',
    bounds: 'flush',
  });
}
