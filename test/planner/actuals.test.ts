import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApprovedPlan } from '../../src/approvals/approved-plan.js';
import { plannerServices } from '../../src/cli/planner/services.js';
import type { ActualsView, InLanguages, JobEvent, TrackAnswer } from '../../src/planner/protocol.js';
import { type PlannerServer, startPlanner } from '../../src/planner/server/planner-server.js';
import type { PlannerServices } from '../../src/planner/server/services.js';
import type { Language } from '../../src/units/locale.js';
import { scenarioOf } from '../track/support.js';

const PLAN = `name: Small # ours
currency: AZN
start: 2027-03-01
horizon: 8 weeks
budget: 5600
draws: 256
creative: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: facebook, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20%, cvr: 1% to 3%, fatigue: 0 }
targets:
  - orders >= 100 with 50%
`;

/** Thirty days: Facebook brings one order a day, TikTok nine, and Reddit is in no line. */
const EXPORT = ['Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions'];
for (let day = 0; day < 30; day++) {
  const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
  EXPORT.push(`${date},facebook,Reach,50,AZN,8000,100,1`, `${date},tiktok,Awareness,50,AZN,20000,400,9`);
  EXPORT.push(`${date},reddit,Try,5,AZN,1000,10,0`);
}

const withApproved = (approved: () => ApprovedPlan | null): PlannerServices => {
  const services = plannerServices();
  return { ...services, approvals: { ...services.approvals, approved: async () => approved() } };
};

