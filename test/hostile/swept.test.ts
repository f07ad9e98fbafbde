import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../cli/in-process.js';
import { SMALL } from '../cli/support.js';

describe('what is swept', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-swept-'));
    await writeFile(join(folder, 'plan.yaml'), SMALL);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['budget=1e300', /expected an amount above 0/],
    ['budget=1e400,1e300', /expected an amount above 0/],
    ['budget=.inf', /expected an amount above 0/],
    ['__proto__=1,2', /found "__proto__=1,2", expected KEY=VALUES/],
    ['lines.__proto__.budget=1,2', /expected KEY=VALUES/],
  ])('is refused without a trace: %s', async (vary, message) => {
    const args = ['sweep', join(folder, 'plan.yaml'), '--vary', vary, '--draws', '64', '--workers', '1', '--json'];
    const { code, out, err } = await command(args);
    expect(code).not.toBe(0);
    expect(out + err).toMatch(message);
    expect(out + err).not.toMatch(/own mistake|\n\s+at /);
  });
});

describe('cells without an end', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-cells-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  // Of the processor: patterns that begin anew at each character took the square of a header's length, 8 s for one of 50,000.
  const MOST_SECONDS = 3;

  it.each([
    ['letters', 'x'],
    ['spaces', ' '],
    ['digits', '1'],
    ['stops', '.1'],
    ['brackets', '('],
    ['the letter of a time', 'T'],
    ['dashes', ' - '],
    ['line ends', '\r\n'],
  ])('are read as far as a name may go: %s', async (_, text) => {
    const long = `"${text.repeat(50_000 / text.length)}"`;
    const rows = Array.from(
      { length: 30 },
      (_, k) => `2027-01-${String(k + 1).padStart(2, '0')},Spring ${k % 3},${10 + k},${1000 + k},${20 + k},${k % 5}`,
    );
    const header = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results';
    const columns = header.split(',');
    const file = join(folder, 'export.csv');
    for (const column of [0, 1, 2, 3]) {
      const replaced = columns.map((name, k) => (k === column ? long : name)).join();
      const wrong = rows[0]!.split(',').map((cell, k) => (k === column ? long : cell));
      await writeFile(file, [replaced, ...rows].join('\n'));
      const cells = join(folder, 'cells.csv');
      await writeFile(cells, [header, wrong.join(), ...rows.slice(1)].join('\n'));
      for (const path of [file, cells]) {
        const before = process.cpuUsage();
        const { out, err } = await command(['calibrate', path, '--map', 'platform=facebook', '--json']);
        const { user, system } = process.cpuUsage(before);
        expect(out + err).not.toMatch(/own mistake|\n\s+at /);
        expect((user + system) / 1e6, `column ${column} of ${path}`).toBeLessThan(MOST_SECONDS);
      }
    }
  });
});
