import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';

/** One line for a week, all inputs fixed, so that revenue is 20000 (1 − exp(−b / 5000)) of a budget b. */
const PLAN = `
currency: USD
horizon: 1 week
budget: 5000
draws: 256
creative: off
noise: off
economics: { order_value: 20, margin: 1 }
lines:
  - { platform: tiktok, stage: awareness, budget: 5000, audience: 50000, cpm: 5, ctr: 2%, cvr: 5%, view_rate: 20%, fatigue: 0.05 }
`;

/** Lines that can be read out in a breath or two. */
const READ_ALOUD = 14;

describe('huni frontier', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-frontier-'));
    file = join(folder, 'plan.yaml');
    await writeFile(file, PLAN);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('along the budget: few lines, the target met, charts beside them', { timeout: 60_000 }, async () => {
    const out = join(folder, 'out');
    const args = ['frontier', file, '--by', 'budget', '--points', '4', '--for', 'roas >= 2.5 with 80%', '--out', out];
    const told = await command([...args, '--workers', '1']);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out.trim().split('\n').length).toBeLessThanOrEqual(READ_ALOUD);
    expect(told.out).toContain('roas >= 2.5 with 80%');
    expect(await readdir(out, { recursive: true })).toContain('frontier.json');
    expect(await readdir(out)).toContain('frontier.html');
  });

  it('tells a budget to the digits that its error allows, and never an error of nothing', SLOW, async () => {
    // roas is 4 (1 − exp(−b / 5000)) / (b / 5000): 2.5 at a budget of 5,343 or so.
    let [low, high] = [1, 20_000];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if ((-20_000 * Math.expm1(-middle / 5000)) / middle >= 2.5) low = middle;
      else high = middle;
    }
    const args = ['frontier', file, '--by', 'budget', '--points', '4', '--for', 'roas >= 2.5', '--workers', '1'];
    const { out } = await command([...args, '--out', join(folder, 'digits')]);
    const [, budget = '', error = ''] = /met up to a budget of \$([\d,.]+) \(± \$([\d,.]+):/.exec(out) ?? [];
    expect(Number(error)).toBeGreaterThan(0);
    expect(Number(error)).toBeLessThan(2e-4 * low * 1.01);
    expect(Math.abs(Number(budget.replace(',', '')) - low)).toBeLessThan(2 * Number(error));
    const { target } = JSON.parse((await command([...args, '--json'])).out);
    expect(target.gap).toBeGreaterThan(0);
  });

  it('prints one JSON object with --json', { timeout: 60_000 }, async () => {
    const { code, out } = await command(['frontier', file, '--points', '2', '--json', '--workers', '1']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'huni.frontier/1', by: 'risk' });
  });

  it.each([
    [['--for', 'raos >= 2 with 80%'], /--for: found the name "raos".*did you mean roas/],
    [['--for', 'roas >= 2', '--by', 'risk'], /--for looks along budgets/],
    [['--points', '1'], /points as a whole number from 2 to 50/],
  ])('says what is wrong with %j', async (extra, message) => {
    const { code, out, err } = await command(['frontier', file, ...extra]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
