import { readFileSync } from 'node:fs';
import type { Distribution } from '../../src/distributions/types.js';

/** Rows of a CSV file in test/fixtures, without its header. */
export function fixtureRows(name: string): string[][] {
  const text = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  return rows.map((row) => row.trim().split(','));
}

/** `mean=0;sd=1` as an object. */
export function parseParameters(text: string): Record<string, number> {
  return Object.fromEntries(text.split(';').map((pair) => [pair.split('=')[0]!, Number(pair.split('=')[1])]));
}

export function distributionFrom(family: string, parameters: string): Distribution {
  return { family, ...parseParameters(parameters) } as unknown as Distribution;
}
