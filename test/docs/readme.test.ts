import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { required } from '../../src/required.js';

/** What a person would type, and what is printed then, of each `console` block of a page. */
function sessionOf(page: string): readonly { readonly typed: string; readonly printed: string }[] {
  const blocks = [...page.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block]) => required(block));
  return blocks
    .flatMap((block) => block.split(/^\$ /m).slice(1))
    .map((entry) => {
      const end = entry.indexOf('\n');
      return { typed: entry.slice(0, end), printed: entry.slice(end + 1) };
    });
}

it('the README shows what its commands print', { timeout: 120_000 }, async () => {
  const session = sessionOf(await readFile('README.md', 'utf8'));
  expect(session.length).toBeGreaterThanOrEqual(3);
  const folder = await mkdtemp(join(tmpdir(), 'huni-readme-'));
  try {
    await symlink(resolve('bin/huni.js'), join(folder, 'huni'));
    const path = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
    for (const { typed, printed } of session) {
      const { stdout } = spawnSync('sh', ['-c', typed], {
        cwd: folder,
        env: { ...process.env, PATH: path, LANG: 'C.UTF-8' },
        encoding: 'utf8',
      });
      expect({ typed, printed: stdout }).toEqual({ typed, printed });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
