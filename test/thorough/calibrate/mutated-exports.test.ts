import { expect, it } from 'vitest';
import { wrongInSilence } from '../../calibrate/read/mutants.js';

it('1,400 exports with a mistake in them never give a wrong total in silence', async () => {
  expect(await wrongInSilence(1400)).toEqual([]);
}, 600_000);
