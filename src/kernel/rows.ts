import type { Row } from './bindings.js';

/** Hands out rows of a block's memory, from the front to the back. */
export interface RowTable {
  /** A new row; with room for the derivative by it where the table was made for gradients. */
  row(): Row;
  /** Numbers that have been handed out. */
  readonly size: number;
}

/**
 * @param stride numbers from a row's start to the next one's
 * @param start first number that is free
 */
export function createRowTable(
  stride: number,
  { gradients, start = 0 }: { readonly gradients: boolean; readonly start?: number },
): RowTable {
  let next = start;
  const take = (): number => {
    next += stride;
    return next - stride;
  };
  return {
    row: () => ({ value: take(), bar: gradients ? take() : -1 }),
    get size() {
      return next;
    },
  };
}
