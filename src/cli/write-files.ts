import type { Effects } from './effects.js';
import { InputError } from './exit.js';

/**
 * Writes files into a folder, each whole or not at all, over what an earlier run left there under the same names and nobody
 * has changed since.
 *
 * @throws {InputError} with the path and the reason
 */
export async function writeFilesInto(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  { signal }: Effects,
): Promise<void> {
  const { addToFolder, isReportWriteError } = await import('../report/index.js');
  try {
    await addToFolder(files, folder, signal);
  } catch (error) {
    if (isReportWriteError(error)) throw new InputError(error.said);
    throw error;
  }
}
