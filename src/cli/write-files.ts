import { dirname, join } from 'node:path';
import type { Effects } from './effects.js';
import { InputError } from './exit.js';

/**
 * Writes files into a folder, each whole or not at all, over what an earlier run left under the same names. @throws
 * {InputError} with the path and the system's reason
 */
export async function writeFilesInto(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  effects: Effects,
): Promise<void> {
  for (const [name, data] of files) {
    effects.signal.throwIfAborted();
    const path = join(folder, name);
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      await effects.files.mkdir(dirname(path), { recursive: true });
      await effects.files.writeFile(temporary, data);
      await effects.files.rename(temporary, path);
    } catch (error) {
      await effects.files.rm(temporary, { force: true }).catch(() => {});
      throw new InputError(`${path}: ${(error as NodeJS.ErrnoException).message}`);
    }
  }
}
