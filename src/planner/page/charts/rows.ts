import type { Band } from '../../../forecast/details.js';

/** Bins of a live density: few enough to be drawn at every move. */
const BINS = 40;
/** Share of futures beyond the picture on either side. */
const CUT = 0.005;

/** A density's bins, with what is shown at the pointer. */
export function densityRows(draws: Float64Array, write: (value: number) => string): readonly object[] {
  const sorted = Float64Array.from(draws).sort();
  const low = sorted[Math.floor(CUT * (sorted.length - 1))] ?? 0;
  const high = sorted[Math.ceil((1 - CUT) * (sorted.length - 1))] ?? 0;
  if (!(high > low)) return [];
  const width = (high - low) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of draws) {
    const bin = Math.floor((value - low) / width);
    if (bin >= 0 && bin < BINS) counts[bin]!++;
  }
  return counts.map((count, bin) => {
    const from = low + bin * width;
    return {
      from,
      to: from + width,
      share: count / draws.length,
      loss: from + width / 2 < 0,
      tip: `${write(from)} – ${write(from + width)}: ${((100 * count) / draws.length).toFixed(1)} %`,
    };
  });
}

/** A fan's bands by period, with what is shown at the pointer. */
export function fanRows(
  bands: readonly Band[],
  periods: readonly string[],
  write: (value: number) => string,
): readonly object[] {
  return bands.map(({ p10, p50, p90 }, t) => ({
    t: t + 1,
    p10,
    p50,
    p90,
    tip: `${periods[t] ?? t + 1}: P10 ${write(p10)}, P50 ${write(p50)}, P90 ${write(p90)}`,
  }));
}
