import type { RiskPoint } from '../../forecast/frontier/types.js';
import { firstOf, lastOf } from '../../required.js';
import { color, SMALL_SIZE } from '../charts/colors.js';
import { framed, type Layer } from '../charts/theme.js';
import { labelLookup, niceTicks } from '../charts/ticks.js';
import { type DrawnChart, isNarrow, type Layout } from '../charts/types.js';
import type { FrontierContext } from './context.js';

/** What the frontier says in one sentence. */
export function riskTitle({ words, goal, write, share }: FrontierContext, points: readonly RiskPoint[]): string {
  const line = points.filter(({ risk_aversion }) => risk_aversion !== null);
  const [averse, neutral] = [line.at(-1), line[0]];
  if (averse === undefined || neutral === undefined || averse === neutral) return words.risk.single(goal);
  const [mean, tail] = [neutral.mean - averse.mean, averse.cvar - neutral.cvar];
  const scale = Math.max(mean, tail);
  return words.risk.title(write(mean, scale), goal, write(tail, scale), share);
}

/** Expected value against the mean of the worst futures: the best plans joined by a line, and the plan given. */
export function riskChart(context: FrontierContext, points: readonly RiskPoint[]): DrawnChart {
  const { words, formats, write, share } = context;
  const { columns } = words.risk;
  return {
    name: 'frontier',
    title: riskTitle(context, points),
    note: words.risk.note(share),
    table: {
      columns: [columns.weight, columns.mean, columns.cvar, columns.p10, columns.p90, columns.largest],
      words: [0, 5],
      rows: points.map((point) => [
        point.risk_aversion === null ? words.risk.given : formats.share(point.risk_aversion),
        write(point.mean),
        write(point.cvar),
        formats.estimate(point.profit.p10),
        formats.estimate(point.profit.p90),
        context.largest(point, 3),
      ]),
    },
    spec: (layout) => riskSpec(context, points, layout),
  };
}

function riskSpec(context: FrontierContext, points: readonly RiskPoint[], layout: Layout) {
  const { words, goal, write, share } = context;
  const narrow = isNarrow(layout);
  const axisOf = (values: readonly number[], count: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const margin = 0.12 * (high - low || Math.abs(high) || 1);
    const domain: [number, number] = [low - margin, high + margin];
    const ticks = niceTicks(low - margin, high + margin, count).filter((t) => t >= domain[0] && t <= domain[1]);
    return { domain, ticks };
  };
  const x = axisOf(
    points.map(({ cvar }) => cvar),
    narrow ? 3 : 5,
  );
  const y = axisOf(
    points.map(({ mean }) => mean),
    narrow ? 4 : 6,
  );
  const line = points.filter(({ risk_aversion }) => risk_aversion !== null);
  const given = points.filter(({ risk_aversion }) => risk_aversion === null);
  const encoding = {
    x: {
      field: 'cvar',
      type: 'quantitative' as const,
      scale: { domain: x.domain, nice: false, zero: false },
      axis: {
        values: x.ticks,
        labelExpr: labelLookup(x.ticks, (value) => write(value)),
        title: words.risk.x(goal, share),
        domain: true,
      },
    },
    y: {
      field: 'mean',
      type: 'quantitative' as const,
      scale: { domain: y.domain, nice: false, zero: false },
      axis: { values: y.ticks, labelExpr: labelLookup(y.ticks, (value) => write(value)), title: words.risk.y(goal) },
    },
  };
  const ends = line.length > 1 ? [firstOf(line), lastOf(line)] : line;
  const middle = (x.domain[0] + x.domain[1]) / 2;
  const labelled = [
    ...ends.map((point, k) => ({
      cvar: point.cvar,
      mean: point.mean,
      label: line.length === 1 ? '' : k === 0 ? words.risk.neutral : words.risk.averse,
      below: k === 1,
    })),
    ...given.map((point) => ({ cvar: point.cvar, mean: point.mean, label: words.risk.given, below: false })),
  ];
  // The averse end is named below the line, which comes to it from above.
  const labels = (left: boolean, under: boolean): Layer[] => {
    const values = labelled.filter(({ cvar, below }) => cvar <= middle === left && below === under);
    if (values.length === 0) return [];
    return [
      {
        data: { values },
        mark: {
          type: 'text' as const,
          fontSize: SMALL_SIZE,
          align: left ? ('left' as const) : ('right' as const),
          dx: left ? 11 : -11,
          dy: under ? 14 : -11,
        },
        encoding: { ...encoding, text: { field: 'label', type: 'nominal' as const } },
      },
    ];
  };
  const rows = (list: readonly RiskPoint[]) => ({ values: list.map(({ cvar, mean }) => ({ cvar, mean })) });
  return framed({ title: riskTitle(context, points), note: words.risk.note(share) }, layout, {
    width: layout.width - (narrow ? 90 : 150),
    height: narrow ? 240 : 360,
    layer: [
      {
        data: rows(line),
        mark: { type: 'line' as const, color: color('optimized'), strokeWidth: 2, order: false },
        encoding: { ...encoding, order: { field: 'cvar', type: 'quantitative' as const } },
      },
      {
        data: rows(line),
        mark: {
          type: 'point' as const,
          shape: 'diamond',
          filled: true,
          opacity: 1,
          size: 110,
          color: color('optimized'),
        },
        encoding,
      },
      {
        data: rows(given),
        mark: {
          type: 'point' as const,
          shape: 'circle',
          filled: true,
          opacity: 1,
          size: 90,
          fill: color('paper'),
          stroke: color('ink'),
          strokeWidth: 2,
        },
        encoding,
      },
      ...[true, false].flatMap((left) => [true, false].flatMap((under) => labels(left, under))),
    ],
  });
}
