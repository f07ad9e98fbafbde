import { elementAt, lastOf } from '../../required.js';
import type { Table } from '../content/table.js';
import type { ReportContext } from '../context.js';
import { figure } from '../findings/plans.js';
import { textWidth } from '../text-width.js';
import { rangeWithZero, shownPeriods } from './axes.js';
import { endLabels, type NamedCourse } from './labels.js';
import { courseLayers, zeroLayer } from './layers.js';
import { pointedBands, rowSays } from './pointed.js';
import { color, framed, LABEL_SIZE, type Layer } from './theme.js';
import { labelLookup, niceTicks, spread } from './ticks.js';
import { isNarrow, type Layout } from './types.js';

const FIELDS = { at: 'period', low: 'p10', middle: 'p50', high: 'p90' } as const;

export interface Fan {
  readonly title: string;
  readonly note: string;
  readonly axis: string;
  readonly series: readonly NamedCourse[];
  readonly write: (value: number, scale: number) => string;
  readonly writeAxis: (value: number) => string;
  /** Draws the line between loss and profit where the picture reaches below it. */
  readonly zero: string | null;
}

/** "Week 3", or its last day where the plan has a start. */
function periodNames({ forecast, text, formats }: ReportContext, short: boolean): readonly string[] {
  const { periods, unit } = forecast.scenario.horizon;
  return Array.from({ length: periods }, (_, period) => {
    const end = formats.periodEnd(period);
    if (end !== null) return short ? formats.shortDate(end) : formats.date(end);
    return short ? String(period + 1) : `${text.names.period[unit]} ${period + 1}`;
  });
}

/** How to read a fan, and what it leaves out. */
export function fanNote({ forecast, text, formats, shown, plan }: ReportContext): string {
  const words = text.charts.fan;
  const both = shown.length > 1;
  const single = forecast.scenario.horizon.periods === 1;
  const reading = single ? (both ? words.noteSingleBoth : words.noteSingle) : both ? words.noteBoth : words.note;
  const tail = figure(plan.result.kpis.total, 'tail');
  return tail !== null && tail.mean >= 0.5 ? `${reading} ${words.tail(formats.count(tail.mean))}` : reading;
}

export function fanTable(context: ReportContext, fan: Fan): Table {
  const { columns } = context.text.charts.fan;
  const names = periodNames(context, false);
  const scale = Math.max(
    ...fan.series.flatMap(({ bands }) => bands.flatMap((b) => [Math.abs(b.p10), Math.abs(b.p90)])),
    0,
  );
  const many = fan.series.length > 1;
  return {
    columns: [
      columns.period,
      ...fan.series.flatMap(({ label }) =>
        [columns.p10, columns.p50, columns.p90].map((c) => (many ? `${label}${context.text.names.separator}${c}` : c)),
      ),
    ],
    rows: names.map((name, period) => [
      name,
      ...fan.series.flatMap(({ bands }) => {
        const band = bands[period];
        return band === undefined
          ? ['', '', '']
          : [band.p10, band.p50, band.p90].map((value) => fan.write(value, scale));
      }),
    ]),
  };
}

