import { writeWhole } from '../../files/write.js';
import type { Language } from '../../units/locale.js';
import type { ExportReading, QuarantinedRow } from '../types.js';
import { detailText, reasonText } from '../words/index.js';
import { stringify } from './csv-text.js';
import type { SetAside } from './read-rows.js';
import { type Layout, rawRows } from './records.js';
import type { StoredFile } from './source.js';

/** Text of rows that is held in memory, at most; beyond it a row's number has to do. */
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
  let length = 0;
  for await (const { row, raw } of rawRows(file, layout, wanted)) {
    length += raw.length;
    if (length > MOST_TEXT) break;
    texts.set(row, raw);
    if (texts.size === wanted.size) break;
  }
  return setAside.map(({ row, reason, detail }) => ({ row, reason, detail, raw: texts.get(row) ?? '' }));
}

/**
 * Writes the rows that were set aside to a CSV file, whole or not at all: row number, reason, what was found, the row as it
 * stands in the source. Resolves with how many there were; an empty quarantine makes a file with a header only.
 *
 * @param options.replace false refuses to touch a file that is there (`EEXIST`)
 * @param options.language that reasons are written in; English unless given
 * @throws a Node error
 */
export async function writeQuarantine(
  { quarantine }: ExportReading,
  path: string,
  options: { readonly replace: boolean; readonly language?: Language } = { replace: true },
): Promise<number> {
  const { language = 'en' } = options;
  const rows = quarantine.map(({ row, reason, detail, raw }) =>
    stringify([String(row), reasonText(reason, language), detailText(detail, language), raw]),
  );
  await writeWhole(path, stringify(['row', 'reason', 'found', 'raw']) + rows.join(''), options);
  return quarantine.length;
}
