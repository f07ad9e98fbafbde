import { randomUUID } from 'node:crypto';
import { chmod, chown, constants, link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
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
  const { replace, mode = 0o666, effects = wholeEffects } = options;
  if (!replace) return createWhole(path, data, mode, effects);
  const target = await behindLinks(path);
  const before = await stat(target).catch(() => null);
  await putInPlace(target, effects.rm, async (fresh) => {
    await writeSynced(fresh, data, { mode: before === null ? mode : 0o600, open: effects.open });
    if (before !== null) {
      await chmod(fresh, before.mode & 0o7777);
      if (process.platform !== 'win32') await chown(fresh, before.uid, before.gid).catch(() => undefined);
    }
    if (before?.isFile() && before.nlink > 1) await writeSynced(target, data, { flags: OVER, open: effects.open });
    else await effects.rename(fresh, target);
  });
}

/** Over what is in a file that is there. */
const OVER = constants.O_WRONLY | constants.O_TRUNC;

/** A new file, never over another: it gets its name only once it is whole. */
async function createWhole(path: string, data: string | Uint8Array, mode: number, effects: WholeEffects) {
  // Said before anything is written; the link below is what decides.
  const there = await lstat(path).catch(() => null);
  if (there !== null) throw Object.assign(new Error('file already exists'), { code: 'EEXIST' });
  await putInPlace(path, effects.rm, async (fresh) => {
    await writeSynced(fresh, data, { mode, open: effects.open });
    await effects.link(fresh, path).catch(async (error: NodeJS.ErrnoException) => {
      // Some file systems have no links; the look above is all that there is then.
      if (error.code === 'EEXIST') throw error;
      await effects.rename(fresh, path);
    });
  });
}

/**
 * Makes a file or a folder under a name of its own beside its place and puts it there, so that its place never holds half of it.
 *
 * @param place makes it under that name, synced, and gives it its place
 * @param remove removes what is still under that name, whether or not it got its place
 */
export async function putInPlace(
  target: string,
  remove: (path: string, options: { readonly force: true }) => Promise<void>,
  place: (fresh: string) => Promise<void>,
): Promise<void> {
  const fresh = nameBeside(target, 'new');
  try {
    await place(fresh);
  } finally {
    await remove(fresh, { force: true }).catch(() => undefined);
  }
  await syncFolder(dirname(target));
}

/** A name beside a file or a folder for what takes its place, or makes way for that; it says whose it is (`processOf`). */
export function nameBeside(target: string, kind: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${kind}-${process.pid}-${randomUUID().slice(0, 8)}`);
}

/** The process that made a name by `nameBeside`; `null` of any other name. */
export function processOf(name: string, target: string, kind: 'new' | 'old'): number | null {
  const start = `.${basename(target)}.${kind}-`;
  const pid = name.startsWith(start) ? /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(start.length))?.[1] : undefined;
  return pid === undefined ? null : Number(pid);
}

/** Writes a file's contents onto the disk, by default those of a file that isn't there. */
export async function writeSynced(
  path: string,
  data: string | Uint8Array,
  how: { readonly flags?: string | number; readonly mode?: number; readonly open?: typeof open } = {},
): Promise<void> {
  const file = await (how.open ?? open)(path, how.flags ?? 'wx', how.mode);
  try {
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
