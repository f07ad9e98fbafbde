import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith, SMALL } from './support.js';

const DEARER = SMALL.replace('name: Small', 'name: Dearer').replace('cpm: 2 to 4', 'cpm: 3 to 6');

describe('huni compare', () => {
  it('ranks plans, says what changed, and writes the charts', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'a.yaml': SMALL, 'b.yaml': DEARER });
    try {
      const out = join(folder, 'side by side');
      const run = await command(['compare', join(folder, 'a.yaml'), join(folder, 'b.yaml'), '--png', '--out', out]);
      expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
      const lines = run.out.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(12);
      for (const line of lines.slice(0, -1)) expect(line.length).toBeLessThanOrEqual(100);
      expect(lines[0]).toBe('2 scenarios on the same 512 futures, plans as given, ranked by mean profit');
      expect(run.out).toMatch(/1 {2}Small/);
      expect(run.out).toMatch(/2 {2}Dearer/);
      expect(run.out).toMatch(/What Dearer changes: Instagram awareness, price of 1,000 impressions: /);
      expect(run.out).not.toMatch(/\d\.\d{5}|NaN|undefined|null/);
      expect((await readdir(out)).sort()).toEqual([
        'charts',
        'compare.html',
        'compare.json',
        'manifest.json',
        'summary.md',
      ]);
      const charts = await readdir(join(out, 'charts'));
      for (const name of ['best', 'difference-profit', 'difference-revenue', 'difference-orders', 'difference-roas']) {
        for (const kind of ['vl.json', 'svg', 'png']) expect(charts).toContain(`${name}.${kind}`);
      }
      const summary = await readFile(join(out, 'summary.md'), 'utf8');
      expect(summary).toMatch(/Dearer, against Small/);
      expect(summary).not.toMatch(/NaN|undefined|null/);
      // Once more over the first: a comparison may be replaced.
      expect((await command(['compare', join(folder, 'b.yaml'), join(folder, 'a.yaml'), '--out', out])).code).toBe(0);
    } finally {
      await remove();
    }
  });

  it('prints one JSON object, the same for any number of workers, and writes nothing', async () => {
    const { folder, list, remove } = await folderWith({ 'a.yaml': SMALL, 'b.yaml': DEARER });
    try {
      const args = [
        'compare',
        join(folder, 'a.yaml'),
        join(folder, 'b.yaml'),
        '--json',
        '--seed',
        'x',
        '--draws',
        '256',
      ];
      const { code, out, err } = await command([...args, '--workers', '1']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const comparison = JSON.parse(out);
      expect(comparison).toMatchObject({ format: 'huni.compare/1', engine: { seed: 'x', draws: 256 }, goal: 'profit' });
      expect(comparison.scenarios[1].changed).toHaveLength(1);
      expect((await command([...args, '--workers', '3'])).out).toBe(out);
      expect((await list()).sort()).toEqual(['a.yaml', 'b.yaml']);
    } finally {
      await remove();
    }
  });

  it('names the file that is wrong, before anything is priced', async () => {
    const { folder, remove } = await folderWith({
      'a.yaml': SMALL,
      'dollars.yaml': SMALL.replace('AZN', 'USD').replace('Small', 'Dollars'),
      'wrong.yaml': SMALL.replace('budget: 1000', 'budgett: 1000'),
    });
    try {
      const at = (name: string) => join(folder, name);
      const wrong = await command(['compare', at('a.yaml'), at('wrong.yaml')]);
      expect(wrong).toMatchObject({ code: 2, out: '' });
      expect(wrong.err).toMatch(/wrong\.yaml:\d+:1: .*did you mean budget\?/);
      const dollars = await command(['compare', at('a.yaml'), at('dollars.yaml')]);
      expect(dollars).toMatchObject({ code: 2, out: '' });
      expect(dollars.err).toMatch(/Dollars is in USD and Small in AZN/);
      for (const language of ['az', 'tr', 'ar']) {
        const told = await command(['compare', at('a.yaml'), at('dollars.yaml'), '--language', language]);
        expect(told.err).toMatch(/Dollars.*USD.*Small.*AZN/);
        expect(told.err).not.toMatch(/is in|only one/);
      }
      const alone = await command(['compare', at('a.yaml')]);
      expect(alone).toMatchObject({ code: 2, out: '' });
      expect(alone.err).toMatch(/a\.yaml:1:1: variants: found no variants/);
    } finally {
      await remove();
    }
  });

  it('compares a file with its variants, two dozen of them as one batch', SLOW, async () => {
    const many = Array.from({ length: 20 }, (_, k) => `  dear ${k}: cpm +${k + 1}% from week 2`).join('\n');
    const variants = `variants:\n  off: instagram/conversion off\n  cheap: { economics: { order_value: 10 to 20 } }\n${many}\n`;
    const { folder, remove } = await folderWith({ 'a.yaml': `${SMALL}${variants}` });
    try {
      const out = join(folder, 'x');
      const run = await command(['compare', join(folder, 'a.yaml'), '--draws', '256', '--out', out]);
      expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
      expect(run.out.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
      expect(run.out).toMatch(/and 18 more/);
      const { scenarios } = JSON.parse(await readFile(join(out, 'compare.json'), 'utf8'));
      expect(scenarios).toHaveLength(23);
      const dear = scenarios.filter(({ label }: { label: string }) => label.startsWith('dear'));
      expect(dear[4].changed).toEqual(['Price of 1,000 impressions, weeks 2 to 4: +5%']);
      // The dearer, the less profit, in every future: the draws are common.
      const profits = dear.map((one: { difference: { profit: { mean: number } } }) => one.difference.profit.mean);
      expect(profits).toEqual([...profits].sort((a, b) => b - a));
      for (const one of dear) expect(one.difference.profit.probability_better).toBe(0);
    } finally {
      await remove();
    }
  });

  it('tells scenarios of one name apart by their files', async () => {
    const { folder, remove } = await folderWith({ 'a.yaml': SMALL, 'b.yaml': SMALL });
    try {
      const { out } = await command(['compare', join(folder, 'a.yaml'), join(folder, 'b.yaml'), '--json']);
      const labels = JSON.parse(out).scenarios.map(({ label }: { label: string }) => label);
      expect(labels).toEqual(['Small (a.yaml)', 'Small (b.yaml)']);
    } finally {
      await remove();
    }
  });

  it('shows how far it is and the time left on a terminal only', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'a.yaml': SMALL, 'b.yaml': SMALL, 'c.yaml': DEARER });
    try {
      const files = ['a.yaml', 'b.yaml', 'c.yaml'].map((name) => join(folder, name));
      const { err } = await command(['compare', ...files, '--out', join(folder, 'x')], { interactive: true });
      expect(err).toContain('0 of 3');
      expect(err).toMatch(/2 of 3, \d+ s left/);
      expect(err.endsWith('\r\u001b[2K')).toBe(true);
    } finally {
      await remove();
    }
  });
});
