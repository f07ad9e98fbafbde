import { required } from '../required.js';
import { type NativeRoutines, nativeRoutines } from './native/routines.js';
import type { Routine } from './routine.js';
import type { Pass } from './tape.js';
import { emitModule, OPTIONS, routineKey } from './wasm/module.js';

/** Draws that go through a pass together. */
export const CHUNK = OPTIONS.chunk;

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const WORD = Uint32Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;
/** Where the rows begin, and what everything behind them is aligned to: a cache line. */
const LINE = 64;

/** A pass's lists in an image's memory: addresses of rows to be filled with 0, and calls. */
interface LaidPass {
  /** Where the lists begin: one each, or one each for every chunk of a block. */
  readonly rows: readonly number[];
  readonly calls: readonly number[];
  readonly rowCount: number;
  readonly callCount: number;
}

/** Rows before the number `wide` hold a block of so many chunks, the others one chunk, which the next one has after it. */
export interface BlockRows {
  readonly wide: number;
  readonly chunks: number;
}

/**
 * Passes as data, their routines compiled: made once, and handed to any thread (a module's code is shared then, never compiled
 * again). The memory holds the rows, the numbers, then the tables that say where each call's slots stand.
 */
export interface SimdImage {
  readonly module: WebAssembly.Module;
  /** What each routine's native code goes by, in the module's order. */
  readonly routines: readonly string[];
  /** Numbers of the rows' memory, and numbers of the calls. */
  readonly size: number;
  readonly count: number;
  readonly tables: Uint32Array;
  readonly passes: readonly LaidPass[];
}

/** A pass in a memory; `first` is a chunk's first draw in its block, a multiple of `CHUNK`. */
interface SimdPass {
  clear(first: number): void;
  run(first: number): void;
}

/** An image in a memory of its own. */
interface SimdProgram {
  readonly rows: Float64Array;
  readonly numbers: Float64Array;
  readonly passes: readonly SimdPass[];
}

interface Drivers {
  readonly run: (calls: number, count: number, offset: number) => void;
  readonly clear: (rows: number, count: number, offset: number) => void;
}

interface Places {
  readonly rows: number;
  readonly numbers: number;
  readonly tables: number;
}

/** Addresses of an image's parts; a chunk may reach beyond the last row's draws, for which there is room. */
function placesOf(size: number, count: number): Places {
  const aligned = (address: number): number => Math.ceil(address / LINE) * LINE;
  const numbers = aligned(LINE + (size + CHUNK) * DOUBLE);
  return { rows: LINE, numbers, tables: aligned(numbers + Math.max(1, count) * DOUBLE) };
}

/**
 * Lays passes out, and compiles their routines.
 *
 * @param size numbers of the rows' memory
 * @param count numbers of the calls
 * @param block left out: all rows hold a block's draws. Otherwise the lists are laid for each chunk, as they name rows of both kinds
 */
export function laySimdImage(size: number, count: number, passes: readonly Pass[], block?: BlockRows): SimdImage {
  const routines = [...new Set(passes.flatMap(({ calls }) => calls.map(({ routine }) => routine)))];
  const index = new Map(routines.map((routine, k) => [routine, k]));
  const places = placesOf(size, count);
  const words: number[] = [];
  const laid = passes.map((pass) => layPass(pass, places, { index, words, block }));
  const module = new WebAssembly.Module(emitModule(routines) as Uint8Array<ArrayBuffer>);
  return { module, routines: routines.map(routineKey), size, count, tables: sharedWords(words), passes: laid };
}

/**
 * Gives an image a memory of its own.
 *
 * @param native native code, which takes the place of the module's where it has all of the image's routines
 */
export function openSimdImage(
  { module, routines, size, count, tables, passes }: SimdImage,
  native: NativeRoutines | null = nativeRoutines(),
): SimdProgram {
  const places = placesOf(size, count);
  const memory = new WebAssembly.Memory({ initial: Math.ceil((places.tables + tables.byteLength) / PAGE) });
  new Uint32Array(memory.buffer, places.tables, tables.length).set(tables);
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: routines.length });
  const { exports } = new WebAssembly.Instance(module, { env: { memory, table } });
  routines.forEach((_, k) => {
    table.set(k, exports[`r${k}`] as () => void);
  });
  const drivers = exports as unknown as Drivers;
  const run = native?.open(memory.buffer, routines) ?? drivers.run;
  return {
    rows: new Float64Array(memory.buffer, places.rows, size),
    numbers: new Float64Array(memory.buffer, places.numbers, count),
    passes: passes.map(({ rows, rowCount, calls, callCount }) => {
      // Lists of one chunk name its rows as they are.
      const isApart = calls.length > 1;
      const which = (first: number): number => (isApart ? first / CHUNK : 0);
      const offset = (first: number): number => (isApart ? 0 : first * DOUBLE);
      return {
        clear: (first) => drivers.clear(rows[which(first)], rowCount, offset(first)),
        run: (first) => run(calls[which(first)], callCount, offset(first)),
      };
    }),
  };
}

/** Words in memory that threads share where there is such: they are handed to each with every job. */
function sharedWords(words: readonly number[]): Uint32Array {
  const bytes = words.length * WORD;
  const shared = new Uint32Array(
    typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes),
  );
  shared.set(words);
  return shared;
}

/** Writes a pass's records and lists behind the words that are there; for each chunk of a block where rows are of two kinds. */
function layPass(
  { cleared, calls }: Pass,
  places: Places,
  {
    index,
    words,
    block,
  }: {
    readonly index: ReadonlyMap<Routine, number>;
    readonly words: number[];
    readonly block: BlockRows | undefined;
  },
): LaidPass {
  const begin = words.length;
  const address = (at: number): number => places.tables + at * WORD;
  /** Words that name a row of a whole block, and words that name a record. */
  const wide: number[] = [];
  const records: number[] = [];
  const putRow = (start: number): void => {
    if (block !== undefined && start < block.wide) wide.push(words.length);
    words.push(places.rows + start * DOUBLE);
  };
  const recordOf: number[] = [];
  for (const { routine, places: slots } of calls) {
    recordOf.push(address(words.length));
    routine.loads.forEach(({ kind }, k) => {
      const at = slots.loads[k];
      if (kind === 'numbers' || kind === 'decisions') words.push(places.numbers + at * DOUBLE);
      else putRow(at);
    });
    for (const at of slots.stores) putRow(at);
  }
  const list = words.length;
  calls.forEach(({ routine }, k) => {
    words.push(required(index.get(routine)));
    records.push(words.length);
    words.push(recordOf[k]);
  });
  const rows = words.length;
  for (const start of cleared) putRow(start);
  const length = words.length - begin;
  for (let chunk = 1; chunk < (block?.chunks ?? 1); chunk++) {
    const shift = chunk * length;
    for (let at = begin; at < begin + length; at++) words.push(words[at]);
    for (const at of wide) words[at + shift] += chunk * CHUNK * DOUBLE;
    for (const at of records) words[at + shift] += shift * WORD;
  }
  const ofEach = (at: number): number[] =>
    Array.from({ length: block?.chunks ?? 1 }, (_, chunk) => address(at + chunk * length));
  return { rows: ofEach(rows), calls: ofEach(list), rowCount: cleared.length, callCount: calls.length };
}
