// @module-tag slow
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, SMALL } from '../../cli/support.js';

const HUNI = `"${process.execPath}" "${resolve(import.meta.dirname, '../../../bin/huni.js')}"`;
const FAILING = SMALL.replace('roas >= 0.01', 'roas >= 900');

/** Runs a line of a shell in a folder; gives up after ten seconds a command, far below a hang. */
function shell(folder: string, line: string): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((settle, reject) => {
    const child = spawn('bash', ['-c', line.replaceAll('huni ', `${HUNI} `)], { cwd: folder, timeout: 60_000 });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => settle({ code, out, err }));
  });
}

const TRACE = /\n\s+at |own mistake|Error:/;

describe.skipIf(process.platform === 'win32')('huni in a pipeline', () => {
  it('answers by its gate, whoever reads it or goes away', async () => {
    const { folder, remove } = await folderWith({ 'good.yaml': SMALL, 'bad.yaml': FAILING });
    try {
      const code = async (line: string) => shell(folder, `${line} | true; exit \${PIPESTATUS[0]}`);
      expect(await code('huni check bad.yaml --workers 1')).toEqual({ code: 1, out: '', err: '' });
      expect(await code('huni check good.yaml --workers 1')).toEqual({ code: 0, out: '', err: '' });
      expect((await code('huni check bad.yaml --json --workers 1')).code).toBe(1);
      expect((await code('huni check nothing.yaml')).code).toBe(2);
      expect((await shell(folder, 'huni check bad.yaml --workers 1 | head -c 1; exit $PIPESTATUS')).code).toBe(1);
    } finally {
      await remove();
    }
  });

  it.skipIf(!existsSync('/dev/full'))('says that its answer got lost on a full disk', async () => {
    const { folder, remove } = await folderWith({ 'good.yaml': SMALL, 'bad.yaml': FAILING });
    try {
      const good = await shell(folder, 'huni check good.yaml --workers 1 > /dev/full');
      expect(good.code).toBe(2);
      expect(good.err).toMatch(/^standard output can't be written to: ENOSPC/);
      expect(good.err).not.toMatch(TRACE);
      expect((await shell(folder, 'huni check bad.yaml --workers 1 > /dev/full')).code).toBe(1);
      expect((await shell(folder, 'huni check bad.yaml --workers 1 2> /dev/full')).code).toBe(1);
      expect((await shell(folder, 'huni check bad.yaml --workers 1 >&- 2>&-')).code).not.toBe(0);
    } finally {
      await remove();
    }
  });

  it('reads a plan from a pipe, and gives up one that is silent or has no end', async () => {
    const { folder, remove } = await folderWith({ 'good.yaml': SMALL });
    try {
      execFileSync('mkfifo', [join(folder, 'silent.yaml')]);
      expect((await shell(folder, 'huni check <(cat good.yaml) --workers 1')).code).toBe(0);
      for (const path of ['silent.yaml', '/dev/zero', '/dev/null', '/dev/full', '<(head -c 3000000 /dev/zero)', '.']) {
        const { code, err } = await shell(folder, `huni check ${path} --workers 1`);
        expect({ path, code }).toEqual({ path, code: 2 });
        expect(err).toMatch(/found .*expected/);
        expect(err).not.toMatch(TRACE);
      }
    } finally {
      await remove();
    }
  });

  it('shows what names and files hold, and lets none of it be a command', async () => {
    const name = '::error::x\n::add-mask::y\u001b]0;z\u0007';
    const { folder, remove } = await folderWith({
      [`${'::error::plan.yaml'}`]: 'currency: USD\n"key\\n::warning::from a key\\e[31m": 1\n',
      'named.yaml': SMALL.replace('platform: instagram', `platform: ${JSON.stringify(name)}`),
    });
    try {
      for (const path of ['::error::plan.yaml', 'named.yaml', "$'nothing\\n::error::there'"]) {
        const { code, out, err } = await shell(folder, `huni check ${path} --workers 1`);
        expect({ path, code, out }).toEqual({ path, code: 2, out: '' });
        expect(err.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
        expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      }
    } finally {
      await remove();
    }
  });
});
