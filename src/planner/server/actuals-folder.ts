import { lstat, mkdir, readdir, realpath, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { writeWhole } from '../../files/write.js';
import type { ActualsFile } from '../protocol.js';
import { NoSuchPlanError, type PlanFolder } from './plan-folder.js';
import { BadRequestError } from './validate.js';

/** Names as platforms give them, `Campaigns (1–31 Mar).csv`: no folder, nothing hidden, nothing that a shell or Windows minds. */
const EXPORT_FILE = /^[\p{L}\p{N}][^\p{Cc}/\\:*?"<>|]{0,150}\.(csv|tsv|txt|xlsx)$/iu;
/** Exports of one plan at most. */
const MOST_FILES = 64;

/** Where exports that are dropped on a plan's page are stored: a folder beside it. */
function actualsFolder(plan: string): string {
  return plan.replace(/\.(ya?ml|json)$/i, '').concat('.actuals');
}

/** Exports that a plan can be held against: those dropped on its page, then those of the folder itself. */
export async function listActuals({ root }: PlanFolder, plan: string): Promise<readonly ActualsFile[]> {
  const own = actualsFolder(plan);
  const found = await Promise.all([filesOf(root, own), filesOf(root, '')]);
  return found.flat();
}

async function filesOf(root: string, within: string): Promise<readonly ActualsFile[]> {
  const folder = await folderWithin(root, within);
  if (folder === null) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && EXPORT_FILE.test(entry.name)).map(({ name }) => name);
  return Promise.all(
    names
      .sort((a, b) => a.localeCompare(b))
      .map(async (name) => ({
        name: within === '' ? name : `${within}/${name}`,
        bytes: (await stat(join(folder, name))).size,
        dropped: within !== '',
      })),
  );
}

/** A folder of the folder that leads nowhere else; `null`: it isn't there. */
async function folderWithin(root: string, within: string): Promise<string | null> {
  if (within === '') return root;
  const path = await realpath(join(root, within)).catch(() => null);
  if (path === null) return null;
  if (!path.startsWith(root + sep)) throw new NoSuchPlanError('a link that leads elsewhere');
  return path;
}

/**
 * Keeps an export that was dropped on a plan's page; one of the same name is replaced.
 *
 * @throws {BadRequestError} for a name that is no export's, and for more files than a plan may have
 */
export async function keepActuals({ root }: PlanFolder, plan: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = exportName(name);
  const own = actualsFolder(plan);
  await mkdir(join(root, own), { recursive: true });
  const folder = await folderWithin(root, own);
  if (folder === null) throw new NoSuchPlanError('no such folder');
  const path = join(folder, file);
  const there = await lstat(path).catch(() => null);
  if (there !== null && !there.isFile()) throw new BadRequestError(`${file}: not a file`);
  if (there === null && (await filesOf(root, own)).length >= MOST_FILES) {
    throw new BadRequestError(`more than ${MOST_FILES} exports: take some away first`);
  }
  await writeWhole(path, bytes, { replace: true });
}

/** Takes a dropped export away again. */
export async function removeActuals({ root }: PlanFolder, plan: string, name: string): Promise<void> {
  const folder = await folderWithin(root, actualsFolder(plan));
  if (folder !== null) await rm(join(folder, exportName(name)), { force: true });
}

/** Where exports lie, by the names that `listActuals` gives. @throws {NoSuchPlanError} */
export async function actualsPaths(folder: PlanFolder, plan: string, names: readonly string[]): Promise<string[]> {
  const known = new Set((await listActuals(folder, plan)).map(({ name }) => name));
  return names.map((name) => {
    if (!known.has(name)) throw new NoSuchPlanError(`${name}: no such export`);
    return join(folder.root, name);
  });
}

function exportName(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (!EXPORT_FILE.test(plain)) throw new BadRequestError(`${plain}: expected the name of a CSV, TSV or XLSX file`);
  return plain;
}
