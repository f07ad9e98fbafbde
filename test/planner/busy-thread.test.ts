import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plannerServices } from '../../src/cli/planner/services.js';
import type { OpenedPlan, SaveAnswer } from '../../src/planner/protocol.js';
import { startPlanner } from '../../src/planner/server/planner-server.js';
import { SLOW } from '../slow.js';

const PLAN = `name: Coffee
currency: AZN
horizon: 4 weeks
budget: 100
lines:
  - { platform: instagram, stage: awareness, budget: 60 }
  - { platform: facebook, stage: conversion, budget: 40 }
`;

/** A thread that computes, hearing nothing, until it is let go: as one does that puts a queue's answers together. */
const COMPUTING = `
import { parentPort, workerData } from 'node:worker_threads';
const flags = new Int32Array(workerData);
parentPort.on('message', ({ kind, number }) => {
  if (kind === 'close') parentPort.postMessage({ kind: 'closed' });
  if (kind !== 'do') return;
  parentPort.postMessage({ kind: 'progress', number, doing: { template: 'computing', parts: [] } });
  while (Atomics.load(flags, 0) === 0);
  parentPort.postMessage({ kind: 'done', number, answer: 'over' });
});
`;

it('reads and saves plans while the thread that long work was handed to computes and hears nothing', SLOW, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huni-busy-'));
  await writeFile(join(folder, 'coffee.yaml'), PLAN);
  const shared = new SharedArrayBuffer(4);
  const flags = new Int32Array(shared);
  const server = await startPlanner({
    folder,
    host: '127.0.0.1',
    port: 0,
    services: plannerServices(),
    workThread: { file: new URL(`data:text/javascript,${encodeURIComponent(COMPUTING)}`), data: shared },
  });
  try {
    const { origin } = new URL(server.address);
    const traded = await fetch(server.address, { redirect: 'manual' });
    const cookie = traded.headers.get('set-cookie')!.split(';')[0]!;
    const { csrf } = (await (await fetch(`${origin}/api/session`, { headers: { cookie } })).json()) as { csrf: string };
    const headers = { cookie, 'x-huni-csrf': csrf, 'content-type': 'application/json' };
    const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
      (
        await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      ).json() as T;
    const opened = await ask<OpenedPlan>('GET', '/api/plans/coffee.yaml');
    const { id } = await ask<{ id: string }>('POST', '/api/jobs', {
      kind: 'optimize',
      file: 'coffee.yaml',
      text: PLAN,
      language: 'en',
    });
    const { body } = await fetch(`${origin}/api/jobs/${id}/events`, { headers });
    const events = body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    expect((await events.next()).value).toContain('computing');

    const edits = [{ kind: 'set', path: ['budget'], value: 120 }];
    const drafted = await ask<{ text: string }>('POST', '/api/draft', {
      file: 'coffee.yaml',
      text: opened.text,
      edits,
    });
    const saved = await ask<SaveAnswer>('PUT', '/api/plans/coffee.yaml', {
      text: drafted.text,
      version: opened.version,
    });
    expect(saved.ok).toBe(true);
    expect(await readFile(join(folder, 'coffee.yaml'), 'utf8')).toContain('budget: 120');

    Atomics.store(flags, 0, 1);
    expect((await events.next()).value).toContain('"event":"done","result":"over"');
  } finally {
    Atomics.store(flags, 0, 1);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
