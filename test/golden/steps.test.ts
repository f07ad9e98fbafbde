import { describe, it } from 'vitest';
import { BASELINE_NAMES, baselineDraws, baselineTotalDraws } from '../../src/calibrate/backtest/baselines.js';
import { scoreDay } from '../../src/calibrate/backtest/scores.js';
import { type ForecastPoint, oneVerdict, proofOf } from '../../src/calibrate/backtest/verdict.js';
import { type Random, randomStream } from '../../src/calibrate/fit/random.js';
import { loadProgramSolver } from '../../src/optimize/highs.js';
import type { LinearRow, LinearRules } from '../../src/optimize/linear-rules.js';
import type { Point } from '../../src/optimize/problem.js';
import { quadraticStep, stepSpace, updateHessian } from '../../src/optimize/quadratic.js';
import { roundPlan } from '../../src/optimize/round.js';
import { dealtPlans } from '../../src/optimize/separable/candidates.js';
import { groupTree } from '../../src/optimize/separable/groups.js';
import { type Traces, tracedAt } from '../../src/optimize/separable/traces.js';
import { scenarioOf } from '../optimize/support.js';
import { golden } from './golden.js';

const hold = golden('steps');

const LINES = 4;
const times = <T>(count: number, of: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => of(k));
const share = (random: Random, digits = 100): number => Math.round(digits * random.uniform()) / digits;

/** Lines whose goal is `a x − c x²`, and of which each brings so much of a figure that may be so large. */
function tracesOf(random: Random): Traces {
  const grid = Float64Array.from({ length: 33 }, (_, k) => (k / 32) ** 2);
  return {
    top: 1,
    grid,
    lines: times(LINES, () => {
      const [a, c, rate] = [1 + 3 * share(random), 0.5 + share(random), share(random)];
      return {
        goal: grid.map((x) => a * x - c * x * x),
        goalSlopes: grid.map((x) => a - 2 * c * x),
        rules: [grid.map((x) => rate * x)],
        ruleSlopes: [grid.map(() => rate)],
      };
    }),
    goalAtNothing: 0.25,
    rulesAtNothing: [-0.3 - 0.3 * share(random)],
    additive: true,
  };
}

/** Rules over some of the lines: sums within bounds, a ratio, a line that is off or on, shares of what is spent. */
function rulesOf(random: Random, k: number): LinearRules {
  const row = (coefficients: readonly number[], lower: number, upper: number, more: Partial<LinearRow> = {}) => ({
    ...{ rule: `rule ${coefficients.join(' ')}`, unit: 'share' as const, scales: true, lower, upper, ...more },
    coefficients: Float64Array.from(coefficients),
  });
  const low = 0.1 + 0.3 * share(random);
  const own = [
    [],
    [row([1, 1, 0, 0], low, low + 0.2)],
    [row([1, 0, -0.5, 0], 0, Number.POSITIVE_INFINITY), row([1, 0, 1, 0], 0, 0.8)],
    [row([1, 1, 1, 0], 0.2, 0.7), row([0, 1, 1, 0], 0.1, 0.4)],
    [
      row([1 - low, 1 - low, -low, -low], 0, 1, {
        share: { coefficients: Float64Array.of(1, 1, 0, 0), lower: low, upper: 1 },
      }),
    ],
  ][k % 5]!;
  const open = k % 2 === 1;
  return {
    lines: LINES,
    budget: 1000,
    open,
    paid: k % 3 === 2 ? 0.1 : 0,
    lower: Float64Array.from({ length: LINES }, (_, l) => (l === 3 ? 0.05 : 0)),
    upper: Float64Array.of(1, 0.6, 1, 0.9),
    rows: [row([1, 1, 1, 1], open ? 0 : 0.9, 0.9, { rule: null }), ...own],
    onOff: k % 4 === 3 ? [{ rule: 'least', line: 0, threshold: 0.2 }] : [],
  };
}

