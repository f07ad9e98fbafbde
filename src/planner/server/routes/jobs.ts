import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { runAdvised } from '../../../advice/index.js';
import type { Engine } from '../../../engine/types.js';
import { compareScenarios } from '../../../forecast/compare/compare.js';
import { ContradictionError } from '../../../forecast/errors.js';
import { explainForecast } from '../../../forecast/explain.js';
import { runFrontier } from '../../../forecast/frontier/frontier.js';
import { factTexts } from '../../../report/facts.js';
import type { Scenario } from '../../../scenario/types.js';
import { LANGUAGES, type Language } from '../../../units/locale.js';
import { translationsOf } from '../../../words/catalogues/index.js';
import type { Doing } from '../../../words/progress.js';
import { translatedBy } from '../../../words/said.js';
import { JOB_KINDS, type JobEvent, type JobKind } from '../../protocol.js';
import { actualsPaths } from '../actuals-folder.js';
import { refuse } from '../admission.js';
import type { PlannerContext } from '../context.js';
import { followPlan } from '../follow-plan.js';
import { type JobWork, TooManyJobsError } from '../jobs.js';
import { readDraft, saidOf } from '../read-draft.js';
import { checked } from '../validate.js';
import { optimizeAnswer } from '../verdict-view.js';

const request = z.strictObject({
  kind: z.enum(JOB_KINDS),
  file: z.string().max(130),
  text: z.string().max(1024 * 1024),
  /** Of the words that come back. */
  language: z.enum(LANGUAGES),
  /** Other plans of the folder, to compare with. */
  others: z.array(z.string().max(130)).max(20).optional(),
  /** Exports to hold the plan against. */
  actuals: z.array(z.string().max(400)).max(130).optional(),
});

/** What takes longer: begun, followed by server-sent events, stopped. Comes back with what closes the engine. */
export function jobRoutes(app: FastifyInstance, context: PlannerContext): () => Promise<void> {
  const { folder, jobs, services } = context;
  let engine: Promise<Engine> | null = null;
  const theEngine = (): Promise<Engine> => {
    engine ??= context.openEngine();
    return engine;
  };

  app.post('/api/jobs', { bodyLimit: 2 * 1024 * 1024 }, async (asked, reply) => {
    const job = checked(request, asked.body);
    await folder.pathOf(job.file);
    const reading = await readDraft(folder, job.file, job.text);
    if (!reading.ok) return refuse(reply, 400, 'not-a-plan', await saidOf(reading.problems, job.language));
    const others = await Promise.all(
      (job.others ?? []).map(async (file) => ({
        file,
        reading: await readDraft(folder, file, (await folder.read(file)).text),
      })),
    );
    const contenders = others.flatMap(({ file, reading: other }) =>
      other.ok ? [{ label: file, scenario: other.scenario }] : [],
    );
    const exports = await actualsPaths(folder, job.file, job.actuals ?? []);
    if (job.kind === 'track' && exports.length === 0) return refuse(reply, 400, 'no-exports', 'No export was chosen.');
    const work: JobWork =
      job.kind === 'track'
        ? async (signal, tell) => {
            const { file, language } = job;
            const { approvals } = services;
            const engine = await theEngine();
            return followPlan({ folder, file, reading, exports, approvals, language, engine, signal, tell });
          }
        : workOf(job.kind, job.language, reading.scenario, contenders, theEngine);
    try {
      const started = jobs.start(work);
      return { id: started.id };
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

  return async () => {
    await engine?.then((one) => one.close()).catch(() => {});
  };
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

function workOf(
  kind: Exclude<JobKind, 'track'>,
  language: Language,
  scenario: Scenario,
  contenders: readonly { readonly label: string; readonly scenario: Scenario }[],
  theEngine: () => Promise<Engine>,
): JobWork {
  return async (signal, tell) => {
    const engine = await theEngine();
    const translations = await translationsOf(language);
    const onProgress = ({ said }: Doing): void => tell(translatedBy(translations, said));
    switch (kind) {
      case 'optimize':
        try {
          return optimizeAnswer(await runAdvised(scenario, { engine, signal, charts: false, onProgress }), language);
        } catch (error) {
          if (!(error instanceof ContradictionError)) throw error;
          return {
            contradiction: factTexts({ ...error.scenario, language }).contradiction(error.asked, error.relaxations),
          };
        }
      case 'explain':
        return explainForecast(scenario, { engine, signal, onProgress, information: false });
      case 'frontier':
        return runFrontier(scenario, { engine, by: 'budget', points: 6, signal, onProgress });
      case 'compare':
        return compareScenarios([{ label: scenario.name, scenario }, ...contenders], { engine, signal });
    }
  };
}
