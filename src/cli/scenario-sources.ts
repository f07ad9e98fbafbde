import { dirname, relative, resolve, sep } from 'node:path';
import { readUpTo } from '../files/read.js';
import { type FileReader, MAX_DATA_BYTES } from '../scenario/index.js';

/** A file reader that keeps what it read. */
export interface SourceRecorder {
  readonly readFile: FileReader;
  /**
   * The files read, as they go into a report's `scenario/` folder: their relative places are preserved, so that the copy of a
   * scenario finds the copies of what it extends.
   */
  files(): ReadonlyMap<string, Uint8Array>;
  /** A file's bytes as they were read. */
  bytesOf(path: string): Uint8Array | undefined;
}

export function recordSources(): SourceRecorder {
  const read = new Map<string, Uint8Array>();
  return {
    readFile: async (path) => {
      // One byte more than any file may have, so that one that is too long is distinguished from one that is not.
      const bytes = await readUpTo(path, MAX_DATA_BYTES + 1);
      read.set(resolve(path), bytes);
      return bytes;
    },
    bytesOf: (path) => read.get(resolve(path)),
    files: () => {
      const above = commonFolder([...read.keys()].map((path) => dirname(path)));
      return new Map(
        [...read].map(([path, bytes]) => [`scenario/${relative(above, path).split(sep).join('/')}`, bytes]),
      );
    },
  };
}

function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let up = common;
    while (relative(up, folder).split(sep)[0] === '..' && dirname(up) !== up) up = dirname(up);
    return up;
  });
}
