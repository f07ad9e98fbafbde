import { writeWhole } from '../files/write.js';
import { say } from '../words/said.js';
import { InputError } from './exit.js';

/**
 * Writes a file whole or not at all.
 *
 * @param options.replace false refuses to touch a file that is there already
 * @throws {InputError} with the path and the system's reason
 */
export async function writeFileWhole(
  path: string,
  text: string | Uint8Array,
  options: { readonly replace: boolean },
): Promise<void> {
  await orInputError(path, () => writeWhole(path, text, options));
}

/** Tells what a file system refuses as a mistake with the path. @throws {InputError} */
export async function orInputError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(
      code === 'EEXIST' ? say`${path}: is there already, and is not written over` : `${path}: ${message}`,
    );
  }
}
