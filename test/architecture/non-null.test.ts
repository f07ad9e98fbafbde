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

/** What is said to be there, without a look: `a[k]!`, `found.get(name)!`, `name!.length`; `a !== b` isn't meant. */
const ASSERTED = /[\w\])]!($|[^=])/;

/** Comments write factorials. */
const COMMENT = /^\s*(\/\*|\*|\/\/)/;

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.includes('assembly/'),
);

describe('numeric folders', () => {
  it('have compiler settings of their own: elements of arrays are there', () => {
    expect(NUMERIC).toContain('optimize');
    expect(NUMERIC).toContain('model');
    expect(NUMERIC).toContain('track');
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
});

describe('non-null assertions', () => {
  it('are found by what they look like', () => {
    for (const line of ['a[k]! + 1', 'found.get(name)!', 'name!.length', 'sum[t]! += 1'])
      expect(line).toMatch(ASSERTED);
    for (const line of ['a[k] !== b', 'a!==b', 'a!=b', '!(a > b)']) expect(line).not.toMatch(ASSERTED);
  });

  it('are nowhere in src: what has to be there is looked at, or the type says so', () => {
    expect(FILES.length).toBeGreaterThan(1000);
    const found = FILES.flatMap((name) =>
      readFileSync(join('src', name), 'utf8')
        .split('\n')
        .flatMap((line, k) =>
          ASSERTED.test(line) && !COMMENT.test(line) ? [`src/${name}:${k + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  it('are an error of the linter there', () => {
    const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8'));
    expect(overrides).toContainEqual({
      includes: ['src/**'],
      linter: { rules: { style: { noNonNullAssertion: 'error' } } },
    });
  });
});
