import { describe, expect, it } from 'vitest';
import type { OpenedPlan } from '../../src/planner/protocol.js';
import {
  createReader,
  type ReadingAnswer,
  type ReadingRequest,
  type ReadingThread,
} from '../../src/planner/server/reading/reader.js';
import { answerReading, type ReadingTask } from '../../src/planner/server/reading/tasks.js';

const PLAN = `currency: AZN
horizon: 4 weeks
budget: 100
lines:
  - { platform: instagram, stage: awareness, budget: 60 }
  - { platform: facebook, stage: conversion, budget: 40 }
`;
const task = (text: string): ReadingTask => ({ kind: 'item', root: '/nowhere', file: 'plan.yaml', text });

/** Threads that answer when they are told to. */
function watched() {
  const threads: {
    readonly sent: ReadingRequest[];
    answer(answer: ReadingAnswer): void;
    breakDown(): void;
    ended: boolean;
  }[] = [];
  const start = (): ReadingThread => {
    let onAnswer: (answer: ReadingAnswer) => void = () => {};
    let onEnd: (error: Error) => void = () => {};
    const thread = {
      sent: [] as ReadingRequest[],
      answer: (answer: ReadingAnswer) => onAnswer(answer),
      breakDown: () => onEnd(new Error('out of memory')),
      ended: false,
    };
    threads.push(thread);
    return {
      send: (request) => thread.sent.push(request),
      listen(answered, ended) {
        onAnswer = answered;
        onEnd = ended;
      },
      async end() {
        thread.ended = true;
        onEnd(new Error('ended'));
      },
    };
  };
  return { threads, start };
}

describe('plans read in threads', () => {
  it('go to the thread that has least before it, and come back to whoever asked', async () => {
    const { threads, start } = watched();
    const reader = createReader(start, 2);
    const [one, two, three] = [reader.read(task('a')), reader.read(task('b')), reader.read(task('c'))];
    expect(threads.map(({ sent }) => sent.map(({ number }) => number))).toEqual([[0, 2], [1]]);
    threads[1]!.answer({ number: 1, json: '"b"' });
    const four = reader.read(task('d'));
    expect(threads[1]!.sent.map(({ number }) => number)).toEqual([1, 3]);
    threads[0]!.answer({ number: 2, json: '"c"' });
    threads[0]!.answer({ number: 0, failure: 'no such file' });
    threads[1]!.answer({ number: 3, json: '"d"' });
    await expect(one).rejects.toThrow('no such file');
    expect(await Promise.all([two, three, four])).toEqual(['"b"', '"c"', '"d"']);
  });

  it('are refused where their thread broke down, and read by a new one after that', async () => {
    const { threads, start } = watched();
    const reader = createReader(start, 1);
    const lost = reader.read(task('a'));
    threads[0]!.breakDown();
    await expect(lost).rejects.toThrow('out of memory');
    const next = reader.read(task('b'));
    expect(threads).toHaveLength(2);
    threads[1]!.answer({ number: 1, json: '"b"' });
    expect(await next).toBe('"b"');
    const waiting = reader.read(task('c'));
    const refused = expect(waiting).rejects.toThrow('ended');
    await reader.close();
    await refused;
    expect(threads[1]!.ended).toBe(true);
    await expect(reader.read(task('d'))).rejects.toThrow('being stopped');
  });

  it('are answered by a thread of this machine as they are here', async () => {
    const reader = createReader();
    try {
      const tasks: ReadingTask[] = [
        { kind: 'open', root: '/nowhere', file: 'plan.yaml', text: PLAN, version: 'v', language: 'en' },
        {
          kind: 'draft',
          root: '/nowhere',
          file: 'plan.yaml',
          text: PLAN,
          language: 'en',
          edits: [
            { kind: 'set', path: ['lines', 'facebook/conversion', 'budget'], value: 50 },
            { kind: 'remove', path: ['no such key'] },
          ],
        },
        task(PLAN),
        task('lines: ['),
        { kind: 'check', root: '/nowhere', file: 'plan.yaml', text: 'lines: [', language: 'tr' },
      ];
      const answers = await Promise.all(tasks.map((one) => reader.read(one)));
      expect(answers).toEqual(await Promise.all(tasks.map(answerReading)));
      expect((JSON.parse(answers[0]!) as OpenedPlan).reading.ok).toBe(true);
      const drafted = JSON.parse(answers[1]!) as { readonly text: string; readonly refused: readonly number[] };
      expect(drafted.text).toContain('stage: conversion, budget: 50');
      expect(drafted.refused).toEqual([1]);
      expect(JSON.parse(answers[2]!)).toMatchObject({ file: 'plan.yaml', ok: true, budget: 100, periods: 4 });
      expect(JSON.parse(answers[3]!)).toMatchObject({ file: 'plan.yaml', ok: false });
    } finally {
      await reader.close();
    }
  });
});
