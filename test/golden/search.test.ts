import { describe, it } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import type { DrawSet, PlanEvaluator } from '../../src/optimize/types.js';
import type { Goal, GroupCeiling, Rules } from '../../src/scenario/types.js';
import { analyticEvaluator, kpi, type Response, scenarioOf } from '../optimize/support.js';
import { slowUnless } from '../slow.js';
import { golden } from './golden.js';
import { limitedEvaluator } from './limited.js';

const hold = golden('search', { mostLeaves: 100_000 });

const IDS = ['instagram/awareness', 'tiktok/awareness', 'facebook/consideration', 'instagram/conversion'];
const MOST = [9000, 7000, 8000, 6000];
const HALF = [4000, 2500, 6000, 1500];
const DRAWS = 12;

/** `M x / (h + x)`, times a chance from 0.5 to 1.5: sums, products and quotients alone, which are the same everywhere. */
function response(line: number, draw: number, set: DrawSet): Response {
  const [chance, half] = [0.5 + ((7 * draw + 5 * line + set.length) % DRAWS) / (DRAWS - 1), HALF[line]!];
  const most = MOST[line]! * chance;
  return { value: (x) => (most * x) / (half + x), slope: (x) => (most * half) / (half + x) ** 2 };
}

const share = (value: number) => ({ kind: 'share', value }) as const;
const money = (value: number) => ({ kind: 'money', value }) as const;
const NONE = { min: null, max: null, fixed: null, minDaily: null };

interface Case {
  readonly rules?: Partial<Rules>;
  readonly goal?: Partial<Goal>;
  readonly prices?: boolean;
  readonly slow?: boolean;
  /** Lines, of the first; all unless given. */
  readonly lines?: number;
  /** Most that finds somebody, by line. */
  readonly caps?: readonly number[];
}

const ENOUGH = new Array<number>(IDS.length).fill(1e9);
const ceiling = (scope: GroupCeiling['scope'], id: string, max: number, probability: number | null = null) =>
  ({ scope, id, of: 'cpa', max, probability }) as const;

const CASES: Readonly<Record<string, Case>> = {
  'nothing asked': { prices: true },
  'shares of stages and of a platform, a ratio, creative': {
    rules: {
      stages: { awareness: { min: 0.5, max: 0.8 } },
      platforms: { tiktok: { min: null, max: share(0.2), fixed: null } },
      retargeting: { consideration: 1, conversion: 2, tolerance: 0.2 },
      creative: { split: { proven: 0.6, experiment: 0.3, moonshot: 0.1 }, tolerance: 0.1 },
    },
    goal: { riskAversion: 0.3, tail: 0.25 },
  },
  'a line that is on or off, another that is fixed': {
    rules: {
      lines: {
        'tiktok/awareness': { ...NONE, minDaily: 130 },
        'instagram/conversion': { ...NONE, fixed: money(2100.5) },
      },
    },
  },
  'less than the budget, for profit': { rules: { budget: 'maximum' }, goal: { maximize: kpi('profit') } },
  'a ceiling on what an order costs, with a chance': {
    rules: { cpa: { max: 7.5, probability: 0.6 }, budget: 'maximum' },
    goal: { maximize: kpi('conversions') },
  },
  'a return, and the worst futures': {
    rules: { roas: { min: 1.3, probability: null }, cvar: { min: -3000, tail: 0.25 }, budget: 'maximum' },
  },
  'a return out of reach': { slow: true, rules: { roas: { min: 2.4, probability: 0.7 } } },
  'a return of two lines out of reach': { lines: 2, rules: { roas: { min: 2.4, probability: null } } },
  'a return of two lines out of reach, in a share of futures, whatever is spent': {
    lines: 2,
    rules: { roas: { min: 9, probability: 0.7 }, budget: 'maximum' },
  },
  'a return and worst futures, each alone within reach': {
    lines: 2,
    rules: { roas: { min: 1.5, probability: null }, cvar: { min: 400, tail: 0.25 } },
    goal: { maximize: kpi('profit') },
  },
  'two ceilings that no plan comes to, less than the budget': {
    lines: 2,
    rules: { cpa: { max: 2, probability: null }, roas: { min: 6, probability: 0.5 }, budget: 'maximum' },
    goal: { maximize: kpi('profit') },
  },
  'a line on or off, with a ceiling that binds': {
    lines: 3,
    rules: {
      lines: { 'tiktok/awareness': { ...NONE, minDaily: 30 }, 'instagram/awareness': { ...NONE, minDaily: 20 } },
      cpa: { max: 8, probability: null },
    },
    goal: { maximize: kpi('conversions') },
  },
  'ceilings of a line, a platform and a stage': {
    caps: ENOUGH,
    rules: {
      ceilings: [
        ceiling('lines', 'tiktok/awareness', 6.5),
        ceiling('platforms', 'instagram', 8, 0.6),
        ceiling('stages', 'consideration', 9),
      ],
    },
  },
  'a ceiling of a platform that no plan comes to but by leaving it': {
    caps: ENOUGH,
    lines: 3,
    rules: { ceilings: [ceiling('platforms', 'tiktok', 2)], budget: 'maximum' },
    goal: { maximize: kpi('profit') },
  },
  'ceilings of two platforms that no plan comes to': {
    caps: ENOUGH,
    lines: 2,
    rules: { ceilings: [ceiling('platforms', 'tiktok', 2), ceiling('platforms', 'instagram', 3, 0.7)] },
  },
  'lines that run out of people': { caps: [2600, 1e9, 900, 1800] },
  'fewer people than the budget would find': {
    caps: [1000, 900, 800, 1200],
    rules: { roas: { min: 1, probability: null } },
  },
  'fewer people than a maximum would find': {
    caps: [1000, 900, 800, 1200],
    rules: { budget: 'maximum', stages: { awareness: { min: 0.5, max: 0.8 } } },
  },
  'a ceiling in the way of what finds people': {
    caps: [1500, 1500, 4000, 500],
    rules: { cpa: { max: 7, probability: null } },
  },
  'rules in each other’s way': {
    rules: {
      stages: { awareness: { min: 0.5, max: 0.6 } },
      lines: {
        'instagram/conversion': { ...NONE, min: money(3000) },
        'facebook/consideration': { ...NONE, min: share(0.3) },
      },
    },
  },
};

describe('what a search looks at, in order, and what comes of it', () => {
  for (const [name, { rules = {}, goal = {}, prices = false, slow = false, lines: count, caps }] of Object.entries(
    CASES,
  )) {
    it(name, slowUnless(!slow), async () => {
      const lines = IDS.slice(0, count).map((id) => ({ id, budget: 2000 }));
      const creative = rules.creative !== undefined;
      const scenario = scenarioOf({ lines, rules, goal, creative });
      const tiers = creative ? ({ tiers: [1, 1.2, 0.9] } as const) : {};
      const model = { draws: DRAWS, response, ...tiers };
      const inner = caps === undefined ? analyticEvaluator(model) : limitedEvaluator({ ...model, caps });
      const seen: unknown[] = [];
      const evaluator: PlanEvaluator = {
        evaluate(decision, functions, set, options) {
          seen.push([set, decision.budgets.slice(), decision.creative.slice(), functions.length]);
          return inner.evaluate(decision, functions, set, options);
        },
      };
      const outcome = await optimizePlan({ scenario, evaluator, prices });
      hold(name, { seen, outcome });
    });
  }
});
