import { quantile } from '../../distributions/index.js';
import { normalQuantile } from '../../distributions/normal.js';
import { type BenchmarkMetric, benchmark } from '../../scenario/benchmarks/index.js';
import { PLATFORMS, type Platform, type Stage } from '../../scenario/types.js';
import type { Ground } from '../../scenario/warnings.js';
import type { PriorSource } from '../facts.js';

/** A prior for a group's mean, on the log scale (price) or as log odds (rates), and where it is from. */
export interface GroupPrior {
  readonly centre: number;
  readonly sd: number;
  readonly source: PriorSource;
}

/**
 * Added to a benchmark's width, in log units: the medians of the real exports that the benchmarks were held against lie
 * apart by far more than published figures do (other currencies, objectives, years).
 */
const ACCOUNT_SD = 0.8;

/** Where nothing is published (search and shopping networks, currencies without a rate): next to nothing is assumed. */
const VAGUE: Readonly<Record<BenchmarkMetric, readonly [number, number]>> = {
  cpm: [Math.log(6), 2.5],
  ctr: [Math.log(0.015), 1.5],
  view_rate: [Math.log(0.2 / 0.8), 1.2],
  cvr: [Math.log(0.03), 1.5],
};

export function isPlatform(name: string): name is Platform {
  return (PLATFORMS as readonly string[]).includes(name);
}

/** The benchmark of a platform's stage as a prior, widened; a vague one where there is none. */
export function groupPrior(
  platform: string,
  stage: Stage,
  metric: BenchmarkMetric,
  currency: string | null,
): GroupPrior {
  // What exports call Google is search, shopping, video and Performance Max in one.
  const known =
    isPlatform(platform) && platform !== 'google' && (currency !== null || metric !== 'cpm')
      ? benchmark(platform, stage, metric, currency ?? 'USD')
      : null;
  if (known === null || 'missing' in known) {
    const [centre, sd] = VAGUE[metric];
    return { centre, sd, source: { kind: 'vague' } };
  }
  const [low, high] = [0.05, 0.95].map((p) => {
    const x = quantile(known.distribution, p);
    return metric === 'cpm' ? Math.log(x) : Math.log(x / (1 - x));
  }) as [number, number];
  const { origin } = known;
  return {
    centre: (low + high) / 2,
    sd: Math.hypot((high - low) / (2 * normalQuantile(0.95)), ACCOUNT_SD),
    source: 'grounds' in origin ? sourceOf(origin.grounds) : { kind: 'vague' },
  };
}

/** The weightiest figure that a benchmark rests on, else whose level stands in for it. */
function sourceOf(grounds: readonly Ground[]): PriorSource {
  const published = grounds.find((ground) => ground.code === 'published');
  if (published === undefined) return { kind: 'other platforms' };
  const { source, period, grade } = published.figure;
  return { kind: 'published', source, period, grade };
}
