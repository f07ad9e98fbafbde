import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PlannerProblem } from '../protocol.js';

/** Who may talk to the planner. */
interface Admission {
  /** Goes into the address that is printed, and is traded for a cookie. */
  readonly token: string;
  /** Sent along with every write; a page of another origin can't know it. */
  readonly csrf: string;
}

interface AdmissionOptions {
  /** `Host` headers that are ours, such as `127.0.0.1:4580`, in small letters; may be filled in before the first request. */
  readonly hosts: readonly string[];
  /** Origins of our own pages, such as `http://127.0.0.1:4580`. */
  readonly origins: readonly string[];
  /** Whether the browser reaches us by TLS only. */
  readonly secure: boolean;
}

const COOKIE = 'huni_planner';
const CSRF_HEADER = 'x-huni-csrf';
const READS = new Set(['GET', 'HEAD']);

export function refuse(reply: FastifyReply, status: number, problem: string, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json')
    .send({ problem, message } satisfies PlannerProblem);
}

/**
 * Lets in whoever has the cookie that the printed token was traded for. A request for another host (DNS rebinding) is
 * answered 421, one from another origin 403, one without the cookie 401, a write without the CSRF header 403.
 */
export function admitOnlyKnown(app: FastifyInstance, options: AdmissionOptions): Admission {
  const admission = { token: randomBytes(24).toString('base64url'), csrf: randomBytes(24).toString('base64url') };
  const session = randomBytes(32).toString('base64url');

  app.addHook('onRequest', async (request, reply) => {
    if (!options.hosts.includes((request.headers.host ?? '').toLowerCase())) {
      return refuse(reply, 421, 'wrong-host', 'This server answers to its own address only.');
    }
    const { origin } = request.headers;
    if (origin !== undefined && !options.origins.includes(origin)) {
      return refuse(reply, 403, 'wrong-origin', 'This page belongs to another site.');
    }
    if (wantsIn(request)) return trade(request, reply);
    if (!same(request.cookies[COOKIE] ?? '', session)) {
      return refuse(reply, 401, 'no-session', 'Open the address that huni serve printed, with its token.');
    }
    if (!READS.has(request.method) && !same(String(request.headers[CSRF_HEADER] ?? ''), admission.csrf)) {
      return refuse(reply, 403, 'no-csrf', 'A write needs the header that the page sends.');
    }
    return undefined;
  });

  const wantsIn = (request: FastifyRequest): boolean =>
    request.method === 'GET' && new URL(request.url, 'http://x').searchParams.has('token');

  const trade = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const url = new URL(request.url, 'http://x');
    if (!same(url.searchParams.get('token') ?? '', admission.token)) {
      return refuse(reply, 401, 'wrong-token', 'This address is of another start of huni serve.');
    }
    url.searchParams.delete('token');
    reply.setCookie(COOKIE, session, { httpOnly: true, sameSite: 'strict', path: '/', secure: options.secure });
    return reply.redirect(`${url.pathname}${url.search}`, 303);
  };

  return admission;
}

/** Equal in a time that tells nothing. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
