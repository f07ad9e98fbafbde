import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { behindLinks } from '../files/inside.js';
import { MANIFEST, manifestText } from '../files/manifest.js';
import { listTree, type Ownership, ownershipOf, type TreeEntry } from '../files/tree.js';
import { nameBeside, processOf, putInPlace, syncFolder, writeSynced, writeWhole } from '../files/write.js';
import { isReportWriteError, reportWriteError, writeFailureOf } from './errors.js';

/** A report's files: path relative to its folder, with `/`, to contents. */
export type ReportFiles = ReadonlyMap<string, string | Uint8Array>;

/** What writing does to the world; tests hand in others. */
export interface WriteEffects {
  mkdir(path: string): Promise<void>;
  /** Resolves once the contents are on the disk. */
  writeFile(path: string, data: string | Uint8Array, signal: AbortSignal | undefined): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a folder that huni is still making. */
  remove(path: string): Promise<void>;
  /** Everything below a folder; `null` where there is none; throws ENOTDIR for a file. */
  list(path: string): Promise<readonly TreeEntry[] | null>;
}

export const fileSystem: WriteEffects = {
  mkdir: async (path) => {
    await mkdir(path, { recursive: true });
  },
  writeFile: async (path, data, signal) => {
    signal?.throwIfAborted();
    await writeSynced(path, data);
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  list: listTree,
};

/** Left in a report that was submitted for approval: its figures are not to change under those who approve them. */
const RECEIPT = 'submission.json';
/** Parts of a report that are written after it, each with a manifest of its own. */
const PARTS = ['explain', 'frontier'];
/** Pages on exports, which may share a folder with the report of the plan made from them. */
const PAGES_ON_EXPORTS = /^(fits|backtest)\.(html|json)$/;
/** Files that are written and synced at the same time. */
const AT_ONCE = 8;

/**
 * Writes a report as a whole or not at all, and onto the disk: into a new folder beside `directory`, which then takes its place by
 * renaming. An older report there is replaced where all in it is huni's, unchanged, by the manifest that lies in it; a folder that
 * holds anything else is left alone.
 *
 * @throws ReportWriteError with the reason (disk full, permission, a file in the way, foreign files, aborted) and the path.
 */
export async function writeReport(
  files: ReportFiles,
  directory: string,
  options: { readonly effects?: WriteEffects; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const effects = options.effects ?? fileSystem;
  const { signal } = options;
  const target = await behindLinks(resolve(directory)).catch((error: unknown) => {
    throw reportWriteError(writeFailureOf(error), directory, error);
  });
  const old = nameBeside(target, 'old');
  let before: Ownership | null = null;
  try {
    signal?.throwIfAborted();
    await recoverReport(target);
    before = await ownedBefore(target, effects);
    const whole = new Map([...(await carriedOver(target, before)), ...files]);
    await putInPlace(target, effects.remove, async (fresh) => {
      await writeAll([...whole, [MANIFEST, manifestText(whole)]], fresh, effects, signal);
      if (before !== null) await effects.rename(target, old);
      try {
        await effects.rename(fresh, target);
      } catch (error) {
        if (before !== null) await effects.rename(old, target);
        throw error;
      }
    });
  } catch (error) {
    if (isReportWriteError(error)) throw error;
    throw reportWriteError(signal?.aborted ? 'aborted' : writeFailureOf(error), directory, error);
  }
  // The new report is in place: an old one that can't be removed is no reason to fail.
  if (before !== null) await removeOwned(old).catch(() => undefined);
}

/** Writes files into a new folder, onto the disk. */
async function writeAll(
  files: readonly (readonly [path: string, data: string | Uint8Array])[],
  folder: string,
  effects: WriteEffects,
  signal: AbortSignal | undefined,
): Promise<void> {
  const folders = new Set(files.map(([path]) => dirname(join(folder, path))));
  for (const one of folders) await effects.mkdir(one);
  for (let k = 0; k < files.length; k += AT_ONCE) {
    signal?.throwIfAborted();
    const some = files.slice(k, k + AT_ONCE);
    const written = await Promise.allSettled(
      some.map(([path, data]) => effects.writeFile(join(folder, path), data, signal)),
    );
    const failed = written.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
  for (const one of folders) await syncFolder(one);
  signal?.throwIfAborted();
}

/** What lies where a report is to be written: nothing (`null`), or what is huni's alone. @throws ReportWriteError */
async function ownedBefore(target: string, effects: WriteEffects): Promise<Ownership | null> {
  if (PARTS.includes(basename(target))) await refuseSubmitted(dirname(target));
  const first = await effects.list(target);
  if (first === null) return null;
  await refuseSubmitted(target);
  for (const part of PARTS) await recoverReport(join(target, part));
  const tree = (await effects.list(target)) ?? [];
  const ownership = await ownershipOf(target, tree);
  if (ownership.foreign === null) return ownership;
  const { kind, path } = ownership.foreign;
  throw reportWriteError(kind === 'changed' ? 'changed' : 'not-a-report', join(target, path));
}

async function refuseSubmitted(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.includes(RECEIPT)) throw reportWriteError('submitted', folder);
}

async function carriedOver(target: string, before: Ownership | null): Promise<ReportFiles> {
  const pages = (before?.removable ?? []).filter((path) => PAGES_ON_EXPORTS.test(path));
  return new Map(await Promise.all(pages.map(async (path) => [path, await readFile(join(target, path))] as const)));
}

/** Removes what is huni's in a folder, and the folder where nothing else was in it. */
async function removeOwned(folder: string): Promise<void> {
  const tree = await listTree(folder);
  if (tree === null) return;
  const { removable, folders } = await ownershipOf(folder, tree);
  for (const path of removable) await rm(join(folder, path));
  for (const path of [...folders].reverse()) await rmdir(join(folder, path)).catch(() => undefined);
  await rmdir(folder);
}

/**
 * Mends what a process left that was killed while it wrote a report: an old report that had made way for a new one takes its
 * place again, a half-made one goes.
 */
export async function recoverReport(directory: string): Promise<void> {
  // What can't be followed holds no report: whoever reads or writes it says why.
  const target = await behindLinks(resolve(directory)).catch(() => resolve(directory));
  const above = dirname(target);
  const names = await readdir(above).catch((): string[] => []);
  const left = (kind: 'old' | 'new') => names.filter((name) => isGone(processOf(name, target, kind)));
  for (const name of left('old')) {
    if ((await listTree(target).catch(() => [])) === null) await rename(join(above, name), target);
    else await removeOwned(join(above, name)).catch(() => undefined);
  }
  for (const name of left('new')) await rm(join(above, name), { recursive: true, force: true });
}

/** Whether a process is known to run no more. */
function isGone(pid: number | null): boolean {
  if (pid === null || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Adds files to a folder, each whole or not at all, over what huni wrote there before under the same names.
 *
 * @throws ReportWriteError for a file that is somebody's own or was changed since, and where it can't be written
 */
export async function addToFolder(files: ReportFiles, directory: string, signal?: AbortSignal): Promise<void> {
  try {
    const tree = (await listTree(directory)) ?? [];
    await refuseSubmitted(directory);
    const { listed, removable } = await ownershipOf(directory, tree);
    const mine = [...listed].filter(([path]) => tree.some((one) => one.path === path));
    const own = mine.filter(([path]) => !PARTS.some((part) => path.startsWith(`${part}/`)));
    for (const path of [...files.keys(), MANIFEST]) {
      const there = tree.find((one) => one.path === path);
      if (there === undefined || removable.includes(path)) continue;
      throw reportWriteError(listed.has(path) ? 'changed' : 'not-a-report', join(directory, path));
    }
    await mkdir(directory, { recursive: true });
    // Until all are there, each file may be the old one or the new one.
    await writeWhole(join(directory, MANIFEST), manifestText(files, new Map(own)), { replace: true });
    for (const [path, data] of files) {
      signal?.throwIfAborted();
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeWhole(join(directory, path), data, { replace: true });
    }
    const others = new Map(own.filter(([path]) => !files.has(path)));
    await writeWhole(join(directory, MANIFEST), manifestText(files, others), { replace: true });
  } catch (error) {
    if (isReportWriteError(error)) throw error;
    throw reportWriteError(signal?.aborted ? 'aborted' : writeFailureOf(error), directory, error);
  }
}
