import { createHash } from 'node:crypto';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { likeBefore } from '../../files/like-before.js';
import { readUpTo } from '../../files/read.js';
import { writeWhole } from '../../files/write.js';
import { MAX_SCENARIO_BYTES } from '../../scenario/source/file.js';
import { createTurns } from './turns.js';

/** A plan's file as it stands on disk. */
export interface StoredPlan {
  /** File name within the folder, with its ending. */
  readonly file: string;
  readonly text: string;
  /** Of the bytes; whoever saves names the version that he has read. */
  readonly version: string;
}

type SaveOutcome =
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
   * Writes a plan whole: beside itself, to the disk, then in the old one's place. A kill leaves the old file or the new one. One
   * that is there keeps its byte order mark, line ends, mode and links.
   *
   * @param version that was read before, or `null` for a file that may not be there yet
   * @throws {NoSuchPlanError} where the name is no plan's
   */
  save(file: string, text: string, version: string | null): Promise<SaveOutcome>;
  /** Saves a new plan under the first of `name`, `name-2`, `name-3` … that isn't there yet. @returns its file name */
  saveNew(name: string, text: string): Promise<string>;
  /** Writes what is stored beside a plan and is none: `coffee.stages.yaml`. One that is there already stays. */
  saveBeside(file: string, what: 'stages', text: string): Promise<void>;
  /** Where a file of the folder lies. @throws {NoSuchPlanError} */
  pathOf(file: string): Promise<string>;
}

const PLAN_FILE = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,118}\.(ya?ml|json)$/iu;

/** What is stored beside a plan, and is none: which campaign is for which line, and for which stage. */
const BESIDE_A_PLAN = /\.(match|stages)\.ya?ml$/i;

/** Opens a folder of plans. */
export async function openPlanFolder(folder: string): Promise<PlanFolder> {
  const root = await realpath(folder);
  // Between comparing and renaming nobody of ours comes to the same file.
  const inTurn = createTurns();

  const pathOf = async (file: string): Promise<string> => {
    if (!PLAN_FILE.test(file) || file.includes('..')) throw new NoSuchPlanError('no such plan');
    const path = join(root, file);
    const entry = await lstat(path).catch(() => null);
    if (entry === null) return path;
    const target = await realpath(path).catch(() => null);
    if (target === null || !target.startsWith(root + sep)) throw new NoSuchPlanError('a link that leads elsewhere');
    // A link by a plan's name may lead to `.env`, or to a pipe that nobody writes to.
    if (!PLAN_FILE.test(basename(target))) throw new NoSuchPlanError('a link to what is no plan');
    if (!(await stat(target)).isFile()) throw new NoSuchPlanError('not a file');
    return target;
  };

  /** What a file is on the disk: names that are links, hard ones too, lead to the same. */
  const onDisk = async (file: string): Promise<string> => {
    const path = await pathOf(file);
    const entry = await stat(path).catch(() => null);
    return entry !== null && entry.nlink > 1 ? `${entry.dev}:${entry.ino}` : path;
  };

  const read = async (file: string): Promise<StoredPlan> => {
    const path = await pathOf(file);
    const bytes = await readUpTo(path, MAX_SCENARIO_BYTES + 1).catch(() => {
      throw new NoSuchPlanError('no such plan');
    });
    if (bytes.byteLength > MAX_SCENARIO_BYTES) throw new NoSuchPlanError('larger than a plan can be');
    return { file, text: Buffer.from(bytes).toString('utf8'), version: versionOf(bytes) };
  };

  const saveNow = async (file: string, text: string, version: string | null): Promise<SaveOutcome> => {
    const path = await pathOf(file);
    const now = await read(file).catch(() => null);
    if (version === null && now !== null) return { ok: false, reason: 'there', now };
    if (version !== null && now?.version !== version) return { ok: false, reason: 'conflict', now };
    // The page's editor has one kind of line end; the file keeps its own.
    const written = now === null ? text : likeBefore(text, now.text);
    await writeWhole(path, written, { replace: true });
    return { ok: true, plan: { file, text: written, version: versionOf(Buffer.from(written)) } };
  };

  const save: PlanFolder['save'] = (file, text, version) =>
    inTurn(
      () => onDisk(file),
      () => saveNow(file, text, version),
    );

  return {
    root,
    list: async () =>
      (await readdir(root, { withFileTypes: true }))
        .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && PLAN_FILE.test(entry.name))
        .filter(({ name }) => !BESIDE_A_PLAN.test(name))
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b)),
    read,
    save,
    async saveNew(name, text) {
      const stem =
        name
          .normalize('NFC')
          .replace(/[^\p{L}\p{N} _-]+/gu, '')
          .trim()
          .replace(/\s+/g, '-')
          .replace(/^[_-]+/, '')
          .slice(0, 80) || 'plan';
      for (let k = 1; k < 1000; k++) {
        const file = `${stem}${k === 1 ? '' : `-${k}`}.yaml`;
        if ((await save(file, text, null)).ok) return file;
      }
      throw new Error('a thousand plans of that name');
    },
    async saveBeside(file, what, text) {
      const path = await pathOf(file.replace(/\.(ya?ml|json)$/i, `.${what}.yaml`));
      await writeWhole(path, text, { replace: false }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    },
    pathOf,
  };
}

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
