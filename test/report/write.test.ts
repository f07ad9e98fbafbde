import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystem, isReportWriteError, type WriteEffects, writeReport } from '../../src/report/index.js';

const FILES = new Map<string, string | Uint8Array>([
  ['result.json', '{}\n'],
  ['report.html', '<!doctype html>'],
  ['charts/a.png', Uint8Array.of(1, 2, 3)],
]);

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-report-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const systemError = (code: string) => Object.assign(new Error(code), { code });

async function failure(promise: Promise<void>) {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isReportWriteError(error)) throw new Error(`expected a ReportWriteError, found ${String(error)}`);
  return error;
}

describe('writing a report', () => {
  it('makes the folder and its parents, with exactly the files given', async () => {
    const directory = join(root, 'reports', 'coffee');
    await writeReport(FILES, directory);
    expect((await readdir(directory, { recursive: true })).sort()).toEqual([
      'charts',
      'charts/a.png',
      'manifest.json',
      'report.html',
      'result.json',
    ]);
    expect([...(await readFile(join(directory, 'charts/a.png')))]).toEqual([1, 2, 3]);
    expect(await readdir(join(root, 'reports'))).toEqual(['coffee']);
  });

  it('replaces an older report as a whole, also through a symbolic link', async () => {
    const directory = join(root, 'coffee');
    await writeReport(new Map([...FILES, ['charts/old.svg', 'x']]), directory);
    await symlink(directory, join(root, 'latest'));
    await writeReport(FILES, join(root, 'latest'));
    expect(await readdir(join(directory, 'charts'))).toEqual(['a.png']);
    expect((await readdir(root)).sort()).toEqual(['coffee', 'latest']);
  });

  it.each([
    'notes.txt',
    'charts/holiday.jpg',
    'src/',
  ])("leaves a folder alone that holds somebody's %s", async (name) => {
    const directory = join(root, 'coffee');
    await writeReport(FILES, directory);
    const path = join(directory, name);
    if (name.endsWith('/')) await mkdir(path);
    else await writeFile(path, 'mine');
    const error = await failure(writeReport(new Map([['result.json', 'new']]), directory));
    expect(error.reason).toBe('not-a-report');
    expect(error.path).toContain(name.split('/')[0]!);
    expect(await readFile(join(directory, 'result.json'), 'utf8')).toBe('{}\n');
  });

  it('takes no offence at what systems leave behind', async () => {
    const directory = join(root, 'coffee');
    await writeReport(FILES, directory);
    await writeFile(join(directory, '.DS_Store'), '');
    await writeReport(FILES, directory);
    expect(await readdir(directory)).not.toContain('.DS_Store');
  });

  it('says so where a file is in the way', async () => {
    await writeFile(join(root, 'coffee'), 'a file');
    expect((await failure(writeReport(FILES, join(root, 'coffee')))).reason).toBe('not-a-directory');
    expect((await failure(writeReport(FILES, join(root, 'coffee', 'deeper')))).reason).toBe('not-a-directory');
    expect(await readFile(join(root, 'coffee'), 'utf8')).toBe('a file');
  });

  const FAILURES: readonly (readonly [keyof WriteEffects, string, string])[] = [
    ['writeFile', 'ENOSPC', 'no-space'],
    ['writeFile', 'EACCES', 'no-permission'],
    ['mkdir', 'EROFS', 'read-only'],
    ['mkdir', 'EACCES', 'no-permission'],
    ['rename', 'EPERM', 'no-permission'],
    ['list', 'EIO', 'failed'],
  ];
  it.each(FAILURES)('keeps the old report and nothing else when %s fails with %s', async (effect, code, reason) => {
    const directory = join(root, 'coffee');
    await writeReport(FILES, directory);
    let calls = 0;
    const failing = async () => {
      calls++;
      throw systemError(code);
    };
    const error = await failure(
      writeReport(new Map([['result.json', 'new']]), directory, { effects: { ...fileSystem, [effect]: failing } }),
    );
    expect(calls).toBeGreaterThan(0);
    expect(error.reason).toBe(reason);
    expect(error.message).toContain(directory);
    expect(await readdir(root)).toEqual(['coffee']);
    expect(await readFile(join(directory, 'result.json'), 'utf8')).toBe('{}\n');
  });

  it('puts the old report back when the new one cannot take its place', async () => {
    const directory = join(root, 'coffee');
    await writeReport(FILES, directory);
    let renames = 0;
    const rename: WriteEffects['rename'] = async (from, to) => {
      if (++renames === 2) throw systemError('ENOSPC');
      await fileSystem.rename(from, to);
    };
    const error = await failure(
      writeReport(new Map([['result.json', 'new']]), directory, { effects: { ...fileSystem, rename } }),
    );
    expect([error.reason, renames]).toEqual(['no-space', 3]);
    expect(await readdir(root)).toEqual(['coffee']);
    expect(await readFile(join(directory, 'result.json'), 'utf8')).toBe('{}\n');
  });

  it('stops where asked and leaves nothing', async () => {
    const controller = new AbortController();
    const directory = join(root, 'coffee');
    const stopping: WriteEffects = {
      ...fileSystem,
      writeFile: async (path, data, signal) => {
        await fileSystem.writeFile(path, data, signal);
        controller.abort();
      },
    };
    const error = await failure(writeReport(FILES, directory, { effects: stopping, signal: controller.signal }));
    expect(error.reason).toBe('aborted');
    expect(await readdir(root)).toEqual([]);
  });
});