describe('a plan under way, on the page', () => {
  let folder: string;
  let server: PlannerServer;
  let origin: string;
  /** What the ledger says was approved last. */
  let approved: ApprovedPlan | null = null;
  let headers: Record<string, string>;

  const call = async <T>(
    method: string,
    path: string,
    body?: string | Uint8Array,
  ): Promise<{ status: number; body: T }> => {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const drop = (name: string, text: string) =>
    call<ActualsView>('PUT', `/api/plans/small.yaml/actuals/${encodeURIComponent(name)}`, Buffer.from(text));
  const follow = async (more: object): Promise<JobEvent> => {
    const job = { kind: 'track', file: 'small.yaml', text: PLAN, language: 'en', ...more };
    const { body } = await call<{ id: string }>('POST', '/api/jobs', JSON.stringify(job));
    const events = await (await fetch(`${origin}/api/jobs/${body.id}/events`, { headers })).text();
    return JSON.parse(events.trim().split('\n\n').at(-1)!.slice('data: '.length)) as JobEvent;
  };
  const answerOf = async ({
    language = 'en',
    ...more
  }: {
    readonly language?: Language;
    readonly actuals: readonly string[];
  }): Promise<TrackAnswer> => {
    const last = await follow({ language, ...more });
    if (last.event !== 'done') throw new Error(JSON.stringify(last));
    // A page that turns to another language has it said in that.
    const told = last.result as InLanguages<TrackAnswer>;
    expect(new Set(Object.values(told).map(({ heading }) => heading)).size).toBe(4);
    return told[language];
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-actuals-'));
    await writeFile(join(folder, 'small.yaml'), PLAN);
    server = await startPlanner({
      folder,
      host: '127.0.0.1',
      port: 0,
      workers: 1,
      services: withApproved(() => approved),
    });
    const address = new URL(server.address);
    origin = address.origin;
    const traded = await fetch(address, { redirect: 'manual' });
    headers = { cookie: traded.headers.get('set-cookie')!.split(';')[0]! };
    const { csrf } = (await (await fetch(`${origin}/api/session`, { headers })).json()) as { csrf: string };
    headers = { ...headers, 'x-huni-csrf': csrf };
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps exports that are dropped beside the plan, and shows those that lie in the folder', async () => {
    await writeFile(join(folder, 'older.csv'), `${EXPORT.slice(0, 40).join('\n')}\n`);
    const { status, body } = await drop('March (1–30).csv', `${EXPORT.join('\n')}\n`);
    expect(status).toBe(200);
    expect(body.files.map(({ name, dropped }) => [name, dropped])).toEqual([
      ['small.actuals/March (1–30).csv', true],
      ['older.csv', false],
    ]);
    expect(await readFile(join(folder, 'small.actuals', 'March (1–30).csv'), 'utf8')).toBe(`${EXPORT.join('\n')}\n`);
  });

  it('takes no name that leads elsewhere, no file that is no export, and follows no link', async () => {
    for (const name of ['../evil.csv', '.hidden.csv', 'plan.yaml', 'a\\b.csv'])
      expect((await drop(name, 'x')).status).toBe(400);
    const outside = await mkdtemp(join(tmpdir(), 'huni-outside-'));
    await writeFile(join(outside, 'theirs.csv'), 'theirs');
    await symlink(join(outside, 'theirs.csv'), join(folder, 'small.actuals', 'link.csv'));
    expect((await drop('link.csv', 'mine')).status).toBe(400);
    expect(await readFile(join(outside, 'theirs.csv'), 'utf8')).toBe('theirs');
    const listed = await call<ActualsView>('GET', '/api/plans/small.yaml/actuals');
    expect(listed.body.files.map(({ name }) => name)).not.toContain('small.actuals/link.csv');
    const asked = JSON.stringify({
      kind: 'track',
      file: 'small.yaml',
      text: PLAN,
      language: 'en',
      actuals: ['../x.csv'],
    });
    expect((await call('POST', '/api/jobs', asked)).status).toBe(404);
    await writeFile(join(folder, 'linked.yaml'), PLAN);
    await symlink(outside, join(folder, 'linked.actuals'));
    expect((await call('GET', '/api/plans/linked.yaml/actuals')).status).toBe(404);
    expect((await call('PUT', '/api/plans/linked.yaml/actuals/a.csv', Buffer.from('mine'))).status).toBe(404);
    await rm(join(folder, 'linked.yaml'));
    await rm(outside, { recursive: true });
  });

  it('tells spend of no line first, keeps the match, and changes it where a person does', async () => {
    const actuals = ['small.actuals/March (1–30).csv'];
    const before = await answerOf({ actuals });
    expect(before.first).toHaveLength(1);
    expect(before.first[0]).toContain('Try');
    expect(before.replanned).toBeNull();
    const { body } = await call<ActualsView>('GET', '/api/plans/small.yaml/actuals');
    expect(body.match).toContainEqual({ platform: 'reddit', campaign: 'Try', line: null });
    // Somebody's own words in the file stay.
    const path = join(folder, 'small.match.yaml');
    await writeFile(path, `# Leyla decides\n${await readFile(path, 'utf8')}`);
    const put = { campaigns: [{ platform: 'reddit', campaign: 'Try', line: 'tiktok/awareness' }] };
    expect((await call('PUT', '/api/plans/small.yaml/match', JSON.stringify(put))).status).toBe(200);
    const changed = await readFile(path, 'utf8');
    expect(changed.startsWith('# Leyla decides\n')).toBe(true);
    expect(changed).toContain('campaign: Try, line: tiktok/awareness');
    const after = await answerOf({ actuals });
    expect(after.first).toEqual([]);
    expect(after.match).toContainEqual({ platform: 'reddit', campaign: 'Try', line: 'tiktok/awareness' });
    // A match is no plan: the first page doesn't list it.
    const plans = await call<{ plans: readonly { file: string }[] }>('GET', '/api/plans');
    expect(plans.body.plans.map(({ file }) => file)).toEqual(['small.yaml']);
  });

  it('says where the plan lands, why, and what to change, in the reader’s language; the bars add up', async () => {
    const answer = await answerOf({ actuals: ['small.actuals/March (1–30).csv'], language: 'az' });
    expect(answer.heading).toContain('8 dövr');
    expect(answer.targets?.rows).toHaveLength(1);
    expect(answer.lines.rows).toHaveLength(2);
    expect(answer.bridge.bars).toHaveLength(4);
    expect(answer.chart.rows.filter(({ came }) => came !== null)).toHaveLength(3);
    // Nine orders a day for the same money as one.
    expect(answer.replanned).toMatch(/^name: Small # ours\n/);
    const drafted = await call<{ reading: { ok: boolean; plan: { lines: { budget: number }[] } } }>(
      'POST',
      '/api/draft',
      JSON.stringify({ file: 'small.yaml', text: answer.replanned, edits: [] }),
    );
    const [facebook, tiktok] = drafted.body.reading.plan.lines.map(({ budget }) => budget);
    expect(facebook! + tiktok!).toBeCloseTo(5600, 6);
    expect(tiktok!).toBeGreaterThan(2800);
    expect(facebook!).toBeGreaterThanOrEqual(30 * 50);
  });

  it('holds it against what the ledger says was approved, where there is a ledger', async () => {
    const actuals = ['small.actuals/March (1–30).csv'];
    expect((await answerOf({ actuals })).approvedOn).toBeNull();
    const scenario = await scenarioOf(
      PLAN.replace('orders >= 100', 'orders >= 90').replaceAll('2800', '2000').replace('5600', '4000'),
    );
    approved = { scenario, submission: 7, on: '2027-03-04' };
    const answer = await answerOf({ actuals });
    approved = null;
    expect(answer.approvedOn).toBe('2027-03-04');
    // Another target was approved: nothing is known of how this one stood.
    expect(answer.targets?.rows[0]?.[2]).toBe('—');
  });

  it('says what is wrong with exports that can’t be held against the plan', async () => {
    await drop('euro.csv', `${EXPORT.join('\n').replaceAll('AZN', 'EUR')}\n`);
    const other = await follow({ actuals: ['small.actuals/euro.csv'] });
    expect(other).toMatchObject({ event: 'failed', message: expect.stringContaining('EUR') });
    await drop('nothing.csv', 'hello\n');
    const none = await follow({ actuals: ['small.actuals/nothing.csv'] });
    expect(none).toMatchObject({ event: 'failed', message: expect.stringContaining('nothing.csv') });
    expect(JSON.stringify(none)).not.toContain(folder);
    for (const name of ['euro.csv', 'nothing.csv']) {
      expect((await call('DELETE', `/api/plans/small.yaml/actuals/${name}`)).status).toBe(200);
    }
    expect((await call<ActualsView>('GET', '/api/plans/small.yaml/actuals')).body.files).toHaveLength(2);
    expect(
      (
        await call(
          'POST',
          '/api/jobs',
          JSON.stringify({ kind: 'track', file: 'small.yaml', text: PLAN, language: 'en' }),
        )
      ).status,
    ).toBe(400);
  });
});
