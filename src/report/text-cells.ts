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
