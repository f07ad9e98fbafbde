import { randomUUID } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isReportWriteError, reportWriteError, writeFailureOf } from './errors.js';

/** A report's files: path relative to its folder, with `/`, to contents. */
export type ReportFiles = ReadonlyMap<string, string | Uint8Array>;

/** What writing does to the world; tests hand in others. */
export interface WriteEffects {
  mkdir(path: string): Promise<void>;
  writeFile(path: string, data: string | Uint8Array, signal: AbortSignal | undefined): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder, those of subfolders with a trailing `/`; `null` where there is nothing; throws ENOTDIR for a file. */
  list(path: string): Promise<readonly string[] | null>;
  /** The path behind symbolic links; the path itself where nothing is there yet. */
  resolve(path: string): Promise<string>;
}

export const fileSystem: WriteEffects = {
  mkdir: async (path) => {
    await mkdir(path, { recursive: true });
  },
  writeFile: (path, data, signal) => writeFile(path, data, signal === undefined ? {} : { signal }),
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  list: async (path) => {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (found === null) return null;
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  },
  resolve: (path) => realpath(path).catch(() => resolve(path)),
};

/** Names that a report's folder may hold without losing anything that a person made. */
const OURS = new Set([
  'result.json',
  'explain.json',
  'frontier.json',
  'compare.json',
  'report.html',
  'summary.md',
  'budget.xlsx',
  'charts/',
  'explain/',
  'frontier/',
  'scenario/',
]);
/** Left in a report that was submitted for approval: its figures are not to change under those who approve them. */
const RECEIPT = 'submission.json';
const LEFT_BY_SYSTEMS = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#)$/;
const CHART_FILE = /\.(vl\.json|svg|png)$/;

async function refuseForeign(directory: string, effects: WriteEffects): Promise<boolean> {
  const names = await effects.list(directory);
  if (names === null) return false;
  if (names.includes(RECEIPT)) throw reportWriteError('submitted', directory);
  const foreign = names.find((name) => !OURS.has(name) && !LEFT_BY_SYSTEMS.test(name));
  if (foreign !== undefined) throw reportWriteError('not-a-report', join(directory, foreign));
  // Without a result beside it, a folder of scenarios is a person's own.
  if (names.includes('scenario/') && !names.includes('result.json')) {
    throw reportWriteError('not-a-report', join(directory, 'scenario'));
  }
  if (names.includes('charts/')) {
    const charts = (await effects.list(join(directory, 'charts'))) ?? [];
    const other = charts.find((name) => !CHART_FILE.test(name) && !LEFT_BY_SYSTEMS.test(name));
    if (other !== undefined) throw reportWriteError('not-a-report', join(directory, 'charts', other));
  }
  // What explained the report before is out of date with it, and goes with it.
  if (names.includes('explain/')) await refuseForeign(join(directory, 'explain'), effects);
  if (names.includes('frontier/')) await refuseForeign(join(directory, 'frontier'), effects);
  return true;
}

/**
 * Writes a report as a whole or not at all: into a new folder beside `directory`, which then takes its place by renaming.
 * An older report there is replaced; a folder that holds anything else is left alone.
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
  const target = await effects.resolve(resolve(directory));
  const suffix = randomUUID().slice(0, 8);
  const fresh = join(dirname(target), `.${basename(target)}.new-${suffix}`);
  const old = join(dirname(target), `.${basename(target)}.old-${suffix}`);
  try {
    signal?.throwIfAborted();
    const replaces = await refuseForeign(target, effects);
    const folders = new Set([...files.keys()].map((path) => dirname(join(fresh, path))));
    for (const folder of folders) await effects.mkdir(folder);
    for (const [path, data] of files) {
      signal?.throwIfAborted();
      await effects.writeFile(join(fresh, path), data, signal);
    }
    signal?.throwIfAborted();
    if (replaces) await effects.rename(target, old);
    try {
      await effects.rename(fresh, target);
    } catch (error) {
      if (replaces) await effects.rename(old, target);
      throw error;
    }
  } catch (error) {
    await effects.remove(fresh).catch(() => undefined);
    if (isReportWriteError(error)) throw error;
    throw reportWriteError(signal?.aborted ? 'aborted' : writeFailureOf(error), directory, error);
  }
  // The new report is in place: an old one that can't be removed is no reason to fail.
  await effects.remove(old).catch(() => undefined);
}
