import { describe, expect, it } from 'vitest';
import { mean } from '../../src/distributions/index.js';
import { benchmark } from '../../src/scenario/benchmarks/index.js';
import * as messages from '../../src/scenario/messages.js';
import { describeFault } from '../../src/scenario/problem.js';
import { mistakes, valid } from './helpers.js';

const text = (rules: string, rest = '', budget = '1000', currency = 'AZN') => `
currency: ${currency}
horizon: 10 days
budget: ${budget}
economics: { order_value: 40, margin: 50% }
lines:
  - { platform: instagram, stage: awareness, budget: 700 }
  - { platform: tiktok, stage: conversion, budget: 300 }
rules: ${rules}
${rest}
`;

describe('rules on what the draws say', () => {
  it('take a bare bound, or one with a probability', async () => {
    const { rules } = await valid(text('{ cpa: 9, cpm: { max: 4, probability: 90% }, roas: 2 }'));
    expect(rules).toMatchObject({
      cpa: { max: 9, probability: null },
      cpm: { max: 4, probability: 0.9 },
      roas: { min: 2, probability: null },
      cvar: null,
      newChannels: null,
      budget: 'exact',
    });
    expect((await valid(text('{ roas: { min: 2, probability: 80% } }'))).rules.roas).toEqual({
      min: 2,
      probability: 0.8,
    });
  });

  it("take the goal's tail where a floor names none, and money below 0", async () => {
    expect((await valid(text('{ cvar: { min: -250 } }'))).rules.cvar).toEqual({ min: -250, tail: 0.1 });
    expect((await valid(text('{ cvar: { min: 0 } }', 'goal: { tail: 5% }'))).rules.cvar).toEqual({
      min: 0,
      tail: 0.05,
    });
    expect((await valid(text('{ cvar: { min: 0, tail: 20% } }'))).rules.cvar).toEqual({ min: 0, tail: 0.2 });
  });

  it('warn below one conversion a week unless told otherwise', async () => {
    expect((await valid(text('{}'))).rules.adequacy).toBe(1);
    expect((await valid(text('{ adequacy: 10 }'))).rules.adequacy).toBe(10);
    expect((await valid(text('{ adequacy: 0 }'))).rules.adequacy).toBe(0);
  });

  it('name mistakes', async () => {
    const [platform] = await mistakes(text('{ new_channels: { platforms: [instagram, youtube], min: 5% } }'));
    expect(platform?.message).toBe(
      describeFault(messages.ruleForNothing('platform', 'youtube', ['instagram', 'tiktok']), 'platforms'),
    );
    const [key] = await mistakes(text('{ cvar: { min: 0, tial: 10% } }'));
    expect(key?.message).toContain('tail');
    expect((await mistakes(text('{ roas: { min: 2, probability: 100% } }')))[0]?.message).toContain('probability');
    expect(await mistakes(text('{ roas: 0 }'))).toHaveLength(1);
    expect(await mistakes(text('{ cpm: { min: 3 } }'))).not.toHaveLength(0);
  });
});

describe('a budget that is a maximum', () => {
  it('lets given lines sum to less, not to more', async () => {
    const scenario = await valid(text('{}', '', '{ max: 1500 }'));
    expect(scenario).toMatchObject({ budget: 1500, rules: { budget: 'maximum' } });
    const [over] = await mistakes(text('{}', '', '{ max: 900 }'));
    expect(over?.message).toContain('1,000');
    expect(await mistakes(text('{}', '', '1500'))).toHaveLength(1);
  });

  it('may have rules that only a smaller spend keeps', async () => {
    const capped = '{ lines: { instagram/awareness: { max: 700 }, tiktok/conversion: { max: 200 } } }';
    const free = text(capped, '', '{ max: 1500 }').replace(', budget: 300', ', budget: 200');
    expect((await valid(free)).budget).toBe(1500);
  });
});

describe('goal presets', () => {
  // Practice's figures are in AZN; a dollar is 1.7 of them (see exchange-rates.ts).
  it('awareness: three times the benchmark, 20 to 40 AZN a day, for reach', async () => {
    const { rules, goal } = await valid(text('{}', 'goal: { preset: awareness }'));
    const known = benchmark('instagram', 'awareness', 'cpm', 'AZN');
    if ('missing' in known) throw new Error(String(known.missing));
    expect(rules.cpm?.max).toBeCloseTo(3 * mean(known.distribution), 10);
    expect(goal).toMatchObject({ text: 'reach', preset: { name: 'awareness', daily: { min: 20, max: 40 } } });
  });

  it('leads: 1.2 times the margin on an order', async () => {
    const { rules, goal } = await valid(text('{}', 'goal: { preset: leads }', '1000', 'USD'));
    expect(rules.cpa).toEqual({ max: 1.2 * 0.5 * 40, probability: null });
    expect(goal.text).toBe('new');
    expect(goal.preset?.daily?.min).toBeCloseTo(50 / 1.7, 10);
    expect(goal.preset?.daily?.max).toBeCloseTo(70 / 1.7, 10);
  });

  it("sales: a quarter of an order's value; the file's own words go first", async () => {
    const { rules, goal } = await valid(text('{}', 'goal: { preset: sales }'));
    expect(rules.cpa).toEqual({ max: 10, probability: null });
    expect(goal).toMatchObject({ text: 'profit', preset: { daily: { min: 70, max: 100 } } });
    const own = await valid(text('{ cpa: 7 }', 'goal: { preset: sales, maximize: orders }'));
    expect(own.rules.cpa?.max).toBe(7);
    expect(own.goal.text).toBe('orders');
  });

  it('say what they cannot know', async () => {
    const bare = text('{}', 'goal: { preset: sales }').replace(/economics:.*\n/, '');
    const { rules, warnings } = await valid(bare);
    expect(rules.cpa).toBeNull();
    expect(warnings).toContainEqual({ code: 'no_ceiling', preset: 'sales', because: 'no_order_value' });
    const [wrong] = await mistakes(text('{}', 'goal: { preset: sale }'));
    expect(wrong?.message).toContain('awareness, leads, sales');
  });
});
