import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redisAddress, shownAddress } from '../../src/engine/queue/address.js';

describe("a queue's address", () => {
  it('is host, port, database and TLS, with who we are from the environment', async () => {
    const address = await redisAddress('rediss://queue.example:6380/2', {
      HUNI_REDIS_USER: 'huni',
      HUNI_REDIS_PASSWORD: 'word',
    });
    expect(address).toEqual({
      host: 'queue.example',
      port: 6380,
      database: 2,
      tls: true,
      username: 'huni',
      password: 'word',
    });
    expect(shownAddress(address)).toBe('rediss://queue.example:6380/2');
    expect(await redisAddress('redis://box', {})).toMatchObject({ port: 6379, tls: false, password: null });
  });

  it('may have its password in a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huni-password-'));
    const path = join(folder, 'password');
    await writeFile(path, 'from a file\n');
    expect((await redisAddress('redis://box', { HUNI_REDIS_PASSWORD_FILE: path })).password).toBe('from a file');
    await expect(redisAddress('redis://box', { HUNI_REDIS_PASSWORD_FILE: `${path}s` })).rejects.toThrow('ENOENT');
    await rm(folder, { recursive: true });
  });

  it('has no password in it: that would stand in the list of processes, and it is not repeated', async () => {
    const refused = await redisAddress('redis://me:hush@box', {}).catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'QueueError', message: expect.stringContaining('HUNI_REDIS_PASSWORD') });
    expect((refused as Error).message).not.toContain('hush');
  });

  it.each([
    ['http://box', 'found http://'],
    ['box', 'found no address'],
    ['redis://box/x', 'found database x'],
  ])('is not %s', async (text, words) => {
    await expect(redisAddress(text, {})).rejects.toThrow(words);
  });
});
