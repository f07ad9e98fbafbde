import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../cli/in-process.js';
import { SMALL } from '../cli/support.js';
import { quickFirst } from '../slow.js';
import { ENDLESS, readEndless } from './endless.js';

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

  // One column each, in turn; every column in `test/thorough`.
  for (const [cases, options] of quickFirst(
    ENDLESS.map(([name, text], k) => [name, text, k % 4] as const),
    1,
  ))
    it.each(cases)('are read as far as a name may go: %s', options, (_, text, column) =>
      readEndless(folder, text, [column]),
    );
});
