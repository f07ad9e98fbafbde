import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, MANIFEST, readManifest } from '../files/manifest.js';
import { isLeftBySystem, listTree } from '../files/tree.js';
import type { Forecast } from '../forecast/details.js';
import { renderReport } from '../report/index.js';
import { ApprovalError, mismatch } from './errors.js';
import { RECEIPT, SCENARIO_FOLDER } from './folder.js';

/** Parts that other commands add to a report: they are bound by their hashes, not made anew. */
const HASHED_ONLY = /^(explain|frontier)\/|^(fits|backtest)\.(html|json)$|^live\.html$/;

export interface Inspection {
  /** Sentences on what a new run doesn't give. */
  readonly faults: readonly string[];
  /** Files that are taken as they are. */
  readonly unproven: readonly string[];
}

/**
 * Holds every file of a report's folder against what a new run writes: page, workbook, charts, summary. A file that no run writes,
 * a link, a device is named.
 *
 * @param sources the scenario's files as they were read for the new run, by path within `scenario/`
 */
export async function inspectFolder(
  folder: string,
  forecast: Forecast,
  sources: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Inspection> {
  const tree = (await listTree(folder)) ?? [];
  const charts = tree.some(({ path }) => path.startsWith('charts/'));
  const made = await renderReport(forecast, {
    includeCharts: charts,
    ...(signal === undefined ? {} : { signal }),
  });
  const faults: string[] = [];
  const unproven: string[] = [];
  for (const { path, kind } of tree) {
    const where = join(folder, path);
    const expected = made.get(path);
    if (kind === 'folder' || path === RECEIPT) continue;
    if (kind === 'other') {
      faults.push(mismatch(where, 'a link or a device', 'a file of the report'));
    } else if (expected !== undefined) {
      const found = hashOf(await readFile(where));
      const again = hashOf(expected);
      if (found !== again) {
        faults.push(mismatch(where, `contents of hash ${found.slice(0, 12)}`, `${again.slice(0, 12)} from a new run`));
      }
    } else if (HASHED_ONLY.test(path)) {
      unproven.push(path);
    } else if (path === MANIFEST) {
      if (readManifest(await readFile(where, 'utf8')) === null) {
        faults.push(mismatch(where, 'something else', 'the list of files that huni wrote'));
      }
    } else if (!sources.has(path) && !isLeftBySystem(path)) {
      faults.push(mismatch(where, 'a file that the run does not write', 'nothing there'));
    }
  }
  const there = new Set(tree.map(({ path }) => path));
  for (const path of made.keys()) {
    if (!there.has(path)) faults.push(mismatch(join(folder, path), 'no such file', 'the one that a new run writes'));
  }
  return { faults, unproven };
}

/** The files of a scenario within a report's folder, as `inspectFolder` takes them. */
export function sourcePaths(folder: string, read: Iterable<string>): ReadonlySet<string> {
  const above = join(folder, SCENARIO_FOLDER, '/');
  return new Set([...read].map((path) => `${SCENARIO_FOLDER}/${path.slice(above.length).replaceAll('\\', '/')}`));
}

/** Refuses a folder with links or devices in it. @throws ApprovalError */
export async function refuseStrange(folder: string): Promise<void> {
  const strange = ((await listTree(folder)) ?? []).find(({ kind }) => kind === 'other');
  if (strange === undefined) return;
  const message = mismatch(join(folder, strange.path), 'a link or a device', 'a file of the report');
  throw new ApprovalError('not-intact', `${message}. Nothing was recorded.`);
}
