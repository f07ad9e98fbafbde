import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listTree, ownershipOf } from '../../src/files/tree.js';
import { addToFolder, isReportWriteError, recoverReport, writeReport } from '../../src/report/index.js';

let root = '';
let folder = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-owned-'));
  folder = join(root, 'coffee');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const REPORT = new Map([
  ['result.json', '{}\n'],
  ['scenario/plan.yaml', 'currency: AZN\n'],
]);
const NEWER = new Map([['result.json', '{"newer": true}\n']]);
const reasonOf = async (work: Promise<void>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return isReportWriteError(error) ? error.reason : error;
};
const everything = async () => (await readdir(root, { recursive: true })).sort();

describe("what is in a report's folder and not huni's", () => {
  // Each is what a person may have there; none of it is listed in a manifest.
  const CASES: Readonly<Record<string, () => Promise<void>>> = {
    'a result of their own, and a scenario beside it': async () => {
      await mkdir(join(folder, 'scenario'), { recursive: true });
      await writeFile(join(folder, 'result.json'), '{}');
      await writeFile(join(folder, 'scenario', 'my-only-copy.yaml'), 'mine');
    },
    'a scenario beside the one that was run': async () => {
      await writeReport(REPORT, folder);
      await writeFile(join(folder, 'scenario', 'mine.yaml'), 'mine');
    },
    'a chart of their own': async () => {
      await writeReport(new Map([...REPORT, ['charts/a.svg', '<svg/>']]), folder);
      await writeFile(join(folder, 'charts', 'mine.svg'), '<svg/>');
    },
    'a link': async () => {
      await writeReport(REPORT, folder);
      await symlink(root, join(folder, 'charts'));
    },
    'an empty folder': async () => {
      await writeReport(REPORT, folder);
      await mkdir(join(folder, 'charts'));
    },
    'a manifest that is none': async () => {
      await mkdir(folder);
      await writeFile(join(folder, 'manifest.json'), '{"files": []}');
    },
  };
  it.each(Object.entries(CASES))('stays: %s', async (_, make) => {
    await make();
    const before = await everything();
    expect(await reasonOf(writeReport(NEWER, folder))).toBe('not-a-report');
    expect(await everything()).toEqual(before);
  });

  it('stays where it is a file of the report that was changed since', async () => {
    await writeReport(REPORT, folder);
    await writeFile(join(folder, 'scenario/plan.yaml'), 'currency: USD\n');
    expect(await reasonOf(writeReport(NEWER, folder))).toBe('changed');
    expect(await readFile(join(folder, 'scenario/plan.yaml'), 'utf8')).toBe('currency: USD\n');
  });

  it('stays where a page on exports would be written over it, and what huni wrote does not', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'fits.html'), 'mine');
    expect(await reasonOf(addToFolder(new Map([['fits.html', 'new']]), folder))).toBe('not-a-report');
    await rm(join(folder, 'fits.html'));
    await addToFolder(new Map([['fits.html', 'one']]), folder);
    await addToFolder(new Map([['fits.html', 'two']]), folder);
    await addToFolder(new Map([['backtest.html', 'page']]), folder);
    await writeReport(REPORT, folder);
    expect(await readFile(join(folder, 'fits.html'), 'utf8')).toBe('two');
    await writeReport(NEWER, folder);
    expect((await readdir(folder)).sort()).toEqual(['backtest.html', 'fits.html', 'manifest.json', 'result.json']);
    await writeFile(join(folder, 'fits.html'), 'edited');
    expect(await reasonOf(addToFolder(new Map([['fits.html', 'three']]), folder))).toBe('changed');
  });

  it('does not come into a part of a report that was submitted', async () => {
    await writeReport(REPORT, folder);
    await writeFile(join(folder, 'submission.json'), '{}');
    expect(await reasonOf(writeReport(NEWER, join(folder, 'explain')))).toBe('submitted');
    expect(await reasonOf(addToFolder(NEWER, folder))).toBe('submitted');
  });
});

describe('a process that was killed while it replaced a report', () => {
  /** The id of a process that is no more. */
  async function gone(): Promise<number> {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    return child.pid!;
  }

  it('between its two renames has lost neither: the old one takes its place again, and can be replaced', async () => {
    const pid = await gone();
    await writeReport(REPORT, folder);
    await writeReport(NEWER, join(root, `.coffee.new-${pid}-0123abcd`));
    await rename(folder, join(root, `.coffee.old-${pid}-0123abcd`));
    await recoverReport(folder);
    expect(await readFile(join(folder, 'result.json'), 'utf8')).toBe('{}\n');
    expect(await readdir(root)).toEqual(['coffee']);
    await rename(folder, join(root, `.coffee.old-${pid}-0123abcd`));
    await writeReport(NEWER, folder);
    expect(await readFile(join(folder, 'result.json'), 'utf8')).toBe('{"newer": true}\n');
    expect(await readdir(root)).toEqual(['coffee']);
  });

  it('after them has left an old one, of which only what is huni wrote goes', async () => {
    const pid = await gone();
    const old = join(root, `.coffee.old-${pid}-0123abcd`);
    await writeReport(REPORT, folder);
    await writeReport(REPORT, old);
    await writeFile(join(old, 'notes.txt'), 'mine');
    await writeReport(NEWER, folder);
    expect(await readdir(old)).toEqual(['notes.txt']);
  });

  it('while it removed the old one has left the manifest with what it lists, by which the rest is removed', async () => {
    const pid = await gone();
    const old = join(root, `.coffee.old-${pid}-0123abcd`);
    await writeReport(REPORT, folder);
    await writeReport(REPORT, old);
    const { removable } = await ownershipOf(old, (await listTree(old))!);
    expect(removable).toHaveLength(3);
    for (const path of removable.slice(0, 2)) await rm(join(old, path));
    await recoverReport(folder);
    expect(await readdir(root)).toEqual(['coffee']);
  });

  it('is not taken for one that is still at it', async () => {
    await writeReport(REPORT, folder);
    const fresh = `.coffee.new-${process.ppid}-0123abcd`;
    await mkdir(join(root, fresh));
    await writeReport(NEWER, folder);
    expect((await readdir(root)).sort()).toEqual([fresh, 'coffee']);
  });
});
