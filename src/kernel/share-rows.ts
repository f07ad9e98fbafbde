import type { Places } from './evaluate.js';
import { number as constant } from './expression.js';
import { type Load, lower } from './routine.js';
import { defineStep } from './step.js';
import type { Call, Pass } from './tape.js';

/** Passes whose rows share room, and where each row stands now. */
interface SharedRows<Kind extends string> {
  readonly passes: Readonly<Record<Kind, readonly Pass[]>>;
  /** Where a row stands that is looked at from outside, or of one before `first`; −1 where it isn't there. */
  place(row: number): number;
  /** Rows before this number hold a whole block's draws, the others those of one chunk. */
  readonly wide: number;
  /** Numbers of the memory. */
  readonly size: number;
}

/** What is looked at from outside, and where rows may be moved. */
interface SharingOptions {
  /** Rows before this number stay where they are. */
  readonly first: number;
  /** Numbers from a row's start to the next one's. */
  readonly stride: number;
  /** Rows that others read or write between the passes, or after them. */
  readonly seen: Iterable<number>;
  /** Rows that others copy in one go: those of them that may be moved stand first, one after the other, in this order; left out: none. */
  readonly copied?: CopiedRows;
  /** Where chunks go through the passes one after the other; left out: each pass does all of a block's draws. */
  readonly chunks?: ChunkRows;
}

/** Rows that are looked at from outside, too. */
interface CopiedRows {
  readonly rows: readonly number[];
  /** Numbers from the start of one to the next one's. */
  readonly stride: number;
}

/** Rows of one chunk, which the next chunk has after it, so that they stay in the cache. */
interface ChunkRows {
  /** Numbers from the start of such a row to the next one's. */
  readonly stride: number;
  /** How many of the passes forward a chunk goes through before the next chunk begins; the others come when all have. */
  readonly together: number;
}

/** Fills a row with 0: what is added to afterwards begins there. */
const EMPTY = lower(defineStep({ name: 'empty' }, () => ({ writes: { row: constant(0) } })));

/** Rows by number, `first` being that of row 0; calls are numbered through all passes, way back included. */
interface Needs {
  /** The call in which a row is first touched, and the last one; −1: none. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where a row has a place of its own for good. */
  readonly always: Uint8Array;
  /** 1 where a pass wants it to be 0 before its first call. */
  readonly empty: Uint8Array;
  /** 1 where it holds all of a block's draws. */
  readonly wide: Uint8Array;
}

/**
 * Gives rows that aren't needed at the same time the same room, so that a chunk's rows stay in the cache, and memory grows with
 * what is alive at once rather than with lines × periods. What is computed is the same to the last bit.
 *
 * @param forward passes that run one after the other, and give what they give
 * @param back passes that run any number of times after all of those: rows of theirs that these have written stay as they are
 */
export function shareRows(
  forward: readonly Pass[],
  back: readonly Pass[],
  { first, stride, seen, copied, chunks }: SharingOptions,
): SharedRows<'forward' | 'back'> {
  const number = (row: number): number => (row - first) / stride;
  const outside = [...seen, ...(copied?.rows ?? [])];
  const needs = needsOf(forward, back, { first, number, seen: outside, together: chunks?.together ?? null });
  const { from, always, empty } = needs;
  const { at, wide, size } = roomFor(needs, {
    ...{ first, stride, narrow: chunks?.stride ?? stride },
    copied: (copied?.rows ?? []).filter((row) => row >= first).map(number),
    dense: copied?.stride ?? stride,
  });
  const place = (row: number): number => (row < first ? row : at[number(row)]);

  let call = 0;
  const moved = (passes: readonly Pass[]): Pass[] =>
    passes.map((pass) => {
      const calls: Call[] = [];
      const begin = (row: number): void => {
        if (row < first) return;
        const k = number(row);
        if (from[k] !== call || always[k] === 1 || empty[k] === 0) return;
        // A call may name a row twice.
        empty[k] = 0;
        calls.push({ routine: EMPTY, places: { loads: [], stores: [at[k]] } });
      };
      for (const { routine, places } of pass.calls) {
        const { loads } = routine;
        const to: Places = {
          loads: places.loads.map((row, k) => {
            if (isNumber(loads[k])) return row;
            begin(row);
            return place(row);
          }),
          stores: places.stores.map((row) => {
            begin(row);
            return place(row);
          }),
        };
        calls.push({ routine, places: to });
        call++;
      }
      return { cleared: pass.cleared.filter((row) => row < first || always[number(row)] === 1).map(place), calls };
    });
  return {
    passes: { forward: moved(forward), back: moved(back) },
    place,
    wide: chunks === undefined ? size : wide,
    size,
  };
}

const isNumber = ({ kind }: Load): boolean => kind === 'numbers' || kind === 'decisions';