/** A band and a line for each plan against the periods' ends, labelled at the right edge. */
export function fanSpec(context: ReportContext, fan: Fan, layout: Layout) {
  const narrow = isNarrow(layout);
  const { text } = context;
  const periods = context.forecast.scenario.horizon.periods;
  const single = periods === 1;
  const height = narrow ? 230 : 340;
  const all = fan.series.flatMap(({ bands }) => bands.flatMap((band) => [band.p10, band.p50, band.p90]));
  const [low, high] = rangeWithZero(all);
  const ticks = niceTicks(low, high, narrow ? 4 : 6).filter((tick) => tick >= low && tick <= high);
  const pixel = (value: number) => height * (1 - (value - low) / (high - low || 1));
  const main = lastOf(fan.series);
  const labels = endLabels(fan.series, fan.write);
  const placed = spread(
    labels.map(({ at }) => pixel(at)),
    17,
    -4,
    height + 4,
  );
  const room = Math.max(
    0,
    ...labels.map((l) => textWidth(l.text, LABEL_SIZE, l.kind === 'edge' ? 'regular' : 'semibold')),
  );
  const axisWidth = Math.max(...ticks.map((tick) => textWidth(fan.writeAxis(tick), LABEL_SIZE)));
  const width = Math.max(120, layout.width - axisWidth - room - 22);

  const names = periodNames(context, true);
  const shown = shownPeriods(periods, Math.max(2, Math.floor(width / (narrow ? 62 : 76))));
  const x = {
    field: 'period',
    type: 'quantitative' as const,
    scale: single ? { domain: [0, 1.08], nice: false } : { domain: [1, periods], nice: false },
    axis: {
      values: shown,
      labelExpr: labelLookup(shown, (period) => names[period - 1] ?? ''),
      title: context.formats.periodEnd(0) === null ? text.names.period[context.forecast.scenario.horizon.unit] : null,
      grid: false,
      domain: true,
      ticks: true,
      labelBound: false,
      labelFlush: true,
    },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false, zero: false },
    axis: {
      values: ticks,
      labelExpr: labelLookup(ticks, fan.writeAxis),
      title: fan.axis,
      titleAngle: 0,
      titleAlign: 'left' as const,
      titleAnchor: 'start' as const,
      titleX: -axisWidth - 6,
      titleY: -14,
      titleBaseline: 'bottom' as const,
    },
  });
  const layers = fan.series.flatMap((series): Layer[] => {
    const paint = color(series.kind === 'optimized' || fan.series.length === 1 ? 'optimized' : 'given');
    const dashed = series !== main;
    const data = {
      values: series.bands.map((band, i) => ({ period: i + 1, p10: band.p10, p50: band.p50, p90: band.p90 })),
    };
    const offset = single && fan.series.length > 1 ? (series === main ? 16 : -16) : 0;
    if (single) {
      return [
        {
          data,
          mark: { type: 'rule' as const, color: paint, strokeWidth: 8, opacity: dashed ? 0.35 : 0.3, xOffset: offset },
          encoding: { x, y: y('p10'), y2: { field: 'p90' } },
        },
        {
          data,
          mark: {
            type: 'point' as const,
            filled: true,
            size: 90,
            opacity: 1,
            color: paint,
            shape: dashed ? 'diamond' : 'circle',
            xOffset: offset,
          },
          encoding: { x, y: y('p50') },
        },
      ];
    }
    return courseLayers({ x: () => x, y }, FIELDS, paint, { data, other: dashed });
  });
  const paints = { given: color('muted'), optimized: color('optimized'), edge: color('muted') };
  const labelLayers = labels.map(
    (label, i): Layer => ({
      data: { values: [{ text: label.text }] },
      mark: {
        type: 'text' as const,
        align: 'left' as const,
        fontWeight: label.kind === 'edge' ? 400 : 600,
        color: label.kind === 'given' && fan.series.length === 1 ? paints.optimized : paints[label.kind],
      },
      encoding: {
        x: { value: width + 8 },
        y: { value: elementAt(placed, i) },
        text: { field: 'text', type: 'nominal' as const },
      },
    }),
  );
  const zeroLayers: Layer[] = fan.zero !== null && low < 0 ? [zeroLayer({ y }, color('ink'), { text: fan.zero })] : [];
  const table = fanTable(context, fan);
  const pointed = pointedBands(
    table.rows.map((_, i) => ({ period: i + 1, says: rowSays(table, i, text.names.separator) })),
    { x: single ? { value: width / 2 } : x, y: { value: 0 }, y2: { value: height } },
    single ? width : width / (periods - 1),
  );
  return framed(fan, layout, { width, height, layer: [...layers, ...zeroLayers, ...labelLayers, ...pointed] });
}
