// @module-tag slow
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../../src/engine/open.js';
import { openSession } from '../../../src/engine/session.js';
import type { Engine } from '../../../src/engine/types.js';
import { type OptimizeResult, optimizePlan } from '../../../src/optimize/index.js';
import { scenarioOf } from '../../forecast/support.js';
import { sampled } from '../../sample.js';
import { type Kind, randomCase } from './cases.js';

const CASES = 90;
const SAMPLE = 4;
/** Part of the goal's value without a rule that what is reported for its price may be off by. */
const OFF = 1e-2;
const RULE: Readonly<Partial<Record<Kind, string>>> = { roas: 'roas', cpa: 'cpa', shares: 'prospecting' };

/** Numbers of the plans that have the rule: one of one stage has no share to keep. */
function casesWith(kind: Kind, rule: string): readonly number[] {
  return Array.from({ length: CASES }, (_, number) => number).filter((number) => {
    const { rules } = JSON.parse(randomCase(kind, number).text) as { rules?: Record<string, unknown> };
    return rules?.[rule] !== undefined;
  });
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(0);
});
afterAll(() => engine.close());

async function optimized(text: string, prices: boolean): Promise<Extract<OptimizeResult, { ok: true }>> {
  const scenario = await scenarioOf(text);
  const session = await openSession(scenario, { engine });
  const outcome = await optimizePlan({ scenario, evaluator: session, prices });
  await session.close();
  if (!outcome.ok) throw new Error(`${JSON.stringify(outcome.conflict)}\n${text}`);
  return outcome;
}

test('there are two hundred plans with a rule, in three kinds', () => {
  const counts = (Object.entries(RULE) as [Kind, string][]).map(([kind, rule]) => casesWith(kind, rule).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(200);
});

describe.each(
  Object.entries(RULE) as [Kind, string][],
)('what a rule costs is what the file without it earns more: %s', (kind, rule) => {
  test.each(sampled(casesWith(kind, rule), SAMPLE))('case %i', async (number) => {
    const { name, text } = randomCase(kind, number);
    const given = JSON.parse(text) as { rules: Record<string, unknown> };
    const held = await optimized(text, true);
    const { [rule]: _, ...others } = given.rules;
    const free = await optimized(JSON.stringify({ ...given, rules: others }), false);
    const { without } = held.prices.find((price) => price.rule === rule)!;
    const gain = free.report.objective - held.report.objective;
    expect(
      Math.abs(without! - gain),
      `${name}: told ${without}, the file without it gains ${gain} of ${free.report.objective}\n${text}`,
    ).toBeLessThanOrEqual(OFF * Math.abs(free.report.objective));
  });
});
