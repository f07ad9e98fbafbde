import { poisson } from '../../../src/advice/poisson.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import type { TestAdvice } from '../../../src/forecast/advice.js';
import type { Forecast } from '../../../src/forecast/details.js';
import { decisionGiven } from '../../../src/forecast/plan-result.js';
import { openStream, streamKey } from '../../../src/sampling/pseudo-random.js';
import type { Scenario } from '../../../src/scenario/types.js';
import { toldDecision } from './told-decision.js';

/** A world that a test is made in: what moving is worth there, and what the tested line shows. */
export interface World {
  /** The best plan's goal less that of the plan given. */
  readonly difference: number;
  /** Expected conversions of the tested line over the whole horizon, and impressions a unit of money. */
  readonly conversions: number;
  readonly price: number;
}

/** Independent worlds that nothing was decided on. */
export async function worldsOf(
  { scenario, result }: Forecast,
  test: TestAdvice,
  count: number,
  engine: Engine,
): Promise<readonly World[]> {
  const fresh: Scenario = { ...scenario, seed: `worlds of ${scenario.seed}`, draws: count, sampler: 'mc' };
  const session = await openSession(fresh, { engine });
  try {
    const optimized = result.plans.optimized!;
    const moved = toldDecision(fresh, optimized);
    const { maximize } = fresh.goal;
    const before = await session.evaluate(decisionGiven(fresh), [maximize], 'fresh', { gradients: false });
    const line = fresh.lines.findIndex(({ id }) => id === test.line);
    const shown = (['spend', 'impressions', 'conversions'] as const).map(
      (name) => ({ kind: 'group', name, lines: [line] }) as const,
    );
    const after = await session.evaluate(moved, [maximize], 'fresh', { gradients: false });
    const { values } = await session.evaluate(moved, shown, 'fresh', { gradients: false });
    const [spend, impressions, conversions] = values as [Float64Array, Float64Array, Float64Array];
    return Array.from({ length: count }, (_, d) => ({
      difference: after.values[0]![d]! - before.values[0]![d]!,
      conversions: conversions[d]!,
      price: spend[d]! > 0 ? impressions[d]! / spend[d]! : 0,
    }));
  } finally {
    await session.close();
  }
}

/** The share of the best plan's money that a test has. */
export function shareOf({ result }: Forecast, { line, amount }: TestAdvice): number {
  return amount / result.plans.optimized!.lines.find(({ id }) => id === line)!.budget;
}

/** A mean with its standard error. */
export interface Mean {
  readonly value: number;
  readonly se: number;
}

export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return { value, se: Math.sqrt(squares / (n - 1) / n) };
}

/**
 * What is earned above the plan given, world by world, by who makes the test, counts, and goes by its rule; what moving at once earns is the
 * world's difference, and keeping earns nothing.
 */
export function earnedByTesting(worlds: readonly World[], test: TestAdvice, share: number): readonly number[] {
  const random = openStream(streamKey('acting', 'draws', test.line), 0);
  return worlds.map(({ difference, conversions }) => {
    const cost = test.amount / Math.max(0.5, poisson(share * conversions, random));
    return share * difference + (cost < test.rule.scale_below ? (1 - share) * difference : 0);
  });
}

/** Of the spread of log prices: worlds as near as this are held to show the same price. */
const NEAR = 0.1;

/**
 * A test's value by nested Monte Carlo: outer worlds show a count and a price; the belief after them is the inner worlds, weighed by the
 * count's Poisson probability and by how near their price is. No regression, no folds.
 */
export function nestedValue(outer: readonly World[], inner: readonly World[], share: number): Mean {
  const random = openStream(streamKey('nested', 'draws', 'counts'), 0);
  const prices = inner.map(({ price }) => Math.log(price));
  const { value: middle } = meanOf(prices);
  const spread = Math.sqrt(meanOf(prices.map((price) => (price - middle) ** 2)).value);
  const width = Math.max(1e-9, NEAR * spread);
  const { value: mean } = meanOf(outer.map(({ difference }) => difference));
  const gains = outer.map(({ conversions, price, difference }) => {
    const seen = poisson(share * conversions, random);
    const at = Math.log(price);
    const logs = inner.map((world, d) => {
      const rate = Math.max(1e-12, share * world.conversions);
      return seen * Math.log(rate) - rate - ((prices[d]! - at) / width) ** 2 / 2;
    });
    const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    let weights = 0;
    let sum = 0;
    for (let d = 0; d < logs.length; d++) {
      const weight = Math.exp(logs[d]! - most);
      weights += weight;
      sum += weight * inner[d]!.difference;
    }
    // What is decided by the inner worlds is paid by the outer one: no maximum over noise.
    return share * difference + (sum / weights > 0 ? (1 - share) * difference : 0) - (mean > 0 ? difference : 0);
  });
  return meanOf(gains);
}
