// @module-tag slow
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../../src/approvals/audit.js';
import { openLedger } from '../../../src/approvals/store.js';
import { submissionWith } from '../../approvals/bodies.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-ledger-'));
// Beside the packages it needs, where they are found.
const appender = resolve(import.meta.dirname, `../../../node_modules/.huni-test/appender-${process.pid}.mjs`);

beforeAll(async () => {
  await build({
    entryPoints: [resolve(import.meta.dirname, '../../approvals/appender.ts')],
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

interface Running {
  readonly child: ChildProcess;
  /** `seq hash` of each entry that it said was recorded. */
  readonly said: () => readonly string[];
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>;
}

function start(path: string, most: number): Running {
  const child = spawn(process.execPath, [appender, path, String(most)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return {
    child,
    // The last line may have been cut short by a kill.
    said: () => out.split('\n').slice(0, -1),
    ended: new Promise((settle) => child.on('close', (code) => settle({ code, err }))),
  };
}

/** What the ledger holds, after checking that all of it is as it was recorded. */
function recorded(path: string): readonly string[] {
  const ledger = openLedger(path, { create: false });
  try {
    const entries = ledger.entries();
    expect([...ledger.faults(), ...audit(entries, path).faults]).toEqual([]);
    return entries.map(({ seq, hash }) => `${seq} ${hash}`);
  } finally {
    ledger.close();
  }
}

describe('a ledger', () => {
  // A few times: each makes the ledger anew, which is where processes meet.
  it.each([1, 2, 3])('takes turns: four processes at once lose nothing and keep one order (%d)', async (round) => {
    const path = join(folder, `turns-${round}.db`);
    const running = Array.from({ length: 4 }, () => start(path, 15));
    for (const { ended } of running) expect(await ended).toEqual({ code: 0, err: '' });
    const said = running.flatMap((one) => one.said());
    expect(said.length).toBe(60);
    expect([...said].sort()).toEqual([...recorded(path)].sort());
  });

  it('loses nothing that was recorded, and has nothing half-written, when processes are killed at any moment', async () => {
    const path = join(folder, 'killed.db');
    const said = new Set<string>();
    const kills = 8;
    for (let kill = 0; kill < kills; kill++) {
      // Two at once, so that a kill also hits one that waits for its turn, or holds the lock that the other waits for.
      const running = [start(path, 1_000_000), start(path, 1_000_000)];
      await Promise.all(running.map(({ child }) => new Promise((settle) => child.stdout?.once('data', settle))));
      await new Promise((settle) => setTimeout(settle, kill * 7));
      for (const { child } of running) child.kill('SIGKILL');
      for (const { ended } of running) expect(await ended).toEqual({ code: null, err: '' });
      for (const line of running.flatMap((one) => one.said())) said.add(line);
      const held = new Set(recorded(path));
      expect([...said].filter((line) => !held.has(line))).toEqual([]);
      // An entry may be on the disk before its process could say so, one for each that was killed.
      expect(held.size - said.size).toBeLessThanOrEqual(2 * (kill + 1));
    }
    expect(said.size).toBeGreaterThanOrEqual(2 * kills);
    expect((await start(path, 1).ended).code).toBe(0);
  });

  it('can be made by the next one where a process was killed while making it', async () => {
    for (let kill = 0; kill < 5; kill++) {
      const path = join(folder, `made-${kill}.db`);
      const { child, ended } = start(path, 1_000_000);
      while (!existsSync(path)) await new Promise((settle) => setImmediate(settle));
      child.kill('SIGKILL');
      await ended;
      expect(await start(path, 1).ended).toEqual({ code: 0, err: '' });
      expect(recorded(path).length).toBeGreaterThanOrEqual(1);
    }
  });

  const disk = smallDisk();
  afterAll(() => disk?.release());
  it.skipIf(disk === null)(
    'says that a disk is full, and holds what it held (skipped where no disk can be mounted)',
    () => {
      const path = join(disk!.folder, 'ledger.db');
      const ledger = openLedger(path, { create: true });
      const before: string[] = [];
      try {
        expect(() => {
          for (let count = 0; count < 10_000; count++) {
            const { seq, hash } = ledger.append('2027-03-01T00:00:00.000Z', submissionWith());
            before.push(`${seq} ${hash}`);
          }
        }).toThrow(/ledger\.db: no space is left on the disk; nothing was recorded/);
      } finally {
        ledger.close();
      }
      expect(before.length).toBeGreaterThan(5);
      expect(statfsSync(disk!.folder).bavail).toBeLessThan(8);
      expect(recorded(path)).toEqual(before);
    },
  );
});

/** A disk of 96 KiB in memory, where this process may mount one. */
function smallDisk(): { readonly folder: string; readonly release: () => void } | null {
  const at = mkdtempSync(join(tmpdir(), 'huni-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', at], { stdio: 'ignore' });
    writeFileSync(join(at, 'there'), '');
    return {
      folder: at,
      release: () => {
        // The driver lets go of a file when its statements are collected, which may be later.
        execFileSync('umount', ['-l', at], { stdio: 'ignore' });
        rmSync(at, { recursive: true, force: true });
      },
    };
  } catch {
    rmSync(at, { recursive: true, force: true });
    return null;
  }
}
