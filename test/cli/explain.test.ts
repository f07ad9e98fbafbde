import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { folderWith, huni, huniHere, SMALL } from './support.js';

describe('huni explain', () => {
  it('tells what drives the plan, and draws it beside the report', SLOW, async () => {
    const { folder, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const { code, out, err } = await huni(folder, ['explain', 'plan.yaml', '--draws', '600']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Small: what drives profit/);
      expect(out).toMatch(/of the spread alone/);
      const written = dirname(/^Report: (.*)$/m.exec(out)![1]!);
      expect(written).toMatch(/^reports.*explain$/);
      const files = await readdir(join(folder, written), { recursive: true });
      expect(files).toContain(join('charts', 'tornado.svg'));
      // Pictures are drawn where they are asked for.
      expect(files.filter((name) => name.endsWith('.png'))).toEqual([]);
      expect(files).toContain('explain.json');
      expect(files).toContain('explain.html');
    } finally {
      await remove();
    }
  });

  it('prints one JSON object and writes nothing with --json', async () => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const args = ['explain', join(folder, 'plan.yaml'), '--json', '--draws', '600', '--kpi', 'roas', '--no-optimize'];
      const { code, out, err } = await huniHere(...args, '--workers', '1');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toMatchObject({ format: 'huni.explain/1', kpi: 'roas', information: null });
      expect(await list()).toEqual(['plan.yaml']);
      expect((await huniHere(...args, '--workers', '2')).out).toBe(out);
    } finally {
      await remove();
    }
  });

  it.each([
    [['--kpi', 'proft'], /--kpi: found "proft".*profit/],
    [['--draws', '100'], /--draws: found 100.*512/],
    [['--draws', '100000'], /--draws: found 100000.*65536/],
  ])('says what is wrong with %j', async (extra, message) => {
    const { folder, list, remove } = await folderWith({ 'plan.yaml': SMALL });
    try {
      const { code, out, err } = await huniHere('explain', join(folder, 'plan.yaml'), ...extra);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(await list()).toEqual(['plan.yaml']);
    } finally {
      await remove();
    }
  });
});
