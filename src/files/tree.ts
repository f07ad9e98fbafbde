import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { required } from '../required.js';
import { hashOfFile } from './hash-file.js';
import { type Listed, MANIFEST, readManifest } from './manifest.js';
import { readTextUpTo } from './read.js';

/** Something in a folder: path relative to it, with `/`. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Everything below a folder, by path; `null` where there is none. @throws ENOTDIR for a file */
export async function listTree(folder: string): Promise<readonly TreeEntry[] | null> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return null;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({
      path: join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'),
      kind: entry.isFile() ? ('file' as const) : entry.isDirectory() ? ('folder' as const) : ('other' as const),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const LEFT_BY_SYSTEMS = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#)$/;

/** Whether a file is one that desktops leave behind, and nobody misses. */
export function isLeftBySystem(path: string): boolean {
  return LEFT_BY_SYSTEMS.test(path);
}

/** Why a folder is not huni's alone. */
interface Foreign {
  /** Relative to the folder. */
  readonly path: string;
  /** `foreign`: no manifest lists it. `changed`: one does, with other contents. */
  readonly kind: 'foreign' | 'changed';
}

/** What is huni's in a folder, by the manifests in it (one for each of its parts), and the first thing that isn't. */
export interface Ownership {
  readonly listed: Listed;
  /**
   * Files that may be removed: those listed, unchanged, what systems leave behind, and the manifests, which go last: whoever is
   * killed before leaves them with all that they list.
   */
  readonly removable: readonly string[];
  readonly folders: readonly string[];
  readonly foreign: Foreign | null;
}

/** A manifest of more is none of huni's. */
export const MOST_MANIFEST_BYTES = 16 * 1024 * 1024;

async function isOneOf(path: string, hashes: ReadonlySet<string>): Promise<boolean> {
  const hash = await hashOfFile(path);
  return hash !== null && hashes.has(hash);
}

/** Holds a folder's files against its manifests. */
export async function ownershipOf(folder: string, tree: readonly TreeEntry[]): Promise<Ownership> {
  const listed = new Map<string, ReadonlySet<string>>();
  const manifests = new Set<string>();
  for (const { path, kind } of tree) {
    if (kind !== 'file' || (path !== MANIFEST && !path.endsWith(`/${MANIFEST}`))) continue;
    const read = readManifest(await readTextUpTo(join(folder, path), MOST_MANIFEST_BYTES));
    if (read === null) continue;
    manifests.add(path);
    const above = path.slice(0, -MANIFEST.length);
    for (const [name, hashes] of read) listed.set(above + name, hashes);
  }
  const removable: string[] = [];
  const folders: string[] = [];
  const strange: Foreign[] = [];
  for (const { path, kind } of tree) {
    if (manifests.has(path)) continue;
    if (kind === 'folder') {
      folders.push(path);
    } else if (kind === 'file' && isLeftBySystem(path)) {
      removable.push(path);
    } else if (kind !== 'file' || !listed.has(path)) {
      strange.push({ path, kind: 'foreign' });
    } else if (!(await isOneOf(join(folder, path), required(listed.get(path))))) {
      strange.push({ path, kind: 'changed' });
    } else {
      removable.push(path);
    }
  }
  // A folder that somebody made is theirs, too, though there is nothing in it.
  const empty = folders.find((name) => !tree.some(({ path }) => path.startsWith(`${name}/`)));
  if (empty !== undefined) strange.push({ path: empty, kind: 'foreign' });
  return { listed, removable: [...removable, ...manifests], folders, foreign: strange[0] ?? null };
}
