import { expect, test } from 'vitest';
import { OptionError } from '../../src/forecast/errors.js';
import { runForecast } from '../../src/forecast/run.js';
import { SLOW } from '../slow.js';
import { scenarioOf } from './support.js';

const BUDGET = 6000;
const PERIODS = 12;
/** Clicks that bring an order, an order's margin, and what a thousand impressions cost: linear, since nobody tires. */
const MARGIN = 20;
const lines = {
  instagram: { cpm: 4, ctr: 0.01, cvr: 0.04 },
  tiktok: { cpm: 2, ctr: 0.01, cvr: 0.015 },
};

/** Gross margin that a unit of money brings, less the unit. */
function worth({ cpm, ctr, cvr }: (typeof lines)['tiktok']): number {
  return (1000 / cpm) * ctr * cvr * MARGIN - 1;
}

const plan = (rest: string) => `
currency: EUR
horizon: ${PERIODS} weeks
budget: ${BUDGET}
draws: 256
creative: off
noise: off
market: { population: 50m }
economics: { order_value: ${MARGIN * 2}, margin: 50%, repeat_rate: 0 }
lines:
${Object.entries(lines)
  .map(
    ([platform, { cpm, ctr, cvr }]) =>
      `  - { platform: ${platform}, stage: awareness, audience: 40m, cpm: ${cpm}, ctr: ${ctr}, cvr: ${cvr}, view_rate: 20%, fatigue: 0 }`,
  )
  .join('\n')}
${rest}
`;

test('two outages: money is dealt so that both would cost the same', SLOW, async () => {
  const scenario = await scenarioOf(
    plan(`shocks:
  - { name: A, probability: 20%, lasts: 3, window: [1, 1], platforms: [instagram], outage: true }
  - { name: B, probability: 5%, lasts: 6, window: [1, 1], platforms: [tiktok], outage: true }`),
  );
  const { result } = await runForecast(scenario, { workers: 0, charts: false, prices: false, robust: true });
  // Money that can't be spent is kept, so an outage costs what it would have brought beyond itself.
  const a = (worth(lines.instagram) * 3) / PERIODS;
  const b = (worth(lines.tiktok) * 6) / PERIODS;
  const [instagram, tiktok] = result.plans.robust!.lines.map(({ budget }) => budget);
  expect(instagram! / BUDGET).toBeCloseTo(b / (a + b), 3);
  expect(instagram! + tiktok!).toBeCloseTo(BUDGET, 9);
  const { shocks, worst } = result.robust!;
  const least = (BUDGET * a * b) / (a + b);
  expect(worst.robust! / least).toBeCloseTo(1, 3);
  for (const { loss } of shocks) expect(loss.robust! / least).toBeCloseTo(1, 3);
  // The best plan for profit is all on the better line.
  expect(worst.optimized! / (BUDGET * a)).toBeCloseTo(1, 3);
  expect(worst.given / ((BUDGET / 2) * Math.max(a, b))).toBeCloseTo(1, 3);
});

test(
  'a shock that spares a platform costs nothing there; of the lines it spares, the best one gets the money',
  SLOW,
  async () => {
    const text = plan(
      'shocks: [{ name: Algorithm change, probability: 30%, platforms: [instagram], view_rate: -30%, ctr: -50% }]',
    );
    const scenario = await scenarioOf(
      text.replace(
        '\nshocks',
        '\n  - { platform: tiktok, stage: awareness, segment: poor, audience: 40m, cpm: 6, ctr: 1%, cvr: 1.5%, fatigue: 0 }\nshocks',
      ),
    );
    const { result } = await runForecast(scenario, { workers: 0, charts: false, prices: false, robust: true });
    expect(result.robust!.worst.robust! / BUDGET).toBeCloseTo(0, 4);
    const [, tiktok] = result.plans.robust!.lines;
    expect(tiktok!.budget / BUDGET).toBeCloseTo(1, 3);
  },
);

test('the plan keeps the rules', SLOW, async () => {
  const scenario = await scenarioOf(
    plan(`rules: { platforms: { instagram: { min: 70% } } }
shocks: [{ name: Dear, probability: 30%, platforms: [instagram], cpm: +40% }]`),
  );
  const { result } = await runForecast(scenario, { workers: 0, charts: false, prices: false, robust: true });
  const { lines: shares, rules } = result.plans.robust!;
  expect(shares[0]!.budget / BUDGET).toBeCloseTo(0.7, 4);
  expect(rules.every(({ holds }) => holds)).toBe(true);
});

test('without shocks there is nothing to be robust against', async () => {
  const scenario = await scenarioOf(plan(''));
  await expect(runForecast(scenario, { workers: 0, robust: true })).rejects.toThrow(OptionError);
});
