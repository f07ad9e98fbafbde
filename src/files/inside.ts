import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Whether a path lies in a folder, with every symbolic link on the way followed. What isn't there is judged by its name and by
 * the nearest folder above it that is.
 */
export async function isInside(folder: string, path: string): Promise<boolean> {
  const [above, below] = [resolve(folder), resolve(path)];
  // First by name: whether anything is there outside isn't even looked at.
  if (!isBelow(above, below)) return false;
  // What can't be followed (a loop, a name too long) can't be opened either: its own error says so.
  const followed = (one: string) => behindLinks(one).catch(() => one);
  return isBelow(await followed(above), await followed(below));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path behind symbolic links, as far as there is one. */
export async function behindLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(path);
    // A file given in place of the file system's isn't there; neither is one that is about to be written.
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || parent === path) throw error;
    return join(await behindLinks(parent), basename(path));
  }
}
