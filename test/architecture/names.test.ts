import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Words for which the field has terms: reported or stated, satisfied or stored, validated or converged, relaxed. */
const DIALECT = /\b\w*(?:[tT]old|TOLD|[kK]ept|KEPT|[sS]ettled|SETTLED|[lL]oosened)(?![a-z])\w*/g;
/** What is no code: comments, and texts between quotation marks on one line or between backticks. */
const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

/** `kept` is a status of results and a count of readings, as their formats have it; a promise is settled. */
const FORMATS = new Set(['kept', 'allSettled', 'settled']);

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name));

/** In comments; what two things are told apart by is plain English. */
const IN_COMMENTS = /\b(?:told(?! apart)|settled|loosened)\b/gi;

function commentsOf(text: string): string {
  return [...text.matchAll(NO_CODE)].flatMap(([one]) => (one.startsWith('/') ? [one] : [])).join('\n');
}

function dialectIn(text: string): readonly string[] {
  return [...text.replace(NO_CODE, '').matchAll(DIALECT)].map(([word]) => word).filter((word) => !FORMATS.has(word));
}

describe('names', () => {
  it('of the house are found', () => {
    expect(dialectIn("const told = isKept(x); // it is told\nconst a = 'kept back';")).toEqual(['told', 'isKept']);
  });

  it("are the field's in comments, too", () => {
    expect(commentsOf("const a = 'told'; // it is told, and told apart\n/* settled */").match(IN_COMMENTS)).toEqual([
      'told',
      'settled',
    ]);
    const found = FILES.flatMap((path) =>
      [...commentsOf(readFileSync(path, 'utf8')).matchAll(IN_COMMENTS)].map(([word]) => `${path}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it("are the field's", () => {
    expect(FILES.length).toBeGreaterThan(500);
    const found = FILES.flatMap((path) => dialectIn(readFileSync(path, 'utf8')).map((word) => `${path}: ${word}`));
    expect([...new Set(found)]).toEqual([]);
  });
});
