import { readFile } from 'node:fs/promises';
import { QueueError } from './errors.js';

/** Where a Redis is, and who we are there. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly tls: boolean;
  readonly username: string | null;
  readonly password: string | null;
}

/** The environment's part: a password belongs neither on a command line, which others see, nor in a log. */
interface RedisEnvironment {
  readonly HUNI_REDIS_USER?: string | undefined;
  readonly HUNI_REDIS_PASSWORD?: string | undefined;
  readonly HUNI_REDIS_PASSWORD_FILE?: string | undefined;
}

/**
 * Reads `redis://HOST[:PORT][/DATABASE]`, or `rediss://` for TLS, and who we are from the environment.
 *
 * @throws {QueueError} for anything else, a password in the address among it: it is never repeated in the message
 */
export async function redisAddress(text: string, environment: RedisEnvironment): Promise<RedisAddress> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new QueueError('found no address, expected redis://HOST:PORT or rediss://HOST:PORT');
  }
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') {
    throw new QueueError(`found ${url.protocol}//, expected redis:// or rediss://`);
  }
  if (url.password !== '') {
    throw new QueueError(
      'found a password in the address, where others see it, expected it in HUNI_REDIS_PASSWORD or in a file that HUNI_REDIS_PASSWORD_FILE names',
    );
  }
  const database = url.pathname === '' || url.pathname === '/' ? 0 : Number(url.pathname.slice(1));
  if (!Number.isInteger(database) || database < 0) {
    throw new QueueError(`found database ${url.pathname.slice(1)}, expected a whole number`);
  }
  const { HUNI_REDIS_USER, HUNI_REDIS_PASSWORD, HUNI_REDIS_PASSWORD_FILE } = environment;
  return {
    host: url.hostname === '' ? '127.0.0.1' : url.hostname,
    port: url.port === '' ? 6379 : Number(url.port),
    database,
    tls: url.protocol === 'rediss:',
    username: url.username === '' ? (HUNI_REDIS_USER ?? null) : decodeURIComponent(url.username),
    password: HUNI_REDIS_PASSWORD ?? (await passwordIn(HUNI_REDIS_PASSWORD_FILE)),
  };
}

async function passwordIn(path: string | undefined): Promise<string | null> {
  if (path === undefined) return null;
  try {
    return (await readFile(path, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    throw new QueueError(`HUNI_REDIS_PASSWORD_FILE: ${path} can't be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The address as it may be shown. */
export function shownAddress({ host, port, database, tls }: RedisAddress): string {
  return `${tls ? 'rediss' : 'redis'}://${host}:${port}${database === 0 ? '' : `/${database}`}`;
}
