// @module-tag slow
import { expect, it } from 'vitest';
import { wrongInSilence } from '../../calibrate/read/mutants.js';
import { FULL } from '../../sample.js';

const EXPORTS = FULL ? 1400 : 350;

it(`${EXPORTS} exports with a mistake in them never give a wrong total in silence`, async () => {
  expect(await wrongInSilence(EXPORTS)).toEqual([]);
}, 600_000);
