import { describe, expect, it } from 'vitest';
import { drawsOf, targetOutcome } from '../../src/forecast/targets.js';
import type { SamplingPlan } from '../../src/sampling/types.js';
import type { Target } from '../../src/scenario/types.js';

const sampling: SamplingPlan = { seed: 't', sampler: 'mc', draws: 4, replicates: 1 };
const target = (comparison: Target['comparison'], probability: number | null): Target => ({
  text: `orders ${comparison} 2`,
  expression: { kind: 'kpi', name: 'orders' },
  comparison,
  threshold: 2,
  probability,
});
const outcome = (one: Target, values: Float64Array): boolean =>
  targetOutcome(one, drawsOf(one, values), sampling).holds;
const holds = (comparison: Target['comparison'], probability: number | null, values: readonly number[]): boolean =>
  outcome(target(comparison, probability), Float64Array.from(values));

describe('a target', () => {
  it('on the mean is met at its threshold by >= and <=, and not by > and <', () => {
    const at = [2, 2, 2, 2];
    expect((['>=', '<=', '>', '<'] as const).map((comparison) => holds(comparison, null, at))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect((['>=', '<=', '>', '<'] as const).map((comparison) => holds(comparison, null, [1, 2, 3, 4]))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('with a share is met in exactly that share of draws, and not in one draw less', () => {
    expect(holds('>=', 0.75, [2, 2, 2, 1])).toBe(true);
    expect(holds('>=', 0.75, [2, 2, 1, 1])).toBe(false);
    expect(holds('>=', 1, [2, 3, 4, 5])).toBe(true);
    expect(holds('>', 0.75, [2, 3, 4, 5])).toBe(true);
    expect(holds('>', 1, [2, 3, 4, 5])).toBe(false);
  });

  it('is not met by draws without a value', () => {
    expect(holds('>=', 0.5, [2, 2, Number.NaN, Number.NaN])).toBe(true);
    expect(holds('>=', 0.75, [2, 2, Number.NaN, Number.NaN])).toBe(false);
    expect(holds('>=', null, [Number.NaN, Number.NaN, Number.NaN, Number.NaN])).toBe(false);
  });
});
