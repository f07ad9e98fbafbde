/** Arabic letters, or the mark that Arabic number forms begin with. */
const RUNS_LEFT = /[\p{Script=Arabic}\u200f\u061c]/u;
const EMBED = '\u202b';
const END = '\u202c';

/** A text whose words run from right to left wherever it is drawn: SVG and canvas take every text for left to right. */
export function embedded(text: string): string {
  return RUNS_LEFT.test(text) ? `${EMBED}${text}${END}` : text;
}

/** The string literals of an axis' label expression. */
const LITERAL = /"(?:[^"\\]|\\.)*"/g;

/** A spec, or rows for one, with all of its words so. */
export function embeddedIn(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    return key === 'labelExpr'
      ? value.replace(LITERAL, (literal) => JSON.stringify(embedded(String(JSON.parse(literal)))))
      : embedded(value);
  }
  if (Array.isArray(value)) return value.map((item) => embeddedIn(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, embeddedIn(item, name)]));
}
