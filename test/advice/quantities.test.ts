import { describe, expect, it } from 'vitest';
import { quantitiesByInput } from '../../src/advice/quantities.js';
import { compileProgram } from '../../src/model/compile.js';
import { scenarioOf } from '../forecast/support.js';
import { EVERYTHING } from '../model/everything.js';

/** What nobody types: chance in prices, counts and shocks. */
const CHANCE = /^(noise|shocks|counts)\./;

describe('where an input came from', () => {
  it('is known of every input of a plan that has everything, posts, brand, audiences and metrics included', async () => {
    const scenario = await scenarioOf(EVERYTHING);
    const known = quantitiesByInput(scenario);
    const asked = (await compileProgram(scenario)).inputs.map(({ name }) => name);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((name) => !known.has(name) && !CHANCE.test(name))).toEqual([]);
    for (const [name, kind] of [
      ['instagram/awareness/@Aysel.followers', 'given'],
      ['instagram/awareness/@Aysel.rights_share', 'given'],
      ['audiences.young', 'given'],
      ['brand.recall', 'given'],
      ['metrics.saves', 'given'],
    ] as const)
      expect(known.get(name)?.origin.kind).toBe(kind);
  });
});
