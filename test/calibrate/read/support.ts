import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { type ReadOptions, readExport } from '../../../src/calibrate/read/read-export.js';
import type { Dimension, ExportReading } from '../../../src/calibrate/types.js';
import { heldReading } from '../../golden/readings.js';

export type TestEncoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16le with mark' | 'utf-16be with mark';

/** Bytes of a text in an encoding that exports come in. */
export function encode(text: string, encoding: TestEncoding = 'utf-8'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le with mark' ? little : little.swap16();
}

/** What is read of a file's bytes; of those that are known, held to what was read of them before. */
export async function readBytes(bytes: Uint8Array, options: ReadOptions = {}): Promise<ExportReading> {
  const reading = await readExport(Readable.from([Buffer.from(bytes)]), options);
  // What else happens than what stands in the file is the test's own.
  return options.effects === undefined ? heldReading(bytes, options, reading, !isDrawn()) : reading;
}

/** Tests whose files are drawn at random, or made by mistakes of which there are too many. */
const isDrawn = (): boolean => /\/(fuzz|mutated|exports)\.test\.ts$/.test(expect.getState().testPath ?? '');

export function readText(text: string, options: ReadOptions = {}, encoding?: TestEncoding): Promise<ExportReading> {
  return readBytes(encode(text, encoding), options);
}

/** Lines with a newline after each. */
export const lines = (...rows: string[]): string => rows.map((row) => `${row}\n`).join('');

export const codes = (reading: ExportReading): string[] => reading.findings.map(({ code }) => code);

/** A text column as texts. */
export function textsOf(reading: ExportReading, dimension: Dimension): string[] {
  const column = reading.rows.texts[dimension];
  return column === undefined ? [] : [...column.codes].map((code) => column.values[code] ?? '');
}

/** Totals of spend as they are shown, with their currencies. */
export const spendOf = ({ totals }: ExportReading): string[] =>
  totals.spend.map(({ currency, rounded }) => `${rounded} ${currency}`);

/** Day number of `2026-01-31`. */
export const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
