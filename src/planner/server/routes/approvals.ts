import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ApprovalError } from '../../../approvals/errors.js';
import type { Prepared } from '../../../approvals/signed-elsewhere.js';
import { translationsOf } from '../../../words/catalogues/index.js';
import type { ToSign } from '../../approvals-protocol.js';
import { refuse } from '../admission.js';
import type { PlannerContext } from '../context.js';
import { type JobWork, TooManyJobsError } from '../jobs.js';
import { languageOf } from '../language.js';
import { checked } from '../validate.js';

const key = z.string().regex(/^ed25519:[A-Za-z0-9_-]{43}$/);
const amount = z.number().nonnegative().max(1e15);
const person = z.string().trim().min(1).max(80);
const submitRequest = z.strictObject({ file: z.string().max(130) });
const decideRequest = z.strictObject({
  submission: z.number().int().positive(),
  by: person,
  key,
  verdict: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve'), limit: amount.optional() }),
    z.strictObject({ kind: z.literal('reject'), reason: z.string().max(500) }),
  ]),
});
const policyRequest = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  approvers: z
    .array(z.strictObject({ name: person, key, limit: amount.nullable() }))
    .min(1)
    .max(100),
  key,
});
const signRequest = z.strictObject({ id: z.string().max(64), signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/) });

/** What waits for a signature at once; the oldest is forgotten where one more comes. */
const MOST_PREPARED = 100;

/** The ledger: looked at, submitted to, decided on with keys that stay in the browser. */
export function approvalRoutes(app: FastifyInstance, { folder, jobs, services }: PlannerContext): void {
  const { approvals } = services;
  const prepared = new Map<string, Prepared>();
  const toSign = (one: Prepared): ToSign => {
    const id = randomBytes(18).toString('base64url');
    prepared.set(id, one);
    const [oldest] = prepared.keys();
    if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
    return { id, statement: one.statement };
  };
  /** Ledgers refuse in sentences of their own, said in the page's language. */
  const orRefusal = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<T>,
  ): Promise<T | FastifyReply> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApprovalError) {
        return refuse(reply, 409, error.reason, error.translatedBy(await translationsOf(languageOf(request))));
      }
      if (error instanceof TooManyJobsError)
        return refuse(reply, 429, 'too-many-jobs', 'Too much at once: wait for what is going on.');
      throw error;
    }
  };
  const start = async (request: FastifyRequest, work: JobWork): Promise<{ readonly id: string }> => {
    const translations = await translationsOf(languageOf(request));
    const { id } = jobs.start(async (signal, tell) => {
      try {
        return await work(signal, tell);
      } catch (error) {
        throw error instanceof ApprovalError ? new Error(error.translatedBy(translations)) : error;
      }
    });
    return { id };
  };

  app.get('/api/approvals', (request, reply) =>
    orRefusal(request, reply, () => approvals.view(folder.root, languageOf(request))),
  );

  app.post('/api/approvals/submit', async (request, reply) => {
    const { file } = checked(submitRequest, request.body);
    // A plan that isn't there is reported before anything is run.
    await folder.read(file);
    return orRefusal(request, reply, () => start(request, approvals.submit(folder.root, file)));
  });

  app.post('/api/approvals/decide', (request, reply) => {
    const decide = approvals.decide(folder.root, checked(decideRequest, request.body));
    return orRefusal(request, reply, () => start(request, async (signal, tell) => toSign(await decide(signal, tell))));
  });

  app.post('/api/approvals/policy', (request, reply) => {
    const asked = checked(policyRequest, request.body);
    return orRefusal(request, reply, async () => toSign(await approvals.policy(folder.root, asked)));
  });

  app.post('/api/approvals/sign', (request, reply) => {
    const { id, signature } = checked(signRequest, request.body);
    const one = prepared.get(id);
    if (one === undefined) return refuse(reply, 404, 'nothing-to-sign', 'This waits for no signature any more.');
    return orRefusal(request, reply, async () => {
      await approvals.record(folder.root, one, signature);
      prepared.delete(id);
      return approvals.view(folder.root, languageOf(request));
    });
  });
}
