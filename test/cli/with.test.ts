import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';

const PLAN = `
currency: USD
horizon: 2 weeks
budget: 5000
draws: 512
creative: off
economics: { order_value: 20 to 30, margin: 60% }
lines:
  - { platform: tiktok, stage: awareness, budget: 2500, audience: 50000 to 90000 }
  - { platform: instagram, stage: awareness, budget: 2500, audience: 50000 to 90000 }
variants:
  more tiktok: { lines: [ { platform: tiktok, stage: awareness, budget: 3500 }, { platform: instagram, stage: awareness, budget: 1500 } ] }
`;
const MOST_BYTES = 1_500_000;

describe('huni run --with', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-with-'));
    file = join(folder, 'plan.yaml');
    await writeFile(file, PLAN);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has what was asked for as folded sections of one page, each picture once', SLOW, async () => {
    const out = join(folder, 'out');
    const args = ['run', file, '--with', 'compare, explain,frontier,trust', '--out', out, '--workers', '1'];
    expect(await command(args)).toMatchObject({ code: 0, err: '' });
    const page = await readFile(join(out, 'report.html'), 'utf8');
    const sections = [...page.matchAll(/<section id="([^"]+)" class="folded"/g)].map(([, id]) => id);
    for (const id of ['trust', 'with-compare', 'with-explain', 'with-frontier']) expect(sections).toContain(id);
    const ids = [...page.matchAll(/ id="(chart-[^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const own = page.slice(page.indexOf('<section id="with-explain"'), page.indexOf('<section id="with-frontier"'));
    expect(own).toMatch(/<svg class="wide"/);
    expect((await stat(join(out, 'report.html'))).size).toBeLessThan(MOST_BYTES);
    for (const name of ['compare.json', 'explain.json', 'frontier.json']) expect(await readdir(out)).toContain(name);
  });

  it('names what it may be, and has nothing more where nothing is asked for', {
    ...SLOW,
    timeout: 60_000,
  }, async () => {
    const wrong = await command(['run', file, '--with', 'explian']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('expected sections of compare, explain, frontier, trust');
    const out = join(folder, 'plain');
    await command(['run', file, '--out', out, '--workers', '1']);
    expect(await readFile(join(out, 'report.html'), 'utf8')).not.toContain('id="with-');
  });
});
