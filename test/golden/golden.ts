import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { differing, type Summary, summaries } from './summary.js';

/** How figures are held to those of before. */
interface Held {
  /** Parts with more leaves than that are told apart further. */
  readonly mostLeaves?: number;
  /** Relative; by default what users are promised between versions. */
  readonly tolerance?: number;
}

/** `npm run golden` writes what is found in place of holding it to what was. */
export const WRITING = process.env.HUNI_GOLDEN === 'write';
/** A folder for whole trees, to see which figures of a part have changed: `scripts/compare-results.mjs` compares two of them. */
export const TREES = process.env.HUNI_GOLDEN_TREES;

/** Where figures are worked out: in this thread, or on `HUNI_GOLDEN_THREADS` of them, which changes none. */
export const THREADS = Number(process.env.HUNI_GOLDEN_THREADS ?? 0);
/** Draws that plans are searched on, fewer than a person's: what comes out has to be the same, not good. */
export const SEARCHED = { coarse: 32, fit: 128 } as const;

type Known = Record<string, Record<string, string>>;

/**
 * Holds trees of figures to those of before, which stand in `test/fixtures/golden/NAME.json`, by case and part.
 *
 * @param name of the file
 */
export function golden(
  name: string,
  { mostLeaves = 600, tolerance = 1e-8 }: Held = {},
): (label: string, tree: unknown) => void {
  const file = new URL(`../fixtures/golden/${name}.json`, import.meta.url);
  const known: Known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Known) : {};
  const written: Known = {};
  if (WRITING) {
    afterAll(() => {
      mkdirSync(new URL('.', file), { recursive: true });
      const sorted = Object.fromEntries(Object.entries({ ...known, ...written }).sort(([a], [b]) => (a < b ? -1 : 1)));
      writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
    });
  }
  return (label, tree) => {
    const found = summaries(tree, mostLeaves);
    if (TREES !== undefined) {
      mkdirSync(TREES, { recursive: true });
      writeFileSync(join(TREES, `${name} ${label.replaceAll('/', ' ')}.json`), JSON.stringify(tree, plain, 1));
    }
    if (WRITING) written[label] = Object.fromEntries([...found].map(([path, one]) => [path, print(one)]));
    else {
      const parts = Object.entries(known[label] ?? {}).map(([path, text]) => [path, parse(text)] as const);
      expect(parts, `${label}: no figures of before, see npm run golden`).not.toHaveLength(0);
      expect(differing(new Map(parts), found, tolerance), `parts of ${label} that aren't what they were`).toEqual([]);
    }
  };
}

const print = ({ figures, sum, others }: Summary): string => `${figures} ${Number(sum.toPrecision(15))} ${others}`;

function parse(text: string): Summary {
  const [figures, sum, others] = text.split(' ');
  return { figures: Number(figures), sum: Number(sum), others: others ?? '' };
}

/** Maps, sets and arrays of numbers as JSON has them. */
export function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
}
