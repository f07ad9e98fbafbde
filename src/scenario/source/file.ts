import { readUpTo } from '../../files/read.js';
import * as messages from '../messages.js';
import type { Fault } from '../problem.js';

/** 1 MiB: far above any scenario of 500 lines. */
export const MAX_SCENARIO_BYTES = 1024 * 1024;
/** Data files of empirical distributions may be larger. */
export const MAX_DATA_BYTES = 32 * 1024 * 1024;

/** Reads a file whole; rejects with a Node error (`code` ENOENT, EISDIR, …) where it can't. Handed in by tests. */
export type FileReader = (path: string) => Promise<Uint8Array | string>;

type TextReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: Fault };

/** A file's text, or why there is none: missing, a directory, not readable, too large, not UTF-8. */
export async function readText(path: string, limit: number, reader?: FileReader): Promise<TextReading> {
  let content: Uint8Array | string;
  try {
    content = reader === undefined ? await readUpTo(path, limit + 1) : await reader(path);
  } catch (error) {
    return { ok: false, fault: unreadable(error) };
  }
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (bytes > limit) return { ok: false, fault: messages.fileTooLarge(limit) };
  if (typeof content === 'string') return { ok: true, text: content };
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { ok: false, fault: messages.notUtf8() };
  }
}

function unreadable(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT' || code === 'ENOTDIR') return messages.missingFile();
  if (code === 'EISDIR') return messages.isDirectory();
  if (code === 'ETIMEDOUT') return messages.silentPipe();
  return messages.notReadable(code);
}
