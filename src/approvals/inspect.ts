import { join } from 'node:path';
import { hashOfFile } from '../files/hash-file.js';
import { hashOf, MANIFEST, readManifest } from '../files/manifest.js';
import { readTextUpTo } from '../files/read.js';
import { isLeftBySystem, listTree, MOST_MANIFEST_BYTES } from '../files/tree.js';
import { renderReport } from '../report/index.js';
import { EXPORT_TARGETS, planRows } from '../report/plan-rows.js';
import { type Said, say } from '../words/said.js';
import { ApprovalError, mismatch } from './errors.js';
import { RECEIPT } from './folder.js';
import type { Rerun, RunOptions } from './reproduce.js';

/** Parts that other commands add to a report: they are bound by their hashes, not made anew. */
const HASHED_ONLY = /^(explain|frontier)\/|^(fits|backtest)\.(html|json)$|^live\.html$/;
/** Rows of budgets, written where they were asked for. */
const ROWS = new Map(EXPORT_TARGETS.map((target) => [`budgets-${target}.csv`, target]));

interface Inspection {
  /** Sentences on what a new run doesn't give. */
  readonly faults: readonly Said[];
  /** Files that are taken as they are. */
  readonly unproven: readonly string[];
}

/**
 * Holds every file of a report's folder against what a new run writes: page, workbook, charts, summary. A file that no run writes,
 * a link, a device is named.
 *
 * @param rerun the report's scenario, run again
 */
export async function inspectFolder(folder: string, rerun: Rerun, options: RunOptions = {}): Promise<Inspection> {
  const tree = (await listTree(folder)) ?? [];
  const made = await filesOf(new Set(tree.map(({ path }) => path)), rerun, options);
  const faults: Said[] = [];
  const unproven: string[] = [];
  for (const { path, kind } of tree) {
    const where = join(folder, path);
    const expected = made.get(path);
    if (kind === 'folder' || path === RECEIPT) continue;
    if (kind === 'other') {
      faults.push(mismatch(where, say`a link or a device`, say`a file of the report`));
    } else if (expected !== undefined) {
      const found = await hashOfFile(where);
      const again = hashOf(expected);
      if (found !== again) {
        faults.push(
          mismatch(
            where,
            say`contents of hash ${(found ?? '').slice(0, 12)}`,
            say`${again.slice(0, 12)} from a new run`,
          ),
        );
      }
    } else if (HASHED_ONLY.test(path)) {
      unproven.push(path);
    } else if (path === MANIFEST) {
      if (readManifest(await readTextUpTo(where, MOST_MANIFEST_BYTES)) === null) {
        faults.push(mismatch(where, say`something else`, say`the list of files that huni wrote`));
      }
    } else if (!rerun.sources.has(path) && !isLeftBySystem(path)) {
      faults.push(mismatch(where, say`a file that the run does not write`, say`nothing there`));
    }
  }
  const there = new Set(tree.map(({ path }) => path));
  for (const path of made.keys()) {
    if (!there.has(path))
      faults.push(mismatch(join(folder, path), say`no such file`, say`the one that a new run writes`));
  }
  return { faults, unproven };
}

/** What a new run writes: the report, and of what is written only where it was asked for, what is there. */
async function filesOf(
  there: ReadonlySet<string>,
  rerun: Rerun,
  options: RunOptions,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { signal, makeExtras } = options;
  const extras = await makeExtras?.(there, rerun, options);
  const charts = [...there].filter((path) => path.startsWith('charts/'));
  const report = await renderReport(rerun.forecast, {
    includeCharts: charts.length > 0,
    png: charts.some((path) => path.endsWith('.png')),
    parts: extras?.parts ?? [],
    ...(signal === undefined ? {} : { signal }),
  });
  const made = new Map([...report, ...(extras?.files ?? [])]);
  for (const path of there) {
    const target = ROWS.get(path);
    if (target !== undefined) made.set(path, planRows(rerun.forecast, target));
  }
  return made;
}

/** Refuses a folder with links or devices in it. @throws ApprovalError */
export async function refuseStrange(folder: string): Promise<void> {
  const strange = ((await listTree(folder)) ?? []).find(({ kind }) => kind === 'other');
  if (strange === undefined) return;
  const message = mismatch(join(folder, strange.path), say`a link or a device`, say`a file of the report`);
  throw new ApprovalError('not-intact', say`${message}. Nothing was recorded.`);
}
