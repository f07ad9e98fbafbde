import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { fileRows, type Layout } from '../../../src/calibrate/read/records.js';
import { processReadEffects, storeFile } from '../../../src/calibrate/read/source.js';
import { quickFirst } from '../../slow.js';

const folder = await mkdtemp(join(tmpdir(), 'huni-closed-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = Array.from({ length: 20_000 }, (_, k) => [`Campaign ${k}`, String(k), `${(k * 7919) % 104_729}`]);
const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }] }));
const csv = rows.map((cells) => cells.join(',')).join('\n');
const XLSX: Layout = { format: 'xlsx', sheet: 0 };
const CSV: Layout = { format: 'csv', encoding: 'utf-8', delimiter: ',' };

/** Descriptors of this process that are open on a file. */
async function openOn(path: string): Promise<number> {
  const own = await readdir('/proc/self/fd');
  const targets = await Promise.all(own.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return targets.filter((target) => target === path).length;
}

describe.runIf(process.platform === 'linux')('an export that is not read to its end', () => {
  const CASES: readonly [string, string, Buffer, Layout][] = [
    ['a workbook', 'a.xlsx', workbook, XLSX],
    ['a workbook that breaks off', 'b.xlsx', workbook.subarray(0, workbook.length >> 1), XLSX],
    ['a workbook without that sheet', 'c.xlsx', workbook, { format: 'xlsx', sheet: 3 }],
    ['no workbook', 'd.xlsx', Buffer.from(csv), XLSX],
    ['a CSV', 'e.csv', Buffer.from(csv), CSV],
    ['a CSV with an open quote', 'f.csv', Buffer.from(`a,"b\n${csv}`), CSV],
  ];
  for (const [cases, options] of quickFirst(CASES, 2))
    it.each(cases)('leaves no file open: %s', options, async (_, name, bytes, layout) => {
      const path = join(folder, name);
      await writeFile(path, bytes);
      const file = await storeFile(path, processReadEffects);
      try {
        for await (const { row } of fileRows(file, layout)) if (row >= 2) break;
      } catch {
        // What it says of a broken file is looked at elsewhere.
      }
      for (let k = 0; k < 100 && (await openOn(path)) > 0; k++) await setTimeout(20);
      expect(await openOn(path)).toBe(0);
      await file.dispose();
    });
});
