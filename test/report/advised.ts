import type { VerdictKind } from '../../src/forecast/advice.js';
import type { Forecast } from '../../src/forecast/details.js';
import type { Scenario } from '../../src/scenario/types.js';
import { syntheticForecast } from './synthetic.js';

/** A forecast of two plans with a verdict of a kind, its tests, a test worth making and what would have to be true. */
export function advised(language: Scenario['language'], kind: VerdictKind): Forecast {
  const forecast = syntheticForecast({ draws: 128 });
  const [from, to] = forecast.scenario.lines.map(({ id }) => id) as [string, string];
  const because = (
    [
      ['middle_outcome', -1200, 0],
      ['probability_better', 0.62, 0.7],
      ['gain', 0.034, 0.01],
      ['loss', 0.021, 0.01],
      ['targets', 1, 0],
      ['rules', 0, 0],
      ['delivered', 0, 0.005],
      ['guesses', 0.83, 0.5],
      ['test_value', 0.02, 0.01],
    ] as const
  ).map(([test, value, needed], k) => ({ test, value, needed, holds: k % 2 === 0, close: k === 1 }));
  return {
    ...forecast,
    scenario: { ...forecast.scenario, language },
    result: {
      ...forecast.result,
      verdict: {
        kind,
        because,
        moves: kind === 'move' || kind === 'test' ? [{ from, to, amount: 1200 }] : [],
        shares_of_spread: { yours: 0.16, measured: 0.04, benchmark: 0.3, assumed: 0.5 },
      },
      test: {
        line: to,
        amount: 200,
        days: 7,
        periods: 1,
        counts: 'conversions',
        outcomes: { conversions: { p10: 1, p50: 7, p90: 33 }, cpa: { p10: 6, p50: 29, p90: 200 } },
        rule: { scale_below: 45, stop_above: 200 },
        wrong: 0.35,
        value: 225,
        se: 20,
        sizes: [{ amount: 200, days: 7, value: 225, se: 20 }],
      },
      break_even: [
        { input: 'order_value', line: null, now: 40, needed: 57, probability: null },
        { input: 'cvr', line: to, now: 0.015, needed: 0.021, probability: 0.33 },
        { input: 'margin', line: null, now: 0.4, needed: null, probability: null },
      ],
    },
  };
}
