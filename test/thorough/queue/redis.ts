import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export const PASSWORD = 'not a secret: a test';

/** A Redis of our own, on a port of its own, with a password and an append-only file. */
export interface OwnRedis {
  readonly url: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** Stops it at once, as a power cut would, and starts it on what its file holds. */
  restart(): Promise<void>;
  /** A connection; closed with the rest. */
  client(): Redis;
  stop(): Promise<void>;
}

/** Whether this machine has a Redis server. */
export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param extra more of its settings, such as `['--maxmemory', '4mb']`
 * @param tls the certificate that it shows, where it speaks TLS and nothing else
 */
export async function startRedis(
  extra: readonly string[] = [],
  { tls }: { readonly tls?: string } = {},
): Promise<OwnRedis> {
  const secured = tls === undefined ? {} : { tls: { ca: readFileSync(tls), servername: 'localhost' } };
  const folder = await mkdtemp(join(tmpdir(), 'huni-redis-'));
  const port = await freePort();
  let server: ChildProcess | null = null;
  const clients: Redis[] = [];
  const start = async (): Promise<void> => {
    const ports = tls === undefined ? ['--port', String(port)] : ['--port', '0', '--tls-port', String(port)];
    const settings = [...ports, '--bind', '127.0.0.1', '--dir', folder, '--requirepass', PASSWORD];
    const durable = [
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ];
    server = spawn('redis-server', [...settings, ...durable, ...extra], { stdio: 'ignore' });
    const probe = new Redis({
      port,
      password: PASSWORD,
      ...secured,
      retryStrategy: () => 50,
      maxRetriesPerRequest: 200,
    });
    probe.on('error', () => {});
    await probe.ping();
    probe.disconnect();
  };
  const stop = async (): Promise<void> => {
    const going = server;
    if (going === null || going.exitCode !== null) return;
    const ended = once(going, 'exit');
    going.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    env: { HUNI_REDIS_PASSWORD: PASSWORD },
    async restart() {
      await stop();
      await start();
    },
    client() {
      const client = new Redis({ port, password: PASSWORD, ...secured, maxRetriesPerRequest: null });
      client.on('error', () => {});
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) client.disconnect();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
