import { describe, expect, test } from 'vitest';
import { optimizePlan } from '../../src/optimize/index.js';
import type { Amount, Rules } from '../../src/scenario/types.js';
import { analyticEvaluator, logResponse, scenarioOf } from './support.js';

const money = (value: number): Amount => ({ kind: 'money', value });
const share = (value: number): Amount => ({ kind: 'share', value });
const lower = (rule: string, unit: 'money' | 'share', to: number) =>
  ({ code: 'bound', rule, bound: 'min', way: 'lower', unit, to, by: null }) as const;
const NONE = { min: null, max: null, fixed: null, minDaily: null };
type LineBounds = Rules['lines'][string];
const LINES = ['facebook/awareness', 'tiktok/awareness', 'facebook/consideration', 'facebook/conversion'];

async function conflictOf(rules: Partial<Rules>, ids: readonly string[] = LINES) {
  const scenario = scenarioOf({ lines: ids.map((id) => ({ id, budget: 2500 })), rules, budget: 2500 * ids.length });
  const evaluator = analyticEvaluator({ draws: 8, response: () => logResponse(1000, 1e-3) });
  const result = await optimizePlan({ scenario, evaluator, prices: false });
  return result.ok ? null : result.conflict;
}

describe('contradictions are named, no more rules than it takes', () => {
  test('rules that can be kept', async () => {
    expect(await conflictOf({ stages: { awareness: { min: 0.7, max: 0.8 } } })).toBeNull();
  });

  test('prospecting without an awareness line', async () => {
    const conflict = await conflictOf({ stages: { awareness: { min: 0.7, max: 0.8 } } }, ['facebook/conversion']);
    expect(conflict?.rules).toEqual(['prospecting']);
    expect(conflict?.relaxations).toEqual([lower('prospecting', 'share', 0)]);
  });

  test('minimums above the budget: what budget would do, what minimum would', async () => {
    const conflict = await conflictOf({
      lines: {
        'facebook/awareness': { ...NONE, min: money(6000) },
        'facebook/conversion': { ...NONE, min: money(5000) },
        'tiktok/awareness': { ...NONE, min: money(100) },
      },
    });
    // Any two of the larger sums already leave out the third: 6,000 + 5,000 > 10,000.
    expect(new Set(conflict?.rules)).toEqual(
      new Set(['budget', 'lines.facebook/awareness', 'lines.facebook/conversion']),
    );
    expect(conflict?.relaxations).toEqual([
      { code: 'budget', way: 'raise', to: 11_100 },
      lower('lines.facebook/awareness', 'money', 4900),
      lower('lines.facebook/conversion', 'money', 3900),
    ]);
  });

  test('a line that is off, or on for more than its ceiling: the ceiling gives way as far as being on takes', async () => {
    const [first, second] = ['facebook/awareness', 'tiktok/awareness'];
    const conflict = await conflictOf(
      {
        // Of 5,000: on for 2,800 (100 a day for four weeks) or off, at most 2,250, and the other at most 3,000.
        lines: { [first]: { ...NONE, max: share(0.45), minDaily: 100 }, [second]: { ...NONE, max: share(0.6) } },
      },
      [first, second],
    );
    const raise = (rule: string, to: number) => expect.objectContaining({ code: 'bound', rule, way: 'raise', to });
    expect(conflict?.relaxations).toContainEqual(raise(`lines.${first}`, 0.56));
    expect(conflict?.relaxations).toContainEqual(raise(`lines.${second}`, 1));
    expect(conflict?.relaxations).toContainEqual(
      expect.objectContaining({ code: 'daily', to: expect.closeTo(80.35, 1) }),
    );
  });

  test('a platform ceiling against the stage it serves', async () => {
    const conflict = await conflictOf(
      {
        stages: { awareness: { min: 0.7, max: 0.8 } },
        platforms: { tiktok: { min: null, max: share(0.4), fixed: null } },
        retargeting: { consideration: 1, conversion: 2, tolerance: 0 },
      },
      ['tiktok/awareness', 'facebook/consideration', 'facebook/conversion'],
    );
    expect(new Set(conflict?.rules)).toEqual(new Set(['prospecting', 'platforms.tiktok']));
    expect(conflict?.relaxations).toEqual([
      lower('prospecting', 'share', 0.4),
      { code: 'bound', rule: 'platforms.tiktok', bound: 'max', way: 'raise', unit: 'share', to: 0.7, by: null },
    ]);
  });

  test('an exact ratio with nothing on one side of it', async () => {
    const conflict = await conflictOf(
      {
        stages: { conversion: { min: 0.2, max: 0.4 } },
        retargeting: { consideration: 1, conversion: 2, tolerance: 0 },
      },
      ['facebook/awareness', 'facebook/conversion'],
    );
    expect(new Set(conflict?.rules)).toEqual(new Set(['stages.conversion', 'retargeting']));
  });

  test('a ratio that bounds of both sides leave out: the ratio that they leave, or the tolerance it takes', async () => {
    const least = { ...NONE, min: money(6000) };
    const most = { ...NONE, max: money(1800) };
    const relaxedBy = async (consideration: LineBounds, conversion: LineBounds, tolerance: number) => {
      const conflict = await conflictOf({
        lines: { 'facebook/consideration': consideration, 'facebook/conversion': conversion },
        retargeting: { consideration: 1, conversion: 1, tolerance },
      });
      return conflict?.relaxations.filter(({ code }) => code === 'ratio' || code === 'tolerance');
    };
    // 1,800 for 6,000 is 0.3 for 1; the other way round 10 / 3, of which the hundredth above can be had.
    expect(await relaxedBy(least, most, 0)).toEqual([{ code: 'ratio', to: 0.3 }]);
    expect(await relaxedBy(most, least, 0)).toEqual([{ code: 'ratio', to: 3.34 }]);
    // 6,000 is 2.3333 times 1,800 more than that, to the tenth of a percent above; 1,800 is 0.7 less than 6,000.
    expect(await relaxedBy(least, most, 0.2)).toEqual([{ code: 'tolerance', rule: 'retargeting', to: 2.334 }]);
    expect(await relaxedBy(most, least, 0.2)).toEqual([{ code: 'tolerance', rule: 'retargeting', to: 0.7 }]);
  });

  test('a daily minimum can always be met by switching the line off, unless another rule wants it on', async () => {
    const lines = { 'tiktok/awareness': { ...NONE, minDaily: 1000 } };
    expect(await conflictOf({ lines })).toBeNull();
    const conflict = await conflictOf({
      lines: { 'tiktok/awareness': { ...NONE, min: money(100), minDaily: 1000 } },
    });
    expect(new Set(conflict?.rules)).toEqual(
      new Set(['budget', 'lines.tiktok/awareness', 'lines.tiktok/awareness.min_daily']),
    );
    // 1,000 a day over 28 days is 28,000; the budget of 10,000 allows 357.14 a day.
    expect(conflict?.relaxations).toContainEqual({
      code: 'daily',
      rule: 'lines.tiktok/awareness.min_daily',
      to: 357.14,
    });
    expect(conflict?.relaxations).toContainEqual({ code: 'budget', way: 'raise', to: 28_000 });
  });

  test('a cost per conversion that no plan reaches', async () => {
    const conflict = await conflictOf({ cpa: { max: 1, probability: null } });
    expect(conflict?.rules).toEqual(['cpa', 'budget']);
    expect(conflict?.relaxations[0]).toMatchObject({
      code: 'bound',
      rule: 'cpa',
      bound: 'max',
      way: 'raise',
      unit: 'money',
    });
  });

  test('leaving out any one rule of a contradiction, the rest can be kept', async () => {
    const all: Partial<Rules> = {
      stages: { awareness: { min: 0.7, max: 0.8 }, conversion: { min: 0.15, max: 1 } },
      retargeting: { consideration: 1, conversion: 1, tolerance: 0 },
      platforms: { facebook: { min: null, max: share(0.25), fixed: null } },
      lines: { 'facebook/consideration': { ...NONE, min: share(0.2) } },
    };
    const conflict = await conflictOf(all);
    expect(conflict).not.toBeNull();
    for (const name of conflict?.rules ?? []) {
      if (name === 'budget') continue;
      const satisfied = new Set(conflict?.rules.filter((other) => other !== name));
      const fewer = only(all, satisfied);
      expect(await conflictOf(fewer)).toBeNull();
    }
  });
});

function only(rules: Partial<Rules>, names: ReadonlySet<string>): Partial<Rules> {
  const pick = <T extends object>(entries: T | undefined, name: (key: string) => string): T =>
    Object.fromEntries(Object.entries(entries ?? {}).filter(([key]) => names.has(name(key)))) as T;
  return {
    stages: pick(rules.stages, (stage) => (stage === 'awareness' ? 'prospecting' : `stages.${stage}`)),
    retargeting: names.has('retargeting') ? (rules.retargeting ?? null) : null,
    platforms: pick(rules.platforms, (platform) => `platforms.${platform}`),
    lines: pick(rules.lines, (id) => `lines.${id}`),
  };
}
