import { describe, expect, it } from 'vitest';
import { createInlineEngine } from '../../src/engine/inline.js';
import type { StoredPlan } from '../../src/planner/server/plan-folder.js';
import type { FromWorkThread, ToWorkThread } from '../../src/planner/server/work/messages.js';
import { serveWork } from '../../src/planner/server/work/serve.js';
import { doWork, type WorkHelp, type WorkTask } from '../../src/planner/server/work/tasks.js';
import {
  createThreadWorker,
  ownWorkThread,
  startWorkThread,
  type WorkThread,
} from '../../src/planner/server/work/worker.js';
import { progressTranslations } from '../../src/words/catalogues/progress.js';
import { type PlainSaid, plainOf, saidFrom, say, translatedBy } from '../../src/words/said.js';
import { SLOW } from '../slow.js';

const PLAN = `currency: AZN
horizon: 2 weeks
budget: 100
draws: 64
lines:
  - { platform: instagram, stage: awareness, budget: 60 }
  - { platform: facebook, stage: conversion, budget: 40 }
`;
const task: WorkTask = {
  kind: 'compare',
  root: '/nowhere',
  file: 'plan.yaml',
  text: PLAN,
  language: 'en',
  others: [
    { file: 'other.yaml', text: PLAN.replace('budget: 60', 'budget: 50').replace('budget: 40', 'budget: 50') },
    { file: 'broken.yaml', text: 'lines: [' },
  ],
  exports: [],
};
const stored: StoredPlan = { file: 'plan.match.yaml', text: 'text', version: 'v' };
const noHelp: WorkHelp = {
  approved: async () => null,
  save: async () => ({ ok: true, plan: stored }),
};
const never = new AbortController().signal;
const quiet = (): void => {};
const here = (one: WorkTask): Promise<unknown> =>
  doWork(one, { engine: createInlineEngine(), help: noHelp, signal: never, tell: quiet });

/** A thread that isn't one: what is sent is copied, as between threads. */
function pretended() {
  const sent: ToWorkThread[] = [];
  const threads: { breakDown(): void; say(message: FromWorkThread): void; ended: boolean }[] = [];
  let engines = 0;
  const start = (served: boolean) => (): WorkThread => {
    let onMessage: (message: FromWorkThread) => void = () => {};
    let onEnd: (error: Error) => void = () => {};
    const say = (message: FromWorkThread): void => {
      queueMicrotask(() => onMessage(structuredClone(message)));
    };
    const serve = serveWork(async () => {
      engines++;
      return createInlineEngine();
    }, say);
    const thread = { breakDown: () => onEnd(new Error('out of memory')), say, ended: false };
    threads.push(thread);
    return {
      send(message) {
        sent.push(message);
        if (served || message.kind === 'close') queueMicrotask(() => serve(structuredClone(message)));
      },
      listen(listener, ended) {
        onMessage = listener;
        onEnd = ended;
      },
      async end() {
        thread.ended = true;
      },
    };
  };
  return { sent, threads, start, engines: () => engines };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('long work beside the server', () => {
  it('comes to what it comes to here, on one engine however much there is', async () => {
    const { threads, start, engines } = pretended();
    const worker = createThreadWorker(noHelp, start(true));
    expect(threads).toHaveLength(0);
    const answers = await Promise.all([worker.work(task)(never, quiet), worker.work(task)(never, quiet)]);
    const expected = structuredClone(await here(task));
    expect(answers).toEqual([expected, expected]);
    expect(JSON.stringify(expected)).toContain('other.yaml');
    expect(JSON.stringify(expected)).not.toContain('broken.yaml');
    expect([threads.length, engines()]).toEqual([1, 1]);
    await worker.close();
    expect(threads[0]!.ended).toBe(true);
  });

  it('is done by a thread of this machine, too', SLOW, async () => {
    const worker = createThreadWorker(noHelp, () => startWorkThread(ownWorkThread(1)));
    try {
      const expected = structuredClone(await here(task));
      expect(await worker.work(task)(never, quiet)).toEqual(expected);
    } finally {
      await worker.close();
    }
  });

  it('asks the server for what only that has, and is told where it failed', async () => {
    const { sent, threads, start } = pretended();
    const asked: unknown[] = [];
    const help: WorkHelp = {
      approved: async (name) => {
        asked.push(name);
        throw new Error('the ledger is not intact');
      },
      save: async (...given) => {
        asked.push(given);
        return { ok: true, plan: stored };
      },
    };
    const worker = createThreadWorker(help, start(false));
    const going = worker.work(task)(never, quiet);
    threads[0]!.say({
      kind: 'help',
      number: 0,
      asked: 7,
      help: { name: 'save', given: ['a.match.yaml', 'text', null] },
    });
    threads[0]!.say({ kind: 'help', number: 0, asked: 8, help: { name: 'approved', given: ['Coffee'] } });
    await settled();
    expect(asked).toEqual([['a.match.yaml', 'text', null], 'Coffee']);
    expect(sent.slice(1)).toEqual([
      { kind: 'helped', asked: 7, answer: { ok: true, plan: stored } },
      { kind: 'unhelped', asked: 8, failure: 'the ledger is not intact' },
    ]);
    threads[0]!.say({ kind: 'failed', number: 0, failure: 'not a plan' });
    await expect(going).rejects.toThrow('not a plan');
  });

  it('tells how it goes, is stopped by its signal, and fails as a whole where its thread breaks down', async () => {
    const { sent, threads, start } = pretended();
    const worker = createThreadWorker(noHelp, start(false));
    const controller = new AbortController();
    const told: PlainSaid[] = [];
    const one = worker.work(task)(controller.signal, (doing) => told.push(doing));
    const other = worker.work(task)(never, quiet);
    const doing = plainOf(say`drawing group ${2} of ${6} anew`);
    threads[0]!.say({ kind: 'progress', number: 0, doing });
    await settled();
    expect(told).toEqual([doing]);
    controller.abort(new Error('stopped'));
    expect(sent.at(-1)).toEqual({ kind: 'stop', number: 0 });
    threads[0]!.breakDown();
    await expect(one).rejects.toThrow('out of memory');
    await expect(other).rejects.toThrow('out of memory');
    const again = worker.work(task)(never, quiet);
    expect(threads).toHaveLength(2);
    threads[1]!.say({ kind: 'done', number: 2, answer: 'answer' });
    expect(await again).toBe('answer');
  });

  it('says what it is at by sentences with their parts apart, which the page has in every language', async () => {
    const told: PlainSaid[] = [];
    const means = { engine: createInlineEngine(), help: noHelp, signal: never };
    await doWork({ ...task, kind: 'explain' }, { ...means, tell: (doing) => told.push(doing) });
    expect(told.length).toBeGreaterThan(1);
    // As it comes through a thread and over the network.
    const arrived = (JSON.parse(JSON.stringify(structuredClone(told))) as readonly PlainSaid[]).map(saidFrom);
    const { en, ...others } = progressTranslations;
    for (const one of arrived) {
      expect(translatedBy(en, one)).toBe(String(one));
      for (const translations of Object.values(others)) expect(translatedBy(translations, one)).not.toBe(String(one));
    }
  });

  it('refuses a text with mistakes by the first of them', async () => {
    await expect(here({ ...task, text: 'lines: [' })).rejects.toThrow();
  });
});
