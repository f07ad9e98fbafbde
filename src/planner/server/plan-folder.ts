import { createHash, randomBytes } from 'node:crypto';
import { lstat, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { MAX_SCENARIO_BYTES } from '../../scenario/source/file.js';

/** A plan's file as it stands on disk. */
export interface StoredPlan {
  /** File name within the folder, with its ending. */
  readonly file: string;
  readonly text: string;
  /** Of the bytes; whoever saves names the version that he has read. */
  readonly version: string;
}

export type SaveOutcome =
  | { readonly ok: true; readonly plan: StoredPlan }
  /** Somebody else wrote meanwhile: what stands there now, or `null` where the file is gone. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly now: StoredPlan | null }
  | { readonly ok: false; readonly reason: 'there'; readonly now: StoredPlan | null };

/** A name that can't be a plan of this folder, or a file that isn't one. */
export class NoSuchPlanError extends Error {
  override readonly name = 'NoSuchPlanError';
}

/** The plans of one folder: nothing outside of it is read or written, links out of it included. */
export interface PlanFolder {
  readonly root: string;
  list(): Promise<readonly string[]>;
  /** @throws {NoSuchPlanError} */
  read(file: string): Promise<StoredPlan>;
  /**
   * Writes a plan whole: beside itself, to the disk, then in the old one's place. A kill leaves the old file or the new one.
   *
   * @param version that was read before, or `null` for a file that may not be there yet
   * @throws {NoSuchPlanError} where the name is no plan's
   */
  save(file: string, text: string, version: string | null): Promise<SaveOutcome>;
  /** Where a file of the folder lies. @throws {NoSuchPlanError} */
  pathOf(file: string): Promise<string>;
}

const PLAN_FILE = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,118}\.(ya?ml|json)$/iu;

/** Opens a folder of plans. */
export async function openPlanFolder(folder: string): Promise<PlanFolder> {
  const root = await realpath(folder);
  // One save after another: between comparing and renaming nobody of ours comes.
  let last: Promise<unknown> = Promise.resolve();

  const pathOf = async (file: string): Promise<string> => {
    if (!PLAN_FILE.test(file) || file.includes('..')) throw new NoSuchPlanError('no such plan');
    const path = join(root, file);
    const entry = await lstat(path).catch(() => null);
    if (entry === null) return path;
    const target = await realpath(path).catch(() => null);
    if (target === null || !target.startsWith(root + sep)) throw new NoSuchPlanError('a link that leads elsewhere');
    if (!entry.isFile() && !entry.isSymbolicLink()) throw new NoSuchPlanError('not a file');
    return target;
  };

  const read = async (file: string): Promise<StoredPlan> => {
    const path = await pathOf(file);
    const handle = await open(path, 'r').catch(() => {
      throw new NoSuchPlanError('no such plan');
    });
    try {
      const { size } = await handle.stat();
      if (size > MAX_SCENARIO_BYTES) throw new NoSuchPlanError('larger than a plan can be');
    } finally {
      await handle.close();
    }
    const bytes = await readFile(path);
    return { file, text: bytes.toString('utf8'), version: versionOf(bytes) };
  };

  const saveNow = async (file: string, text: string, version: string | null): Promise<SaveOutcome> => {
    const path = await pathOf(file);
    const now = await read(file).catch(() => null);
    if (version === null && now !== null) return { ok: false, reason: 'there', now };
    if (version !== null && now?.version !== version) return { ok: false, reason: 'conflict', now };
    await replaceWhole(path, text);
    return { ok: true, plan: { file, text, version: versionOf(Buffer.from(text)) } };
  };

  return {
    root,
    list: async () =>
      (await readdir(root, { withFileTypes: true }))
        .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && PLAN_FILE.test(entry.name))
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b)),
    read,
    save: (file, text, version) => {
      const next = last.then(() => saveNow(file, text, version));
      last = next.catch(() => {});
      return next;
    },
    pathOf,
  };
}

function versionOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

async function replaceWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const mode = await lstat(path).then(
    (entry) => entry.mode,
    () => 0o644,
  );
  try {
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
