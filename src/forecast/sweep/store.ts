import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { VariantOutcome } from './types.js';

/** Outcomes by the hash of what they came from: a sweep that is run again does only what is missing. */
export interface OutcomeStore {
  get(key: string): VariantOutcome | undefined;
  put(key: string, outcome: VariantOutcome): void;
  /** Waits until everything is written. */
  close(): Promise<void>;
}

/** Keeps outcomes for as long as the process lives. */
export function memoryStore(): OutcomeStore {
  const known = new Map<string, VariantOutcome>();
  return { get: (key) => known.get(key), put: (key, outcome) => void known.set(key, outcome), close: async () => {} };
}

/**
 * Keeps outcomes in a file, a line of JSON each. What a crash left of a last line is passed over.
 *
 * @throws a Node error where the file can't be read or written
 */
export async function fileStore(path: string): Promise<OutcomeStore> {
  await mkdir(dirname(path), { recursive: true });
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const known = new Map<string, VariantOutcome>();
  for (const line of text.split('\n')) {
    const entry = entryOf(line);
    if (entry !== null) known.set(entry.key, entry.outcome);
  }
  const file: FileHandle = await open(path, 'a');
  let last: Promise<void> = text === '' || text.endsWith('\n') ? Promise.resolve() : file.appendFile('\n');
  let broken: unknown = null;
  return {
    get: (key) => known.get(key),
    put(key, outcome) {
      known.set(key, outcome);
      // A mistake may be mended by the next run.
      if (outcome.status === 'failed') return;
      const line = `${JSON.stringify({ key, outcome })}\n`;
      last = last
        .then(() => file.appendFile(line))
        .catch((error: unknown) => {
          broken ??= error;
        });
    },
    async close() {
      await last;
      await file.close();
      if (broken !== null) throw broken;
    },
  };
}

function entryOf(line: string): { readonly key: string; readonly outcome: VariantOutcome } | null {
  if (line === '') return null;
  try {
    const entry: unknown = JSON.parse(line);
    const whole = typeof entry === 'object' && entry !== null && 'key' in entry && 'outcome' in entry;
    return whole ? (entry as { readonly key: string; readonly outcome: VariantOutcome }) : null;
  } catch {
    return null;
  }
}