describe('single steps of a search', () => {
  it('deal a budget out', () => {
    const random = randomStream('golden', 'deal');
    hold(
      'dealt',
      times(10, (k) => {
        const [rules, traces] = [rulesOf(random, k), tracesOf(random)];
        const at = Float64Array.from({ length: LINES }, () => share(random) / 2);
        const { candidates, bound, reach } = dealtPlans(rules, traces, at);
        return {
          tree: groupTree(rules),
          candidates: candidates.slice(0, 6),
          bound,
          reach,
          there: tracedAt(traces, at),
        };
      }),
    );
  });

  it('go along slopes and curvature, and are rounded to whole units', async () => {
    const solve = await loadProgramSolver();
    const random = randomStream('golden', 'steps');
    const ids = ['instagram/awareness', 'tiktok/awareness', 'instagram/conversion', 'facebook/conversion'];
    const scenario = scenarioOf({ lines: ids.map((id) => ({ id, budget: 250 })), budget: 1000 });
    hold(
      'steps',
      times(12, (k) => {
        const rules: LinearRules = { ...rulesOf(random, k), onOff: [] };
        const v = Float64Array.of(0.3, 0.2, 0.25, 0.15);
        const hessian = new Float64Array(LINES * LINES);
        for (let j = 0; j < LINES; j++) hessian[j * LINES + j] = 1 + share(random);
        const vector = (): Float64Array => Float64Array.from({ length: LINES }, () => share(random) - 0.5);
        const gradient = vector();
        updateHessian(hessian, vector(), vector());
        const sampled = [{ rule: 'cpa', value: 0.02 * share(random), gradient: vector(), perUnit: 1 }];
        const point = { v, value: 1, gradient: gradient.map((slope) => -slope), rules: sampled } as unknown as Point;
        const step = quadraticStep(solve, rules, point, gradient, hessian, 0.1, 3);
        const moved = step === null ? v : v.map((value, j) => value + step.d[j]!);
        return { space: stepSpace(rules, v, 0.1), hessian, step, rounded: roundPlan(solve, scenario, rules, moved) };
      }),
    );
  });
});

describe('forecasts held against what came', () => {
  it('are scored, and proved or not', () => {
    const random = randomStream('golden', 'proof');
    const proofs = times(40, (k) => {
      const [origins, days, skew] = [1 + (k % 7) * 3, k % 3 === 0 ? 5 : 1, 0.8 + 0.4 * share(random)];
      const points = times(origins * days, (at): ForecastPoint => {
        const actual = k % 11 === 10 ? 0 : 50 + Math.round(100 * random.uniform());
        const inside = random.uniform() < [0.2, 0.6, 0.8, 0.9, 1][k % 5]!;
        return { origin: Math.floor(at / days), actual, mean: skew * (actual + 10), inside };
      });
      return proofOf(points, [1, 4, origins][k % 3]!, 7 * (1 + (k % 3)));
    });
    const verdicts = proofs.map(({ verdict }) => verdict);
    hold('proofs', { proofs, together: times(12, (k) => oneVerdict(verdicts.slice(2 * k, 3 * k))) });
    const draws = times(8, (k) => Float64Array.from({ length: 5 + k }, () => Math.round(20 * random.uniform())));
    hold(
      'scores',
      draws.flatMap((drawn) => [0, 3, 10, 25].map((actual) => scoreDay(drawn.slice(), actual, 0.3))),
    );
  });

  it('are set beside what any planner could say', () => {
    const random = randomStream('golden', 'baselines');
    const day = (k: number) => ({
      day: 100 + k,
      spend: 50 + 10 * share(random),
      value: Math.round(30 * random.uniform()),
    });
    const past = times(30, day).filter((_, k) => k % 9 !== 4);
    const future = times(9, (k) => day(30 + k)).filter((_, k) => k !== 3);
    hold(
      'baselines',
      BASELINE_NAMES.map((name) => [
        baselineDraws(name, past, future, { draws: 6, random }),
        baselineTotalDraws(name, past, future, 9, { draws: 6, random }),
        baselineDraws(name, past.slice(0, 2), future, { draws: 2, random }),
      ]),
    );
  });
});
