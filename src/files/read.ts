import { constants } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const CHUNK = 65_536;
/** A pipe that says nothing for so long has nobody at its other end. */
const IDLE_MS = 5_000;
const LOOK_AGAIN_MS = 20;
/** Absent where there are no pipes in the file system. */
const NON_BLOCKING = constants.O_NONBLOCK ?? 0;

/**
 * A file's bytes, at most so many: a path may be a pipe or a device without an end. A pipe that nobody writes to is given
 * up after five seconds.
 *
 * @throws a Node error: `code` ENOENT, EISDIR, …; ETIMEDOUT for a silent pipe
 */
export async function readUpTo(path: string, limit: number, options: { readonly idleMs?: number } = {}) {
  const handle = await openToRead(path);
  try {
    return await readHandle(handle, limit, options.idleMs ?? IDLE_MS);
  } finally {
    await handle.close();
  }
}

/** As `readUpTo`, as text in UTF-8. */
export async function readTextUpTo(path: string, limit: number): Promise<string> {
  return Buffer.from(await readUpTo(path, limit)).toString('utf8');
}

/** Opens a file for reading without waiting for whoever writes to it, where it is a pipe. */
export function openToRead(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | NON_BLOCKING);
}

async function readHandle(handle: FileHandle, limit: number, idleMs: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunksOf(handle, { limit, idleMs })) {
    chunks.push(chunk);
    total += chunk.byteLength;
  }
  return Buffer.concat(chunks, total);
}

/** A handle's bytes piece by piece, at most so many. @throws as `readUpTo` */
export async function* chunksOf(
  handle: FileHandle,
  { limit, idleMs = IDLE_MS }: { readonly limit: number; readonly idleMs?: number },
): AsyncGenerator<Buffer> {
  const isPipe = (await handle.stat()).isFIFO();
  let total = 0;
  let silent = 0;
  while (total < limit) {
    const read = await handle.read(Buffer.allocUnsafe(Math.min(CHUNK, limit - total))).catch(notYet);
    if (read !== null && read.bytesRead > 0) {
      silent = 0;
      total += read.bytesRead;
      yield read.buffer.subarray(0, read.bytesRead);
      continue;
    }
    // A pipe's end is its end only once something came through: before that, its writer may be on the way.
    if (read !== null && !(isPipe && total === 0)) return;
    if (silent >= idleMs) throw silence(idleMs);
    silent += LOOK_AGAIN_MS;
    await setTimeout(LOOK_AGAIN_MS);
  }
}

function notYet(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return null;
  throw error;
}

function silence(idleMs: number): Error {
  const message = `nothing came through this pipe for ${idleMs / 1000} seconds`;
  return Object.assign(new Error(message), { code: 'ETIMEDOUT' });
}

/** Whether a path is there: for choosing what to say, not for safety. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * A plain file as text, of one that tells whom to trust: `null` only where nothing at all is there. What somebody put in its place
 * (a link or a folder above it that leads nowhere, a file where its folder was, a folder, a pipe, a device) is an error, and never
 * as if there had been nothing.
 *
 * @throws a Node error: `code` ENOENT for what leads nowhere, ENOTDIR, EISDIR, EACCES, …; EFTYPE for what is no plain file
 */
export async function readPlainText(path: string, limit: number): Promise<string | null> {
  try {
    const handle = await openToRead(path);
    try {
      const kind = await handle.stat();
      if (kind.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      if (!kind.isFile()) throw Object.assign(new Error('no plain file'), { code: 'EFTYPE' });
      const chunks: Uint8Array[] = [];
      for await (const chunk of chunksOf(handle, { limit })) chunks.push(chunk);
      return Buffer.concat(chunks).toString('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await isDangling(path));
    if (isAbsent) return null;
    throw error;
  }
}

/** Whether a path, or a folder on its way, is a symbolic link to nothing. */
export async function isDangling(path: string): Promise<boolean> {
  const there = await lstat(path).catch(() => null);
  if (there !== null) return there.isSymbolicLink() && (await stat(path).catch(() => null)) === null;
  const parent = dirname(path);
  return parent !== path && isDangling(parent);
}
