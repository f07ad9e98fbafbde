import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Modules whose exports are for programs outside: the library's doors, and what bundles begin with. */
const DOORS = /^src\/(index|library\/\w+)\.ts$/;

const FOLDERS = ['src', 'test', 'bench', 'scripts', 'bin'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(tsx?|mjs|js)$/.test(name) && !name.endsWith('.d.ts') && !name.includes('/assembly/')),
);
const TEXTS: ReadonlyMap<string, string> = new Map(FILES.map((file) => [file, readFileSync(file, 'utf8')]));

/** For each name, the files that it stands in. */
const PLACES = new Map<string, Set<string>>();
for (const [file, text] of TEXTS) {
  for (const [name] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
    const places = PLACES.get(name) ?? new Set();
    PLACES.set(name, places.add(file));
  }
}

/** Values that a module declares and exports. */
function exportsOf(text: string): readonly string[] {
  const declared = /^export (?:async )?(?:function\*?|const|let|class|enum) ([A-Za-z_$][\w$]*)/gm;
  return [...text.matchAll(declared)].map(([, name]) => name!);
}

/** A list of names between braces, by what they are called outside (`to`) or inside (`from`). */
function namesIn(list: string, side: 'from' | 'to'): readonly string[] {
  const names = list.split(',').map((one) => one.trim().replace(/^type /, ''));
  return names.filter(Boolean).map((one) => one.split(' as ').at(side === 'from' ? 0 : -1)!);
}

/** Names that a module passes on from another one. */
function passedOn(text: string): readonly string[] {
  return [...text.matchAll(/^export (?:type )?\{([^}]*)\}\s*from/gm)].flatMap(([, list]) => namesIn(list!, 'to'));
}

/** The file that a relative import means, if it is one of these. */
function imported(file: string, name: string): string | undefined {
  const path = normalize(join(dirname(file), name));
  return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find((one) => TEXTS.has(one));
}

/** What is imported of each file, by name; `*` where it is imported whole. */
const IMPORTED = new Map<string, Set<string>>();
for (const [file, text] of TEXTS) {
  const take = (name: string, names: readonly string[]): void => {
    const from = imported(file, name);
    if (from === undefined) return;
    const taken = IMPORTED.get(from) ?? new Set();
    for (const one of names) taken.add(one);
    IMPORTED.set(from, taken);
  };
  for (const [, list, name] of text.matchAll(/^(?:import|export)\b[^;'{]*\{([^}]*)\}\s*from\s*'(\.[^']*)'/gm))
    take(name!, namesIn(list!, 'from'));
  for (const [, name] of text.matchAll(/^(?:import|export)\b[^;'{]*\*[^;']*from\s*'(\.[^']*)'/gm)) take(name!, ['*']);
  for (const [, name] of text.matchAll(/\bimport\(\s*'(\.[^']*)'/g)) take(name!, ['*']);
}

describe('exports', () => {
  it('are found by their declarations', () => {
    expect(exportsOf('export const a = 1;\nexport async function b() {}\nconst c = 2;\nexport class D {}\n')).toEqual([
      'a',
      'b',
      'D',
    ]);
    expect([...TEXTS.values()].flatMap(exportsOf).length).toBeGreaterThan(1000);
  });

  it('are named in some other file, or are none', () => {
    const unused = [...TEXTS]
      .filter(([file]) => file.startsWith('src/') && !DOORS.test(file))
      .flatMap(([file, text]) =>
        exportsOf(text)
          .filter((name) => PLACES.get(name)!.size === 1)
          .map((name) => `${file}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it('that a module passes on are found', () => {
    const text = "export { a, type B, c as d } from './e.js';\nexport type {\n  F,\n} from './g.js';\nexport { h };\n";
    expect(passedOn(text)).toEqual(['a', 'B', 'd', 'F']);
    expect([...TEXTS.values()].flatMap(passedOn).length).toBeGreaterThan(100);
    expect(IMPORTED.get('src/kernel/index.ts')).toContain('defineStep');
  });

  it('that a module passes on, values and types, are imported from there, or they are imported where they are', () => {
    const unused = [...TEXTS]
      .filter(([file]) => file.startsWith('src/') && !DOORS.test(file) && !IMPORTED.get(file)?.has('*'))
      .flatMap(([file, text]) =>
        passedOn(text)
          .filter((name) => !IMPORTED.get(file)?.has(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(unused).toEqual([]);
  });
});
