import { niceTicks } from './ticks.js';

// What axes reach and name, and how they look: in the report's charts, and in the planner's, whose axes follow figures that move.

/** From where to where an axis of amounts reaches that has 0 on it. */
export function rangeWithZero(amounts: readonly number[]): readonly [low: number, high: number] {
  const [least, most] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const margin = 0.04 * (most - least || 1);
  return [least < 0 ? least - margin : 0, most > 0 || least === 0 ? most + margin : 0];
}

/** Highest share on the axis of a density. */
export function topShare(shares: readonly number[]): number {
  return 1.06 * Math.max(...shares);
}

/** Periods that are named, counted from 1, of which there is room for so many; the last one always is. */
function shownPeriods(periods: number, most: number): number[] {
  const every = Math.max(1, Math.ceil((periods - 1) / Math.max(1, most - 1)));
  const shown: number[] = [];
  for (let period = periods; period >= 1; period -= every) shown.push(period);
  return shown.reverse();
}

/** Lines where there is something to be read off, and no others. @param size of words, in pixels */
export function axisStyle(
  { words, grid, rule }: { readonly words: string; readonly grid: string; readonly rule: string },
  size: number,
) {
  return {
    labelColor: words,
    labelFontSize: size,
    labelPadding: 6,
    titleColor: words,
    titleFontSize: size,
    titleFontWeight: 400 as const,
    gridColor: grid,
    domainColor: rule,
    tickColor: rule,
    ticks: false,
    domain: false,
  };
}

/** An axis: what it reaches from and to, and its labels with their units. */
export interface AxisScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** By the tick, written out. */
  readonly labels: Readonly<Record<string, string>>;
  /** What is counted along it, where that is said. */
  readonly title?: string;
}

/** An axis with about so many round numbers on it. @param write a figure, its unit with it */
export function axisOf(low: number, high: number, count: number, write: (value: number) => string): AxisScale {
  const ticks = niceTicks(low, high, count).filter((tick) => tick >= low && tick <= high);
  return { low, high, ticks, labels: Object.fromEntries(ticks.map((tick) => [String(tick), write(tick)])) };
}

/** An axis of amounts that has 0 on it. */
export function axisFromZero(amounts: readonly number[], count: number, write: (value: number) => string): AxisScale {
  return axisOf(...rangeWithZero(amounts), count, write);
}

/** An axis of periods, counted from 1, of which as many are named as there is room for. */
export function axisOfPeriods(names: readonly string[], most: number): AxisScale {
  const ticks = shownPeriods(names.length, most);
  return {
    low: 1,
    high: names.length,
    ticks,
    labels: Object.fromEntries(ticks.map((tick) => [String(tick), names[tick - 1] ?? ''])),
  };
}

type Followed<T> = T | { readonly expr: string };

/** What an axis is drawn by: its scale, or signals that follow one. */
interface AxisSource {
  readonly domain: Followed<[number, number]>;
  readonly values: Followed<number[]>;
  readonly labelExpr: string;
  readonly title: string | null;
}

/** An axis that stays as it is. */
export function fixedAxis({ low, high, ticks, labels, title }: AxisScale): AxisSource {
  const labelExpr = `${JSON.stringify(labels)}[datum.value] || ''`;
  return { domain: [low, high], values: [...ticks], labelExpr, title: title ?? null };
}

/** An axis by the signals of `axisSignals`: figures move it, and nothing is compiled anew. */
export function followingAxis(axis: 'x' | 'y', title: string | null): AxisSource {
  return {
    domain: { expr: `${axis}Domain` },
    values: { expr: `${axis}Ticks` },
    labelExpr: `${axis}Labels[datum.value] || ''`,
    title,
  };
}

/** Values of the signals that an axis follows. */
export function axisSignals(axis: 'x' | 'y', { low, high, ticks, labels }: AxisScale): Record<string, unknown> {
  return { [`${axis}Domain`]: [low, high], [`${axis}Ticks`]: ticks, [`${axis}Labels`]: labels };
}

const figures = (field: string) => ({ field, type: 'quantitative' as const });

/** A channel along the foot of a plot. @param look what else its axis has */
export function alongFoot({ domain, values, labelExpr, title }: AxisSource, mirrored: boolean, look: object = {}) {
  return (field: string) => ({
    ...figures(field),
    scale: { domain, nice: false, zero: false, ...(mirrored ? { reverse: true } : {}) },
    axis: { values, labelExpr, title, grid: false, domain: true, ticks: true, labelFlush: true, ...look },
  });
}

/** A channel up the side of a plot where reading begins. @param titleX where its title begins, over its labels */
export function upSide(
  { domain, values, labelExpr, title }: AxisSource,
  mirrored: boolean,
  titleX: Followed<number>,
  look: object = {},
) {
  return (field: string) => ({
    ...figures(field),
    scale: { domain, nice: false, zero: false },
    axis: {
      values,
      labelExpr,
      title,
      titleAngle: 0,
      titleAlign: mirrored ? ('right' as const) : ('left' as const),
      titleAnchor: 'start' as const,
      titleX,
      titleY: -14,
      titleBaseline: 'bottom' as const,
      ...(mirrored ? { orient: 'right' as const } : {}),
      ...look,
    },
  });
}
