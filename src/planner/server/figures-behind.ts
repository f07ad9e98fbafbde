import { quantile } from '../../distributions/index.js';
import type { Distribution } from '../../distributions/types.js';
import { BENCHMARK_METRICS, benchmark } from '../../scenario/benchmarks/index.js';
import { outcomeOf } from '../../scenario/build/outcome.js';
import { benchmarkStage } from '../../scenario/build/prospecting.js';
import type { Line, Quantity, Scenario } from '../../scenario/types.js';
import type { Ground } from '../../scenario/warnings.js';
import type { BehindView } from '../protocol.js';

/** Probabilities of the points that a small density is drawn from. */
const PROBABILITIES = Array.from({ length: 33 }, (_, k) => 0.01 + (0.98 * k) / 32);

/** Five points and a shape of a distribution. */
export function shapeOf(distribution: Distribution): Pick<BehindView, 'p5' | 'p50' | 'p95' | 'quantiles'> {
  const at = (p: number): number => quantile(distribution, p);
  return {
    p5: at(0.05),
    p50: at(0.5),
    p95: at(0.95),
    quantiles: distribution.family === 'fixed' ? [] : PROBABILITIES.map(at),
  };
}

interface Published {
  readonly shape: ReturnType<typeof shapeOf>;
  readonly grounds: readonly Ground[];
}

/** Shapes by what they are of: a plan is read at every edit, and what is published stays. */
const known = new Map<string, Published | null>();
const MOST_KNOWN = 5000;

/** What is published on a line's rate or price; `null` where nothing is, or the figure is no such. */
export function publishedBehind(
  line: Line,
  metric: string,
  { currency, economics, outcome: counted }: Pick<Scenario, 'currency' | 'economics' | 'outcome'>,
  say: (grounds: readonly Ground[]) => string,
): BehindView | null {
  const asked = BENCHMARK_METRICS.find((one) => one === metric);
  if (asked === undefined) return null;
  const { platform } = line;
  const stage = benchmarkStage(line);
  const outcome = outcomeOf({ economics, outcome: counted });
  const key = JSON.stringify([platform, stage, asked, currency, outcome]);
  let found = known.get(key);
  if (found === undefined) {
    found = published(benchmark(platform, stage, asked, currency, outcome));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
  }
  return found === null ? null : { kind: 'benchmark', ...found.shape, source: say(found.grounds) };
}

function published(of: Quantity | { readonly missing: unknown }): Published | null {
  if ('missing' in of || !('grounds' in of.origin)) return null;
  return { shape: shapeOf(of.distribution), grounds: of.origin.grounds };
}

/** How a file keeps what was measured of a figure that somebody has written over. */
const MEASURED = /^measured (\S+) to (\S+), middle (\S+?)(?:; (.*))?$/;

/** What was measured, from the comment beside a figure; `null` where it says nothing of it. */
export function measuredBehind(comment: string | null): BehindView | null {
  const [, low, high, middle, source] = MEASURED.exec(comment ?? '') ?? [];
  const [p5, p50, p95] = [low, middle, high].map(amount);
  if (p5 === undefined || p50 === undefined || p95 === undefined || !(p5 <= p50 && p50 <= p95)) return null;
  return { kind: 'measured', p5, p50, p95, quantiles: [], source: source ?? null };
}

function amount(written: string | undefined): number {
  const text = written ?? '';
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : text === '' ? Number.NaN : Number(text);
}
