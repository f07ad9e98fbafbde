import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Kernels in AssemblyScript are another language's modules. */
const FOREIGN = /\/assembly\//;

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !FOREIGN.test(name));

/** Relative modules that a file imports or passes on: values, types, and what is loaded when it is needed. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/(?:\bfrom\s*|^import\s*|\bimport\(\s*)'(\.{1,2}\/[^']*)'/gm)].map(
    ([, name]) => name!,
  );
  return [...new Set(named)].flatMap((name) => {
    const path = normalize(join(dirname(file), name));
    return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].filter((one) => FILES.includes(one));
  });
}

const GRAPH: ReadonlyMap<string, readonly string[]> = new Map(FILES.map((file) => [file, importsOf(file)]));

/** Groups of modules that reach each other (strongly connected components, after Tarjan, SIAM J. Comput. 1, 1972). */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    const own = index.size;
    index.set(node, own);
    lowest.set(node, own);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!));
    }
    if (lowest.get(node) !== own) return;
    const group = open.splice(open.indexOf(node));
    if (group.length > 1 || (graph.get(node) ?? []).includes(node)) found.push(group.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

/** Folders of `src` in the order of CONTRIBUTING.md. */
const ORDER = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| `src\/(\w+)` \|/gm)].map(([, name]) => name!);

describe('imports', () => {
  it('are found, those of types among them', () => {
    expect(GRAPH.get('src/index.ts')!.length).toBeGreaterThan(3);
    expect(GRAPH.get('src/report/text/types.ts')).toContain('src/report/text/en.ts');
    expect(GRAPH.get('src/cli/commands/run.ts')).toContain('src/report/terminal.ts');
  });

  it("take zod's members by their names, as bundlers keep all of it otherwise: every language's messages, in what each command loads", () => {
    const whole = FILES.filter((file) => /import \{[^}]*\bz\b[^}]*\} from 'zod/.test(readFileSync(file, 'utf8')));
    expect(whole.filter((file) => !/import type \{ z \}/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('have no cycles, not even of types', () => {
    const ring = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(cyclesOf(ring)).toEqual([['b', 'c'], ['e']]);
    expect(cyclesOf(GRAPH)).toEqual([]);
  });

  it('go up the list of folders only', () => {
    expect(ORDER.length).toBeGreaterThan(15);
    const place = (file: string): number => ORDER.indexOf(file.split('/')[1]!);
    const down = [...GRAPH].flatMap(([file, imports]) =>
      place(file) < 0 ? [] : imports.filter((one) => place(one) > place(file)).map((one) => `${file} imports ${one}`),
    );
    expect(down).toEqual([]);
  });
});
