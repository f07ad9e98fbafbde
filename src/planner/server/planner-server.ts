import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { firstOf } from '../../required.js';
import { MAX_SCENARIO_BYTES } from '../../scenario/source/file.js';
import { admitOnlyKnown, refuse } from './admission.js';
import { createJobs } from './jobs.js';
import { NoSuchPlanError, openPlanFolder } from './plan-folder.js';
import { createReader } from './reading/reader.js';
import { actualsRoutes } from './routes/actuals.js';
import { approvalRoutes } from './routes/approvals.js';
import { exportRoutes } from './routes/exports.js';
import { jobRoutes } from './routes/jobs.js';
import { planRoutes } from './routes/plans.js';
import type { PlannerServices } from './services.js';
import { BadRequestError } from './validate.js';
import { createThreadWorker, ownWorkThread, startWorkThread, type WorkThreadEntry } from './work/worker.js';

export interface PlannerOptions {
  /** The folder whose plans are served. */
  readonly folder: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What others do for it: exports made into plans, approvals. */
  readonly services: PlannerServices;
  /** Threads for what takes longer, by default one a core. */
  readonly workers?: number;
  /** The thread that has it done elsewhere, in place of this machine's own: by a queue's workers. */
  readonly workThread?: WorkThreadEntry;
  /** A certificate and its key, PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** The address that people type, where a proxy stands before this server: `https://plans.example.org`. */
  readonly publicOrigin?: string;
}

export interface PlannerServer {
  /** With the token: to be printed once, and opened. */
  readonly address: string;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

/** Exports and spreadsheets that are dropped on the page. */
const MAX_UPLOAD_BYTES = 128 * 1024 * 1024;
/** Of what the page says in JSON; what takes more says so itself. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** From one address: behind a proxy, 50 planners who save every second and look after their files have 8,000. */
const MOST_REQUESTS_A_MINUTE = 20_000;

/** A policy without inline script or eval; WebAssembly is compiled in the page. */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/**
 * Starts the planner on a folder of plans and listens.
 *
 * @throws where the folder can't be read or the port is taken (Node's error, `code` EADDRINUSE)
 */
export async function startPlanner(options: PlannerOptions): Promise<PlannerServer> {
  const folder = await openPlanFolder(options.folder);
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: 200 },
    ...(options.tls === undefined ? {} : { https: options.tls }),
    trustProxy: options.publicOrigin !== undefined,
  }) as unknown as FastifyInstance;
  const scheme = options.tls === undefined ? 'http' : 'https';
  // Filled in once the port is known; nothing is answered before.
  const hosts: string[] = [];
  const origins: string[] = [];

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, { max: MOST_REQUESTS_A_MINUTE, timeWindow: '1 minute' });
  const admission = admitOnlyKnown(app, {
    hosts,
    origins,
    secure: scheme === 'https' || options.publicOrigin?.startsWith('https:') === true,
  });

  app.setErrorHandler((error: FastifyError, _, reply) => {
    if (error instanceof NoSuchPlanError) return refuse(reply, 404, 'no-such-plan', error.message);
    if (error instanceof BadRequestError) return refuse(reply, 400, 'bad-request', error.message);
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 413, 'too-large', 'More than this takes.');
    if (status === 429) return refuse(reply, 429, 'too-many', 'Too many requests: wait a minute.');
    if (status < 500) return refuse(reply, status, 'bad-request', 'Not understood.');
    return refuse(reply, 500, 'failed', 'The server made a mistake.');
  });
  app.setNotFoundHandler((_, reply) => refuse(reply, 404, 'no-such-page', 'There is nothing here.'));

  const jobs = createJobs();
  const { services, workThread, workers } = options;
  const help = { approved: (name: string) => services.approvals.approved(folder.root, name), save: folder.save };
  const worker = createThreadWorker(help, () => startWorkThread(workThread ?? ownWorkThread(workers)));
  const reader = createReader();
  // Also where starting fails after this.
  app.addHook('onClose', () => reader.close());
  const context = { folder, reader, jobs, services, worker };
  app.get('/api/session', async () => ({ csrf: admission.csrf }));
  planRoutes(app, context, MAX_SCENARIO_BYTES);
  actualsRoutes(app, context, MAX_UPLOAD_BYTES);
  jobRoutes(app, context);
  approvalRoutes(app, context);
  const forgetUploads = exportRoutes(app, context, MAX_UPLOAD_BYTES);
  await app.register(staticFiles, {
    root: pageFolder(),
    index: ['index.html'],
    // Beside each file, as it was built.
    preCompressed: true,
    cacheControl: false,
    // A built file's name has its contents' hash in it: what goes by it never changes. The page itself is asked for anew.
    setHeaders: (response, path) => {
      const isBuilt = path.includes(`${sep}assets${sep}`);
      response.setHeader('cache-control', isBuilt ? 'private, max-age=31536000, immutable' : 'public, max-age=0');
    },
  });

  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as { port: number };
  const names = new Set([options.host, ...(isLoopback(options.host) ? ['127.0.0.1', 'localhost'] : [])]);
  for (const name of names) {
    const host = name.includes(':') ? `[${name}]` : name;
    hosts.push(`${host}:${port}`);
    origins.push(`${scheme}://${host}:${port}`);
  }
  if (options.publicOrigin !== undefined) {
    hosts.push(new URL(options.publicOrigin).host);
    origins.push(new URL(options.publicOrigin).origin);
  }
  return {
    address: `${options.publicOrigin ?? firstOf(origins)}/?token=${admission.token}`,
    app,
    close: async () => {
      jobs.stopAll();
      await worker.close();
      await forgetUploads();
      // A browser keeps its streams open; they are not waited for.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

/** The built page: beside the bundles of `dist`, where code that runs from `src` (the tests) finds it too. */
function pageFolder(): string {
  const candidates = ['../planner/page', '../../../dist/planner/page'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((folder) => existsSync(join(folder, 'index.html')));
  if (found === undefined) throw new Error('dist/planner/page is missing: run `npm run build`');
  return found;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
