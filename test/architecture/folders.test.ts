import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Folders of `src` in the order of CONTRIBUTING.md; that its table has them all is tried in `test/docs/folders.test.ts`. */
const ORDER = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `src\/(\w+)` \|/gm)].map(([, name]) => name!);

const FOLDERS = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Folders that tests have besides those of `src`. */
const OF_TESTS: ReadonlySet<string> = new Set(
  readFileSync('test/README.md', 'utf8').match(/(?<=`test\/)[\w-]+/g) ?? [],
);

describe('folders', () => {
  it('are those that the compiler goes through, in their order', () => {
    const compiled = ['text', 'arithmetic', 'scenario', 'models', 'forecasts'].flatMap(
      (name) => JSON.parse(readFileSync(`tsconfig/${name}.json`, 'utf8')).include as string[],
    );
    const folders = compiled.filter((path) => !path.endsWith('.ts')).map((path) => path.replace('../src/', ''));
    expect([...folders].sort()).toEqual([...ORDER.slice(0, folders.length)].sort());
  });

  it('of tests are those of src, and what test/README.md tells of', () => {
    const own = readdirSync('test', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const strange = own.map(({ name }) => name).filter((name) => !FOLDERS.includes(name) && !OF_TESTS.has(name));
    expect(strange).toEqual([]);
  });
});

describe('files of test/thorough', () => {
  it('are tagged as slow, without which `npm run test:thorough` would leave them out', () => {
    const files = readdirSync('test/thorough', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.test.ts'),
    );
    expect(files.length).toBeGreaterThan(40);
    const untagged = files.filter(
      (name) => !readFileSync(join('test/thorough', name), 'utf8').startsWith('// @module-tag slow\n'),
    );
    expect(untagged).toEqual([]);
  });
});

/** Sections of the model's page. */
const SECTIONS = [...readFileSync('docs/model.md', 'utf8').matchAll(/^## (\d+)\. /gm)].map(([, number]) =>
  Number(number),
);

/** Whole numbers of sections that a comment speaks of; those of books and standards have parts: section 6.4. */
function sectionsIn(text: string): readonly number[] {
  const found = text.matchAll(/\bsections? (\d+(?:(?:, | and | to )\d+)*)(?![.\d]*\.\d)/gi);
  return [...found].flatMap(([, numbers]) => (numbers!.match(/\d+/g) ?? []).map(Number));
}

describe('sections of the model', () => {
  it('are numbered from 1 on, and comments name none that is not there', () => {
    expect(SECTIONS).toEqual(SECTIONS.map((_, k) => k + 1));
    expect(sectionsIn('Sections 3 and 4; section 6.4 of Knuth; section 14.')).toEqual([3, 4, 14]);
    let named = 0;
    for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const numbers = sectionsIn(readFileSync(join('src', name), 'utf8'));
      named += numbers.length;
      for (const number of numbers) expect(SECTIONS, `src/${name}`).toContain(number);
    }
    expect(named).toBeGreaterThan(50);
  });
});
