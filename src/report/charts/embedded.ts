/** Arabic letters, or the mark that Arabic number forms begin with. */
const RUNS_LEFT = /[\p{Script=Arabic}\u200f\u061c]/u;
const EMBED = '\u202b';
const END = '\u202c';

/** A text whose words run from right to left wherever it is drawn: SVG and canvas take every text for left to right. */
export function embedded(text: string): string {
  return RUNS_LEFT.test(text) ? `${EMBED}${text}${END}` : text;
}
