import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
});
