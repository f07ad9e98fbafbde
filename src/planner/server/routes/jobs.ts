import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { LANGUAGES } from '../../../units/locale.js';
import { JOB_KINDS, type JobEvent } from '../../protocol.js';
import { actualsPaths } from '../actuals-folder.js';
import { refuse } from '../admission.js';
import type { PlannerContext } from '../context.js';
import { TooManyJobsError } from '../jobs.js';
import { checked } from '../validate.js';

const request = z.strictObject({
  kind: z.enum(JOB_KINDS),
  file: z.string().max(130),
  text: z.string().max(1024 * 1024),
  /** Of what is said where it fails. */
  language: z.enum(LANGUAGES),
  /** Other plans of the folder, to compare with. */
  others: z.array(z.string().max(130)).max(20).optional(),
  /** Exports to hold the plan against. */
  actuals: z.array(z.string().max(400)).max(130).optional(),
});

/** What takes longer: begun, followed by server-sent events, stopped. */
export function jobRoutes(app: FastifyInstance, { folder, reader, jobs, worker }: PlannerContext): void {
  const { root } = folder;

  app.post('/api/jobs', { bodyLimit: 2 * 1024 * 1024 }, async (asked, reply) => {
    const { kind, file, text, language, others = [], actuals = [] } = checked(request, asked.body);
    await folder.pathOf(file);
    const { problem } = await reader.check({ root, file, text, language });
    if (problem !== null) return refuse(reply, 400, 'not-a-plan', problem);
    const contenders = await Promise.all(
      others.map(async (one) => ({ file: one, text: (await folder.read(one)).text })),
    );
    const exports = await actualsPaths(folder, file, actuals);
    if (kind === 'track' && exports.length === 0) return refuse(reply, 400, 'no-exports', 'No export was chosen.');
    try {
      return { id: jobs.start(worker.work({ kind, root, file, text, language, others: contenders, exports })).id };
    } catch (error) {
      if (error instanceof TooManyJobsError)
        return refuse(reply, 429, 'too-many-jobs', 'Too much at once: wait for what is going on.');
      throw error;
    }
  });

  app.get('/api/jobs/:id/events', async (asked, reply) => {
    const job = jobs.find(checked(z.object({ id: z.string().max(64) }), asked.params).id);
    if (job === undefined) return refuse(reply, 404, 'no-such-job', 'This job is over or never was.');
    stream(reply, job.follow);
    return reply;
  });

  app.delete('/api/jobs/:id', async (asked, reply) => {
    const job = jobs.find(checked(z.object({ id: z.string().max(64) }), asked.params).id);
    if (job === undefined) return refuse(reply, 404, 'no-such-job', 'This job is over or never was.');
    job.stop();
    return reply.code(204).send();
  });
}

/** Server-sent events until the job is over or nobody listens any more. */
function stream(reply: FastifyReply, follow: (listener: (event: JobEvent) => void) => () => void): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  let stop = (): void => {};
  let over = false;
  stop = follow((event) => {
    raw.write(`data: ${JSON.stringify(event)}\n\n`);
    if (event.event !== 'progress') {
      over = true;
      raw.end();
      stop();
    }
  });
  if (over) stop();
  raw.on('close', () => stop());
}
