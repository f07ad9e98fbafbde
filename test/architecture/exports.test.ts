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

/** Types that a module declares and exports. */
function typesOf(text: string): readonly string[] {
  return [...text.matchAll(/^export (?:interface|type) ([A-Za-z_$][\w$]*)/gm)].map(([, name]) => name!);
}

/**
 * Types that nobody names, and that the compiler has to name in declarations of what other modules export: the type of a
 * schema, a catalogue or a layout, inferred from their parts.
 */
const NAMED_BY_THE_COMPILER = new Set([
  'src/model/kernel/record.ts: Field',
  'src/planner/words/amounts.ts: AmountsWords',
  'src/scenario/schema/budget.ts: BudgetInput',
  'src/scenario/schema/rules.ts: Retargeting',
  'src/scenario/schema/rules.ts: RoasInput',
  'src/scenario/schema/rules.ts: Split',
  'src/scenario/schema/rules.ts: StageInput',
]);

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

/** What types are imported of each file, by name, from itself or from modules that pass on all of it; `*` where a door does. */
const TYPES_IMPORTED = new Map([...IMPORTED].map(([file, names]) => [file, new Set([...names].filter(isName))]));
const PASSED_WHOLE: (readonly [by: string, file: string])[] = [];
for (const [file, text] of TEXTS) {
  for (const [, name] of text.matchAll(/^export\b[^;'{]*\*[^;']*from\s*'(\.[^']*)'/gm)) {
    const from = imported(file, name!);
    if (from !== undefined) PASSED_WHOLE.push([file, from]);
  }
  for (const [, name, type] of text.matchAll(/\bimport\(\s*'(\.[^']*)'\s*\)\.(\w+)/g)) {
    const from = imported(file, name!);
    if (from !== undefined) typesImported(from).add(type!);
  }
}
for (let changed = true; changed; ) {
  changed = false;
  for (const [by, file] of PASSED_WHOLE) {
    const names = DOORS.test(by) ? ['*'] : typesImported(by);
    const known = typesImported(file);
    const before = known.size;
    for (const name of names) known.add(name);
    changed ||= known.size > before;
  }
}

function typesImported(file: string): Set<string> {
  const names = TYPES_IMPORTED.get(file) ?? new Set();
  TYPES_IMPORTED.set(file, names);
  return names;
}

function isName(name: string): boolean {
  return name !== '*';
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

  it('of types are imported by name, or are none', () => {
    expect(typesOf('export interface A {}\nexport type B<T> = T;\ninterface C {}\nexport type { D };\n')).toEqual([
      'A',
      'B',
    ]);
    expect(TYPES_IMPORTED.get('src/scenario/types/events.ts')).toContain('Shock');
    const unused = [...TEXTS]
      .filter(([file]) => file.startsWith('src/') && !DOORS.test(file) && !typesImported(file).has('*'))
      .flatMap(([file, text]) =>
        typesOf(text)
          .filter((name) => !typesImported(file).has(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(new Set(unused)).toEqual(NAMED_BY_THE_COMPILER);
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
