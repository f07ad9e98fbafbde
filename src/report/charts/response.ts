import type { ResponseCurve } from '../../forecast/details.js';
import { elementAt, lastOf, required } from '../../required.js';
import type { ReportContext } from '../context.js';
import { responseTitle } from '../findings/headlines.js';
import { textWidth } from '../text-width.js';
import { color, LABEL_SIZE, SMALL_SIZE } from './colors.js';
import { pointedBands } from './pointed.js';
import { framed, type Layer, type Panel } from './theme.js';
import { labelLookup, niceTicks } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** Extra orders against a platform's spend, with what is spent today and what the optimised plan spends. */
export function responseChart(context: ReportContext): Chart {
  const { forecast, text, formats } = context;
  const curves = forecast.details.responses.filter((curve) => curve.points.length > 1);
  if (curves.length === 0) return { name: 'response', omitted: text.charts.response.absent };
  if (curves.every((curve) => curve.points.every((point) => point.p90 <= 0))) {
    return { name: 'response', omitted: text.charts.response.absentOrders };
  }
  const title = responseTitle(context);
  const note = text.charts.response.note;
  const { columns } = text.charts.response;
  return {
    name: 'response',
    title,
    note,
    table: {
      columns: [columns.platform, columns.spend, columns.p10, columns.p50, columns.p90],
      rows: curves.flatMap((curve) =>
        curve.points.map((point) => [
          text.names.platform(curve.platform),
          formats.estimate(point.spend),
          formats.count(point.p10, point.p90),
          formats.count(point.p50, point.p90),
          formats.count(point.p90),
        ]),
      ),
    },
    spec: (layout) => responseSpec({ title, note }, layout, curves, context),
  };
}

/** Height of a curve at a spend, between its points in a straight line. */
function heightAt(curve: ResponseCurve, spend: number): number {
  const after = curve.points.findIndex((point) => point.spend >= spend);
  const right = elementAt(curve.points, after === -1 ? curve.points.length - 1 : after);
  const left = elementAt(curve.points, Math.max(0, (after === -1 ? curve.points.length : after) - 1));
  const span = right.spend - left.spend;
  return span > 0
    ? left.p50 + ((right.p50 - left.p50) * (Math.min(spend, right.spend) - left.spend)) / span
    : right.p50;
}

function responseSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  curves: readonly ResponseCurve[],
  { text, formats }: ReportContext,
) {
  const narrow = isNarrow(layout);
  const columns = narrow ? 1 : Math.min(3, curves.length);
  const most = Math.max(...curves.flatMap((curve) => curve.points.map((point) => point.p90)), 1e-9);
  const least = Math.min(0, ...curves.flatMap((curve) => curve.points.map((point) => point.p10)));
  const spend = Math.max(...curves.map((curve) => lastOf(curve.points).spend), 1e-9);
  const [low, high] = [least < 0 ? least * 1.05 : 0, most * 1.05];
  const yTicks = niceTicks(low, high, 4).filter((tick) => tick >= low && tick <= high);
  const axisWidth = Math.max(...yTicks.map((tick) => textWidth(formats.short(tick), LABEL_SIZE))) + 28;
  const gap = 26;
  const width = (layout.width - axisWidth - gap * (columns - 1)) / columns;
  const height = narrow ? 130 : columns === 1 ? 300 : 190;
  const xTicks = niceTicks(0, spend, Math.max(1, Math.floor(width / 85))).filter((tick) => tick <= spend);
  const panels = curves.map((curve, index): Panel => {
    const first = index % columns === 0;
    const x = (field: string) => ({
      field,
      type: 'quantitative' as const,
      scale: { domain: [0, spend], nice: false },
      axis: {
        values: xTicks,
        labelExpr: labelLookup(xTicks, formats.shortMoney),
        title: text.charts.response.x,
        grid: false,
        domain: true,
        labelFlush: true,
      },
    });
    const y = (field: string) => ({
      field,
      type: 'quantitative' as const,
      scale: { domain: [low, high], nice: false },
      axis: {
        values: yTicks,
        labelExpr: first ? labelLookup(yTicks, formats.short) : "''",
        title: first ? text.charts.response.y : null,
      },
    });
    const points = { values: curve.points.map(({ spend: at, p10, p50, p90 }) => ({ spend: at, p10, p50, p90 })) };
    // The marks are named above the plot, each after its own shape, where no line or band runs through the words.
    const marker = (at: number, label: string, kind: 'given' | 'optimized', start: number): readonly Layer[] => {
      const mark =
        kind === 'given'
          ? { shape: 'circle', fill: color('paper'), stroke: color('ink'), strokeWidth: 2, size: 70 }
          : { shape: 'diamond', fill: color('optimized'), stroke: color('paper'), strokeWidth: 1, size: 130 };
      const point = { type: 'point' as const, filled: true, opacity: 1, ...mark };
      return [
        {
          data: { values: [{ spend: at, p50: heightAt(curve, at) }] },
          mark: point,
          encoding: { x: x('spend'), y: y('p50') },
        },
        { data: { values: [{}] }, mark: point, encoding: { x: { value: start + 6 }, y: { value: -12 } } },
        {
          data: { values: [{ label }] },
          mark: { type: 'text' as const, fontSize: SMALL_SIZE, align: 'left' as const },
          encoding: { x: { value: start + 15 }, y: { value: -12 }, text: { field: 'label', type: 'nominal' as const } },
        },
      ];
    };
    const today = `${text.charts.response.today} ${formats.shortMoney(curve.given)}`;
    const same = curve.optimized === null || Math.abs(curve.optimized - curve.given) < 0.005 * spend;
    return {
      title: {
        text: text.names.platform(curve.platform),
        anchor: 'start' as const,
        fontSize: 13,
        offset: 6,
        frame: 'group' as const,
      },
      width,
      height,
      layer: [
        {
          data: points,
          mark: { type: 'area' as const, color: color('optimized'), opacity: 0.18 },
          encoding: { x: x('spend'), y: y('p10'), y2: { field: 'p90' } },
        },
        {
          data: points,
          mark: { type: 'line' as const, color: color('optimized'), strokeWidth: 2.5 },
          encoding: { x: x('spend'), y: y('p50') },
        },
        ...pointedBands(
          curve.points.map(({ spend: at, p10, p50, p90 }) => ({
            spend: at,
            says: [
              `${text.names.platform(curve.platform)}${text.names.separator}${formats.shortMoney(at)}`,
              `${formats.count(p50, p90)} (${text.charts.range(formats.count(p10, p90), formats.count(p90))})`,
            ].join(text.names.separator),
          })),
          { x: x('spend'), y: { value: 0 }, y2: { value: height } },
          width / Math.max(1, curve.points.length - 1),
        ),
        ...marker(curve.given, today, 'given', 0),
        ...(same
          ? []
          : marker(
              required(curve.optimized),
              `${text.charts.response.optimized} ${formats.shortMoney(required(curve.optimized))}`,
              'optimized',
              15 + textWidth(today, SMALL_SIZE) + 16,
            )),
      ],
    };
  });
  return framed(frame, layout, {
    concat: panels,
    columns,
    spacing: { row: 104, column: gap },
    align: 'none',
    bounds: 'flush',
  });
}
