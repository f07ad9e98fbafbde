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
export function shownPeriods(periods: number, most: number): number[] {
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
