import { describe, it } from 'vitest';
import { dailyRowsOf, guessStages } from '../../src/calibrate/index.js';
import { combineReadings } from '../../src/calibrate/read/combine.js';
import type { ExportReading } from '../../src/calibrate/types.js';
import { readBytes } from '../calibrate/read/support.js';
import { slowUnless } from '../slow.js';
import { madeExports } from './exports.js';
import { golden } from './golden.js';

const hold = golden('exports', { mostLeaves: 4000 });

/** All that is read of an export, and what is made of it. */
function readingTree(reading: ExportReading): unknown {
  const rows = dailyRowsOf([reading]);
  return { reading, rows, stages: rows.ok ? guessStages(rows.value) : null };
}

describe('what is read of exports', () => {
  for (const [part, options] of [
    [11, {}],
    [1, slowUnless(false)],
  ] as const) {
    it(`one in ${part}`, options, async () => {
      const trees: Record<string, unknown> = {};
      for (const { name, bytes } of madeExports(part)) trees[name] = readingTree(await readBytes(bytes));
      hold(`one in ${part}`, trees);
    });
  }

  it('of several together', async () => {
    const readings: ExportReading[] = [];
    for (const { bytes } of madeExports(47)) readings.push(await readBytes(bytes));
    const pairs = readings.flatMap((one, k) => [
      [one, readings[(k + 1) % readings.length] ?? one],
      [one, one],
    ]);
    hold(
      'together',
      pairs.map((pair) => ({ combined: combineReadings(pair), rows: dailyRowsOf(pair) })),
    );
  });
});
