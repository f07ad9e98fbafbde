import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { builtFile } from '../../engine/threads/worker-entry.js';
import { readTextUpTo } from '../../files/read.js';
import { isLoopback, type PlannerOptions, startPlanner } from '../../planner/server/planner-server.js';
import type { WorkThreadEntry } from '../../planner/server/work/worker.js';
import { say } from '../../words/said.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode, InputError } from '../exit.js';
import { plannerServices } from '../planner/services.js';
import { openQueueEngine, type QueueCommandOptions } from '../queue-runner.js';
import { linesFor } from '../translated.js';

interface ServeOptions extends QueueCommandOptions {
  readonly host: string;
  readonly port: number;
  readonly workers?: number;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  /** The address in front of this server, where a proxy does TLS. */
  readonly behindProxy?: string;
  /** The ledger, in place of `approvals/ledger.db` in the folder. */
  readonly store?: string;
}

/** Above any chain of certificates. */
const MOST_PEM_BYTES = 1024 * 1024;

/** `huni serve [FOLDER]`: the planner in a browser, until it is stopped. */
export async function serveCommand(folder: string, options: ServeOptions, effects: Effects): Promise<ExitCode> {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new InputError(say`${folder}: found no such folder, expected one with plans in it (or an empty one)`);
  const settings = await plannerOptions(folder, options);
  // Before anything is served: an address that leads nowhere is a mistake of the command line.
  const workThread = options.engine === undefined ? null : await queueThread(options, options.engine, effects);
  const server = await startPlanner(workThread === null ? settings : { ...settings, workThread }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        throw new InputError(say`port ${options.port} is in use: --port N takes another, --port 0 any that is free`);
      }
      if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') {
        throw new InputError(say`${options.host}:${options.port}: ${error.message}`);
      }
      throw error;
    },
  );
  effects.out(
    await linesFor(effects, [
      say`The planner is at`,
      '',
      `  ${server.address}`,
      '',
      say`Open it in a browser. The address holds a key: keep it to yourself. Ctrl-C stops.`,
    ]),
  );
  try {
    await new Promise<void>((resolve) => {
      if (effects.signal.aborted) resolve();
      effects.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    await server.close();
  }
  return EXIT.ok;
}

/** A thread whose work a queue does; that the queue is there, and who in it has another version, is found out at once. */
async function queueThread(
  { prefix, workers }: ServeOptions,
  engine: string,
  effects: Effects,
): Promise<WorkThreadEntry> {
  const data = {
    engine,
    ...(prefix === undefined ? {} : { prefix }),
    ...(workers === undefined ? {} : { workers }),
  };
  const tried = await openQueueEngine(data, effects);
  await tried.close();
  return { file: builtFile('cli/queue-work-thread.js'), data };
}

async function plannerOptions(folder: string, options: ServeOptions): Promise<PlannerOptions> {
  const { host, port, workers, tlsCert, tlsKey, behindProxy } = options;
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw new InputError(say`--tls-cert and --tls-key go together`);
  if (!isLoopback(host) && tlsCert === undefined && behindProxy === undefined) {
    throw new InputError(
      say`--host ${host}: others on the network could read along; give --tls-cert and --tls-key, or --behind-proxy https://ADDRESS`,
    );
  }
  if (behindProxy !== undefined && !/^https?:\/\/[^/]+\/?$/.test(behindProxy)) {
    throw new InputError(
      say`--behind-proxy: found "${behindProxy}", expected an address such as https://plans.example.org`,
    );
  }
  const read = async (path: string): Promise<string> =>
    readTextUpTo(path, MOST_PEM_BYTES).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(say`${path}: ${error.message}`);
    });
  const tls =
    tlsCert === undefined || tlsKey === undefined ? null : { cert: await read(tlsCert), key: await read(tlsKey) };
  if (tls !== null) {
    try {
      createSecureContext(tls);
    } catch {
      // What OpenSSL says of it means nothing to most people, and may quote the key.
      throw new InputError(
        say`${tlsCert ?? ''}, ${tlsKey ?? ''}: found something else, expected a certificate and its own key, PEM`,
      );
    }
  }
  return {
    folder,
    host,
    port,
    services: plannerServices(options.store === undefined ? {} : { store: resolve(options.store) }),
    ...(workers === undefined ? {} : { workers }),
    ...(tls === null ? {} : { tls }),
    ...(behindProxy === undefined ? {} : { publicOrigin: behindProxy.replace(/\/$/, '') }),
  };
}
