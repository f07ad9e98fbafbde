import { elementAt } from '../../required.js';

/** Round numbers that cover a range with about `count` steps: 1, 2 or 5 times a power of ten apart. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? 10 * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiples by whole numbers, so that 0.3 stays 0.3.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A Vega expression that writes an axis value by looking it up: figures keep the scenario's forms in any viewer. */
export function labelLookup(values: readonly number[], write: (value: number) => string): string {
  const table = Object.fromEntries(values.map((value) => [String(value), write(value)]));
  return `${JSON.stringify(table)}[datum.value] || ''`;
}

/** Positions at least `gap` apart, as near as possible to those wanted and in the same order, within [low, high]. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => elementAt(wanted, a) - elementAt(wanted, b) || a - b);
  const placed = new Array<number>(wanted.length).fill(0);
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(floor, elementAt(wanted, i));
    floor = elementAt(placed, i) + gap;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    placed[i] = Math.min(ceiling, elementAt(placed, i));
    ceiling = elementAt(placed, i) - gap;
  }
  return placed;
}
