import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readResult } from '../../src/approvals/folder.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-result-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAN = { lines: [{ budget: 1000 }], kpis: { total: { cost: { p95: null } } } };
const RESULT = {
  format: 'huni.result/1',
  scenario: { name: 'Spring', sha256: 'ab' },
  engine: { version: '0.1.0', seed: 's', draws: 64, sampler: 'sobol' },
  plans: { given: PLAN },
};

async function read(result: unknown) {
  writeFileSync(join(folder, 'result.json'), typeof result === 'string' ? result : JSON.stringify(result));
  return readResult(folder);
}

describe("a report's result", () => {
  it('is what stands in the folder, with its text', async () => {
    const text = JSON.stringify({ ...RESULT, later: 1 });
    expect(await read(text)).toEqual({ text, result: { ...RESULT, later: 1 } });
  });

  it('is refused by what is wrong with it, and by the place of that', async () => {
    await expect(readResult(join(folder, 'missing'))).rejects.toThrow(
      /result\.json: found no such file, expected a result/,
    );
    await expect(read('{')).rejects.toThrow(/result\.json: found no JSON/);
    await expect(read('3')).rejects.toThrow(/result\.json: the document: found something else/);
    const { given: _, ...noPlan } = RESULT.plans;
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ ...RESULT, format: 'huni.result/2' }, 'format'],
      [{ ...RESULT, scenario: { name: 'Spring' } }, 'scenario.sha256'],
      [{ ...RESULT, engine: { ...RESULT.engine, draws: 0 } }, 'engine.draws'],
      [{ ...RESULT, engine: { ...RESULT.engine, sampler: 'dice' } }, 'engine.sampler'],
      [{ ...RESULT, plans: noPlan }, 'plans.given'],
      [{ ...RESULT, plans: { given: { ...PLAN, lines: [{ budget: -1 }] } } }, 'plans.given.lines.0.budget'],
      [{ ...RESULT, plans: { given: PLAN, optimized: {} } }, 'plans.optimized.lines'],
    ];
    for (const [result, place] of wrong) {
      await expect(read(result)).rejects.toThrow(`result.json: ${place}: found something else, expected a result`);
    }
  });
});
