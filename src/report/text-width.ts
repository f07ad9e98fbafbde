import { readFileSync } from 'node:fs';
import { shapedCodePoints } from './arabic-forms.js';
import { type FontWeight, fontPath } from './fonts.js';

interface Advances {
  has(codePoint: number): boolean;
  /** Width of a character of size 1; the font's first glyph stands in for those it lacks. */
  of(codePoint: number): number;
}

/** Offset of a table in a TrueType file (OpenType specification, "Organization of an OpenType Font"). */
function tableOffset(font: DataView, tag: string): number {
  const tables = font.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(record + k)));
    if (name === tag) return font.getUint32(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** The character map's format 4 subtable: segments of 16-bit characters. */
function segmentMap(font: DataView): number {
  const cmap = tableOffset(font, 'cmap');
  const subtables = font.getUint16(cmap + 2);
  for (let i = 0; i < subtables; i++) {
    const subtable = cmap + font.getUint32(cmap + 4 + 8 * i + 4);
    if (font.getUint16(subtable) === 4) return subtable;
  }
  throw new Error('The font has no format 4 character map.');
}

function glyphOf(font: DataView, map: number, codePoint: number): number {
  const bytes = font.getUint16(map + 6);
  for (let i = 0; i < bytes; i += 2) {
    if (codePoint > font.getUint16(map + 14 + i)) continue;
    const start = font.getUint16(map + 16 + bytes + i);
    if (codePoint < start) return 0;
    const delta = font.getUint16(map + 16 + 2 * bytes + i);
    const position = map + 16 + 3 * bytes + i;
    const rangeOffset = font.getUint16(position);
    if (rangeOffset === 0) return (codePoint + delta) & 0xffff;
    const glyph = font.getUint16(position + rangeOffset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function readAdvances(path: string): Advances {
  const file = readFileSync(path);
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const em = font.getUint16(tableOffset(font, 'head') + 18);
  const metrics = font.getUint16(tableOffset(font, 'hhea') + 34);
  const hmtx = tableOffset(font, 'hmtx');
  const map = segmentMap(font);
  const known = new Map<number, number>();
  return {
    has: (codePoint) => glyphOf(font, map, codePoint) !== 0,
    of(codePoint) {
      let advance = known.get(codePoint);
      if (advance === undefined) {
        const glyph = glyphOf(font, map, codePoint);
        advance = font.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / em;
        known.set(codePoint, advance);
      }
      return advance;
    },
  };
}

const loaded = new Map<string, Advances>();

function advancesOf(weight: FontWeight, script: 'latin' | 'arabic' = 'latin'): Advances {
  const key = `${script} ${weight}`;
  let advances = loaded.get(key);
  if (advances === undefined) {
    advances = readAdvances(fontPath(weight, script));
    loaded.set(key, advances);
  }
  return advances;
}

/**
 * Width in pixels of one line of text in the charts' font, from the font's own advance widths (kerning left out).
 * Vega would guess 0.8 of the size a character without a canvas: half too wide, so labels would drift from their marks.
 */
export function textWidth(text: string, size: number, weight: FontWeight = 'regular'): number {
  const visible = text.replace(INVISIBLE, '');
  const arabic = ARABIC_LETTER.test(visible);
  const advances = advancesOf(weight, arabic ? 'arabic' : 'latin');
  let width = 0;
  for (const codePoint of arabic ? shapedCodePoints(visible) : codePointsOf(visible)) width += advances.of(codePoint);
  return width * size;
}

function codePointsOf(text: string): readonly number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0);
}

/** Marks of direction. */
const INVISIBLE = /\p{Cf}/gu;
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const INVISIBLE_OR_ARABIC = /[\p{Cf}\p{Script=Arabic}]/u;

/** Whether the font that Arabic charts are drawn with has every letter of a text. */
export function isDrawableInArabic(text: string): boolean {
  const advances = advancesOf('regular', 'arabic');
  return codePointsOf(text.replace(INVISIBLE, '')).every((codePoint) => advances.has(codePoint));
}

/** Whether the charts' fonts have every letter of a text. */
export function isDrawable(text: string): boolean {
  const advances = advancesOf('regular');
  return [...text].every((letter) => INVISIBLE_OR_ARABIC.test(letter) || advances.has(letter.codePointAt(0) ?? 0));
}

/** Text broken at spaces into lines no wider than `width` pixels; a single longer word stays whole. */
export function wrapText(text: string, width: number, size: number, weight: FontWeight = 'regular'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}

/** The same in as few lines, but of even length: a title doesn't leave one word alone. */
export function balanceText(text: string, width: number, size: number, weight: FontWeight = 'regular'): string[] {
  const lines = wrapText(text, width, size, weight);
  let best = lines;
  for (let narrower = width * 0.95; narrower > width * 0.4; narrower -= width * 0.05) {
    const tried = wrapText(text, narrower, size, weight);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/** Text cut with an ellipsis to fit `width` pixels. */
export function fitText(text: string, width: number, size: number, weight: FontWeight = 'regular'): string {
  if (textWidth(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, weight) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
