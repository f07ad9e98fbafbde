import { expect, it } from 'vitest';
import { quickFirst } from '../../slow.js';
import { wrongInSilence } from './mutants.js';

for (const [cases, options] of quickFirst([15, 60], 1))
  it.each(cases)('%d exports with a mistake in them never give a wrong total in silence', options, async (count) => {
    expect(await wrongInSilence(count)).toEqual([]);
  });
