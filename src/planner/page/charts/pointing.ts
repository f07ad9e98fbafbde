/** Rows of a chart that were chosen together, the first and the last. */
export type Part = readonly [first: number, last: number];

export function partFrom(one: number, other: number): Part {
  return [Math.min(one, other), Math.max(one, other)];
}

/** What a key is in a picture that is drawn from the right. */
const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** Where a key leads from a row; `null`: nowhere. @param fromTheRight the first row stands at the right */
export function stepped(key: string, at: number, last: number, fromTheRight: boolean): number | null {
  switch (fromTheRight ? (MIRRORED[key] ?? key) : key) {
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
