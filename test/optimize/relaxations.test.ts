import { expect, it } from 'vitest';
import type { LinearRules } from '../../src/optimize/linear-rules.js';
import { relaxedRule } from '../../src/optimize/relaxations.js';
import { scenarioOf } from './support.js';

const scenario = scenarioOf({ lines: [{ id: 'tiktok/awareness', budget: 100 }] });
/** Weeks that may have a tenth more than the one before. */
const rules = {
  lines: 2,
  rows: [
    {
      rule: 'weekChange',
      unit: 'week',
      coefficients: Float64Array.of(-1.1, 1),
      lower: Number.NEGATIVE_INFINITY,
      upper: 0,
    },
  ],
} as unknown as LinearRules;

it('a change from week to week that is broken is let through by what the plan changes, as a share', () => {
  const to = (before: number, after: number) =>
    relaxedRule(scenario, rules, 'weekChange', Float64Array.of(before, after));
  expect(to(0.4, 0.6)).toMatchObject({ code: 'bound', rule: 'weekChange', way: 'raise', unit: 'share', to: 0.5 });
  // From nothing it is all of it, and within the tenth there is nothing to change.
  expect(to(0, 0.6)).toMatchObject({ to: 1 });
  expect(to(0.5, 0.54)).toBeNull();
});
