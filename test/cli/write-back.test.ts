import { chmod, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBack } from '../../src/cli/write-back.js';
import { likeBefore } from '../../src/files/like-before.js';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith, SMALL } from './support.js';

describe('a plan that is written back', () => {
  it('keeps byte order mark, line ends, mode and link of the file', SLOW, async () => {
    const { folder, remove } = await folderWith();
    try {
      const real = join(folder, 'real.yaml');
      const named = join(folder, 'plan.yaml');
      await writeFile(real, `\ufeff${SMALL.replaceAll('\n', '\r\n')}`);
      await chmod(real, 0o640);
      await symlink('real.yaml', named);
      const { code, err } = await command(['optimize', named, '--write', '--quiet', '--workers', '1']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect((await lstat(named)).isSymbolicLink()).toBe(true);
      expect((await stat(real)).mode & 0o777).toBe(0o640);
      const text = await readFile(real, 'utf8');
      expect(text.startsWith('\ufeffname: Small\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(text).not.toBe(`\ufeff${SMALL.replaceAll('\n', '\r\n')}`);
      expect((await command(['optimize', named, '--quiet', '--workers', '1'])).code).toBe(0);
    } finally {
      await remove();
    }
  });

  it('is not written over an edit made meanwhile', async () => {
    const { folder, remove } = await folderWith({ 'plan.yaml': 'edited' });
    try {
      const path = join(folder, 'plan.yaml');
      await expect(writeBack(path, 'new', Buffer.from('as it was read'))).rejects.toThrow(
        /plan\.yaml: it was changed while the plan was being found; nothing was written/,
      );
      expect(await readFile(path, 'utf8')).toBe('edited');
    } finally {
      await remove();
    }
  });

  it('has the line ends that most lines had', () => {
    expect(likeBefore('a\nb\n', 'x\r\ny\n')).toBe('a\nb\n');
    expect(likeBefore('a\nb\r\n', 'x\r\ny\r\nz\n')).toBe('a\r\nb\r\n');
    expect(likeBefore('\ufeffa\n', 'x\n')).toBe('a\n');
    expect(likeBefore('{}\n', '')).toBe('{}\n');
  });
});
