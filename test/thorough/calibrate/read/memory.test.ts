// @module-tag slow
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROWS = 150_000;
/** Heap that the reader is given, in MiB: a program that keeps the parsed records of these rows dies in it. */
const HEAP = 40;

const program = `
  import { Readable } from 'node:stream';
  import { readExport } from './src/calibrate/read/read-export.ts';
  const rows = ${ROWS};
  function* lines() {
    yield 'Day,Campaign name,Ad set name,Amount spent (USD),Impressions,Link clicks,CTR (link click-through rate)\\n';
    for (let row = 0; row < rows; row++) {
      const day = new Date(Date.UTC(2024, 0, 1 + (row % 400))).toISOString().slice(0, 10);
      yield day + ',Campaign ' + (row % 37) + ',Set ' + Math.floor(row / 400) + ',' + (row % 1000) + '.25,10000,100,1.00\\n';
    }
  }
  const { status, counts, totals } = await readExport(Readable.from(lines()));
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ status, kept: counts.kept, spend: totals.spend[0]?.rounded, peak }));
`;

describe('a long export', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(process.cwd(), 'node_modules/.huni-test-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it(`of ${ROWS} rows streams through a heap of ${HEAP} MiB, to the cent`, async () => {
    const file = join(directory, 'read.mjs');
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      write: false,
      logLevel: 'silent',
    });
    await writeFile(file, outputFiles[0]?.text ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${HEAP}`, file], {
      cwd: tmpdir(),
    });
    const result = JSON.parse(stdout) as { status: string; kept: number; spend: string; peak: number };
    // 150 rounds of 0.25 to 999.25.
    const cents = (ROWS / 1000) * (99_900 * 500 + 25 * 1000);
    expect(result).toMatchObject({ status: 'read', kept: ROWS, spend: `${Math.floor(cents / 100)}.00` });
  });
});
