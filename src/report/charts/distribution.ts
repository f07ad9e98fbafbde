import { elementAt, firstOf, lastOf } from '../../required.js';
import type { Table } from '../content/table.js';
import type { ReportContext } from '../context.js';
import { distributionTitle } from '../findings/headlines.js';
import { binEdges } from '../findings/histogram.js';
import { figure } from '../findings/plans.js';
import { textWidth } from '../text-width.js';
import { alongFoot, axisOf, fixedAxis, upSide } from './axes.js';
import { LABEL_SIZE } from './colors.js';
import { type Bin, binRows, binSays, type Density, densityOf } from './density.js';
import { densityLayers, densitySets } from './density-layers.js';
import { paper } from './paper.js';
import { pointedBoxes } from './pointed.js';
import { written } from './sheet.js';
import { framed } from './theme.js';
import type { Chart, Layout } from './types.js';

/** Futures that are worth no row of their own at the end of a table. */
const FEW = 0.01;

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
  const before = plan === given ? null : given.details.profit;
  const density = densityOf(edges, plan.details.profit, figure(plan.result.kpis.total, 'profit'), before);
  const { bins, outline } = density;
  const beyond = 1 - bins.reduce((sum, bin) => sum + bin.share, 0);
  const draws = formats.whole(plan.details.profit.length);
  const reading = (plan === given ? text.charts.distribution.note : text.charts.distribution.noteBoth)(draws);
  const note = beyond > 1e-9 ? `${reading} ${text.charts.distribution.beyond(formats.share(beyond))}` : reading;
  const title = distributionTitle(context);
  const scale = Math.max(Math.abs(firstOf(edges)), Math.abs(lastOf(edges)));
  const { columns } = text.charts.distribution;
  const cells = ([bin, before]: Row): string[] => [
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
    rows: tailsTogether(bins, outline).map(cells),
  };
  const says = binSays(density, table.columns.slice(2), context);
  return {
    name,
    title,
    note,
    table,
    spec: (layout) => distributionSpec({ title, note }, layout, density, context, says),
  };
}

function distributionSpec(
  frame: { readonly title: string; readonly note: string },
  layout: Layout,
  density: Density,
  context: ReportContext,
  says: (bin: number) => string,
) {
  const { formats, text } = context;
  const sheet = paper(layout);
  const height = sheet.narrow ? 210 : 290;
  const { low, high, top, bins } = density;
  const shares = axisOf(0, top, 5, formats.share);
  const axisWidth = Math.max(...Object.values(shares.labels).map((label) => textWidth(label, LABEL_SIZE)));
  const width = layout.width - axisWidth - 12;
  const amounts = axisOf(low, high, Math.max(2, Math.floor(width / 95)), formats.shortMoney);
  const x = alongFoot(fixedAxis({ ...amounts, title: text.names.kpis.profit ?? '' }), false, { labelFlush: false });
  const y = upSide(fixedAxis(shares), false, 0);
  return framed(frame, layout, {
    width,
    height,
    data: { values: binRows(density) },
    layer: [
      ...densityLayers({ x, y }, sheet, written(densitySets(density, context, sheet, { width, height }))),
      ...pointedBoxes(
        bins.map((bin, i) => ({ from: bin.from, to: bin.to, says: says(i) })),
        { x: { ...x('from'), bin: 'binned' as const }, x2: { field: 'to' }, y: { value: 0 }, y2: { value: height } },
      ),
    ],
  });
}
