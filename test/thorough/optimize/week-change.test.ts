// @module-tag slow
import seedrandom from 'seedrandom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';

const CASES = 200;
const SAMPLE = 10;
/** Share of the best value that a plan may fall short of it. */
const SHORT = 1e-3;
/** Whole parts that the budget is dealt out in. */
const CELLS = 400;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

interface WeeksCase {
  readonly text: string;
  readonly weeks: number;
  readonly budget: number;
  readonly change: number;
  /** What a week's money brings. */
  readonly curve: (spend: number) => number;
}

/** A line with free flighting, whose weeks may differ by so much from one to the next; S-shaped, concave, or steep at its foot. */
function weeksCase(number: number): WeeksCase {
  const random = seedrandom.alea(`weeks ${number}`);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const rounded = (value: number): number => Number(value.toPrecision(3));
  const weeks = 3 + Math.floor(random() * 5);
  const budget = rounded(10 ** between(2.5, 4.5));
  const change = Math.round(between(0.05, 0.6) * 100) / 100;
  const maximum = rounded(budget * between(0.3, 2));
  const half = rounded((budget / weeks) * between(0.3, 3));
  const shape = number % 3 === 0 ? 1 : rounded(number % 3 === 1 ? between(1.2, 3.2) : between(0.55, 0.95));
  const response =
    shape === 1
      ? { curve: 'michaelis', of: 'revenue', maximum, half_saturation: half }
      : { curve: 'hill', of: 'revenue', maximum, half_saturation: half, shape };
  const plan = {
    currency: 'USD',
    horizon: `${weeks} weeks`,
    budget,
    draws: 256,
    creative: 'off',
    noise: 'off',
    economics: { order_value: 40, margin: 1 },
    goal: { maximize: 'revenue', risk_aversion: 0 },
    lines: [{ platform: 'c0', stage: 'awareness', response, flighting: 'free' }],
    rules: { week_change: `${Math.round(change * 100)}%` },
  };
  const curve = (spend: number): number => (spend > 0 ? maximum / (1 + (half / spend) ** shape) : 0);
  return { text: JSON.stringify(plan), weeks, budget, change, curve };
}

/**
 * The best value by dynamic programming over (week, last week's parts, parts spent so far): what whole parts can reach, so what a
 * plan can reach at least.
 */
function bestByProgramme({ weeks, budget, change, curve }: WeeksCase): number {
  const value = Float64Array.from({ length: CELLS + 1 }, (_, k) => curve((budget * k) / CELLS));
  const none = Number.NEGATIVE_INFINITY;
  const width = CELLS + 1;
  let best = new Float64Array(width * width).fill(none);
  for (let k = 0; k <= CELLS; k++) best[k * width + k] = value[k]!;
  for (let week = 1; week < weeks; week++) {
    const next = new Float64Array(width * width).fill(none);
    for (let last = 0; last <= CELLS; last++) {
      const [low, high] = [Math.ceil(last * (1 - change) - 1e-9), Math.floor(last * (1 + change) + 1e-9)];
      for (let spent = last; spent <= CELLS; spent++) {
        const so = best[last * width + spent]!;
        if (so === none) continue;
        for (let now = low; now <= high && spent + now <= CELLS; now++) {
          const at = now * width + spent + now;
          if (so + value[now]! > next[at]!) next[at] = so + value[now]!;
        }
      }
    }
    best = next;
  }
  let most = none;
  for (let last = 0; last <= CELLS; last++) most = Math.max(most, best[last * width + CELLS]!);
  return most;
}

describe('weeks of a free flight that may differ by so much from one to the next, against a dynamic programme', () => {
  const cases = sampled(
    Array.from({ length: CASES }, (_, number) => number),
    SAMPLE,
  );
  test.each(cases)('case %i', async (number) => {
    const made = weeksCase(number);
    const scenario = await scenarioOf(made.text);
    const session = await openSession(scenario, { engine });
    const outcome = await optimizePlan({ scenario, evaluator: session, prices: false });
    await session.close();
    if (!outcome.ok) throw new Error(`called contradictory: ${JSON.stringify(outcome.conflict)}\n${made.text}`);
    const { byPeriod } = outcome.decision;
    let value = 0;
    for (let t = 0; t < made.weeks; t++) {
      const [before, now] = [byPeriod![Math.max(0, t - 1)]!, byPeriod![t]!];
      value += made.curve(now);
      // A cent either side.
      expect(Math.abs(now - before), `week ${t}: ${[...byPeriod!]}\n${made.text}`).toBeLessThanOrEqual(
        made.change * before + 0.011 * (1 + made.change),
      );
    }
    const best = bestByProgramme(made);
    expect(
      value,
      `${outcome.report.status}: ${value} of ${best}, ${[...byPeriod!]}\n${made.text}`,
    ).toBeGreaterThanOrEqual(best * (1 - SHORT));
  });
});
