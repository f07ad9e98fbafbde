import { describe, expect, it } from 'vitest';
import { figureWarnings } from '../../src/advice/plausible.js';
import { runForecast } from '../../src/forecast/run.js';
import { scenarioOf } from '../forecast/support.js';

async function warningsOf(text: string, horizon = '4 weeks') {
  const scenario = await scenarioOf(`draws: 256\nhorizon: ${horizon}\n${text}`);
  const { result } = await runForecast(scenario, { workers: 0, optimize: false });
  return figureWarnings(scenario, result.plans.given);
}
const codes = async (text: string): Promise<readonly string[]> => (await warningsOf(text)).map(({ code }) => code);

const awareness = (platform: string, budget: number, rest = '') =>
  `  - { platform: ${platform}, stage: awareness, budget: ${budget}, audience: 400k, cpm: 5, ctr: 1%, view_rate: 20%, cvr: 2%${rest} }`;
const conversion = (platform: string, budget: number, cvr: string) =>
  `  - { platform: ${platform}, stage: conversion, budget: ${budget}, audience: 400k, cpm: 5, ctr: 1%, cvr: ${cvr} }`;
const plan = (
  budget: number,
  lines: readonly string[],
  rest = 'currency: USD\neconomics: { order_value: 50, margin: 50% }',
) => `budget: ${budget}\n${rest}\nlines:\n${lines.join('\n')}`;

describe('figures that are hard to believe', () => {
  it('says nothing of a plan like those that are run', async () => {
    expect(await codes(plan(9000, [awareness('instagram', 5000), awareness('tiktok', 4000)]))).toEqual([]);
  });

  it('says what a platform takes a day at least, in the currency of the plan', async () => {
    const [warning, ...others] = await warningsOf(
      plan(5060, [awareness('instagram', 4500), awareness('tiktok', 560 - 28)].concat(awareness('snapchat', 28))),
    );
    // 532 over 28 days is 19 a day, 28 is 1: TikTok asks for 20, Snapchat for 5.
    expect(warning).toMatchObject({ code: 'below_least_spend', line: 'tiktok/awareness', value: 19, min: 20 });
    expect(others).toMatchObject([{ code: 'below_least_spend', line: 'snapchat/awareness', value: 1, min: 5 }]);
    const manats = await warningsOf(plan(900, [awareness('tiktok', 900)], 'currency: AZN'));
    expect(manats).toMatchObject([{ code: 'below_least_spend', min: 34 }]);
  });

  it('does not make weeks of a plan of days', async () => {
    const lines = [awareness('instagram', 4000)];
    const text = plan(4000, lines).replaceAll('400k', '50k');
    const [warning] = await warningsOf(`${text}\n`, '1 day');
    // 800,000 impressions on 50,000 people, of whom all but a few are reached.
    expect(warning).toMatchObject({ code: 'frequency_a_week', line: 'instagram/awareness' });
    const { value } = warning as { readonly value: number };
    expect(value).toBeGreaterThan(14);
    expect(value).toBeLessThan(20);
  });

  it('counts the days that a line is on', async () => {
    const flighted = awareness('tiktok', 300, ', flighting: [1, 0, 0, 0]');
    expect(await codes(plan(5300, [awareness('instagram', 5000), flighted]))).toEqual([]);
    const even = awareness('tiktok', 300);
    expect(await codes(plan(5300, [awareness('instagram', 5000), even]))).toEqual(['below_least_spend']);
  });

  it('doubts a return that nobody has', async () => {
    const dear = 'currency: USD\neconomics: { order_value: 600, margin: 50% }';
    expect(await codes(plan(5000, [awareness('instagram', 5000)], dear))).toEqual(['return_hard_to_believe']);
  });

  it('names lines with too few results to learn from once, and not those that can not learn at all', async () => {
    const lines = [
      conversion('instagram', 1000, '3%'),
      conversion('facebook', 1000, '4%'),
      conversion('tiktok', 1000, '0.01%'),
    ];
    const warnings = await warningsOf(plan(3000, lines));
    const learning = warnings.filter(({ code }) => code === 'learning');
    expect(learning).toMatchObject([
      {
        min: 50,
        lines: [{ line: 'instagram/conversion' }, { line: 'facebook/conversion' }],
        sources: ['Meta Business Help Center'],
      },
    ]);
    const off = plan(3000, lines).replace('lines:', 'rules: { adequacy: 0 }\nlines:');
    expect(await codes(off)).not.toContain('learning');
  });
});
