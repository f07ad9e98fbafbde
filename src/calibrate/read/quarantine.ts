import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { ExportReading, QuarantinedRow } from '../types.js';
import { stringify } from './csv-text.js';
import type { SetAside } from './read-rows.js';
import { type Layout, rawRows } from './records.js';
import type { StoredFile } from './source.js';

/** Text of rows that is kept in memory, at most; beyond it a row's number has to do. */
const MOST_TEXT = 32 * 1024 * 1024;

/** Fetches the text of the rows set aside, in one more pass. */
export async function withRawText(
  file: StoredFile,
  layout: Layout,
  setAside: readonly SetAside[],
): Promise<readonly QuarantinedRow[]> {
  if (setAside.length === 0) return [];
  const wanted = new Set(setAside.map(({ row }) => row));
  const texts = new Map<number, string>();
  let kept = 0;
  for await (const { row, raw } of rawRows(file, layout, wanted)) {
    kept += raw.length;
    if (kept > MOST_TEXT) break;
    texts.set(row, raw);
    if (texts.size === wanted.size) break;
  }
  return setAside.map(({ row, reason, detail }) => ({ row, reason, detail, raw: texts.get(row) ?? '' }));
}

/**
 * Writes the rows that were set aside to a CSV file: row number, reason, what was found, the row as it stands in the
 * source. Resolves with how many there were; an empty quarantine makes a file with a header only.
 */
export async function writeQuarantine(reading: ExportReading, path: string): Promise<number> {
  const out = createWriteStream(path);
  const written = once(out, 'close');
  const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error));
  out.write(stringify(['row', 'reason', 'found', 'raw']));
  for (const { row, reason, detail, raw } of reading.quarantine) {
    if (!out.write(stringify([String(row), reason, detail, raw]))) await Promise.race([once(out, 'drain'), failed]);
  }
  out.end();
  await Promise.race([written, failed]);
  return reading.quarantine.length;
}
