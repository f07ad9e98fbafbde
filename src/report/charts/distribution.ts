import { elementAt, firstOf, lastOf } from '../../required.js';
import type { Table } from '../content/table.js';
import type { ReportContext } from '../context.js';
import { distributionTitle } from '../findings/headlines.js';
import { binEdges, countIn } from '../findings/histogram.js';
import { figure, lossChance } from '../findings/plans.js';
import { textWidth } from '../text-width.js';
import { topShare } from './axes.js';
import { quantileLabels, sidePlaces } from './labels.js';
import { binLayer, quantileLayer } from './layers.js';
import { pointedBoxes, rowSays } from './pointed.js';
import { color, framed, LABEL_SIZE, type Layer, layerOver, SMALL_SIZE, WIDER_FONT } from './theme.js';
import { labelLookup, niceTicks, spread } from './ticks.js';
import { type Chart, isNarrow, type Layout } from './types.js';

/** Futures that are worth no row of their own at the end of a table. */
const FEW = 0.01;

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

function toBins(edges: readonly number[], draws: Float64Array): readonly Bin[] {
  return countIn(edges, draws).map((count, i) => ({
    from: elementAt(edges, i),
    to: elementAt(edges, i + 1),
    share: draws.length === 0 ? 0 : count / draws.length,
  }));
}

/** A bin of the plan followed, and of the plan given where both are drawn. */
type Row = readonly [Bin, Bin | undefined];

/** The bins as rows of a table: those at either end that hold less than a hundredth of all futures, under both plans, in one row. */
function tailsTogether(bins: readonly Bin[], outline: readonly Bin[]): readonly Row[] {
  const few = (from: number, to: number): boolean =>
    [bins, outline].every((all) => all.slice(from, to).reduce((sum, { share }) => sum + share, 0) < FEW);
  let [first, last] = [0, bins.length];
  while (first + 1 < last && few(0, first + 1)) first++;
  while (last - 1 > first && few(last - 1, bins.length)) last--;
  const together = (all: readonly Bin[], from: number, to: number): Bin => ({
    from: elementAt(all, from).from,
    to: elementAt(all, to - 1).to,
    share: all.slice(from, to).reduce((sum, { share }) => sum + share, 0),
  });
  const row = (from: number, to: number): Row => [
    together(bins, from, to),
    outline.length === 0 ? undefined : together(outline, from, to),
  ];
  const middle = Array.from({ length: last - first }, (_, k) => row(first + k, first + k + 1));
  return [...(first > 0 ? [row(0, first)] : []), ...middle, ...(last < bins.length ? [row(last, bins.length)] : [])];
}

/** Profit over the draws, its losing side marked. */
export function distributionChart(context: ReportContext): Chart {
  const { text, formats, plan, given } = context;
  const name = 'profit-distribution';
  const edges = binEdges([plan, given].map(({ details }) => details.profit));
  if (edges === null) {
    return { name, omitted: text.charts.distribution.same(formats.estimate(plan.details.profit[0] ?? 0)) };
  }
  const bins = toBins(edges, plan.details.profit);
  const outline = plan === given ? [] : toBins(edges, given.details.profit);
  const beyond = 1 - bins.reduce((sum, bin) => sum + bin.share, 0);
  const draws = formats.whole(plan.details.profit.length);
  const reading = (plan === given ? text.charts.distribution.note : text.charts.distribution.noteBoth)(draws);
  const note = beyond > 1e-9 ? `${reading} ${text.charts.distribution.beyond(formats.share(beyond))}` : reading;
  const title = distributionTitle(context);
  const scale = Math.max(Math.abs(firstOf(edges)), Math.abs(lastOf(edges)));
  const { columns } = text.charts.distribution;
  const written = ([bin, before]: Row): string[] => [
    formats.estimate(bin.from, scale),
    formats.estimate(bin.to, scale),
    formats.share(bin.share),
    ...(before === undefined ? [] : [formats.share(before.share)]),
  ];
  const table: Table = {
    columns: [
      columns.from,
      columns.to,
      ...[plan, ...(plan === given ? [] : [given])].map(({ kind }) => text.names.plans[kind]),
    ],
    rows: tailsTogether(bins, outline).map(written),
  };
  const each = { ...table, rows: bins.map((bin, i) => written([bin, outline[i]])) };
  const says = (bin: number): string => rowSays(each, bin, text.names.separator, text.charts.range);
  return {
    name,
    title,
    note,
    table,
    spec: (layout) => distributionSpec({ title, note }, layout, bins, outline, context, says),
  };
}

function distributionSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  bins: readonly Bin[],
  outline: readonly Bin[],
  { text, formats, plan }: ReportContext,
  says: (bin: number) => string,
) {
  const narrow = isNarrow(layout);
  const height = narrow ? 210 : 290;
  const [low, high] = [firstOf(bins).from, lastOf(bins).to];
  const shares = [...bins, ...outline].map(({ share }) => share);
  const tallest = Math.max(...shares);
  const top = topShare(shares);
  const shareTicks = niceTicks(0, tallest, 5).filter((tick) => tick <= top);
  const axisWidth = Math.max(...shareTicks.map((tick) => textWidth(formats.share(tick), LABEL_SIZE)));
  const width = layout.width - axisWidth - 12;
  const pixel = (value: number) => ((value - low) / (high - low)) * width;
  const ticks = niceTicks(low, high, Math.max(2, Math.floor(width / 95))).filter((tick) => tick >= low && tick <= high);
  const x = {
    field: 'from',
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false, zero: false },
    axis: {
      values: ticks,
      labelExpr: labelLookup(ticks, formats.shortMoney),
      title: text.names.kpis.profit ?? null,
      grid: false,
      ticks: true,
      domain: true,
      labelFlush: false,
    },
  };
  const y = {
    field: 'share',
    type: 'quantitative' as const,
    scale: { domain: [0, top], nice: false },
    axis: {
      values: shareTicks,
      labelExpr: labelLookup(shareTicks, formats.share),
      title: null,
    },
  };
  const bars = (losing: boolean): Layer =>
    binLayer({ x: () => x, y: () => y }, color(losing ? 'loss' : 'gain'), {
      data: { values: bins.filter((bin) => (losing ? bin.to <= 0 : bin.from >= 0)) },
      narrow,
    });
  const steps = outline.flatMap((bin) => [
    { from: bin.from, share: bin.share },
    { from: bin.to, share: bin.share },
  ]);
  const profit = figure(plan.result.kpis.total, 'profit');
  const labels = quantileLabels(profit, [low, high], narrow, formats);
  const widest = Math.max(
    0,
    ...labels.map(({ lines }) => Math.max(...lines.map((line) => textWidth(line, SMALL_SIZE, 'semibold')))),
  );
  const places = spread(
    labels.map(({ at }) => pixel(at)),
    widest * WIDER_FONT + 8,
    widest / 2,
    width - widest / 2,
  );
  const chance = lossChance(plan.details.profit);
  const zero = pixel(0);
  const side = (label: string, at: number, paint: string): Layer => ({
    data: { values: [{ label }] },
    mark: { type: 'text', align: 'left', fontWeight: 600, fontSize: 13, color: paint },
    encoding: {
      x: { value: at },
      y: { value: narrow ? -44 : -34 },
      text: { field: 'label', type: 'nominal' },
    },
  });
  const lossLabel = text.charts.distribution.loss(formats.share(chance));
  const gainLabel = text.charts.distribution.gain(formats.share(1 - chance));
  const [lossWidth, gainWidth] = [lossLabel, gainLabel].map(
    (label) => WIDER_FONT * textWidth(label, 13, 'semibold'),
  ) as [number, number];
  const { lossAt, gainAt, between } = sidePlaces(zero, width, lossWidth, gainWidth);
  // In two pieces: the quantiles' figures stand between them.
  const zeroRule = (from: number, to: number): Layer => ({
    data: { values: [{ from: 0 }] },
    mark: { type: 'rule', color: color('ink'), strokeWidth: 1.5, y: from, y2: to },
    encoding: { x },
  });
  return framed(frame, layout, {
    width,
    height,
    layer: [
      ...(bins.some((bin) => bin.to <= 0) ? [bars(true)] : []),
      ...(bins.some((bin) => bin.from >= 0) ? [bars(false)] : []),
      ...layerOver(steps, {
        mark: { type: 'line', color: color('ink'), strokeWidth: 1.3, strokeDash: [4, 3], opacity: 0.75 },
        encoding: { x, y },
      }),
      ...labels.map(({ at, middle }) =>
        quantileLayer({ x: () => x }, color('ink'), { data: { values: [{ from: at }] }, middle }),
      ),
      ...labels.flatMap(({ lines, middle }, i) =>
        layerOver([{ label: lines }], {
          mark: {
            type: 'text',
            align: 'center',
            baseline: 'bottom',
            fontSize: SMALL_SIZE,
            lineHeight: 14,
            fontWeight: middle ? 600 : 400,
          },
          encoding: {
            x: { value: elementAt(places, i) },
            y: { value: -6 - 14 * (lines.length - 1) },
            text: { field: 'label', type: 'nominal' },
          },
        }),
      ),
      ...(low < 0 && high > 0
        ? [
            zeroRule(0, height),
            ...(between ? [zeroRule(narrow ? -52 : -44, narrow ? -36 : -25)] : []),
            side(lossLabel, lossAt, color('loss')),
            side(gainLabel, gainAt, color('optimized')),
          ]
        : []),
      ...pointedBoxes(
        bins.map((bin, i) => ({ from: bin.from, to: bin.to, says: says(i) })),
        { x: { ...x, bin: 'binned' as const }, x2: { field: 'to' }, y: { value: 0 }, y2: { value: height } },
      ),
    ],
  });
}
