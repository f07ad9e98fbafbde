import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command } from './in-process.js';
import { SMALL } from './support.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-sweep-closed-'));
  await writeFile(join(folder, 'plan.yaml'), SMALL);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.runIf(process.platform === 'linux')('a sweep whose queue can not be had leaves no file open', async () => {
  const args = ['sweep', join(folder, 'plan.yaml'), '--vary', 'budget=1000,1100', '--out', join(folder, 'out')];
  const { code, err } = await command([...args, '--engine', 'redis://127.0.0.1:1', '--quiet']);
  expect([code, err.trim() === '']).toEqual([2, false]);
  const own = await readdir('/proc/self/fd');
  const targets = await Promise.all(own.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  expect(targets.filter((target) => target.startsWith(join(folder, 'out')))).toEqual([]);
});
