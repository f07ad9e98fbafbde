import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { hashOfProgram } from '../../src/approvals/build.js';

const root = await mkdtemp(join(tmpdir(), 'huni-build-'));
afterAll(() => rm(root, { recursive: true, force: true }));

const PROGRAM = [
  'package.json',
  'bin/huni.js',
  'dist/index.js',
  'dist/model/kernel.wasm',
  'dist/planner/page/index.css',
];
const OTHER = ['dist/types/index.d.ts', 'dist/bench/main.js', 'dist/native/model.node', 'dist/.built', 'README.md'];

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

it('follows every byte, name and place of what runs, and nothing else', async () => {
  for (const path of [...PROGRAM, ...OTHER]) await write(path, path);
  const hash = () => hashOfProgram(root, 'dist');
  const before = await hash();
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  const seen = new Set([before]);
  for (const path of PROGRAM) {
    await write(path, `${path} `);
    seen.add(await hash());
    await write(path, path);
  }
  await write('dist/added.js', '');
  seen.add(await hash());
  await rename(join(root, 'dist/added.js'), join(root, 'dist/renamed.js'));
  seen.add(await hash());
  await rm(join(root, 'dist/renamed.js'));
  expect(seen.size).toBe(1 + PROGRAM.length + 2);
  for (const path of OTHER) await write(path, `${path} `);
  expect(await hash()).toBe(before);
});
