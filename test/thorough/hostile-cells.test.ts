// @module-tag slow
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ENDLESS, readEndless } from '../hostile/endless.js';
import { sampled } from '../sample.js';

describe('cells without an end, in every column', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-cells-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  // A unit test has each text in one column.
  it.each(sampled(ENDLESS, 3))('are read as far as a name may go: %s', (_, text) =>
    readEndless(folder, text, [0, 1, 2, 3]));
});
