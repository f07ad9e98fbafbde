import { describe, expect, it } from 'vitest';
import { effectiveImpressions, meanFreshness, poissonReach, uniqueActors } from '../../src/model/delivery.js';
import { createFigureWriter, reportSelection, seriesOf } from '../../src/model/figures.js';
import { forward } from '../../src/model/forward.js';
import { LANES, type Layout, layoutOf, lineTotalAt, periodTotalAt, rowAt } from '../../src/model/layout.js';
import { creativeQuality, prepareBlock } from '../../src/model/prepare.js';
import type { GlobalQuantity, Program } from '../../src/model/program.js';
import type { LineMetric, Stage } from '../../src/scenario/types.js';
import { fillPlausibly, handMadeProgram } from './hand-made.js';

interface Run {
  readonly layout: Layout;
  readonly data: Float64Array;
}

function run(
  program: Program,
  set: {
    globals?: Partial<Record<GlobalQuantity, number>>;
    lines?: Partial<Record<LineMetric, number>>;
    budgets: readonly number[];
    creative?: readonly number[];
    plausible?: string;
  },
): Run {
  const layout = layoutOf(program, { trace: false });
  const data = new Float64Array(layout.size);
  const fill = (row: number, value: number): void => {
    data.fill(value, rowAt(layout.inputs, row), rowAt(layout.inputs, row) + LANES);
  };
  for (let row = 0; row < layout.noise.rows; row++) {
    data.fill(1, rowAt(layout.noise, row), rowAt(layout.noise, row) + LANES);
  }
  if (set.plausible !== undefined) fillPlausibly(program, layout, data, set.plausible);
  else {
    const lives = { memory_days: 14, warm_days: 30, hot_days: 30, buyers_days: 180, wear_days: 45, close_rate: 1 };
    for (const [name, value] of Object.entries(lives)) fill(program.globals[name as GlobalQuantity], value);
  }
  for (const [name, value] of Object.entries(set.globals ?? {})) fill(program.globals[name as GlobalQuantity], value);
  for (const line of program.lines) {
    for (const [name, value] of Object.entries(set.lines ?? {})) fill(line.inputs[name as LineMetric], value);
  }
  const { periods } = program;
  const spend = new Float64Array(program.lines.length * periods);
  program.lines.forEach((_, line) => {
    for (let t = 0; t < periods; t++) {
      spend[line * periods + t] = set.budgets[line]! * program.flighting[line * periods + t]!;
    }
  });
  const plan = { spend, creative: Float64Array.from(set.creative ?? [1, 0, 0]) };
  prepareBlock(program, layout, data, LANES);
  creativeQuality(program, layout, data, plan, LANES);
  forward(program, layout, data, plan, LANES);
  return { layout, data };
}

const one = (stage: Stage = 'awareness') => [{ platform: 0, stage }];
const lineFigure = ({ layout, data }: Run, name: Parameters<typeof lineTotalAt>[2], line = 0): number =>
  data[lineTotalAt(layout, line, name)]!;
const periodFigure = ({ layout, data }: Run, t: number, name: Parameters<typeof periodTotalAt>[2]): number =>
  data[periodTotalAt(layout, t, name)]!;

describe('delivery', () => {
  it('loses no digits where fatigue or spend is small', () => {
    // Series: e = i (1 − κ (f0 + i / 2A) + …); at κ = 1e-12 the next term is below 1e-20.
    const small = effectiveImpressions(1e5, 3e5, 2e5, 1e-12);
    expect(Math.abs(small / 1e5 - 1 + 1e-12 * (2 / 3 + 1 / 6))).toBeLessThanOrEqual(Number.EPSILON);
    expect(effectiveImpressions(1e-9, 1e6, 0, 0.05)).toBeCloseTo(1e-9, 24);
    expect(meanFreshness(0)).toBe(1);
    expect(meanFreshness(1e-18)).toBe(1);
    expect(poissonReach(1e-6, 1e9)).toBeCloseTo(1e-6, 18);
    expect(poissonReach(5, 0)).toBe(0);
    expect(uniqueActors(0, 0)).toBe(0);
  });

  it('equals the definition A (exp(−κ f0) − exp(−κ f1)) / κ', () => {
    const [i, A, remembered, kappa] = [4e5, 1.5e5, 2.2e5, 0.07];
    const byDefinition =
      (A * (Math.exp((-kappa * remembered) / A) - Math.exp((-kappa * (remembered + i)) / A))) / kappa;
    expect(effectiveImpressions(i, A, remembered, kappa) / byDefinition).toBeCloseTo(1, 13);
  });
});

