// @module-tag slow
import seedrandom from 'seedrandom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrawSet } from '../../../src/engine/evaluation.js';
import { openEngine } from '../../../src/engine/open.js';
import { openSession, type Session } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';

const CASES = 30;
const SAMPLE = 3;
/**
 * How much better the figure of a search of the same draws may be: it picks the split whose quantile of 4,096 draws, a step a draw,
 * happens to be high. Measured: 0.06 % on average, 0.31 % at most.
 */
const LUCK = 5e-3;
/** How much better its plan may be on draws that nobody chose by, in standard errors of a quantile of 4,096 draws. */
const WORSE = 2;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

/** A rule's figure in a draw, made of KPIs. */
interface Figure {
  readonly kpis: readonly string[];
  readonly of: (values: readonly number[]) => number;
  readonly floor: boolean;
  readonly rule: (threshold: number, share: string) => object;
}

const hold = (text: string, kpis: readonly string[], of: Figure['of'], floor = true): Figure => ({
  kpis,
  of,
  floor,
  rule: (threshold, share) => ({ hold: [`${text} ${floor ? '>=' : '<='} ${threshold} with ${share}`] }),
});

const FIGURES: readonly Figure[] = [
  {
    kpis: ['revenue', 'spend'],
    of: ([revenue, spend]) => revenue! / spend!,
    floor: true,
    rule: (min, probability) => ({ roas: { min, probability } }),
  },
  {
    kpis: ['spend', 'conversions'],
    of: ([spend, conversions]) => spend! / conversions!,
    floor: false,
    rule: (max, probability) => ({ cpa: { max, probability } }),
  },
  hold('clicks', ['clicks'], ([clicks]) => clicks!),
  hold('reach', ['reach'], ([reach]) => reach!),
  hold('profit', ['profit'], ([profit]) => profit!),
  hold('cpc', ['spend', 'clicks'], ([spend, clicks]) => spend! / clicks!, false),
  hold('ctr', ['clicks', 'impressions'], ([clicks, impressions]) => clicks! / impressions!),
  hold('revenue - 2 * spend', ['revenue', 'spend'], ([revenue, spend]) => revenue! - 2 * spend!),
];

