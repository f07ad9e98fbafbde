import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampled } from '../sample.js';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith, SMALL } from './support.js';

const REPORT = ['budget.xlsx', 'charts', 'manifest.json', 'report.html', 'result.json', 'scenario', 'summary.md'];

describe('--out of a command whose answer is no report', () => {
  const COMMANDS = [
    ['check', 'given'],
    ['optimize', 'optimized'],
  ] as const;
  it.each(sampled(COMMANDS, 1))(
    '%s writes the report there, too, and says so beside its answer',
    SLOW,
    async (name, last) => {
      const { folder, remove } = await folderWith({ 'small.yaml': SMALL });
      try {
        const out = join(folder, 'there');
        const plain = await command([name, join(folder, 'small.yaml')]);
        expect(await readdir(folder)).toEqual(['small.yaml']);
        const found = await command([name, join(folder, 'small.yaml'), '--out', out]);
        expect({ code: found.code, out: found.out }).toEqual({ code: plain.code, out: plain.out });
        expect(found.err).toBe(`Report: ${join(out, 'report.html')}\n`);
        expect((await readdir(out)).sort()).toEqual(REPORT);
        const { plans } = JSON.parse(await readFile(join(out, 'result.json'), 'utf8'));
        expect(Object.keys(plans).at(-1)).toBe(last);
        const json = await command([name, join(folder, 'small.yaml'), '--json', '--out', out]);
        expect({ err: json.err, out: json.out }).toEqual({
          err: '',
          out: await readFile(join(out, 'result.json'), 'utf8'),
        });
      } finally {
        await remove();
      }
    },
  );

  it('writes neither report nor plan into a folder that holds something else', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'small.yaml': SMALL, 'mine/notes.txt': 'keep' });
    try {
      const better = join(folder, 'better.yaml');
      const args = ['optimize', join(folder, 'small.yaml'), '--write', better, '--out', join(folder, 'mine')];
      const { code, out, err } = await command(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/notes\.txt/);
      expect((await readdir(folder)).sort()).toEqual(['mine', 'small.yaml']);
      expect(await readdir(join(folder, 'mine'))).toEqual(['notes.txt']);
    } finally {
      await remove();
    }
  });
});