describe('a single line', () => {
  it('is a product of its rates without fatigue', () => {
    const program = handMadeProgram(one(), { periods: 5 });
    const result = run(program, {
      budgets: [1000],
      lines: { audience: 1e6, cpm: 4, ctr: 0.01, view_rate: 0.25, cvr: 0.02 },
      globals: { close_rate: 0.5 },
    });
    expect(lineFigure(result, 'impressions')).toBeCloseTo(250_000, 8);
    expect(lineFigure(result, 'clicks')).toBeCloseTo(2500, 9);
    expect(lineFigure(result, 'views')).toBeCloseTo(62_500, 8);
    expect(lineFigure(result, 'conversions')).toBeCloseTo(25, 10);
    expect(lineFigure(result, 'reach')).toBeCloseTo(1e6 * (1 - Math.exp(-0.25)), 6);
  });

  it('telescopes to A (1 − exp(−κ I / A)) / κ where nothing is forgotten, however it is spread', () => {
    const program = handMadeProgram(one(), { periods: 9 });
    const result = run(program, {
      budgets: [9000],
      lines: { audience: 2e5, cpm: 3, ctr: 0.01, fatigue: 0.06 },
      globals: { memory_days: 1e18 },
    });
    const effective = (2e5 * (1 - Math.exp((-0.06 * 3e6) / 2e5))) / 0.06;
    expect(lineFigure(result, 'clicks') / (0.01 * effective)).toBeCloseTo(1, 12);
  });

  it('leaves unspent what was meant for an empty pool', () => {
    const program = handMadeProgram(one('conversion'), { periods: 4 });
    const result = run(program, { budgets: [700], lines: { cpm: 5, ctr: 0.02, cvr: 0.1, match: 0.6 } });
    expect(lineFigure(result, 'spend')).toBe(0);
    expect(lineFigure(result, 'unspent')).toBeCloseTo(700, 10);
    expect(lineFigure(result, 'conversions')).toBe(0);
    expect(lineFigure(result, 'reach')).toBe(0);
  });

  it('finds its audience in a starting stock, a period older each period', () => {
    const program = handMadeProgram(one('conversion'), { periods: 3 });
    const result = run(program, {
      budgets: [30],
      lines: { cpm: 10, match: 0.5 },
      globals: { hot: 8000, hot_days: 7 },
    });
    // The pool halves each week, the first one too; its largest audience is 0.5 · 4,000.
    expect(result.data[rowAt(result.layout.largestAudience, 0)]).toBeCloseTo(2000, 9);
    expect(result.data[rowAt(result.layout.stocks, 1)]).toBeCloseTo(1000, 9);
  });
});

describe('creative tiers', () => {
  it('fall to a quarter in a quarter on proven creatives alone', () => {
    // model.md, section 5: "at 100-0-0 it falls to a quarter in a quarter" (91 days, half-life 45).
    const program = handMadeProgram(one(), { periods: 14, hasCreative: true });
    const result = run(program, { budgets: [1], globals: { m_proven: 1 } });
    expect(result.data[rowAt(result.layout.quality, 13)]).toBeCloseTo(2 ** (-91 / 45), 12);
  });

  it("stay near 1 at 60-30-10 with the defaults' means", () => {
    const program = handMadeProgram(one(), { periods: 13, hasCreative: true });
    const means = { m_proven: 1, m_experiment: 0.85, m_moonshot: 0.55, g_experiment: 0.9, g_moonshot: 1.6 };
    const result = run(program, { budgets: [1], creative: [0.6, 0.3, 0.1], globals: means });
    for (let t = 0; t < 13; t++) {
      expect(Math.abs(result.data[rowAt(result.layout.quality, t)]! - 1)).toBeLessThan(0.15);
    }
  });
});

const EVERY_STAGE: readonly { platform: number; stage: Stage }[] = [
  { platform: 0, stage: 'awareness' },
  { platform: 1, stage: 'awareness' },
  { platform: 0, stage: 'consideration' },
  { platform: 1, stage: 'conversion' },
  { platform: 1, stage: 'loyalty' },
  { platform: 0, stage: 'advocacy' },
];

