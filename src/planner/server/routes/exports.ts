import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { STAGES } from '../../../scenario/types.js';
import { LANGUAGES } from '../../../units/locale.js';
import { EXPORT_GOALS, type ExportPlanAnswer } from '../../exports-protocol.js';
import { refuse } from '../admission.js';
import type { PlannerContext } from '../context.js';
import { TooManyJobsError } from '../jobs.js';
import { createUploads, NoSuchUploadError, TooLargeError } from '../uploads.js';
import { checked } from '../validate.js';

const short = z.string().min(1).max(200);
const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}#]*$/u);
const answers = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  dayFirst: z.boolean().optional(),
  decimal: z.enum(['.', ',']).optional(),
  platforms: z.record(short, z.string().regex(/^[a-z0-9_-]{1,40}$/)),
  columns: z.record(short, z.record(short, z.string().regex(/^[a-z0-9_]{1,40}$/))),
});
const files = z.array(z.string().max(64)).min(1).max(50);
const readRequest = z.strictObject({ files, answers, language: z.enum(LANGUAGES) });
const planRequest = z.strictObject({
  files,
  answers,
  language: z.enum(LANGUAGES),
  wishes: z.strictObject({
    name: z.string().trim().min(1).max(80),
    weeks: z.number().int().min(1).max(260),
    budget: z.number().positive().max(1e12).nullable(),
    goal: z.enum(EXPORT_GOALS),
    orderValue: oneLine.nullable(),
    margin: oneLine.nullable(),
    newCampaigns: z.boolean(),
    stages: z
      .array(z.strictObject({ platform: short, campaign: z.string().max(1000), stage: z.enum(STAGES).nullable() }))
      .max(20_000),
    of: z.string().max(130).nullable(),
  }),
});

/** Exports dropped on the page: stored, read, fitted, made into a plan. Comes back with what forgets them. */
export function exportRoutes(
  app: FastifyInstance,
  { folder, reader, jobs, services }: PlannerContext,
  mostBytes: number,
): () => Promise<void> {
  const uploads = createUploads(mostBytes);
  // Within, a file's bytes come as they are sent, and are never in memory as a whole.
  void app.register(async (own) => {
    own.removeContentTypeParser('application/octet-stream');
    own.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    own.post('/api/uploads', async (request, reply) => {
      const { name } = checked(z.object({ name: z.string().min(1).max(300) }), request.query);
      if (!(request.body instanceof Readable)) return refuse(reply, 400, 'bad-request', 'expected a file');
      try {
        return await uploads.keep(name, request.body);
      } catch (error) {
        if (!(error instanceof TooLargeError)) throw error;
        // What is left of it isn't waited for.
        void reply.header('connection', 'close');
        return refuse(reply, 413, 'too-large', `A file may have ${mostBytes / 1024 ** 2} MiB.`);
      }
    });
  });

  app.delete('/api/uploads/:id', async (request, reply) => {
    await uploads.forget(checked(z.object({ id: z.string().max(64) }), request.params).id);
    return reply.code(204).send();
  });

  app.post('/api/exports/read', async (request, reply) => {
    const asked = checked(readRequest, request.body);
    return started(reply, () =>
      jobs.start(services.exports.read(uploads.pathsOf(asked.files), asked.answers, asked.language)),
    );
  });

  app.post('/api/exports/plan', { bodyLimit: 8 * 1024 * 1024 }, async (request, reply) => {
    const { files: ids, answers: given, wishes, language } = checked(planRequest, request.body);
    const source = wishes.of === null ? null : await folder.pathOf((await folder.read(wishes.of)).file);
    return started(reply, () => {
      const make = services.exports.plan(uploads.pathsOf(ids), given, { ...wishes, source }, language);
      return jobs.start(async (signal, tell): Promise<ExportPlanAnswer> => {
        const made = await make(signal, tell);
        const { problem } = await reader.check({ root: folder.root, file: 'plan.yaml', text: made.text, language });
        if (problem !== null) throw new Error(problem);
        const file = await folder.saveNew(wishes.name, made.text);
        if (made.stages !== null) await folder.saveBeside(file, 'stages', made.stages);
        return { file, notes: made.notes };
      });
    });
  });

  const started = (reply: Parameters<typeof refuse>[0], start: () => { readonly id: string }) => {
    try {
      return { id: start().id };
    } catch (error) {
      if (error instanceof NoSuchUploadError) return refuse(reply, 404, 'no-such-file', error.message);
      if (error instanceof TooManyJobsError)
        return refuse(reply, 429, 'too-many-jobs', 'Too much at once: wait for what is going on.');
      throw error;
    }
  };
  return () => uploads.close();
}
