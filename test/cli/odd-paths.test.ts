import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quickFirst } from '../slow.js';
import { command } from './in-process.js';
import { SMALL } from './support.js';

let folder: string;
const [before, home] = [process.cwd(), process.env.XDG_CONFIG_HOME];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-paths-'));
  await writeFile(join(folder, 'plan.yaml'), SMALL);
  for (const name of ['loop', 'loop.yaml', 'loop.csv']) await symlink(name, join(folder, name));
  await writeFile(join(folder, 'extending.yaml'), 'extends: loop.yaml\nbudget: 1000\n');
  await writeFile(join(folder, 'long.yaml'), `extends: ${'n'.repeat(5000)}.yaml\nbudget: 1000\n`);
  process.chdir(folder);
  process.env.XDG_CONFIG_HOME = join(folder, 'home');
});
afterAll(async () => {
  process.chdir(before);
  if (home === undefined) delete process.env.XDG_CONFIG_HOME;
  else process.env.XDG_CONFIG_HOME = home;
  await rm(folder, { recursive: true, force: true });
});

const RUN = ['--draws', '64', '--workers', '1'];

describe.each([
  ['a link that leads to itself', 'loop.yaml'],
  ['a name that no system takes', `${'n'.repeat(5000)}.yaml`],
  ['a path through a file', 'plan.yaml/x.yaml'],
])('%s', (_, path) => {
  const before = [
    ['check', path, ...RUN],
    ['check', 'plan.yaml', '--against', path, ...RUN],
    ['check', 'plan.yaml', '--root', path, ...RUN],
    ['verify', path],
    ['verify', '.', '--store', path],
    ['ledger', '--store', path],
    ['ledger', '--trust', '--store', path],
    ['submit', '.', '--key', path],
    ['submit', '.', '--store', path],
    ['policy', path],
    ['calibrate', path, '--currency', 'USD'],
    ['plan', path],
    ['backtest', path],
    ['track', 'plan.yaml', '--actuals', path],
    ['keys', 'new', 'a', '--out', path],
    ['check', 'extending.yaml'],
    ['check', 'long.yaml'],
  ];
  // These price the plan before they come to the path.
  const after = [
    ['run', 'plan.yaml', '--no-optimize', '--out', path, ...RUN],
    ['optimize', 'plan.yaml', '--write', path, ...RUN],
  ];
  for (const [cases, options] of quickFirst([...before, ...after], before.length))
    it.each(cases)('is refused in a sentence: %j', options, async (...args) => {
      const { code, out, err } = await command(args);
      expect(err).not.toMatch(/own mistake|\n\s+at /);
      expect([code, out.includes('own mistake')]).toEqual([2, false]);
      expect(err.trim()).not.toBe('');
    });
});
