import { execFileSync } from 'node:child_process';
import { chmod, link, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plannerServices } from '../../src/cli/planner/services.js';
import type { OpenedPlan, SaveAnswer } from '../../src/planner/protocol.js';
import { type PlannerServer, startPlanner } from '../../src/planner/server/planner-server.js';
import { SLOW } from '../slow.js';

const PLAN = `name: Coffee
currency: AZN
horizon: 4 weeks
budget: 100
lines:
  - { platform: instagram, stage: awareness, budget: 60 }
  - { platform: facebook, stage: conversion, budget: 40 }
`;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('the planner on a folder', () => {
  let folder: string;
  let server: PlannerServer;
  let address: URL;
  let cookie = '';
  let csrf = '';

  /** By Node's own client, which lets a test say any Host and Origin. */
  const call = (
    method: string,
    path: string,
    { headers = {}, body }: { readonly headers?: Record<string, string>; readonly body?: unknown } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: address.port,
          method,
          path,
          headers: {
            ...(cookie === '' ? {} : { cookie }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const write = (method: string, path: string, body?: unknown): Promise<Answer> =>
    call(method, path, { headers: { 'x-huni-csrf': csrf }, ...(body === undefined ? {} : { body }) });
  const problemOf = ({ body }: Answer): string => (JSON.parse(body) as { problem: string }).problem;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-planner-'));
    await writeFile(join(folder, 'coffee.yaml'), PLAN);
    server = await startPlanner({ folder, host: '127.0.0.1', port: 0, workers: 1, services: plannerServices() });
    address = new URL(server.address);
    const traded = await call('GET', `${address.pathname}${address.search}`);
    cookie = String(traded.headers['set-cookie']).split(';')[0] ?? '';
    csrf = (JSON.parse((await call('GET', '/api/session')).body) as { csrf: string }).csrf;
  });
  afterEach(async () => {
    cookie = '';
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists a budget that is a ceiling as one', async () => {
    await writeFile(join(folder, 'most.yaml'), PLAN.replace('budget: 100', 'budget: { max: 100 }'));
    const { plans } = JSON.parse((await call('GET', '/api/plans')).body) as {
      plans: readonly { file: string; budget: number; budgetIsMost: boolean }[];
    };
    expect(plans.map(({ file, budget, budgetIsMost }) => [file, budget, budgetIsMost])).toEqual([
      ['coffee.yaml', 100, false],
      ['most.yaml', 100, true],
    ]);
  });

  it('trades the token for a cookie that scripts and other sites do not get', async () => {
    cookie = '';
    const traded = await call('GET', `/${address.search}`);
    expect(traded.status).toBe(303);
    expect(traded.headers.location).toBe('/');
    expect(String(traded.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/i);
    expect((await call('GET', '/?token=guess')).status).toBe(401);
    expect((await call('GET', '/api/plans')).status).toBe(401);
    expect((await call('GET', '/')).status).toBe(401);
  });

  it('answers to its own name only, and to its own pages', async () => {
    const rebound = await call('GET', '/api/plans', { headers: { host: `evil.example:${address.port}` } });
    expect([rebound.status, problemOf(rebound)]).toEqual([421, 'wrong-host']);
    const foreign = await call('GET', '/api/plans', { headers: { origin: 'https://evil.example' } });
    expect([foreign.status, problemOf(foreign)]).toEqual([403, 'wrong-origin']);
    const opaque = await call('GET', '/api/plans', { headers: { origin: 'null' } });
    expect(opaque.status).toBe(403);
    const bare = await call('PUT', '/api/plans/coffee.yaml', { body: { text: PLAN, version: null } });
    expect([bare.status, problemOf(bare)]).toEqual([403, 'no-csrf']);
  });

  it('sends a policy without inline script or eval', async () => {
    const policy = String((await call('GET', '/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe-eval');
  });

  it('lets browsers keep what goes by the hash of its contents, and has them ask for the page itself', async () => {
    const page = await call('GET', '/');
    expect(page.headers['cache-control']).toBe('public, max-age=0');
    const [script] = /assets\/[^"]+\.js/.exec(page.body) ?? [];
    const asset = await call('GET', `/${script}`);
    expect(asset.status).toBe(200);
    expect(asset.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  });

  it("says a draft's mistakes in the language of the page that asks, and English to any other", async () => {
    const body = { file: 'coffee.yaml', text: `${PLAN}nonsense: 1\n`, edits: [] };
    const said = async (language: string): Promise<string> => {
      const headers = { 'x-huni-csrf': csrf, 'accept-language': language };
      const answer = await call('POST', '/api/draft', { headers, body });
      const { reading } = JSON.parse(answer.body) as { reading: { problems: readonly { message: string }[] } };
      return reading.problems[0]!.message;
    };
    expect(await said('tr')).toMatch(/^bulunan: "nonsense": .+; beklenen: /);
    expect(await said('az-Latn, en;q=0.5')).toMatch(/"nonsense"/);
    expect(await said('az')).not.toBe(await said('en'));
    expect(await said('de-DE')).toBe(await said('en'));
  });

  it('hands out the schema that the editor completes from', async () => {
    const { status, body } = await call('GET', '/api/schema');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ title: 'huni scenario', properties: { lines: { type: 'array' } } });
  });

  it('opens, drafts and saves a plan, comments and all', async () => {
    const opened = JSON.parse((await call('GET', '/api/plans/coffee.yaml')).body) as OpenedPlan;
    expect(opened.text).toBe(PLAN);
    expect(opened.reading.ok && opened.reading.plan.lines.map(({ budget }) => budget)).toEqual([60, 40]);
    const drafted = await write('POST', '/api/draft', {
      file: 'coffee.yaml',
      text: PLAN,
      edits: [
        { kind: 'set', path: ['lines', 'instagram/awareness', 'budget'], value: 70 },
        { kind: 'set', path: ['lines', 'facebook/conversion', 'budget'], value: 30 },
        { kind: 'set', path: ['lines', 'nobody/nowhere', 'budget'], value: 30 },
      ],
    });
    const { text, refused } = JSON.parse(drafted.body) as { text: string; refused: number[] };
    expect(refused).toEqual([2]);
    const saved = await write('PUT', '/api/plans/coffee.yaml', { text, version: opened.version });
    expect((JSON.parse(saved.body) as SaveAnswer).ok).toBe(true);
    expect(await readFile(join(folder, 'coffee.yaml'), 'utf8')).toBe(
      PLAN.replace('budget: 60', 'budget: 70').replace('budget: 40', 'budget: 30'),
    );
    expect(await readdir(folder)).toEqual(['coffee.yaml']);
  });

  it('tells mistakes by their place', async () => {
    const drafted = await write('POST', '/api/draft', {
      file: 'coffee.yaml',
      text: PLAN.replace('stage: conversion', 'stage: conversoin'),
      edits: [],
    });
    const { reading } = JSON.parse(drafted.body) as {
      reading: { ok: boolean; problems: { line: number; message: string }[] };
    };
    expect(reading.ok).toBe(false);
    expect(reading.problems[0]).toMatchObject({ line: 7, message: expect.stringContaining('did you mean conversion') });
  });

  it('shows both texts to the second of two writers, and loses neither', async () => {
    const { version } = JSON.parse((await call('GET', '/api/plans/coffee.yaml')).body) as OpenedPlan;
    await writeFile(join(folder, 'coffee.yaml'), `${PLAN}# an editor was here\n`);
    const saved = JSON.parse(
      (await write('PUT', '/api/plans/coffee.yaml', { text: PLAN, version })).body,
    ) as SaveAnswer;
    expect(saved).toMatchObject({ ok: false, reason: 'conflict', text: `${PLAN}# an editor was here\n` });
    expect(await readFile(join(folder, 'coffee.yaml'), 'utf8')).toContain('an editor was here');
  });

  it("keeps a file's byte order mark, line ends, mode and links, whatever the page's editor made of them", async () => {
    const path = join(folder, 'windows.yaml');
    await writeFile(path, `\ufeff${PLAN.replaceAll('\n', '\r\n')}`);
    await chmod(path, 0o640);
    await link(path, join(folder, 'other-name.yaml'));
    await symlink('windows.yaml', join(folder, 'by-link.yaml'));
    const { version } = JSON.parse((await call('GET', '/api/plans/by-link.yaml')).body) as OpenedPlan;
    const body = { text: `${PLAN}# seen\n`, version };
    const first = JSON.parse((await write('PUT', '/api/plans/by-link.yaml', body)).body) as SaveAnswer;
    expect(first.ok).toBe(true);
    const expected = `\ufeff${PLAN.replaceAll('\n', '\r\n')}# seen\r\n`;
    for (const name of ['windows.yaml', 'other-name.yaml', 'by-link.yaml']) {
      expect(await readFile(join(folder, name), 'utf8')).toBe(expected);
    }
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect((await lstat(join(folder, 'by-link.yaml'))).isSymbolicLink()).toBe(true);
    // The version that was answered is that of what stands there: the next save is no conflict.
    const next = { text: PLAN, version: first.ok ? first.version : '' };
    expect(JSON.parse((await write('PUT', '/api/plans/windows.yaml', next)).body)).toMatchObject({ ok: true });
    expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('reads nothing but plans, behind links too', async () => {
    await writeFile(join(folder, '.env'), 'SECRET=1\n');
    await symlink('.env', join(folder, 'a.yaml'));
    await symlink('/etc/passwd', join(folder, 'b.yaml'));
    await symlink('/dev/zero', join(folder, 'c.yaml'));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    await symlink('pipe.yaml', join(folder, 'd.yaml'));
    await mkdir(join(folder, 'e.yaml'));
    for (const name of [
      'a.yaml',
      'b.yaml',
      'c.yaml',
      'd.yaml',
      'e.yaml',
      'pipe.yaml',
      '.env',
      '%2e%2e%2fetc%2fpasswd',
    ]) {
      const read = await call('GET', `/api/plans/${name}`);
      expect([name, read.status]).toEqual([name, 404]);
      expect(read.body).not.toMatch(/SECRET|root:/);
      const saved = await write('PUT', `/api/plans/${name}`, { text: PLAN, version: null });
      expect([name, saved.status]).toEqual([name, 404]);
    }
    expect(await readFile(join(folder, '.env'), 'utf8')).toBe('SECRET=1\n');
  });

  it('lets one of many simultaneous writers through, and tells all the others', SLOW, async () => {
    const { version } = JSON.parse((await call('GET', '/api/plans/coffee.yaml')).body) as OpenedPlan;
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, k) => {
        const answer = await write('PUT', '/api/plans/coffee.yaml', { text: `${PLAN}# writer ${k}\n`, version });
        return JSON.parse(answer.body) as SaveAnswer;
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readFile(join(folder, 'coffee.yaml'), 'utf8')).toBe(
      `${PLAN}# writer ${answers.findIndex(({ ok }) => ok)}\n`,
    );
  });

  it.each([
    '..%2Fcoffee.yaml',
    '%2Fetc%2Fpasswd',
    'coffee.txt',
    '.hidden.yaml',
    'a%00.yaml',
    'x%2F..%2F..%2Fy.yaml',
    'l.yaml',
  ])('knows no plan called %s', async (name) => {
    await symlink('/etc/hostname', join(folder, 'l.yaml'));
    const read = await call('GET', `/api/plans/${name}`);
    expect(read.status).toBeGreaterThanOrEqual(400);
    expect(read.status).toBeLessThan(500);
    const saved = await write('PUT', `/api/plans/${name}`, { text: 'x', version: null });
    expect(saved.status).toBeGreaterThanOrEqual(400);
    expect(saved.status).toBeLessThan(500);
  });

  it('refuses what it does not know with a short problem', async () => {
    for (const [method, path, body, status] of [
      ['GET', '/api/nothing', undefined, 404],
      ['POST', '/api/draft', { file: 'coffee.yaml' }, 400],
      ['POST', '/api/draft', { file: 'coffee.yaml', text: PLAN, edits: [{ kind: 'explode', path: ['a'] }] }, 400],
      ['POST', '/api/jobs', { kind: 'mine-coins', file: 'coffee.yaml', text: PLAN }, 400],
      ['GET', '/api/jobs/none/events', undefined, 404],
      ['PUT', '/api/plans/coffee.yaml', { text: 'x'.repeat(2_000_000), version: null }, 400],
      ['PUT', '/api/plans/coffee.yaml', { text: 'x'.repeat(3_000_000), version: null }, 413],
    ] as const) {
      const answer = await write(method, path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.body.length).toBeLessThan(300);
      expect(problemOf(answer)).toMatch(/^[a-z-]+$/);
    }
  });

  it('makes a plan from a brief, and never over one that is there', async () => {
    const brief = {
      name: 'Spring',
      currency: 'AZN',
      budget: 5000,
      weeks: 8,
      goal: 'sales',
      platforms: ['instagram', 'tiktok'],
      orderValue: '20 to 40',
      margin: '55%',
      language: 'az',
    };
    const first = JSON.parse((await write('POST', '/api/new/brief', brief)).body) as { file: string };
    const second = JSON.parse((await write('POST', '/api/new/brief', brief)).body) as { file: string };
    expect([first.file, second.file]).toEqual(['Spring.yaml', 'Spring-2.yaml']);
    const opened = JSON.parse((await call('GET', '/api/plans/Spring.yaml')).body) as OpenedPlan;
    expect(opened.reading.ok).toBe(true);
    const wrong = await write('POST', '/api/new/brief', { ...brief, orderValue: 'much' });
    expect([wrong.status, problemOf(wrong)]).toEqual([400, 'bad-brief']);
    const injected = await write('POST', '/api/new/brief', { ...brief, orderValue: '5\nextends: /etc/passwd' });
    expect(injected.status).toBe(400);
  });

  it('does long work, tells how it goes, and stops it', SLOW, async () => {
    const { id } = JSON.parse(
      (await write('POST', '/api/jobs', { kind: 'optimize', file: 'coffee.yaml', text: PLAN, language: 'en' })).body,
    ) as {
      id: string;
    };
    const events = (await call('GET', `/api/jobs/${id}/events`)).body;
    expect(events).toContain('"event":"done"');
    expect(events).toContain('huni.result/1');
    const second = JSON.parse(
      (await write('POST', '/api/jobs', { kind: 'frontier', file: 'coffee.yaml', text: PLAN, language: 'en' })).body,
    ) as {
      id: string;
    };
    expect((await write('DELETE', `/api/jobs/${second.id}`)).status).toBe(204);
    expect((await call('GET', `/api/jobs/${second.id}/events`)).body).toContain('"event":"stopped"');
  });
});
