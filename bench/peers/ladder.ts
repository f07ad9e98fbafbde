import { median, quantileSorted, sampleStandardDeviation } from 'simple-statistics';

/** What is to be known of a figure. */
export const STATISTICS = ['mean', 'P10', 'P50', 'P90'] as const;

/** What a number of draws comes to. */
export interface Rung {
  readonly draws: number;
  /** Of `STATISTICS`: their scatter over seeds, as shares of the figure's standard deviation. */
  readonly errors: readonly number[];
  /** Processor time of one set of draws, the median over seeds. */
  readonly seconds: number;
}

/** From 256 draws up, twice as many each time. */
export type Ladder = readonly Rung[];

/**
 * Draws until every statistic's scatter is small enough.
 *
 * @param accuracy share of the standard deviation
 * @param most draws
 * @param replicates sets of draws, each of a seed of its own
 * @param drawn the figure's draws
 */
export async function accuracyOf(
  accuracy: number,
  most: number,
  replicates: number,
  drawn: (draws: number, replicate: number) => Promise<ArrayLike<number>>,
): Promise<Ladder> {
  const ladder: Rung[] = [];
  // Code that isn't compiled yet would be timed otherwise.
  await drawn(4096, replicates);
  for (let draws = 256; draws <= most; draws *= 2) {
    const figures: number[][] = STATISTICS.map(() => []);
    const [deviations, seconds]: [number[], number[]] = [[], []];
    for (let replicate = 0; replicate < replicates; replicate++) {
      const before = process.cpuUsage();
      const values = await drawn(draws, replicate);
      const { user, system } = process.cpuUsage(before);
      seconds.push((user + system) / 1e6);
      const sorted = Float64Array.from(values).sort();
      const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
      const known = [mean, ...[0.1, 0.5, 0.9].map((p) => quantileSorted(sorted as unknown as number[], p))];
      for (const [k, value] of known.entries()) figures[k]!.push(value);
      deviations.push(Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length));
    }
    const sd = median(deviations);
    const errors = figures.map((own) => sampleStandardDeviation(own) / sd);
    ladder.push({ draws, errors, seconds: median(seconds) });
    if (Math.max(...errors) <= accuracy) break;
  }
  return ladder;
}

/** The first number of draws at which a statistic is known well enough; `null` where none was. */
export function reached(ladder: Ladder, statistic: number, accuracy: number): Rung | null {
  return ladder.find(({ errors }) => errors[statistic]! <= accuracy) ?? null;
}
