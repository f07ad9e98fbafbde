// @module-tag slow
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, huni, SMALL } from '../../cli/support.js';

describe('huni sweep', () => {
  it('writes the table, the page, heat maps, and what it needs to go on where it stopped', async () => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': SMALL });
    const args = [
      'sweep',
      'plan.yaml',
      '--vary',
      'budget=500..1500 step 500',
      '--vary',
      'economics.margin=40%,60%',
      '--out',
      'out',
    ];
    const first = await huni(folder, args);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Small: 6 variants');
    expect(await list()).toContain('out');
    const at = (name: string): Promise<string> => readFile(join(folder, 'out', name), 'utf8');
    const [json, csv, page, kept] = [
      await at('sweep.json'),
      await at('sweep.csv'),
      await at('sweep.html'),
      await at('outcomes.jsonl'),
    ];
    expect(JSON.parse(json)).toMatchObject({ format: 'huni.sweep/1', variants: { length: 6 } });
    expect(csv.split('\r\n')[0]).toContain('budget,economics.margin,verdict');
    expect(page).toContain('<svg');
    expect(await at('summary.md')).toMatch(/^# .+\n(.*\n)+## .+\n(.*\n)+.*economics\.margin/);
    expect(await at('charts/heat-map-1.svg')).toContain('Objective by budget and economics.margin');
    // The same again: nothing is priced anew, and nothing changes but what is asked for in addition.
    const second = await huni(folder, [...args.slice(0, 3), 'budget=500..2000 step 500', ...args.slice(4)]);
    expect(second.code).toBe(0);
    const more = await at('outcomes.jsonl');
    expect(more.startsWith(kept)).toBe(true);
    const third = await huni(folder, args);
    expect(third.out).toBe(first.out);
    expect(await at('outcomes.jsonl')).toBe(more);
    expect(await at('sweep.json')).toBe(json);
    await remove();
  });

  it.each([
    [['--vary', 'budgets=1000,2000'], 'budgets'],
    [['--vary', 'economics.margin=150%,160%'], 'expected a rate from 0 to 1'],
    [['--vary', 'budget=1000..2000'], 'budget without a step'],
    [['--vary', 'budget=1000', '--vary', 'budget=2000'], 'budget twice'],
    [['--design', 'sobol', '--vary', 'budget=1..9'], 'needs --points'],
    [['--points', '9', '--vary', 'budget=1000,2000'], '--points is for --design sobol'],
    [['--vary', 'budget=1..9k step 1', '--vary', 'economics.margin=40%..60% step 1%'], '189000 variants'],
    [[], '--vary says what to vary'],
  ])('refuses %j', async (args, words) => {
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
    const { code, out, err } = await huni(folder, ['sweep', 'plan.yaml', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
    await remove();
  });
});
