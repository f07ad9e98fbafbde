import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

/** The files that importing one brings in before anything is called, itself among them. */
function loadedWith(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, from] of text.matchAll(/(?:^|[;}])(?:import|export)(?:[^'"();]*from)?\s*["']([^"']+)["']/gm)) {
    if (from!.startsWith('.')) loadedWith(join(dirname(path), from!), found);
    else found.add(from!);
  }
  return found;
}

describe('what importing the library loads', () => {
  const loaded = [...loadedWith(join(dist, 'index.js'))];
  const texts = loaded.filter((name) => name.startsWith(dist)).map((path) => readFileSync(path, 'utf8'));

  it('is little: nothing that draws, keeps a ledger, reads YAML or solves', () => {
    const packages = loaded.filter((name) => !name.startsWith(dist) && !name.startsWith('node:'));
    expect(packages).toEqual([]);
    const all = texts.join('\n');
    for (const mark of ['vega', 'DatabaseSync', 'YAMLMap', 'quadprog', 'ZodError'])
      expect(all.includes(mark), mark).toBe(false);
    expect(all.length).toBeLessThan(100_000);
  });

  it('is, of the command, no client of Redis', () => {
    const command = [...loadedWith(join(dist, 'cli/main.js'))];
    expect(command.length).toBeGreaterThan(1);
    expect(command.filter((name) => /bullmq|ioredis/.test(name))).toEqual([]);
  });

  it('has the engine with the first call', () => {
    const later = texts.flatMap((text) => [...text.matchAll(/import\("([^"]+)"\)/g)].map(([, from]) => from!));
    expect(later.some((name) => name.includes('perform'))).toBe(true);
  });
});
