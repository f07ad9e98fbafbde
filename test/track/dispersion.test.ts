import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/engine/session.js';
import { CREATIVE_TIERS, type InFlight, type Scenario } from '../../src/scenario/types.js';
import { learn, withLearned } from '../../src/track/learn/learn.js';
import { scenarioOf, withCame } from './support.js';

const DRAWS = 16_384;
/** One line of which everything is known: four weeks are over, and what is ahead is certain but for chance. */
const planOf = (weeks: number): string => `
name: certain
currency: USD
start: 2027-01-04
horizon: ${weeks} weeks
budget: ${1000 * weeks}
draws: ${DRAWS}
seed: chance
noise: off
creative: off
lines:
  - { platform: facebook, stage: awareness, cpm: 10, ctr: 1%, view_rate: 20%, cvr: 2%, fatigue: 0, audience: 100m }
`;
const CAME = {
  spend: [1000, 1000, 1000, 1000],
  impressions: [100_000, 100_000, 100_000, 100_000],
  clicks: [1000, 1000, 1000, 1000],
  conversions: [20, 20, 20, 20],
};
const [PRICE, CLICKS, ORDERS] = [0.1, 0.2, 0.3];
const DISPERSION: InFlight['dispersion'] = { cpm: PRICE, ctr: CLICKS, cvr: ORDERS };
const OVER = { impressions: 400_000, clicks: 4000, orders: 80 };
type Kpi = keyof typeof OVER;

async function priced(scenario: Scenario, counts = false): Promise<Readonly<Record<Kpi, Float64Array>>> {
  const kpis = Object.keys(OVER) as Kpi[];
  const session = await openSession(scenario, { workers: 0 });
  try {
    const { series } = await session.price(
      {
        budgets: Float64Array.from(scenario.lines, ({ budget }) => budget),
        creative: Float64Array.from(CREATIVE_TIERS, (tier) => scenario.creativeSplit[tier]),
      },
      {
        total: kpis.map((name) => ({ name, expression: { kind: 'kpi', name } })),
        groups: false,
        cumulative: false,
        counts,
      },
    );
    return Object.fromEntries(kpis.map((name, k) => [name, series(k).slice()])) as Record<Kpi, Float64Array>;
  } finally {
    await session.close();
  }
}

/** Of what is ahead: mean, and coefficient of variation. */
function ofTheRest(draws: Float64Array, over: number): { readonly mean: number; readonly variation: number } {
  const mean = draws.reduce((sum, x) => sum + x - over, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - over - mean) ** 2, 0) / draws.length;
  return { mean, variation: Math.sqrt(variance) / mean };
}

/** Of factors of mean 1 that are independent: 1 + V² of the product is the product of theirs. */
const together = (...variations: readonly number[]): number =>
  Math.sqrt(variations.reduce((product, v) => product * (1 + v * v), 1) - 1);

describe('what is ahead', () => {
  it.each([1, 4])('varies as counts did, week by week for itself: %d weeks', async (ahead) => {
    const came = withCame(await scenarioOf(planOf(4 + ahead)), [CAME], { dispersion: DISPERSION });
    const found = await priced(came);
    for (const [kpi, mean, variation] of [
      ['impressions', 100_000, PRICE],
      ['clicks', 1000, together(PRICE, CLICKS)],
      ['orders', 20, together(PRICE, CLICKS, ORDERS)],
    ] as const) {
      const rest = ofTheRest(found[kpi], OVER[kpi]);
      const wanted = variation / Math.sqrt(ahead);
      // Four standard errors of a mean, and of a spread with the longer tails of a lognormal.
      expect(Math.abs(rest.mean / (ahead * mean) - 1)).toBeLessThan((4 * wanted) / Math.sqrt(DRAWS));
      expect(Math.abs(rest.variation / wanted - 1)).toBeLessThan((4 * (1 + wanted)) / Math.sqrt(DRAWS));
    }
  });

  it('has Poisson’s chance besides', async () => {
    const scenario = await scenarioOf(planOf(8).replace('noise: off', 'noise: { cpm: { sd: 0, rho: 0 } }'));
    const variance = async (dispersion: InFlight['dispersion']): Promise<number> => {
      const { orders } = await priced(withCame(scenario, [CAME], { dispersion }), true);
      return ofTheRest(orders, OVER.orders).variation ** 2;
    };
    const [more, alone] = [await variance(DISPERSION), await variance(null)];
    // Four weeks of 20 orders: Poisson's alone is 1/80 of the square; a variance of so many draws is known to √(2 / DRAWS), 1.1 %.
    expect(Math.abs(alone * 80 - 1)).toBeLessThan(0.045);
    expect(Math.abs(more / (1 / 80 + together(PRICE, CLICKS, ORDERS) ** 2 / 4) - 1)).toBeLessThan(0.06);
  });

  it('is what it was, to the last bit, where counts vary by nothing more, and before anything is learned', async () => {
    const scenario = await scenarioOf(planOf(8));
    const walks = { every: 1, sd: { cpm: 0.02, ctr: 0.02, cvr: 0.03 } };
    const none = await priced(withCame(scenario, [CAME], { drift: walks }), true);
    const zero = { cpm: 0, ctr: 0, cvr: 0 };
    expect(await priced(withCame(scenario, [CAME], { drift: walks, dispersion: zero }), true)).toEqual(none);
    const begun = withCame(scenario, [{ spend: [], impressions: [], clicks: [], conversions: [] }]);
    expect(withLearned(begun, await learn(begun)).inFlight!.dispersion).toBeNull();
  });

  it('varies by what was learned of the counts that came', async () => {
    // Clicks of every other week are half as many again as those between: a spread of 0.2, four times the usual.
    const scenario = await scenarioOf(planOf(16).replace('ctr: 1%', 'ctr: 0.5% to 2%'));
    const weeks = Array.from({ length: 12 }, (_, t) => t);
    const came = withCame(scenario, [
      {
        spend: weeks.map(() => 1000),
        impressions: weeks.map(() => 100_000),
        clicks: weeks.map((t) => (t % 2 === 0 ? 800 : 1200)),
        conversions: weeks.map((t) => (t % 2 === 0 ? 16 : 24)),
      },
    ]);
    const learning = await learn(came);
    const { dispersion } = withLearned(came, learning).inFlight!;
    expect(dispersion).toEqual({
      cpm: learning.dispersion.impressions,
      ctr: learning.dispersion.clicks,
      cvr: learning.dispersion.conversions,
    });
    expect(dispersion!.ctr).toBeGreaterThan(0.1);
    expect(dispersion!.ctr).toBeLessThan(0.25);
  });
});
