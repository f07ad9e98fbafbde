import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Folders of `src` that a table of a page names, in its order. */
function tableOf(page: string): readonly string[] {
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('| `src/'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(src\/\w+)`/g)].map(([, folder]) => folder!));
}
const FOLDERS = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `src/${name}`);

describe('the tables of folders', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('%s has every folder of src once, and no other', (page) => {
    expect([...tableOf(page)].sort()).toEqual([...FOLDERS].sort());
  });

  it('name files that are there', () => {
    const named = [
      ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(
        /`((?:src|docs|bench|test|scenarios)\/[^`]*|package\.json)`/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(30);
    expect(named.map(([, path]) => path!).filter((path) => !existsSync(path))).toEqual([]);
  });
});
