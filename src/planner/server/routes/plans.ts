import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { newScenarioText, scenarioJsonSchema } from '../../../scenario/index.js';
import { LANGUAGES } from '../../../units/locale.js';
import { briefText } from '../../brief/brief-text.js';
import type { Edit, EditValue } from '../../edits/edit-text.js';
import type { SaveAnswer } from '../../protocol.js';
import { refuse } from '../admission.js';
import type { PlannerContext } from '../context.js';
import { languageOf } from '../language.js';
import { checked } from '../validate.js';

const step = z.union([z.string().max(300), z.number().int().min(0).max(100_000)]);
const value: z.ZodType<EditValue> = z.lazy(() =>
  z.union([
    z.string().max(2000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(value).max(2000),
    z.record(z.string(), value),
  ]),
);
const edit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    path: z.array(step).min(1).max(12),
    value,
    comment: z
      .string()
      .max(500)
      .regex(/^[^\p{Cc}]*$/u)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('remove'), path: z.array(step).min(1).max(12) }),
  z.strictObject({ kind: z.literal('append'), path: z.array(step).min(1).max(12), value }),
  z.strictObject({
    kind: z.literal('duplicate'),
    path: z.array(step).min(1).max(12),
    values: z.record(z.string(), value),
  }),
]);

const brief = z.strictObject({
  name: z.string().trim().min(1).max(80),
  currency: z.string().regex(/^[A-Z]{3}$/),
  budget: z.number().positive().max(1e12),
  weeks: z.number().int().min(1).max(104),
  goal: z.enum(['awareness', 'leads', 'sales']),
  platforms: z.array(z.string().max(40)).min(1).max(9),
  orderValue: z.string().max(60),
  margin: z.string().max(60),
  language: z.enum(LANGUAGES),
});

/** The folder's plans: listed, opened, drafted, saved, begun. */
export function planRoutes(app: FastifyInstance, { folder, reader }: PlannerContext, mostBytes: number): void {
  const text = z.string().max(mostBytes);
  const draft = z.strictObject({ file: z.string().max(130), text, edits: z.array(edit).max(500) });
  const save = z.strictObject({ text, version: z.string().max(64).nullable() });
  const named = (params: unknown): string => checked(z.object({ file: z.string().max(130) }), params).file;

  const { root } = folder;
  const asJson = (reply: FastifyReply, json: string) => reply.type('application/json; charset=utf-8').send(json);

  app.get('/api/plans', async (_, reply) => {
    const files = await folder.list();
    const plans = await Promise.all(
      files.map(async (file) => {
        // What can't be read at all is listed as a plan with mistakes, as one is whose text is wrong.
        const text = await folder.read(file).then(
          (stored) => stored.text,
          () => '',
        );
        return reader.read({ kind: 'item', root, file, text });
      }),
    );
    return asJson(reply, `{"folder":${JSON.stringify(root.split('/').at(-1) ?? '')},"plans":[${plans.join(',')}]}`);
  });

  app.get('/api/plans/:file', async (request, reply) => {
    const { file, text, version } = await folder.read(named(request.params));
    return asJson(reply, await reader.read({ kind: 'open', root, file, text, version, language: languageOf(request) }));
  });

  app.get('/api/plans/:file/version', async (request) => ({
    version: (await folder.read(named(request.params))).version,
  }));

  // Made once it is asked for; the same until the server ends.
  let schema: object | null = null;
  app.get('/api/schema', async () => {
    schema ??= scenarioJsonSchema();
    return schema;
  });

  app.post('/api/draft', { bodyLimit: 2 * mostBytes }, async (request, reply) => {
    const { file, text, edits } = checked(draft, request.body);
    await folder.pathOf(file);
    const language = languageOf(request);
    return asJson(
      reply,
      await reader.read({ kind: 'draft', root, file, text, language, edits: edits as readonly Edit[] }),
    );
  });

  app.put('/api/plans/:file', { bodyLimit: 2 * mostBytes }, async (request): Promise<SaveAnswer> => {
    const { text: wanted, version } = checked(save, request.body);
    const outcome = await folder.save(named(request.params), wanted, version);
    if (outcome.ok) return { ok: true, version: outcome.plan.version };
    return {
      ok: false,
      reason: outcome.reason,
      text: outcome.now?.text ?? null,
      version: outcome.now?.version ?? null,
    };
  });

  app.post('/api/new/brief', async (request, reply) => {
    const asked = checked(brief, request.body);
    const made = briefText(asked);
    const { problem } = await reader.check({ root, file: 'brief.yaml', text: made, language: languageOf(request) });
    if (problem !== null) return refuse(reply, 400, 'bad-brief', problem);
    return { file: await folder.saveNew(asked.name, made) };
  });

  app.post('/api/new/example', async () => ({
    file: await folder.saveNew('example', newScenarioText('Example plan')),
  }));
}
