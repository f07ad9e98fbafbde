import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Project {
  readonly extends: string;
  readonly include: readonly string[];
}

const project = (name: string): Project => JSON.parse(readFileSync(`tsconfig/${name}.json`, 'utf8'));

/** Folders of `src` that a project compiles. */
const foldersOf = (name: string): readonly string[] =>
  project(name)
    .include.map((path) => basename(path))
    .filter((one) => !one.endsWith('.ts'));

const NAMES = readdirSync('tsconfig')
  .map((name) => basename(name, '.json'))
  .filter((name) => !['base', 'numeric', 'rest'].includes(name));

const NUMERIC = NAMES.filter((name) => project(name).extends === './numeric.json').flatMap(foldersOf);

/** An element that is said to be there. */
const ASSERTED = /\]!(?!=)/;

describe('numeric folders', () => {
  it('have compiler settings of their own: elements of arrays are there', () => {
    expect(NUMERIC).toContain('optimize');
    expect(NUMERIC).toContain('model');
    const settings = JSON.parse(readFileSync('tsconfig/numeric.json', 'utf8'));
    expect(settings.compilerOptions).toEqual({ noUncheckedIndexedAccess: false });
    const base = JSON.parse(readFileSync('tsconfig/base.json', 'utf8'));
    expect(base.compilerOptions).toMatchObject({ strict: true, noUncheckedIndexedAccess: true });
  });

  it('are compiled by one project each, as all folders that others build on', () => {
    const all = NAMES.flatMap(foldersOf);
    expect(new Set(all).size).toBe(all.length);
    const { exclude } = JSON.parse(readFileSync('tsconfig/rest.json', 'utf8')) as { exclude: readonly string[] };
    for (const folder of all) expect(exclude).toContain(`../src/${folder}`);
  });

  it.each(NUMERIC)('%s asserts nothing of elements', (folder) => {
    const found = readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('assembly/'))
      .flatMap((name) =>
        readFileSync(join('src', folder, name), 'utf8')
          .split('\n')
          .flatMap((line, k) => (ASSERTED.test(line) ? [`src/${folder}/${name}:${k + 1}: ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });
});