describe('the whole funnel', () => {
  const shape = { periods: 6, hasCreative: true, hasPopulation: true, seasons: true };
  const budgets = [9000, 7000, 2000, 4000, 500, 300];

  it('adds up: lines to periods, spend and unspent to the budget', () => {
    const result = run(handMadeProgram(EVERY_STAGE, shape), { budgets, plausible: 'sums', creative: [0.6, 0.3, 0.1] });
    for (const name of ['spend', 'unspent', 'impressions', 'views', 'clicks', 'conversions'] as const) {
      const byLine = budgets.reduce((sum, _, line) => sum + lineFigure(result, name, line), 0);
      let byPeriod = 0;
      for (let t = 0; t < 6; t++) byPeriod += periodFigure(result, t, name);
      expect(byPeriod / Math.max(1e-9, byLine)).toBeCloseTo(byLine > 0 ? 1 : 0, 12);
    }
    const total = budgets.reduce(
      (sum, _, k) => sum + lineFigure(result, 'spend', k) + lineFigure(result, 'unspent', k),
      0,
    );
    expect(total).toBeCloseTo(22_800, 8);
  });

  it('does not care about the currency: budgets and prices scaled alike give the same people', () => {
    const program = handMadeProgram(EVERY_STAGE, shape);
    // A power of two, so that scaling rounds nothing: every figure but the money is the same to the last bit.
    const here = run(program, { budgets, plausible: 'currency', lines: { cpm: 5 } });
    const there = run(program, {
      budgets: budgets.map((x) => x * 128),
      plausible: 'currency',
      lines: { cpm: 5 * 128 },
    });
    program.lines.forEach((_, line) => {
      for (const name of ['impressions', 'reach', 'views', 'clicks', 'conversions'] as const) {
        expect(lineFigure(there, name, line)).toBe(lineFigure(here, name, line));
      }
      expect(lineFigure(there, 'spend', line)).toBe(128 * lineFigure(here, 'spend', line));
    });
  });

  it('reaches more people and wins more orders with more money, at a falling rate', () => {
    const program = handMadeProgram(EVERY_STAGE, shape);
    const at = (factor: number) => {
      const result = run(program, { budgets: budgets.map((x) => x * factor), plausible: 'more' });
      return [0, 1, 2, 3].map((line) => [lineFigure(result, 'reach', line), lineFigure(result, 'conversions', line)]);
    };
    const [low, middle, high] = [at(1), at(2), at(3)];
    for (let line = 0; line < 4; line++) {
      for (const k of [0, 1]) {
        expect(middle[line]![k]!).toBeGreaterThan(low[line]![k]!);
        expect(high[line]![k]!).toBeGreaterThan(middle[line]![k]!);
      }
    }
    // Awareness draws on an audience of its own, so its response to its own money is concave.
    expect(high[0]![1]! - middle[0]![1]!).toBeLessThan(middle[0]![1]! - low[0]![1]!);
  });

  it('records every order once: the periods and the tail make up the total', () => {
    const program = handMadeProgram(EVERY_STAGE, shape);
    const { layout, data } = run(program, { budgets, plausible: 'delay' });
    const selection = reportSelection([]);
    const keys = seriesOf(program, selection);
    const store = new Float64Array(keys.length * LANES);
    createFigureWriter(program, layout, selection).write(data, store, LANES, 0, LANES);
    const at = (group: string, kpi: string, index: number, d: number): number =>
      store[keys.findIndex((key) => key.group === group && key.kpi === kpi && key.index === index) * LANES + d]!;
    for (let d = 0; d < LANES; d += 17) {
      let recorded = 0;
      for (let t = 0; t < 6; t++) recorded += at('period', 'orders', t, d);
      const tail = at('total', 'tail', 0, d);
      expect(tail).toBeGreaterThan(0);
      expect((recorded + tail) / at('total', 'orders', 0, d)).toBeCloseTo(1, 12);
      expect(at('cumulative', 'orders', 5, d) / recorded).toBeCloseTo(1, 12);
      const profit = at('total', 'profit', 0, d);
      const unrecorded = at('total', 'gross_margin', 0, d) * (tail / at('total', 'orders', 0, d));
      expect(at('cumulative', 'profit', 5, d)).toBeCloseTo(profit - unrecorded, 6);
    }
  });
});
