import type { Effects } from './effects.js';
import { InputError } from './exit.js';

/**
 * Writes a file whole or not at all: beside itself first, then renamed.
 *
 * @param options.replace false refuses to touch a file that is there already
 * @throws {InputError} with the path and the system's reason
 */
export async function writeFileWhole(
  path: string,
  text: string,
  { files }: Effects,
  options: { readonly replace: boolean },
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (!options.replace) {
      await files.writeFile(path, text, { flag: 'wx' });
      return;
    }
    await files.writeFile(temporary, text, { flag: 'wx' });
    await files.rename(temporary, path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isThere = !options.replace && code === 'EEXIST';
    // A file that was there before is not ours to take away.
    if (!isThere) await files.rm(options.replace ? temporary : path, { force: true }).catch(() => {});
    throw new InputError(isThere ? `${path}: is there already, and is not written over` : `${path}: ${message}`);
  }
}
