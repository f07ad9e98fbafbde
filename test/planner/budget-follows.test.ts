import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/planner/edits/edit-text.js';
import type { DraftAnswer } from '../../src/planner/protocol.js';
import { answerReading } from '../../src/planner/server/reading/tasks.js';

/** Two posts at 10 and rights of 5 out of a budget of 125. */
const PLAN = `currency: AZN
horizon: 4 weeks
budget: 125
creators:
  - { name: Lale, platform: instagram, followers: 10k, reach_rate: 20%, posts: 2, fee: 10, rights: { share: 20%, fee: 5 } }
lines:
  - { platform: instagram, stage: awareness, budget: 60 }
  - { platform: facebook, stage: conversion, budget: 40 }
`;
const fee = (value: number | string): Edit => ({ kind: 'set', path: ['creators', 'Lale', 'fee'], value });

async function drafted(text: string, edits: readonly Edit[]): Promise<DraftAnswer> {
  const of = { root: '/nowhere', file: 'plan.yaml', language: 'en' } as const;
  return JSON.parse(await answerReading({ kind: 'draft', ...of, text, edits })) as DraftAnswer;
}

describe("a plan's budget", () => {
  it('follows what a creator is paid for a post, also where that is uncertain', async () => {
    const dearer = await drafted(PLAN, [fee(12.5)]);
    expect(dearer.reading.ok && dearer.reading.plan.budget).toBe(130);
    expect(dearer.text).toBe(PLAN.replace('fee: 10', 'fee: 12.5').replace('budget: 125', 'budget: 130'));
    const unsure = await drafted(PLAN, [fee('8 to 20')]);
    // The mean of a lognormal amount whose P5 and P95 are 8 and 20 (sigma = ln(20/8) / (2 · 1.644854), mu = ln √160).
    const sigma = Math.log(20 / 8) / (2 * 1.6448536269514722);
    const mean = Math.sqrt(160) * Math.exp(sigma ** 2 / 2);
    expect(unsure.reading.ok && unsure.reading.plan.budget).toBe(Number((105 + 2 * mean).toFixed(2)));
  });
  it('takes phases that are given as money along, in the answer and where one click puts it right', async () => {
    const phases = (test: string, scale: string) => `phases:
  - { name: Test, periods: 1, budget: ${test} }
  - { name: Scale, periods: 3, budget: ${scale} }
`;
    const phased = PLAN + phases('25', '100');
    const dearer = await drafted(phased, [fee(12.5)]);
    // A fifth and four fifths of 130.
    expect(dearer.text).toBe(
      PLAN.replace('fee: 10', 'fee: 12.5').replace('budget: 125', 'budget: 130') + phases('26', '104'),
    );
    expect(dearer.reading.ok && dearer.reading.plan.bands.map(({ money }) => money)).toEqual([26, 104]);
    // One that is a share follows by itself.
    const shared = await drafted(PLAN + phases('20%', '100'), [fee(12.5)]);
    expect(shared.text).toContain(phases('20%', '104'));
    const wrong = await drafted(phased.replace('fee: 10', 'fee: 12.5'), []);
    const edits = wrong.reading.ok ? [] : (wrong.reading.problems[0]?.budget?.edits ?? []);
    expect((await drafted(wrong.text, edits)).text).toBe(dearer.text);
  });
  it('stays where it is a ceiling, unless that is passed', async () => {
    const ceiling = PLAN.replace('budget: 125', 'budget: { max: 128 }');
    expect((await drafted(ceiling, [fee(11)])).text).toContain('{ max: 128 }');
    expect((await drafted(ceiling, [fee(12)])).text).toContain('{ max: 129 }');
  });
  it('is told, with the one that would do, where it did not sum before', async () => {
    const wrong = PLAN.replace('budget: 125', 'budget: 100');
    const answer = await drafted(wrong, [fee(12)]);
    expect(answer.text).toBe(wrong.replace('fee: 10', 'fee: 12'));
    const problems = answer.reading.ok ? [] : answer.reading.problems;
    expect(problems).toMatchObject([
      { line: 3, budget: { amount: 129, currency: 'AZN', edits: [{ kind: 'set', path: ['budget'], value: 129 }] } },
    ]);
    const mended = await drafted(answer.text, problems[0]?.budget?.edits ?? []);
    expect(mended.reading.ok && mended.reading.plan.budget).toBe(129);
  });
  it('is told where it was itself what was changed', async () => {
    const answer = await drafted(PLAN, [{ kind: 'set', path: ['budget'], value: 130 }]);
    expect(answer.text).toContain('budget: 130');
    expect(answer.reading.ok ? [] : answer.reading.problems).toMatchObject([{ budget: { amount: 125 } }]);
  });
  it('is left alone where something else is wrong, too', async () => {
    const edits = [fee(12), { kind: 'set', path: ['lines', 'instagram/awareness', 'ctr'], value: '300%' } as const];
    expect((await drafted(PLAN, edits)).text).toContain('budget: 125');
  });
});
