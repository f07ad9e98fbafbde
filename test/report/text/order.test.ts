import { describe, expect, it } from 'vitest';
import { reportText } from '../../../src/report/text/index.js';

type Words = (...texts: readonly string[]) => unknown;

/** Every function of a catalogue, by its path. */
function functionsIn(node: unknown, path: string): { readonly path: string; readonly words: Words }[] {
  if (typeof node === 'function') return [{ path, words: node as Words }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => functionsIn(child, `${path}.${key}`));
}

/** Names of a function's parameters, as they stand in its text. */
function parametersOf(words: Words): string[] {
  const [, list = ''] = /^[^(]*\(([^)]*)\)/.exec(words.toString()) ?? [];
  return list.split(',').map((name) => name.trim());
}

/** Pairs that a reader expects in this order. */
const PAIRS = [
  ['low', 'high'],
  ['from', 'to'],
  ['min', 'max'],
  ['p10', 'p90'],
] as const;

describe.each(['en', 'az', 'tr', 'ar'] as const)('sentences in %s', (language) => {
  const ranged = functionsIn(reportText(language), language).flatMap(({ path, words }) => {
    const names = parametersOf(words);
    return PAIRS.filter((pair) => pair.every((name) => names.includes(name))).map((pair) => ({
      path,
      words,
      names,
      pair,
    }));
  });

  it('with both ends of a range name the low one first, and both once', () => {
    expect(ranged.length).toBeGreaterThan(8);
    for (const { path, words, names, pair } of ranged) {
      const text = words(...names.map((name) => `<${name}>`));
      if (typeof text !== 'string') continue;
      const [low, high] = pair.map((name) => text.indexOf(`<${name}>`));
      expect(low, `${path}: ${text}`).toBeGreaterThanOrEqual(0);
      expect(high, `${path}: ${text}`).toBeGreaterThan(low!);
    }
  });
});
