/** Rows of a chart that were chosen together, the first and the last. */
export type Part = readonly [first: number, last: number];

export function partFrom(one: number, other: number): Part {
  return [Math.min(one, other), Math.max(one, other)];
}

/** Where a key leads from a row; `null`: nowhere. Time runs from left to right in every language's charts. */
export function stepped(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
