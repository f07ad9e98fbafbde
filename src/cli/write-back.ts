import { likeBefore } from '../files/like-before.js';
import { readUpTo } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';
import { orInputError } from './write-file.js';

/**
 * Writes a plan into the scenario's own file as it was read: with its byte order mark, its line ends, its mode and its links. Where
 * somebody has changed the file since it was read, nothing is written.
 *
 * @param before the file's bytes as they were read
 * @throws {InputError} with the path and the reason
 */
export async function writeBack(path: string, text: string, before: Uint8Array): Promise<void> {
  await orInputError(path, async () => {
    const now = Buffer.from(await readUpTo(path, before.byteLength + 1));
    if (!now.equals(before)) {
      throw new InputError(
        say`${path}: it was changed while the plan was being found; nothing was written. Run it again.`,
      );
    }
    await writeWhole(path, likeBefore(text, Buffer.from(before).toString('utf8')), { replace: true });
  });
}
