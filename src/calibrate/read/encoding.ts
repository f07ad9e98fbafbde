import * as messages from './messages.js';
import { refuse } from './refusal.js';

/**
 * Encodings that are tried where bytes aren't UTF-8, by what Windows saves CSV in: Western, Turkish, Cyrillic, Central
 * European, Arabic, Hebrew, and Shift JIS (cp932) and GBK, which most other bytes aren't.
 */
const LEGACY_ENCODINGS = [
  'windows-1252',
  'windows-1254',
  'windows-1251',
  'windows-1250',
  'windows-1256',
  'windows-1255',
  'shift_jis',
  'gb18030',
] as const;

/** Letters between letters of the same script, over all that aren't ASCII: what text reads as in its own encoding. */
export function plausibility(text: string): number {
  let [good, all] = [0, 0];
  for (const [run] of text.matchAll(/[^\p{ASCII}]+/gu)) {
    all += run.length;
    // Texts of Latin letters with marks have them one or two at a time; other scripts are written in whole words.
    if (/^(?:\p{Script=Cyrillic}+|\p{Script=Arabic}+|\p{Script=Hebrew}+)$/u.test(run)) good += run.length;
    else if (/^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー・（）「」【】％、。　]+$/u.test(run))
      good += run.length;
    else if (run.length <= 2 && /^[\u00c0-\u024f]+$/u.test(run)) good += run.length;
  }
  return all === 0 ? 1 : good / all;
}

type FileKind =
  | { readonly kind: 'xlsx' }
  | { readonly kind: 'text'; readonly encodings: readonly string[]; readonly bom: boolean };

const startsWith = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

/** What is enough to find out what a file is. */
export interface FileHead {
  /** First bytes. */
  readonly head: Buffer;
  /** Whether all that was read is UTF-8; `cut`: but for its last character, which isn't whole. */
  readonly utf8: 'valid' | 'cut' | 'invalid';
}

/**
 * What a file is: a workbook, or text in one of some encodings, the likeliest first.
 *
 * @throws a refusal where it is neither
 */
export function kindOf({ head, utf8 }: FileHead): FileKind {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return { kind: 'xlsx' };
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) refuse(messages.oldWorkbook());
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return text(['utf-8'], true);
  if (startsWith(head, 0xff, 0xfe)) return text(['utf-16le'], true);
  if (startsWith(head, 0xfe, 0xff)) return text(['utf-16be'], true);
  const wide = withoutMark(head);
  if (wide !== null) return text([wide], false);
  if (looksBinary(head)) refuse(messages.binaryFile());
  return text(utf8 === 'invalid' ? LEGACY_ENCODINGS : ['utf-8'], false);
}

function text(encodings: readonly string[], bom: boolean): FileKind {
  return { kind: 'text', encodings, bom };
}

/** UTF-16 without a mark: in text of digits and Latin letters every other byte is zero. */
function withoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > 0.7 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.7 * half && odd < 0.05 * half) return 'utf-16be';
  return null;
}

function looksBinary(head: Buffer): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32)) control += 1;
  }
  return control > head.length / 100;
}

/** Decodes a stream of bytes; stops with a refusal where they aren't that encoding, or aren't text. */
export async function* decode(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let endsLine = false;
  try {
    for await (const chunk of chunks) {
      const text = printable(decoder.decode(chunk, { stream: true }));
      if (text !== '') endsLine = text.endsWith('\n');
      yield text;
    }
  } catch (error) {
    if (error instanceof TypeError) refuse(messages.brokenText(encoding));
    throw error;
  }
  try {
    yield printable(decoder.decode());
  } catch (error) {
    // Half a character after the last line's end (a stray byte in UTF-16) belongs to no row.
    if (error instanceof TypeError && endsLine) return;
    if (error instanceof TypeError) refuse(messages.brokenText(encoding));
    throw error;
  }
}

function printable(decoded: string): string {
  if (decoded.includes('\0')) refuse(messages.binaryFile());
  return decoded;
}
