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
  readonly rows: number;
  readonly rowCount: number;
  readonly calls: number;
  readonly callCount: number;
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
export interface SimdPass {
  clear(first: number): void;
  run(first: number): void;
}

/** An image in a memory of its own. */
export interface SimdProgram {
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
 */
export function laySimdImage(size: number, count: number, passes: readonly Pass[]): SimdImage {
  const routines = [...new Set(passes.flatMap(({ calls }) => calls.map(({ routine }) => routine)))];
  const index = new Map(routines.map((routine, k) => [routine, k]));
  const places = placesOf(size, count);
  const words: number[] = [];
  const write = (some: readonly number[]): number => {
    const address = places.tables + words.length * WORD;
    for (const word of some) words.push(word);
    return address;
  };
  const laid = passes.map((pass) => layPass(pass, places, index, write));
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
    passes: passes.map(({ rows, rowCount, calls, callCount }) => ({
      clear: (first) => drivers.clear(rows, rowCount, first * DOUBLE),
      run: (first) => run(calls, callCount, first * DOUBLE),
    })),
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

function layPass(
  { cleared, calls }: Pass,
  places: Places,
  index: ReadonlyMap<Routine, number>,
  write: (words: readonly number[]) => number,
): LaidPass {
  const row = (start: number): number => places.rows + start * DOUBLE;
  const list: number[] = [];
  for (const { routine, places: slots } of calls) {
    const loads = routine.loads.map(({ kind }, k) => {
      const at = slots.loads[k];
      return kind === 'numbers' || kind === 'decisions' ? places.numbers + at * DOUBLE : row(at);
    });
    list.push(required(index.get(routine)), write([...loads, ...slots.stores.map(row)]));
  }
  return { rows: write(cleared.map(row)), rowCount: cleared.length, calls: write(list), callCount: calls.length };
}
