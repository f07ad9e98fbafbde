import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { chunksOf, openToRead } from '../../files/read.js';
import type { ReadFault } from '../types.js';
import { type FileHead, kindOf } from './encoding.js';
import { EXPORT_LIMITS } from './limits.js';
import * as messages from './messages.js';
import { isRefusal, refuse } from './refusal.js';

/** What reading does to the world, handed in so that tests can hand in their own. */
export interface ReadEffects {
  readonly open: (path: string) => Readable;
  readonly temporaryDirectory: () => string;
}

export const processReadEffects: ReadEffects = {
  open: (path) => Readable.from(bytesOf(path)),
  temporaryDirectory: tmpdir,
};

/** A file's bytes; a pipe that nobody writes to is given up, a device without an end is cut off. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = await openToRead(path);
  try {
    yield* chunksOf(file, { limit: EXPORT_LIMITS.bytes + 1 });
  } finally {
    await file.close();
  }
}

/** A file that can be read from its beginning as often as needed. */
export interface StoredFile extends FileHead {
  /** As given; `null` for a stream. */
  readonly path: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** Last bytes. */
  readonly tail: Buffer;
  readonly open: () => Readable;
  readonly dispose: () => Promise<void>;
}

const HEAD_BYTES = 256 * 1024;

/**
 * Reads a file or stream once for its digest, and keeps a stream's bytes in a temporary file, since columns have to be
 * seen as a whole before a row of them can be read.
 */
export async function storeFile(given: string | Readable, effects: ReadEffects): Promise<StoredFile> {
  // A pipe can be read once only, and is copied like any other stream.
  const input = typeof given === 'string' && (await isStream(given)) ? effects.open(given) : given;
  const most = typeof input === 'string' ? EXPORT_LIMITS.bytes : EXPORT_LIMITS.streamBytes;
  const hash = createHash('sha256');
  const heads: Buffer[] = [];
  let tail = Buffer.alloc(0);
  let bytes = 0;
  let utf8: StoredFile['utf8'] = 'valid';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const validate = (chunk: Buffer | null): void => {
    if (utf8 !== 'valid') return;
    try {
      decoder.decode(chunk ?? undefined, { stream: chunk !== null });
    } catch {
      utf8 = chunk === null ? 'cut' : 'invalid';
    }
  };
  const look = (chunk: Buffer): void => {
    hash.update(chunk);
    validate(chunk);
    const isHead = bytes < HEAD_BYTES;
    if (isHead) heads.push(chunk.subarray(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    // What is no text is refused before the rest of it is read: a device of zeros has no end.
    if (isHead && bytes >= HEAD_BYTES) kindOf({ head: Buffer.concat(heads), utf8 });
    if (bytes > most)
      refuse(messages.tooLarge(typeof input === 'string' ? 'the file' : 'what comes through the pipe', most));
    tail = Buffer.concat([tail, chunk]).subarray(-4);
  };
  let directory: string | null = null;
  let opened: string;
  if (typeof input === 'string') {
    opened = input;
    try {
      for await (const chunk of effects.open(input)) look(chunk as Buffer);
    } catch (error) {
      if (isRefusal(error)) throw error;
      refuse(messages.unreadable(faultOf(error)));
    }
  } else {
    directory = await mkdtemp(join(effects.temporaryDirectory(), 'huni-'));
    opened = join(directory, 'export');
    const copy = createWriteStream(opened);
    const watch = new Transform({
      writableObjectMode: true,
      transform(chunk: Buffer | string, _encoding, done) {
        const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk);
        look(buffer);
        done(null, buffer);
      },
    });
    try {
      await pipeline(input, watch, copy);
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      if (isRefusal(error)) throw error;
      refuse(messages.unreadable(faultOf(error)));
    }
  }
  validate(null);
  const temporary = directory;
  return {
    path: typeof given === 'string' ? given : null,
    sha256: hash.digest('hex'),
    bytes,
    utf8,
    head: Buffer.concat(heads),
    tail,
    open: () => (temporary === null ? effects.open(opened) : createReadStream(opened)),
    dispose: async () => {
      if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** Whether a path is of a pipe or a device. */
async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/** A reason that has words here, or the system's own word. */
function faultOf(error: unknown): ReadFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'EACCES') return 'permission denied';
  if (code === 'ETIMEDOUT') return 'nobody wrote to this pipe for 5 seconds';
  return { system: code !== '' ? code : error instanceof Error ? error.message : String(error) };
}
