import { chmod, link, lstat, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeEffects, writeWhole } from '../../src/files/write.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-write-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const at = (name: string) => join(root, name);
const failing = (code: string) => async () => {
  throw Object.assign(new Error(code), { code });
};

describe('writing a file whole', () => {
  it('makes it with its mode, and leaves nothing beside it', async () => {
    await writeWhole(at('key'), 'secret', { replace: false, mode: 0o600 });
    expect((await stat(at('key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(root)).toEqual(['key']);
    await expect(writeWhole(at('key'), 'other', { replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(at('key'), 'utf8')).toBe('secret');
    expect(await readdir(root)).toEqual(['key']);
  });

  it('refuses a name that is a link to nothing, as a file that is there', async () => {
    await symlink(at('elsewhere'), at('plan'));
    await expect(writeWhole(at('plan'), 'x', { replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readdir(root)).toEqual(['plan']);
  });

  it('keeps the mode of a file that it replaces', async () => {
    await writeFile(at('plan'), 'old');
    await chmod(at('plan'), 0o640);
    await writeWhole(at('plan'), 'new', { replace: true });
    expect((await stat(at('plan'))).mode & 0o777).toBe(0o640);
    expect(await readFile(at('plan'), 'utf8')).toBe('new');
  });

  it('writes through symbolic links and into every name of a file', async () => {
    await writeFile(at('plan'), 'a longer old text');
    await symlink('plan', at('latest'));
    await writeWhole(at('latest'), 'new', { replace: true });
    expect((await lstat(at('latest'))).isSymbolicLink()).toBe(true);
    expect(await readFile(at('plan'), 'utf8')).toBe('new');
    await link(at('plan'), at('twin'));
    await writeWhole(at('plan'), 'both', { replace: true });
    expect(await readFile(at('twin'), 'utf8')).toBe('both');
    expect((await stat(at('twin'))).ino).toBe((await stat(at('plan'))).ino);
    expect((await readdir(root)).sort()).toEqual(['latest', 'plan', 'twin']);
  });

  it.each([
    true,
    false,
  ])('leaves what was there, and nothing else, where the disk is full (replace: %s)', async (replace) => {
    if (replace) await writeFile(at('plan'), 'old');
    const full: typeof open = async (path, flags, mode) => {
      const file = await open(path, flags, mode);
      return Object.assign(file, { writeFile: failing('ENOSPC') });
    };
    const effects = { ...wholeEffects, open: full };
    await expect(writeWhole(at('plan'), 'new', { replace, effects })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(root)).toEqual(replace ? ['plan'] : []);
    if (replace) expect(await readFile(at('plan'), 'utf8')).toBe('old');
  });

  it('leaves what was there where the new file cannot take its place', async () => {
    await writeFile(at('plan'), 'old');
    const effects = { ...wholeEffects, rename: failing('EPERM') };
    await expect(writeWhole(at('plan'), 'new', { replace: true, effects })).rejects.toMatchObject({ code: 'EPERM' });
    expect(await readdir(root)).toEqual(['plan']);
    expect(await readFile(at('plan'), 'utf8')).toBe('old');
  });
});
