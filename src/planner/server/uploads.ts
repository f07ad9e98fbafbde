import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { UploadView } from '../exports-protocol.js';

/** More than the page takes. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** A file that is not there any more, or never was. */
export class NoSuchUploadError extends Error {
  override readonly name = 'NoSuchUploadError';
}

/** Files that were dropped on the page, outside of the plans' folder, until the server stops. */
interface Uploads {
  /** Keeps a file under a name that is its own among all. @throws {TooLargeError} */
  keep(name: string, bytes: Readable): Promise<UploadView>;
  /** Where files lie. @throws {NoSuchUploadError} */
  pathsOf(ids: readonly string[]): readonly string[];
  forget(id: string): Promise<void>;
  close(): Promise<void>;
}

/** Files at once; the oldest goes where one more comes. */
const MOST_UPLOADS = 200;

/** @param mostBytes of one file */
export function createUploads(mostBytes: number): Uploads {
  const stored = new Map<string, UploadView & { readonly path: string }>();
  let folder: Promise<string> | null = null;
  const forget = async (id: string): Promise<void> => {
    const one = stored.get(id);
    stored.delete(id);
    if (one !== undefined) await rm(join(one.path, '..'), { recursive: true, force: true });
  };
  return {
    async keep(name, bytes) {
      folder ??= mkdtemp(join(tmpdir(), 'huni-uploads-'));
      const id = randomBytes(12).toString('hex');
      const own = join(await folder, id);
      await mkdir(own);
      // Messages and answers go by the name.
      const plain = plainName(name, new Set([...stored.values()].map((one) => one.name)));
      const path = join(own, plain);
      let count = 0;
      const limit = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          count += chunk.length;
          done(count > mostBytes ? new TooLargeError('larger than the page takes') : null, chunk);
        },
      });
      try {
        await pipeline(bytes, limit, createWriteStream(path, { mode: 0o600 }));
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        throw error;
      }
      stored.set(id, { id, name: plain, bytes: count, path });
      const [oldest] = stored.keys();
      if (stored.size > MOST_UPLOADS && oldest !== undefined) await forget(oldest);
      return { id, name: plain, bytes: count };
    },
    pathsOf: (ids) =>
      ids.map((id) => {
        const one = stored.get(id);
        if (one === undefined) throw new NoSuchUploadError('this file is not kept any more: choose it again');
        return one.path;
      }),
    forget,
    async close() {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** A name without anything that leads elsewhere or that an answer can't name, unlike all others. */
function plainName(name: string, taken: ReadonlySet<string>): string {
  const clean =
    name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N} ._()-]+/gu, '_')
      .replace(/^[. ]+/, '')
      .slice(-100) || 'export';
  if (!taken.has(clean)) return clean;
  const dot = clean.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  for (let k = 2; ; k++) if (!taken.has(`${stem}-${k}${ending}`)) return `${stem}-${k}${ending}`;
}
