import { expect, it } from 'vitest';
import { meaningful } from '../../src/forecast/price-plan.js';
import { robustResult } from '../../src/forecast/robust.js';
import type { Line, Scenario } from '../../src/scenario/types.js';
import type { Summary } from '../../src/summary/types.js';

it('what each plan loses to a shock is told of the plans that there are', () => {
  const scenario = { shocks: [{ name: 'outage' }, { name: 'price' }] } as unknown as Scenario;
  const [given, optimized, robust] = [
    { losses: [5, 2], worst: 5 },
    { losses: [7, 1], worst: 7 },
    { losses: [3, 3], worst: 3 },
  ];
  expect(robustResult(scenario, given, optimized, robust)).toStrictEqual({
    shocks: [
      { name: 'outage', loss: { given: 5, optimized: 7, robust: 3 } },
      { name: 'price', loss: { given: 2, optimized: 1, robust: 3 } },
    ],
    worst: { given: 5, optimized: 7, robust: 3 },
  });
  // A plan that wasn't optimised has no figure of it; a search that found nothing says so.
  expect(robustResult(scenario, given, null, null)).toStrictEqual({
    shocks: [
      { name: 'outage', loss: { given: 5, robust: null } },
      { name: 'price', loss: { given: 2, robust: null } },
    ],
    worst: { given: 5, robust: null },
  });
});

it('lines of which only an answer to spend is known have no impressions, clicks or visits to tell of', () => {
  const figure = {} as Summary;
  const kpis = { spend: figure, impressions: figure, clicks: figure, conversions: figure, cpc: figure, roas: figure };
  const [response, funnel] = [{ kind: 'response' }, { kind: 'funnel' }] as unknown as readonly [Line, Line];
  expect(Object.keys(meaningful(kpis, [response]))).toEqual(['spend', 'conversions', 'roas']);
  expect(meaningful(kpis, [response, funnel])).toBe(kpis);
  expect(meaningful(kpis, [response], true)).toBe(kpis);
});
