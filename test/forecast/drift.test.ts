import { describe, expect, it } from 'vitest';
import { driftBetween, figureCount } from '../../src/forecast/drift.js';
import { parseResult } from '../../src/forecast/read-result.js';
import type { Result, Summary } from '../../src/forecast/result.js';

const summary = (mean: number | null, se: number | null): Summary => ({
  mean,
  sd: 1,
  se,
  p5: 0,
  p10: 0,
  p25: 0,
  p50: 0,
  p75: 0,
  p90: 0,
  p95: 0,
  undefined: 0,
});

const NOTHING = { orders: 0, revenue: 0, gross_margin: 0 };

const result = (total: Readonly<Record<string, Summary>>, budget = 100): Result => ({
  format: 'huni.result/1',
  scenario: { name: 'x', sha256: 'y' },
  engine: { version: '0', seed: 's', draws: 1, sampler: 'mc' },
  plans: {
    given: {
      lines: [{ id: 'x/awareness', budget, share: 1, daily: 1 }],
      creative: { proven: 1, experiment: 0, moonshot: 0 },
      kpis: {
        total,
        lines: { 'x/awareness': { clicks: summary(10, 0) } },
        platforms: { x: { clicks: summary(10, 0) } },
        stages: { awareness: { clicks: summary(10, 0) } },
        periods: [{ start: '2027-03-01', orders: summary(5, 0) }],
      },
      bridge: {
        recorded: NOTHING,
        tail: NOTHING,
        media: 0,
        fees: 0,
        tax: 0,
        fixed_costs: 0,
        future: NOTHING,
        baseline: NOTHING,
      },
      rules: [],
      targets: [],
    },
  },
});

describe('drift', () => {
  // |Δ| > max(tolerance · |was|, 4 √(3² + 4²)): the noise allows 20, a tolerance of 10% of 1000 allows 100.
  it.each([
    [1000, 1019.9, 0, false],
    [1000, 1020.1, 0, true],
    [1000, 979.8, 0, true],
    [1000, 1099, 0.1, false],
    [1000, 1101, 0.1, true],
    [-1000, -1101, 0.1, true],
  ])('from %s to %s with a tolerance of %s: %s', (was, is, tolerance, drifts) => {
    const found = driftBetween(result({ profit: summary(was, 3) }), result({ profit: summary(is, 4) }), tolerance);
    const allowed = Math.max(tolerance * 1000, 20);
    expect(found).toEqual(drifts ? [{ figure: 'total.profit', was, is, allowed }] : []);
  });

  it('looks at every group, and at budgets, which have no noise', () => {
    const one = result({ profit: summary(1, 0) });
    const moved = result({ profit: summary(1, 0) }, 101);
    expect(figureCount(one)).toBe(6);
    expect(driftBetween(one, one, 0)).toEqual([]);
    expect(driftBetween(one, moved, 0.005).map(({ figure }) => figure)).toEqual(['lines.x/awareness.budget']);
    expect(driftBetween(one, moved, 0.02)).toEqual([]);
    const { given } = one.plans;
    const other = {
      ...given,
      kpis: {
        ...given.kpis,
        lines: { 'x/awareness': { clicks: summary(11, 0) } },
        periods: [{ start: 'z', orders: summary(6, 0) }],
      },
    };
    expect(driftBetween(one, { ...one, plans: { given: other } }, 0).map(({ figure }) => figure)).toEqual([
      'lines.x/awareness.clicks',
      'periods.1.orders',
    ]);
  });

  it('names figures that came, went, or lost their value', () => {
    const before = result({ gone: summary(1, 0), lost: summary(2, 0), never: summary(null, null) });
    const after = result({ lost: summary(null, null), never: summary(null, null), came: summary(null, null) });
    expect(driftBetween(before, after, 1).map(({ figure, was, is }) => [figure, was, is])).toEqual([
      ['total.gone', 1, null],
      ['total.lost', 2, null],
      ['total.came', null, null],
    ]);
  });
});

describe('a committed result', () => {
  const text = JSON.stringify(result({ profit: summary(1, 0) }));
  it('is read back', () => {
    const reading = parseResult(text);
    expect(reading.ok && driftBetween(reading.result, result({ profit: summary(1, 0) }), 0)).toEqual([]);
  });

  it.each([
    ['', /^no JSON/],
    ['{"format": "huni.compare/1"}', /^the format "huni\.compare\/1"/],
    ['[]', /^no format/],
    ['null', /^no format/],
    [text.replace('"mean":1,', '"mean":"1",'), /^a result that is not whole: plans\.given\.kpis\.total\.profit\.mean$/],
    [text.replace('"kpis"', '"kpi"'), /^a result that is not whole: plans\.given\.kpis/],
  ])('%j is refused', (wrong, reason) => {
    const reading = parseResult(wrong);
    expect(reading.ok ? 'accepted' : String(reading.said)).toMatch(reason);
  });
});

describe('a committed result that somebody wrote', () => {
  const of = (draws: number, total: Readonly<Record<string, Summary>>): Result => {
    const made = result(total);
    return { ...made, engine: { ...made.engine, draws } };
  };
  // At 4,096 draws and a standard error of 1, 1,024 draws have one of 2: believed up to 4. Fewer than 256 are taken for 256.
  it.each([
    [4096, 1e300, 4 * Math.hypot(2, 1)],
    [1024, 1e300, 4 * Math.hypot(4, 1)],
    [1024, 2, 4 * Math.hypot(2, 1)],
    [1, 1e300, 4 * Math.hypot(8, 1)],
    [0, 1e300, 4 * Math.hypot(8, 1)],
  ])('of %d draws and a standard error of %d lets a mean move by what so many draws explain', (draws, se, allowed) => {
    const reference = of(draws, { profit: summary(0, se) });
    const moved = (by: number) => driftBetween(reference, of(4096, { profit: summary(by, 1) }), 0).length;
    expect([moved(allowed - 0.01), moved(allowed + 0.01)]).toEqual([0, 1]);
  });
});
