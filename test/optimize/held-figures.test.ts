import { describe, expect, it } from 'vitest';
import { spendByPeriod } from '../../src/optimize/flighting.js';
import { asksWhileOn, heldFigures, isLeast, lineFigure, weeksOf } from '../../src/optimize/hold-rules.js';
import { scenarioOf } from '../forecast/support.js';
import { withCame } from '../track/support.js';

const PLAN = (rules: string) => `
currency: USD
horizon: 15 days
budget: 1000
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 600, audience: 1m }
  - { platform: tiktok, stage: awareness, budget: 400, audience: 1m }
rules: ${rules}
`;

/** Of each rule on a figure: whose it is, what is looked at, whether a line that is off is asked, and what it is divided by. */
async function held(rules: string) {
  const scenario = await scenarioOf(PLAN(rules));
  return heldFigures(scenario).map((one) => {
    const figure = lineFigure(one);
    const seen = figure.kind === 'ratio' ? figure.of : figure.figure.kind;
    return [one.name, one.lines, seen, asksWhileOn(one), isLeast(one.hold), weeksOf(one.hold, scenario)];
  });
}

describe('rules on figures', () => {
  it("are the plan's first, then the lines', each by what it looks at", async () => {
    const own =
      "lines: { tiktok/awareness: { hold: ['cpa <= 40', 'cpm >= 2', 'impressions >= 900', 'clicks / conversions <= 90', 'roas > 1'] } }";
    expect(await held(`{ hold: ['conversions >= 3', 'frequency < 9'], ${own} }`)).toEqual([
      ['hold.conversions >= 3', [], 'group', false, true, 1],
      ['hold.frequency < 9', [], 'of line', false, false, 1],
      ['lines.tiktok/awareness.hold.cpa <= 40', [1], 'cpa', true, false, 1],
      ['lines.tiktok/awareness.hold.cpm >= 2', [1], 'of line', true, true, 1],
      ['lines.tiktok/awareness.hold.impressions >= 900', [1], 'group', false, true, 1],
      ['lines.tiktok/awareness.hold.clicks / conversions <= 90', [1], 'of line', true, false, 1],
      ['lines.tiktok/awareness.hold.roas > 1', [1], 'of line', true, true, 1],
    ]);
  });

  it('of sums, differences and calls ask nothing of a line that is off where a part of them is a quotient', async () => {
    const asks = async (figure: string) => {
      const all = await held(`{ lines: { tiktok/awareness: { hold: ['${figure} >= 1'] } } }`);
      return all[0]![3];
    };
    expect(await asks('-cpa')).toBe(true);
    expect(await asks('max(clicks, ctr)')).toBe(true);
    expect(await asks('cpm + clicks')).toBe(true);
    expect(await asks('max(clicks, 3)')).toBe(false);
    expect(await asks('clicks / 7')).toBe(false);
    expect(await asks('-clicks')).toBe(false);
  });
});

describe('what a line spends in each period', () => {
  const decision = { budgets: Float64Array.of(600, 400), creative: new Float64Array(3) };
  const plan = PLAN('{}').replace('15 days', '3 weeks');

  it('is its budget by its flighting, to the smallest unit', async () => {
    const scenario = await scenarioOf(plan.replace('budget: 400,', 'budget: 400, flighting: [1, 2, 4],'));
    expect(spendByPeriod(scenario, decision, 0)).toEqual([200, 200, 200]);
    expect(spendByPeriod(scenario, decision, 1)).toEqual([57.14, 114.29, 228.57]);
    expect(spendByPeriod(scenario, { ...decision, budgets: Float64Array.of(0, 0) }, 1)).toEqual([0, 0, 0]);
    const byPeriod = Float64Array.of(0, 0, 0, 100, 0, 300);
    expect(spendByPeriod(scenario, { ...decision, byPeriod }, 1)).toEqual([100, 0, 300]);
  });

  it('of a plan under way is what was spent, and by its flighting what is left', async () => {
    const begun = (flighting: string) =>
      scenarioOf(plan.replace('budget: 400,', `budget: 400, flighting: [${flighting}],`));
    const came = [{ spend: [300] }, { spend: [40] }];
    expect(spendByPeriod(withCame(await begun('1, 1, 3'), came), decision, 1)).toEqual([40, 90, 270]);
    // Nothing was planned for what is ahead: evenly.
    expect(spendByPeriod(withCame(await begun('1, 0, 0'), came), decision, 1)).toEqual([40, 180, 180]);
    const over = { ...decision, budgets: Float64Array.of(600, 40) };
    expect(spendByPeriod(withCame(await begun('1, 1, 3'), came), over, 1)).toEqual([40, 0, 0]);
  });
});
