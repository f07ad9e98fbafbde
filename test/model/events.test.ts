import { expect, it } from 'vitest';
import { compileProgram } from '../../src/model/compile.js';
import { everySeries } from '../../src/model/figures.js';
import { EVERYTHING } from './everything.js';
import { scenarioOf } from './support.js';

it('events of a plan are its gates, its shocks and, where claims are tracked, those of each platform', async () => {
  const eventsOf = async (text: string) => {
    const program = await compileProgram(await scenarioOf(text));
    const wanted = { total: [], groups: false, cumulative: false, events: true };
    const counts = new Map<string, number>();
    for (const { group, index } of everySeries(program, wanted))
      counts.set(group, Math.max(counts.get(group) ?? 0, index + 1));
    return { platforms: program.platforms.length, counts: Object.fromEntries(counts) };
  };
  const { platforms, counts } = await eventsOf(EVERYTHING);
  expect(counts).toEqual({ gate: 2, shock: 2, attribution: platforms });
  const untracked = await eventsOf(EVERYTHING.replace(/^attribution:.*$/m, ''));
  expect(untracked.counts).toEqual({ gate: 2, shock: 2 });
});
