import { describe, it } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import { chosenCreators, expectedGain, type Leaf, neighboursOf } from '../../src/optimize/posts/leaves.js';
import type { DrawSet, PlanEvaluator } from '../../src/optimize/types.js';
import type { Scenario } from '../../src/scenario/types.js';
import { scenarioOf } from '../forecast/support.js';
import { analyticEvaluator, type Response } from '../optimize/support.js';
import { slowUnless } from '../slow.js';
import { golden } from './golden.js';

const hold = golden('posts', { mostLeaves: 100_000 });

const DRAWS = 8;
const [MOST, HALF] = [
  [9000, 6000, 5000],
  [4000, 1500, 2500],
];
const chance = (k: number, draw: number, set: DrawSet): number =>
  0.6 + (0.8 * ((5 * draw + 3 * k + set.length) % DRAWS)) / (DRAWS - 1);

/** `M x / (h + x)`, times a chance: sums, products and quotients alone. */
function response(line: number, draw: number, set: DrawSet): Response {
  const [most, half] = [MOST[line]! * chance(line, draw, set), HALF[line]!];
  return { value: (x) => (most * x) / (half + x), slope: (x) => (most * half) / (half + x) ** 2 };
}

/** What a creator's posts bring, beside the lines: the same curve, of a number of posts. */
interface Worth {
  readonly most: number;
  readonly half: number;
}

/** What of a figure posts add a currency unit of revenue to: nothing of the spend. */
const WEIGHTS: Readonly<Record<string, number>> = { revenue: 1, profit: 1, conversions: 0.1 };

/** The lines' evaluator with revenue of posts, and a slope by each number of them. */
function withPosts(scenario: Scenario, worths: readonly Worth[], seen: unknown[]): PlanEvaluator {
  const inner = analyticEvaluator({ draws: DRAWS, response });
  const lines = scenario.lines.length;
  return {
    async evaluate(decision, functions, set) {
      const posts = chosenCreators(scenario).map(
        ({ id }) => decision.posts?.[scenario.sources.findIndex((one) => one.id === id)] ?? 0,
      );
      seen.push([set, decision.budgets.slice(), posts, functions.length]);
      // All that the lines are given finds somebody: of what doesn't, there is none.
      const asked = functions.map((one) => (one.kind === 'kpi' ? one : ({ kind: 'kpi', name: 'unspent' } as const)));
      const { draws, values, gradients } = await inner.evaluate(decision, asked, set);
      const grown = gradients.map((own) => {
        const all = new Float64Array((lines + 3 + posts.length) * draws);
        all.set(own);
        return all;
      });
      functions.forEach((figure, f) => {
        const weight = figure.kind !== 'kpi' ? 0 : (WEIGHTS[figure.name] ?? 0);
        for (let d = 0; d < draws; d++) {
          posts.forEach((count, k) => {
            const { most, half } = worths[k]!;
            const own = weight * most * chance(k + 5, d, set);
            values[f]![d] = values[f]![d]! + (own * count) / (half + count);
            grown[f]![(lines + 3 + k) * draws + d] = (own * half) / (half + count) ** 2;
          });
        }
      });
      return { draws, values, gradients: grown };
    },
  };
}

interface Case {
  readonly creators: readonly string[];
  readonly worths: readonly Worth[];
  readonly more?: string;
  readonly slow?: boolean;
}

const creator = (name: string, most: number, fee: number, more = ''): string =>
  `  - { name: ${name}, platform: tiktok, followers: 20k, reach_rate: 30%, fee: ${fee}${more}, posts: { max: ${most} } }`;

const CASES: Readonly<Record<string, Case>> = {
  'few numbers, all of them tried': {
    creators: [creator('A', 2, 300), creator('B', 3, 500)],
    worths: [
      { most: 2000, half: 2 },
      { most: 800, half: 1 },
    ],
  },
  'many numbers, by a tree': {
    creators: [creator('A', 5, 300), creator('B', 6, 200), creator('C', 3, 700)],
    worths: [
      { most: 4000, half: 4 },
      { most: 2500, half: 5 },
      { most: 600, half: 1 },
    ],
    more: 'rules: { prospecting: 50-90%, platforms: { tiktok: { max: 60% } } }',
  },
  'rights that are paid once, pay beside the budget, and a floor': {
    creators: [creator('A', 7, 150, ', rights: { share: 20%, fee: 400 }'), creator('B', 4, 260, ', barter: 20')],
    worths: [
      { most: 5000, half: 6 },
      { most: 2100, half: 3 },
    ],
    more: 'creators_from: outside\nrules: { lines: { tiktok/awareness: { min: 900 } } }\n',
  },
  'a ceiling on what an order costs, less than the budget': {
    creators: [creator('A', 4, 300), creator('B', 5, 260)],
    worths: [
      { most: 3000, half: 3 },
      { most: 2600, half: 4 },
    ],
    more: 'rules: { cpa: 9 }',
  },
};

describe('numbers of posts that a search looks at, in order, and what comes of it', () => {
  for (const [name, { creators, worths, more = '', slow = false }] of Object.entries(CASES)) {
    it(name, slowUnless(!slow), async () => {
      const scenario = await scenarioOf(`
currency: USD
horizon: 4 weeks
budget: ${name.includes('less') ? '{ max: 6000 }' : '6000'}
draws: 64
noise: off
creative: off
economics: { order_value: 50, margin: 60% }
creators:
${creators.join('\n')}
lines:
  - { platform: instagram, stage: awareness, budget: 2000 }
  - { platform: tiktok, stage: awareness, budget: 2000 }
  - { platform: facebook, stage: conversion, budget: 2000 }
goal: { maximize: profit, risk_aversion: 0.2, tail: 25% }
${more}
`);
      const seen: unknown[] = [];
      const outcome = await optimizePlan({ scenario, evaluator: withPosts(scenario, worths, seen), prices: false });
      const most = chosenCreators(scenario).map((one) => one.most);
      const counts = [most.map(() => 0), most.map((one) => Math.floor(one / 2)), most];
      const gradient = Float64Array.from({ length: 6 + most.length }, (_, j) => 900 - 150 * j);
      const v = Float64Array.from({ length: 6 + most.length }, (_, j) => 0.1 * (j + 1));
      const gains = counts.flatMap((own) => {
        const leaf = { counts: own, point: { v, gradient } } as unknown as Leaf;
        return neighboursOf(scenario, own).map((next) => [...next, expectedGain(scenario, leaf, next)]);
      });
      hold(name, { seen, outcome, gains });
    });
  }
});
