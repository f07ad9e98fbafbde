// @module-tag slow
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/approvals/audit.js';
import { openLedger } from '../../src/approvals/store.js';
import { FULL } from '../sample.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-faults-'));
const appender = resolve(import.meta.dirname, `../../node_modules/.huni-test/faulty-appender-${process.pid}.mjs`);
const shim = join(folder, 'inject.so');

/** Whether system calls can be caught here: a C compiler, and Linux's way to put a library before others. */
const canInject = process.platform === 'linux' && compile();
function compile(): boolean {
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, resolve(import.meta.dirname, 'inject.c'), '-ldl'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  await build({
    entryPoints: [resolve(import.meta.dirname, '../approvals/appender.ts')],
    outfile: appender,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(appender, { force: true });
});

/** Appends entries in a process of its own, in which the n-th call of those that reach the disk goes wrong. */
function append(path: string, most: number, env: Readonly<Record<string, string>>) {
  const run = spawnSync(process.execPath, [appender, path, String(most)], {
    encoding: 'utf8',
    env: { ...process.env, LD_PRELOAD: shim, HUNI_FAULT_PATH: path, ...env },
    timeout: 60_000,
  });
  return { code: run.status, signal: run.signal, said: run.stdout.split('\n').slice(0, -1), err: run.stderr };
}

/** The ledger's entries, once all of them are found to be as they were recorded. */
function recorded(path: string): readonly string[] {
  const ledger = openLedger(path, { create: true });
  try {
    const entries = ledger.entries();
    expect([...ledger.faults(), ...audit(entries, path).faults]).toEqual([]);
    return entries.map(({ seq, hash }) => `${seq} ${hash}`);
  } finally {
    ledger.close();
  }
}

describe.skipIf(!canInject)('a ledger on a disk that fails (skipped where no C compiler is)', () => {
  const ENTRIES = 2;
  let name = 0;
  const freshPath = () => {
    const place = join(folder, `case-${name++}`);
    mkdirSync(place);
    return join(place, 'ledger.db');
  };

  /** A ledger of entries that nothing went wrong with, made once, and what its process said. */
  const made = new Map<number, { readonly path: string; readonly said: readonly string[] }>();
  function earlierIn(path: string, entries: number): readonly string[] {
    if (entries === 0) return [];
    let one = made.get(entries);
    if (one === undefined) {
      const first = freshPath();
      one = { path: first, said: append(first, entries, {}).said };
      expect(one.said).toHaveLength(entries);
      made.set(entries, one);
    }
    cpSync(dirname(one.path), dirname(path), { recursive: true });
    return one.said;
  }

  /** How many calls it takes to make a ledger (`before` 0) or to add to one. */
  function callsOf(before: number): number {
    const path = freshPath();
    earlierIn(path, before);
    const log = join(folder, `calls-${name}`);
    expect(append(path, ENTRIES, { HUNI_FAULT_LOG: log }).code).toBe(0);
    return Number(readFileSync(log, 'utf8'));
  }

  it.each([
    ['kill', 0, 1],
    ['kill', 3, 5],
    ['tear', 0, 3],
    ['tear', 3, 7],
    ['error', 0, 2],
    ['error', 3, 6],
    ['full', 0, 4],
    ['full', 3, 8],
  ] as const)('%s at every write, sync and removal, on %d entries: nothing said is lost, nothing half is there', (kind, before, from) => {
    const calls = callsOf(before);
    expect(calls).toBeGreaterThan(8);
    // All of them where there is time; every eighth one otherwise, other ones in each case.
    for (let at = FULL ? 1 : from; at <= calls; at += FULL ? 1 : 8) {
      const path = freshPath();
      const earlier = earlierIn(path, before);
      const { signal, said, err, code } = append(path, ENTRIES, { HUNI_FAULT_AT: String(at), HUNI_FAULT_KIND: kind });
      const where = `${kind} at call ${at} of ${calls}`;
      if (kind === 'kill') expect([where, signal]).toEqual([where, 'SIGKILL']);
      else if (kind !== 'tear' && code !== 0)
        expect([where, err]).toEqual([where, expect.stringMatching(/nothing was recorded|expected/)]);
      if (!existsSync(path)) {
        expect([where, said]).toEqual([where, []]);
        continue;
      }
      const there = recorded(path);
      expect([where, there.slice(0, earlier.length)]).toEqual([where, earlier]);
      expect([where, [...earlier, ...said].filter((line) => !there.includes(line))]).toEqual([where, []]);
      // One may be on the disk that its process could not say any more.
      expect(there.length - earlier.length - said.length).toBeLessThanOrEqual(1);
      // And the next one goes on from there.
      const next = append(path, 1, {});
      expect([where, next.code, next.err]).toEqual([where, 0, '']);
      expect(recorded(path).length).toBe(there.length + 1);
      rmSync(join(path, '..'), { recursive: true, force: true });
    }
  });
});
