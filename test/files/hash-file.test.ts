import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hashOfFile, MOST_REPORT_BYTES } from '../../src/files/hash-file.js';
import { ownershipOf } from '../../src/files/tree.js';
import { SLOW } from '../slow.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-hash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is that of the bytes (FIPS 180-4, "abc")', async () => {
  writeFileSync(join(folder, 'abc'), 'abc');
  const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await hashOfFile(join(folder, 'abc'))).toBe(hash);
  expect(await hashOfFile(join(folder, 'abc'), 3)).toBe(hash);
  expect(await hashOfFile(join(folder, 'abc'), 2)).toBeNull();
});

it('of a file without an end, or larger than huni ever writes one, is none', SLOW, async () => {
  const large = join(folder, 'large');
  writeFileSync(large, '');
  truncateSync(large, 2 ** 40);
  expect(await hashOfFile(large)).toBeNull();
  const files = [{ path: 'large', sha256: 'ab'.repeat(32) }];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 'huni.manifest/1', files }));
  const tree = ['large', 'manifest.json'].map((path) => ({ path, kind: 'file' as const }));
  expect((await ownershipOf(folder, tree)).foreign).toEqual({ path: 'large', kind: 'changed' });
  expect(MOST_REPORT_BYTES).toBeLessThan(2 ** 40);
  if (process.platform !== 'linux') return;
  expect(await hashOfFile('/dev/zero', 1_000_000)).toBeNull();
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await expect(hashOfFile(join(folder, 'pipe'))).rejects.toThrow(/nothing came through this pipe/);
});
