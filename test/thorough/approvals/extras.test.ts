// @module-tag slow
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandIn } from '../../cli/in-process.js';
import { folderWith, type Outcome, SMALL } from '../../cli/support.js';
import { sampled } from '../../sample.js';

const SHOCK =
  'shocks: [{ name: Ban, probability: 20%, window: [2, 3], lasts: 1, platforms: [instagram], outage: true }]\n';

let place: Awaited<ReturnType<typeof folderWith>>;
let run: (...args: string[]) => Promise<Outcome>;
beforeAll(async () => {
  place = await folderWith({ 'small.yaml': SMALL, 'shock.yaml': SMALL.replace('name: Small', 'name: Shock') + SHOCK });
  const env = { XDG_CONFIG_HOME: join(place.folder, 'home'), APPDATA: join(place.folder, 'home') };
  run = (...args) => commandIn(place.folder, [...args, '--workers', '1'], env);
  const made = await run('run', 'small.yaml', '--quiet', '--live', '--png', '--export', 'generic', '--out', 'r');
  expect(made).toEqual({ code: 0, out: '', err: '' });
});
afterAll(() => place.remove());

describe('a report with more than the usual', () => {
  const KINDS: readonly [string, ...string[]][] = [
    ['shock.yaml', '--robust'],
    ['small.yaml', '--accuracy', '10%'],
    ['small.yaml', '--exact'],
    ['small.yaml', '--with', 'explain,frontier'],
  ];
  it.each(sampled(KINDS, 2))('is run again as it was run: %s %s', async (file, ...options) => {
    const out = `report${options[0]}`;
    expect(await run('run', file, '--quiet', '--live', ...options, '--out', out)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(await run('submit', out, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('is taken as the run wrote it, and each part is held against a new run, not only against its hash', async () => {
    const paths = ['live.html', 'budgets-generic.csv', 'charts/bridge.png', 'charts/bridge.svg'];
    const where = paths.map((path) => join(place.folder, 'r', path));
    const before = await Promise.all(where.map((one) => readFile(one)));
    for (const one of where) await appendFile(one, '<h1>Total cost: 42</h1>\n');
    // Each is named; and any one of them alone is enough.
    const all = await run('submit', 'r');
    expect(all.code).toBe(1);
    for (const path of paths) expect(all.err).toContain(path);
    expect(all.err).toContain('Nothing was recorded.');
    for (const [k, one] of where.entries()) await writeFile(one, before[k]!);
    for (const [k, path] of sampled([...paths.entries()], 1)) {
      await appendFile(where[k]!, '<h1>Total cost: 42</h1>\n');
      const answer = await run('submit', 'r');
      expect([path, answer.code]).toEqual([path, 1]);
      expect(answer.err).toContain(path);
      expect(answer.err).toContain('Nothing was recorded.');
      await writeFile(where[k]!, before[k]!);
    }
    await writeFile(join(place.folder, 'r', 'charts', 'more.png'), 'x');
    expect((await run('submit', 'r')).err).toMatch(/more\.png: found a file that the run does not write/);
    await rm(join(place.folder, 'r', 'charts', 'more.png'));
    const taken = await run('submit', 'r', '--json');
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.out).unproven ?? []).toEqual([]);
  });
});
