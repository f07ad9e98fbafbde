import { randomUUID } from 'node:crypto';
import { chmod, chown, link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { behindLinks } from './inside.js';

/** What writing does to the world; tests hand in others. */
interface WholeEffects {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly link: typeof link;
  readonly rm: typeof rm;
}

export const wholeEffects: WholeEffects = { open, rename, link, rm };

interface WholeOptions {
  /** What to do with a file that is there: replace it (its mode, owner and links stay), or leave it (`EEXIST`). */
  readonly replace: boolean;
  /** Of a new file; that of one that is replaced stays. */
  readonly mode?: number;
  readonly effects?: WholeEffects;
}

/**
 * Writes a file whole or not at all, and onto the disk: beside itself first, synced, then put in its place. Symbolic links stay
 * and lead to the new contents; a file with several names is written in place, so that all of them have it.
 *
 * @throws a Node error; nothing is left behind then, and an older file is as it was
 */
export async function writeWhole(path: string, data: string | Uint8Array, options: WholeOptions): Promise<void> {
  const effects = options.effects ?? wholeEffects;
  if (!options.replace) return createWhole(path, data, options.mode ?? 0o666, effects);
  const target = await behindLinks(path);
  const before = await stat(target).catch(() => null);
  const fresh = await writeBeside(target, data, before === null ? (options.mode ?? 0o666) : 0o600, effects);
  try {
    if (before !== null) {
      await chmod(fresh, before.mode & 0o7777);
      if (process.platform !== 'win32') await chown(fresh, before.uid, before.gid).catch(() => undefined);
    }
    if (before?.isFile() && before.nlink > 1) {
      await overwrite(target, data, effects);
      await effects.rm(fresh, { force: true });
      return;
    }
    await effects.rename(fresh, target);
  } catch (error) {
    await effects.rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

/** A new file, never over another: it gets its name only once it is whole. */
async function createWhole(path: string, data: string | Uint8Array, mode: number, effects: WholeEffects) {
  // Said before anything is written; the link below is what decides.
  const there = await lstat(path).catch(() => null);
  if (there !== null) throw Object.assign(new Error('file already exists'), { code: 'EEXIST' });
  const fresh = await writeBeside(path, data, mode, effects);
  try {
    await effects.link(fresh, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems have no links; the look above is all that there is then.
    if (code === 'EEXIST') throw error;
    await effects.rename(fresh, path);
  } finally {
    await effects.rm(fresh, { force: true }).catch(() => undefined);
  }
  await syncFolder(dirname(path));
}

async function writeBeside(target: string, data: string | Uint8Array, mode: number, effects: WholeEffects) {
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await effects.open(fresh, 'wx', mode);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      await effects.rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function overwrite(target: string, data: string | Uint8Array, effects: WholeEffects): Promise<void> {
  const file = await effects.open(target, 'r+');
  try {
    await file.truncate(0);
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder and those above it. */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  await mkdir(path, { recursive: true, ...(mode === undefined ? {} : { mode }) });
}

/** Puts a folder's names onto the disk, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync();
  } catch {
    // Some systems don't sync folders; the files in it are synced all the same.
  } finally {
    await folder.close();
  }
}