/** A random plan of two or three lines, all of whose budget is to be spent. */
function caseOf(number: number) {
  const random = seedrandom.alea(`attainable ${number}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const figure = FIGURES[number % FIGURES.length]!;
  const probability = Math.round(between(0.55, 0.95) * 100) / 100;
  const budget = Number((10 ** between(3, 4.7)).toPrecision(3));
  const width = between(1.1, 1.8);
  const range = (low: number, high: number, by = width): string => {
    const middle = between(low, high);
    return `${(middle / by).toPrecision(3)} to ${(middle * by).toPrecision(3)}`;
  };
  const lines = Array.from({ length: 2 + (number % 2) }, (_, k) => ({
    platform: `c${k}`,
    stage: 'awareness',
    audience: Math.round((budget / 5) * 1000 * between(0.1, 1.5)) + 500,
    cpm: range(2, 9),
    ctr: range(0.006, 0.02, Math.min(width, 1.4)),
    cvr: range(0.01, 0.05),
    view_rate: '20% to 30%',
    fatigue: Number(between(0.02, 0.15).toPrecision(3)),
  }));
  const text = (rules: object, more: object = {}): string =>
    JSON.stringify({
      currency: 'USD',
      horizon: `${1 + (number % 4)} weeks`,
      budget,
      draws: 4096,
      creative: 'off',
      noise: 'off',
      economics: { order_value: 45, margin: 0.6, repeat_rate: 0 },
      goal: { maximize: 'profit', risk_aversion: 0 },
      lines,
      rules,
      ...more,
    });
  return { figure, probability, budget, lines: lines.length, text };
}

/** The figure that a plan comes to in a share of futures. */
async function reachedOn(
  session: Session,
  figure: Figure,
  probability: number,
  budgets: readonly number[],
  set: DrawSet,
): Promise<number> {
  const { values, draws } = await session.evaluate(
    { budgets: Float64Array.from(budgets), creative: Float64Array.of(1, 0, 0) },
    figure.kpis.map((name) => ({ kind: 'kpi', name: name as 'spend' })),
    set,
    { gradients: false },
  );
  const own = Float64Array.from({ length: draws }, (_, d) => figure.of(values.map((row) => row[d]!))).sort();
  const rank = Math.ceil(probability * draws - 1e-9);
  return own[figure.floor ? draws - rank : rank - 1]!;
}

/** Splits of the budget: a grid, and finer and finer ones around the best. */
async function bestSplit(lines: number, budget: number, score: (budgets: readonly number[]) => Promise<number>) {
  let best = { budgets: [] as readonly number[], score: Number.NEGATIVE_INFINITY };
  const around = async (centre: readonly number[], step: number, reach: number): Promise<void> => {
    const second = lines === 3 ? reach : 0;
    for (let i = -reach; i <= reach; i++) {
      for (let j = -second; j <= second; j++) {
        const a = centre[0]! + i * step;
        const b = lines === 3 ? centre[1]! + j * step : budget - a;
        const budgets = lines === 3 ? [a, b, budget - a - b] : [a, b];
        if (budgets.some((amount) => amount < -1e-9 * budget)) continue;
        const own = await score(budgets.map((amount) => Math.max(0, amount)));
        if (own > best.score) best = { budgets, score: own };
      }
    }
  };
  await around([budget / 2, budget / 2], budget / 20, 10);
  for (const [step, reach] of [
    [80, 3],
    [320, 3],
    [1280, 3],
  ] as const) {
    await around(best.budgets, budget / step, reach);
  }
  return best;
}

describe('the figure told for a rule on a share of futures that no plan keeps', () => {
  const cases = sampled(
    Array.from({ length: CASES }, (_, number) => number),
    SAMPLE,
  );
  test.each(
    cases,
  )('is the best one, a plan comes to it when it is asked for, and on other draws: case %i', async (number) => {
    const { figure, probability, budget, lines, text } = caseOf(number);
    const share = `${Math.round(probability * 100)}%`;
    const sign = figure.floor ? 1 : -1;
    const session = await openSession(await scenarioOf(text({})), { engine });
    const others = await openSession(await scenarioOf(text({}, { seed: 'others', draws: 65_536 })), { engine });
    try {
      const best = await bestSplit(lines, budget, async (budgets) => {
        const [fit, fresh] = [
          await reachedOn(session, figure, probability, budgets, 'fit'),
          await reachedOn(session, figure, probability, budgets, 'fresh'),
        ];
        return Math.min(sign * fit, sign * fresh);
      });
      const asked = Number((sign * (best.score + 0.15 * Math.abs(best.score))).toPrecision(5));
      const refused = await optimizePlan({
        scenario: await scenarioOf(text(figure.rule(asked, share))),
        evaluator: session,
        prices: false,
      });
      if (refused.ok) throw new Error(`${asked} was found, where ${sign * best.score} is the best of all splits`);
      const told = refused.conflict.relaxations.find(({ code }) => code === 'bound');
      if (told?.code !== 'bound') throw new Error(`no figure is told: ${JSON.stringify(refused.conflict)}`);
      const short = (best.score - sign * told.to) / Math.abs(best.score);
      expect(short, `told ${told.to}, best ${sign * best.score}`).toBeLessThan(LUCK);
      expect(short, `told ${told.to}, best ${sign * best.score}`).toBeGreaterThan(-LUCK);

      const scenario = await scenarioOf(text(figure.rule(told.to, share)));
      const again = await optimizePlan({ scenario, evaluator: session, prices: false });
      if (!again.ok) throw new Error(`${told.to} was told, and is refused: ${JSON.stringify(again.conflict)}`);
      expect(again.rules.every(({ holds }) => holds)).toBe(true);
      const onOthers = (budgets: readonly number[], at: number): Promise<number> =>
        reachedOn(others, figure, at, budgets, 'fresh');
      const own = await onOthers([...again.decision.budgets], probability);
      const searched = await onOthers(best.budgets, probability);
      // Of a quantile: how far it moves with a standard error of the share of draws below it.
      const shift = Math.sqrt((probability * (1 - probability)) / 4096);
      const sides = [
        await onOthers(best.budgets, probability + shift),
        await onOthers(best.budgets, probability - shift),
      ];
      const error = Math.abs(sides[0]! - sides[1]!) / 2;
      expect(sign * (searched - own), `${own} on other draws, ${searched} by a search`).toBeLessThan(WORSE * error);
    } finally {
      await session.close();
      await others.close();
    }
  });
});
