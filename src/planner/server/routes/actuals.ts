import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { StoredCampaign } from '../../../track/index.js';
import type { ActualsView } from '../../protocol.js';
import { keepActuals, listActuals, removeActuals } from '../actuals-folder.js';
import type { PlannerContext } from '../context.js';
import { languageOf } from '../language.js';
import { changeMatch, readMatch } from '../stored-match.js';
import { BadRequestError, checked } from '../validate.js';

const plan = z.object({ file: z.string().max(130) });
const exported = z.object({ file: z.string().max(130), name: z.string().max(200) });
const match = z.strictObject({
  campaigns: z
    .array(
      z.strictObject({
        platform: z.string().max(100),
        campaign: z.string().max(1000),
        line: z.string().max(300).nullable(),
      }),
    )
    .min(1)
    .max(2000),
});

/** What a plan is held against: exports, and which campaign is for which line. */
export function actualsRoutes(app: FastifyInstance, { folder, reader }: PlannerContext, mostBytes: number): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: mostBytes }, (_, body, done) =>
    done(null, body),
  );
  const viewOf = async (file: string): Promise<ActualsView> => ({
    files: await listActuals(folder, file),
    match: await readMatch(folder, file),
  });
  const planOf = async (params: unknown): Promise<string> => {
    const { file } = checked(plan, params);
    await folder.read(file);
    return file;
  };

  app.get('/api/plans/:file/actuals', async ({ params }): Promise<ActualsView> => viewOf(await planOf(params)));

  app.put(
    '/api/plans/:file/actuals/:name',
    { bodyLimit: mostBytes },
    async ({ params, body }): Promise<ActualsView> => {
      const file = await planOf(params);
      if (!Buffer.isBuffer(body) || body.byteLength === 0) throw new BadRequestError('body: expected a file');
      await keepActuals(folder, file, checked(exported, params).name, body);
      return viewOf(file);
    },
  );

  app.delete('/api/plans/:file/actuals/:name', async ({ params }): Promise<ActualsView> => {
    const file = await planOf(params);
    await removeActuals(folder, file, checked(exported, params).name);
    return viewOf(file);
  });

  app.put('/api/plans/:file/match', async (request): Promise<readonly StoredCampaign[]> => {
    const { file, text } = await folder.read(await planOf(request.params));
    const { campaigns } = checked(match, request.body);
    const { lines } = await reader.check({ root: folder.root, file, text, language: 'en' });
    return changeMatch(folder, file, campaigns, lines, languageOf(request));
  });
}
