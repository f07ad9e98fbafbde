import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLookup, niceTicks, spread } from '../../src/report/charts/ticks.js';
import { nextAmount, nextOrders } from '../../src/report/findings/headlines.js';
import { binEdges, countIn } from '../../src/report/findings/histogram.js';
import { lineChanges, movesBetween, sumMoney } from '../../src/report/findings/moves.js';
import { breakEven, lossChance } from '../../src/report/findings/plans.js';
import { expressionUnit } from '../../src/report/findings/units.js';
import { syntheticForecast } from './synthetic.js';

describe('moves', () => {
  const { lines } = syntheticForecast({ draws: 2, lines: 12 }).scenario;
  const cents = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 11, maxLength: 11 });

  it('take from each line what it loses and bring to each what it gains, to the cent, from and to the unspent, too', () => {
    fc.assert(
      fc.property(cents, fc.boolean(), (first, same) => {
        const changes = [...first, same ? -first.reduce((a, b) => a + b, 0) : 0];
        const moves = movesBetween(
          changes.map((change, i) => ({
            line: lines[i]!,
            given: 5000,
            planned: 5000 + change / 100,
            change: change / 100,
          })),
          2,
        );
        const net = new Map(lines.map((line) => [line.id, 0]));
        for (const { from, to, amount } of moves) {
          expect(amount).toBeGreaterThan(0);
          expect(same ? from !== null && to !== null : from !== null || to !== null).toBe(true);
          if (from !== null) net.set(from.id, net.get(from.id)! - Math.round(amount * 100));
          if (to !== null) net.set(to.id, net.get(to.id)! + Math.round(amount * 100));
        }
        expect([...net.values()]).toEqual(changes.map((change) => change + 0));
        for (let i = 1; i < moves.length; i++) expect(moves[i]!.amount).toBeLessThanOrEqual(moves[i - 1]!.amount);
      }),
    );
  });

  it('are read from the result by line id, whatever its order', () => {
    const forecast = syntheticForecast({ draws: 2 });
    const { given, optimized } = forecast.result.plans;
    const shuffled = {
      ...forecast,
      result: {
        ...forecast.result,
        plans: { given, optimized: { ...optimized!, lines: [...optimized!.lines].reverse() } },
      },
    };
    expect(lineChanges(shuffled, shuffled.result.plans.optimized)).toEqual(lineChanges(forecast, optimized!));
  });

  it('sum without the dust of binary fractions', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumMoney([0.1, 0.2], 2)).toBe(0.3);
  });
});

describe('histogram', () => {
  const draws = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 300 });

  it('has zero as an edge wherever it is inside, in equal bins that cover the band from P10 to P90', () => {
    fc.assert(
      fc.property(draws, (values) => {
        const profit = Float64Array.from(values);
        const edges = binEdges([profit]);
        if (edges === null) return;
        if (edges[0]! < 0 && edges.at(-1)! > 0) expect(edges).toContain(0);
        const sorted = profit.toSorted();
        const inner = sorted.slice(Math.ceil(0.1 * (sorted.length - 1)), Math.floor(0.9 * (sorted.length - 1)) + 1);
        for (const value of inner) {
          expect(value).toBeGreaterThanOrEqual(edges[0]!);
          expect(value).toBeLessThanOrEqual(edges.at(-1)!);
        }
      }),
    );
  });

  it('counts each draw where a plain comparison with the edges puts it', () => {
    fc.assert(
      fc.property(draws, (values) => {
        const profit = Float64Array.from(values);
        const edges = binEdges([profit]);
        if (edges === null) return;
        const last = edges.length - 2;
        const plain = edges.slice(0, -1).map((from, i) => {
          const to = edges[i + 1]!;
          return profit.filter((v) => v >= from && (i === last ? v <= to : v < to)).length;
        });
        expect(countIn(edges, profit)).toEqual(plain);
      }),
    );
  });

  it('does not let one extreme future squeeze the others into a few bars', () => {
    const profit = Float64Array.from({ length: 1001 }, (_, i) => i - 500);
    profit[1000] = 1e9;
    expect(binEdges([profit])!.at(-1)).toBeLessThan(2100);
  });

  it('has nothing to show of draws that are all the same', () => {
    expect(binEdges([Float64Array.of(5, 5, 5)])).toBeNull();
  });
});

describe('figures', () => {
  it('count a loss strictly below zero', () => {
    expect(lossChance(Float64Array.of(-1, 0, 1, -0.5))).toBe(0.5);
  });

  it('break even only for good', () => {
    expect(breakEven([-1, 1, -1, 2, 3])).toBe(3);
    expect(breakEven([1, 2])).toBe(0);
    expect(breakEven([-1, -1])).toBeNull();
  });

  it('read the next orders from the slope at the spend', () => {
    const points = [0, 10, 20].map((spend) => ({ spend, mean: spend === 20 ? 30 : 2 * spend }));
    expect(nextOrders(points, 5, 1)).toBe(2);
    expect(nextOrders(points, 15, 1)).toBe(1);
    expect(nextOrders(points, 20, 1)).toBe(1);
  });

  it('speak of a round percent of the budget', () => {
    expect([18_200, 50_000, 630_000, 99].map(nextAmount)).toEqual([100, 500, 5000, 0.5]);
  });

  it('know the unit of an expression', () => {
    const kpi = (name: 'profit' | 'orders') => ({ kind: 'kpi', name }) as const;
    const number = { kind: 'number', value: 3 } as const;
    expect(expressionUnit({ kind: 'binary', operator: '/', left: kpi('profit'), right: number })).toBe('money');
    expect(expressionUnit({ kind: 'binary', operator: '/', left: kpi('profit'), right: kpi('orders') })).toBe('ratio');
    expect(expressionUnit({ kind: 'binary', operator: '+', left: kpi('orders'), right: kpi('orders') })).toBe('count');
  });
});

describe('axes', () => {
  it('have round ticks that cover the range', () => {
    expect(niceTicks(0, 7600, 4)).toEqual([0, 2000, 4000, 6000, 8000]);
    expect(niceTicks(-0.25, 0.31, 3)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
  });

  it('look their labels up by the value that Vega passes', () => {
    expect(labelLookup([0, 0.5], (value) => `${value} "x"`)).toBe(
      `{"0":"0 \\"x\\"","0.5":"0.5 \\"x\\""}[datum.value] || ''`,
    );
  });

  it('spread labels apart in their order and inside the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 }), (wanted) => {
        const placed = spread(wanted, 10, 0, 100);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        for (let i = 0; i < order.length; i++) {
          expect(placed[order[i]!]).toBeGreaterThanOrEqual(0);
          expect(placed[order[i]!]).toBeLessThanOrEqual(100);
          if (i > 0) expect(placed[order[i]!]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(10 - 1e-9);
        }
      }),
    );
  });
});
