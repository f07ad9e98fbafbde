// A density of profit: its figures. The report's chart and the planner's are both made of these.
import { elementAt, firstOf, lastOf } from '../../required.js';
import type { Formats } from '../figure-formats.js';
import { countIn } from '../findings/histogram.js';
import { type Figure, lossChance } from '../findings/plans.js';
import type { ReportText } from '../text/types.js';
import { topShare } from './axes.js';

/** What a density is written by. */
export interface DensityContext {
  readonly text: {
    readonly names: Pick<ReportText['names'], 'separator' | 'kpis' | 'plans'>;
    readonly charts: Pick<ReportText['charts'], 'range' | 'distribution'>;
  };
  readonly formats: Formats;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Shares of the futures between two edges each. */
function toBins(edges: readonly number[], draws: Float64Array): readonly Bin[] {
  return countIn(edges, draws).map((count, i) => ({
    from: elementAt(edges, i),
    to: elementAt(edges, i + 1),
    share: draws.length === 0 ? 0 : count / draws.length,
  }));
}

export interface Density {
  readonly bins: readonly Bin[];
  /** Of the plan that it is held against; empty: there is none. */
  readonly outline: readonly Bin[];
  readonly low: number;
  readonly high: number;
  readonly top: number;
  readonly profit: Figure | null;
  /** Share of futures that lose. */
  readonly loss: number;
}

/** @param before futures of a plan that this one is held against */
export function densityOf(
  edges: readonly number[],
  draws: Float64Array,
  profit: Figure | null,
  before: Float64Array | null = null,
): Density {
  const [bins, outline] = [toBins(edges, draws), before === null ? [] : toBins(edges, before)];
  const top = topShare([...bins, ...outline].map(({ share }) => share));
  return { bins, outline, low: firstOf(edges), high: lastOf(edges), top, profit, loss: lossChance(draws) };
}

/** Rows of a density's bins. */
export function binRows({ bins }: Density) {
  return bins.map((bin) => ({ ...bin, at: (bin.from + bin.to) / 2, loss: bin.to <= 0 }));
}

/** What a bin says of itself: its range, and its share under each plan. @param names of the plan drawn, and of the one it is held against */
export function binSays(
  { bins, outline, low, high }: Density,
  names: readonly string[],
  { text, formats }: DensityContext,
): (bin: number) => string {
  const scale = Math.max(Math.abs(low), Math.abs(high));
  return (k) => {
    const { from, to } = elementAt(bins, k);
    const range = text.charts.range(formats.estimate(from, scale), formats.estimate(to, scale));
    const shares = [bins[k], outline[k]].flatMap((bin, plan) =>
      bin === undefined ? [] : [`${names[plan] ?? ''} ${formats.share(bin.share)}`],
    );
    return [range, ...shares].join(text.names.separator);
  };
}
