// @module-tag slow
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTree, ownershipOf } from '../../../src/files/tree.js';
import { recoverReport } from '../../../src/report/write.js';
import { roundOf } from '../../report/rounds.js';
import { FULL } from '../../sample.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-killed-'));
const writer = resolve(import.meta.dirname, `../../../node_modules/.huni-test/report-writer-${process.pid}.mjs`);
beforeAll(async () => {
  const entry = resolve(import.meta.dirname, '../../report/writer.ts');
  await build({
    entryPoints: [entry],
    outfile: writer,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(writer, { force: true });
});

/** Kills a process that writes reports, at some moment or while none is in its place. @returns the last round it said was done */
async function killed(target: string, first: number, moment: 'between' | number): Promise<number> {
  const child = spawn(process.execPath, [writer, target, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('close', done));
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString('utf8');
  });
  // A writer that says nothing is killed as well, and found to have done nothing.
  for (let waited = 0; said === '' && waited < 30_000; waited += 10) await setTimeout(10);
  if (moment === 'between') {
    // Looked at without a rest: between the two renames is a moment that a timer never finds.
    const end = Date.now() + 2_000;
    while (existsSync(target) && Date.now() < end);
  } else {
    await setTimeout(moment);
  }
  child.kill('SIGKILL');
  await ended;
  return Number(said.trim().split('\n').at(-1) || Number.NaN);
}

it('a report survives the process that writes the next one, killed at any moment', async () => {
  const target = join(folder, 'report');
  const rounds = FULL ? 60 : 10;
  let first = 0;
  for (let k = 0; k < rounds; k++) {
    const done = await killed(target, first, k % 2 === 0 ? 'between' : (37 * k) % 120);
    expect(done).toBeGreaterThanOrEqual(first);
    await recoverReport(target);
    const tree = (await listTree(target)) ?? [];
    const files = tree.filter(({ kind }) => kind === 'file').map(({ path }) => path);
    const found = new Set(
      files
        .filter((path) => path !== 'manifest.json')
        .map((path) => Number(readFileSync(join(target, path), 'utf8').split(' ')[0])),
    );
    // One report, whole and huni's: the last that was said to be done, or the one under way.
    expect(files.sort()).toEqual([...roundOf(0).keys(), 'manifest.json'].sort());
    expect([...found].filter((round) => round === done || round === done + 1).length).toBe(1);
    expect(found.size).toBe(1);
    expect((await ownershipOf(target, tree)).foreign).toBeNull();
    expect(readdirSync(folder)).toEqual(['report']);
    first = Math.max(done, ...found) + 1;
  }
}, 300_000);
