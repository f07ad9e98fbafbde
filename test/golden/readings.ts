import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain, TREES, WRITING } from './golden.js';

const FILE = new URL('../fixtures/golden/readings.json', import.meta.url);
/** Of what was read of a file, by the file and how it was asked to be read: a digest each. */
const known: Record<string, string> = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>)
  : {};

const digest = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Holds all that is read of a file to what was read of it before: tests look at a part of a reading each, and any of the rest may change
 * unseen. Files that aren't known, as those drawn at random, are taken as they come.
 *
 * @param bytes of the file
 * @param options as it was asked to be read
 * @param write whether `npm run golden` is to know the file from now on
 * @throws Error where something else is read
 */
export function heldReading<T>(bytes: Uint8Array, options: object, reading: T, write: boolean): T {
  const key = digest(`${digest(bytes)} ${JSON.stringify(options, plain)}`);
  const text = JSON.stringify(reading, figuresShort);
  const found = digest(text);
  if (WRITING) {
    if (write && known[key] !== found) {
      known[key] = found;
      const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
      writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
    }
    return reading;
  }
  if (TREES !== undefined) {
    mkdirSync(TREES, { recursive: true });
    writeFileSync(join(TREES, `reading ${key}.json`), JSON.stringify(reading, plain, 1));
  }
  if (Object.hasOwn(known, key) && known[key] !== found) {
    throw new Error(`reading ${key} isn't what it was, see "Figures that are to stay" in test/README.md`);
  }
  return reading;
}

/** To twelve digits: what roundings of other machines leave alone. */
function figuresShort(key: string, value: unknown): unknown {
  const one = plain(key, value);
  if (typeof one !== 'number') return one;
  return Number.isFinite(one) ? Number(one.toPrecision(12)) : String(one);
}
