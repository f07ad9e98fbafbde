import { isIP } from 'node:net';
import type { Redis } from 'ioredis';
import { type RedisAddress, shownAddress } from './address.js';
import { QueueError } from './errors.js';

/** Longest wait between two attempts to reach a Redis that went away, in milliseconds. */
const LONGEST_WAIT = 2000;

/** What both ioredis and BullMQ take. */
interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: { readonly servername?: string };
  readonly maxRetriesPerRequest: null;
  readonly retryStrategy: (times: number) => number;
}

/** Options of a connection that outlasts a restart of Redis: commands wait for it. */
export function connectionOptions({ host, port, database, tls, username, password }: RedisAddress): ConnectionSettings {
  return {
    host,
    port,
    db: database,
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password }),
    // An address of numbers is no name that a server could be asked for.
    ...(tls ? { tls: isIP(host) === 0 ? { servername: host } : {} } : {}),
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(100 * times, LONGEST_WAIT),
  };
}

/**
 * Connects, once it is known that Redis is there, takes us, and can do what a queue needs.
 *
 * @throws {QueueError}
 */
export async function connect(address: RedisAddress): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const shown = shownAddress(address);
  const probe = new Redis({
    ...connectionOptions(address),
    lazyConnect: true,
    connectTimeout: 5000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let refusal: Error | null = null;
  probe.on('error', (error: Error) => {
    refusal ??= error;
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    const { message } = refusal ?? (error as Error);
    if (/WRONGPASS|NOAUTH|NOPERM|invalid password|without any password/i.test(message)) {
      throw new QueueError(
        `${shown}: refuses the user or password; they are taken from HUNI_REDIS_USER and HUNI_REDIS_PASSWORD or HUNI_REDIS_PASSWORD_FILE`,
      );
    }
    throw new QueueError(`${shown}: can't be reached (${(refusal ?? (error as NodeJS.ErrnoException)).message})`);
  } finally {
    probe.disconnect();
  }
  const redis = new Redis(connectionOptions(address));
  // Without a listener each attempt to reach a Redis that went away would be printed.
  redis.on('error', () => {});
  return redis;
}

/**
 * Whether a command of several was given up because the connection broke while Redis was answering it: commands by themselves are
 * sent again, but of several ioredis can't tell which were done.
 */
export function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
