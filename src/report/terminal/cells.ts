const WITHOUT_WIDTH = /[\p{Cf}\p{Mn}]/gu;

/** Columns of a terminal that a text takes: marks of direction and accents take none. */
export function cellsOf(text: string): number {
  return [...text.replace(WITHOUT_WIDTH, '')].length;
}

/** Spaces up to `width` columns, at the text's end or its start. */
export function padCells(text: string, width: number, side: 'start' | 'end'): string {
  const spaces = ' '.repeat(Math.max(0, width - cellsOf(text)));
  return side === 'end' ? text + spaces : spaces + text;
}

/** Text no wider than `width` columns, cut with an ellipsis. */
export function cutCells(text: string, width: number): string {
  if (cellsOf(text) <= width) return text;
  let fitting = '';
  for (const letter of text) {
    if (cellsOf(fitting + letter) >= width) break;
    fitting += letter;
  }
  return `${fitting}…`;
}

/** Text from a file, without what a terminal would obey. */
export function harmless(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/** Lines no wider than `width`, broken at spaces; a longer word stays whole. */
export function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && cellsOf(line) + 1 + cellsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
