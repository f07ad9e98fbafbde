import { readUpTo } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import { MAX_SCENARIO_BYTES } from '../scenario/index.js';
import { InputError } from './exit.js';
import { orInputError } from './write-file.js';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes a plan into the scenario's own file as it was read: with its byte order mark, its line ends, its mode and its links. Where
 * somebody has changed the file since it was read, nothing is written.
 *
 * @param before the file's bytes as they were read
 * @throws {InputError} with the path and the reason
 */
export async function writeBack(path: string, text: string, before: Uint8Array): Promise<void> {
  await orInputError(path, async () => {
    const now = Buffer.from(await readUpTo(path, MAX_SCENARIO_BYTES + 1));
    if (!now.equals(before)) {
      throw new InputError(
        `${path}: it was changed while the plan was being found; nothing was written. Run it again.`,
      );
    }
    await writeWhole(path, likeBefore(text, Buffer.from(before).toString('utf8')), { replace: true });
  });
}

/** A text with the byte order mark and the line ends of another. */
export function likeBefore(text: string, before: string): string {
  const mark = before.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const crlf = before.split('\r\n').length - 1;
  const all = before.split('\n').length - 1;
  return mark + (crlf > all / 2 ? body.replace(/\r?\n/g, '\r\n') : body);
}
