import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTextUpTo, readUpTo } from '../../src/files/read.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-read-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('reading a file up to a limit', () => {
  it('gives all of a short one, and no more than the limit of a long one', async () => {
    await writeFile(join(root, 'ten'), '0123456789');
    expect(await readTextUpTo(join(root, 'ten'), 100)).toBe('0123456789');
    expect(await readTextUpTo(join(root, 'ten'), 4)).toBe('0123');
    await expect(readUpTo(join(root, 'none'), 4)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readUpTo(root, 4)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe.skipIf(process.platform === 'win32')('reading what has no end, or no beginning', () => {
  const pipe = (name: string) => {
    execFileSync('mkfifo', [join(root, name)]);
    return join(root, name);
  };

  it('stops at the limit of a device', async () => {
    expect((await readUpTo('/dev/zero', 100_000)).byteLength).toBe(100_000);
    expect((await readUpTo('/dev/null', 100)).byteLength).toBe(0);
  });

  it('gives up a pipe that nobody writes to', async () => {
    await expect(readUpTo(pipe('silent'), 100, { idleMs: 200 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });

  it('gives up a pipe whose writer falls silent', async () => {
    const path = pipe('stuck');
    const writer = spawn('sh', ['-c', `exec 3>"${path}"; printf some >&3; sleep 20`]);
    try {
      await expect(readUpTo(path, 100, { idleMs: 500 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    } finally {
      writer.kill('SIGKILL');
    }
  });

  it('waits for a writer that comes late and pauses, and takes all it says', async () => {
    const path = pipe('late');
    spawn('sh', ['-c', `sleep 0.2; (printf one; sleep 0.2; printf two) > "${path}"`]);
    expect(await readTextUpTo(path, 100)).toBe('onetwo');
  });
});
