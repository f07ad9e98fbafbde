import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { behindLinks, isInside } from '../../src/files/inside.js';

let root = '';
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'huni-inside-')));
  await mkdir(join(root, 'a', 'b'), { recursive: true });
  await symlink(root, join(root, 'a', 'up'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('follows links as far as there is anything, and keeps the rest of the name', async () => {
  expect(await behindLinks(join(root, 'a', 'up', 'a'))).toBe(join(root, 'a'));
  expect(await behindLinks(join(root, 'a', 'up', 'not', 'there.yaml'))).toBe(join(root, 'not', 'there.yaml'));
  expect(await behindLinks('not-there.yaml')).toBe(join(await realpath('.'), 'not-there.yaml'));
  expect(await behindLinks(relative('.', join(root, 'x.yaml')))).toBe(join(root, 'x.yaml'));
});

it('tells what lies in a folder from what only has its name', async () => {
  const a = join(root, 'a');
  const inside = (path: string) => isInside(a, path);
  expect(await inside(a)).toBe(true);
  expect(await inside(join(a, 'b', 'not', 'there'))).toBe(true);
  expect(await inside(join(a, '..x'))).toBe(true);
  expect(await inside(join(a, 'b', '..', '..', 'x'))).toBe(false);
  expect(await inside(`${a}b`)).toBe(false);
  expect(await inside(join(a, 'up', 'x'))).toBe(false);
  expect(await inside(join(a, 'up', 'a', 'b'))).toBe(true);
});