function needsOf(
  forward: readonly Pass[],
  back: readonly Pass[],
  {
    first,
    number,
    seen,
    together,
  }: {
    readonly first: number;
    readonly number: (row: number) => number;
    readonly seen: Iterable<number>;
    readonly together: number | null;
  },
): Needs {
  const outside = [...seen].filter((row) => row >= first);
  const last = lastRow([...forward, ...back], outside);
  // Passes that touch no row of their own: there is nothing to give room to.
  const count = last < first ? 0 : number(last) + 1;
  const needs: Needs = {
    from: new Int32Array(count).fill(-1),
    to: new Int32Array(count).fill(-1),
    always: new Uint8Array(count),
    empty: new Uint8Array(count),
    wide: new Uint8Array(count),
  };
  const { from, to, always, empty, wide } = needs;
  for (const row of outside) {
    always[number(row)] = 1;
    wide[number(row)] = 1;
  }
  let call = 0;
  const touch = (row: number, reads: boolean): void => {
    if (row < first) return;
    const k = number(row);
    if (from[k] < 0) {
      from[k] = call;
      // What is read before anything is written to it, though nobody clears it, is 0 for good, or what the last evaluation left.
      if (reads && empty[k] === 0) always[k] = 1;
    }
    to[k] = call;
  };
  const go = (passes: readonly Pass[]): void => {
    for (const { calls, cleared } of passes) {
      for (const row of cleared) {
        if (row < first) continue;
        // Cleared once it has been touched: that is done at the pass's beginning.
        if (from[number(row)] >= 0) always[number(row)] = 1;
        empty[number(row)] = 1;
      }
      for (const { routine, places } of calls) {
        const { loads } = routine;
        places.loads.forEach((row, k) => {
          if (!isNumber(loads[k])) touch(row, true);
        });
        for (const row of places.stores) touch(row, false);
        call++;
      }
    }
  };
  const apart = together === null ? Number.POSITIVE_INFINITY : callsOf(forward.slice(0, together));
  go(forward);
  const turn = call;
  const later = Int32Array.from(to);
  go(back);
  for (let k = 0; k < count; k++) {
    // Read when all chunks have gone through what fills it.
    if (from[k] >= 0 && from[k] < apart && later[k] >= apart) always[k] = wide[k] = 1;
    // The way back reads it, time after time; or nobody touches it, but it is cleared.
    if (from[k] >= 0 && from[k] < turn && to[k] >= turn) always[k] = 1;
    if (from[k] < 0 && empty[k] === 1) always[k] = 1;
  }
  return needs;
}

const callsOf = (passes: readonly Pass[]): number => passes.reduce((sum, { calls }) => sum + calls.length, 0);

function lastRow(passes: readonly Pass[], others: readonly number[]): number {
  let last = -1;
  const look = (row: number): void => {
    if (row > last) last = row;
  };
  for (const row of others) look(row);
  for (const { calls, cleared } of passes) {
    for (const row of cleared) look(row);
    for (const { routine, places } of calls) {
      places.loads.forEach((row, k) => {
        if (!isNumber(routine.loads[k])) look(row);
      });
      for (const row of places.stores) look(row);
    }
  }
  return last;
}

/**
 * Room for every row: one of its own for those that are always needed; a row that is needed no more leaves its room to a later call. Those
 * of a whole block come first.
 *
 * @param narrow numbers from the start of a row of one chunk to the next one's
 * @param copied numbers of the rows that stand first, `dense` numbers apart
 */
function roomFor(
  { from, to, always, wide }: Needs,
  {
    first,
    stride,
    narrow,
    copied,
    dense,
  }: Pick<SharingOptions, 'first' | 'stride'> & {
    readonly narrow: number;
    readonly copied: readonly number[];
    readonly dense: number;
  },
): { readonly at: Int32Array; readonly wide: number; readonly size: number } {
  const at = new Int32Array(from.length).fill(-1);
  let next = first;
  for (const k of copied) {
    if (at[k] >= 0) continue;
    at[k] = next;
    next += dense;
  }
  const take = (rowsOf: 0 | 1, width: number): void => {
    for (let k = 0; k < at.length; k++) {
      if (always[k] === 0 || wide[k] !== rowsOf || at[k] >= 0) continue;
      at[k] = next;
      next += width;
    }
  };
  take(1, stride);
  const end = next;
  take(0, narrow);
  const shared = [...from.keys()].filter((k) => always[k] === 0 && from[k] >= 0).sort((a, b) => from[a] - from[b]);
  const ending = shared.slice().sort((a, b) => to[a] - to[b]);
  const free: number[] = [];
  let done = 0;
  for (const k of shared) {
    // A call's own rows are apart: what it adds to may have to be 0 before it.
    for (; to[ending[done]] < from[k]; done++) free.push(at[ending[done]]);
    const room = free.pop() ?? next;
    if (room === next) next += narrow;
    at[k] = room;
  }
  return { at, wide: end, size: next };
}
