import type { Routine } from './routine.js';
import type { Pass } from './tape.js';
import { emitModule, OPTIONS } from './wasm/module.js';

/** Draws that go through a pass together. */
export const CHUNK = OPTIONS.chunk;

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** The memory that passes work on, and room in it. */
export interface SimdMemory {
  readonly memory: WebAssembly.Memory;
  /** Room for so many bytes, kept for good. */
  allocate(bytes: number): number;
  /** Addresses of the first row's and of the first number's first byte. */
  readonly rows: number;
  readonly numbers: number;
}

/** A pass laid out in a memory; `first` is a chunk's first draw in its block, a multiple of `CHUNK`. */
export interface SimdPass {
  clear(first: number): void;
  run(first: number): void;
}

interface Drivers {
  readonly run: (calls: number, count: number, offset: number) => void;
  readonly clear: (rows: number, count: number, offset: number) => void;
}

/** Lays passes out in a memory, their routines compiled; views of the memory made before are void. */
export function createSimdPasses(target: SimdMemory, passes: readonly Pass[]): SimdPass[] {
  const routines = [...new Set(passes.flatMap(({ calls }) => calls.map(({ routine }) => routine)))];
  const index = new Map(routines.map((routine, k) => [routine, k]));
  const laid = passes.map((pass) => layPass(target, pass, index));
  const drivers = instantiate(target.memory, routines);
  return laid.map(({ rows, rowCount, calls, callCount }) => ({
    clear: (first) => drivers.clear(rows, rowCount, first * DOUBLE),
    run: (first) => drivers.run(calls, callCount, first * DOUBLE),
  }));
}

function instantiate(memory: WebAssembly.Memory, routines: readonly Routine[]): Drivers {
  const table = new WebAssembly.Table({ element: 'anyfunc', initial: routines.length });
  const module = new WebAssembly.Module(emitModule(routines) as Uint8Array<ArrayBuffer>);
  const { exports } = new WebAssembly.Instance(module, { env: { memory, table } });
  routines.forEach((_, k) => {
    table.set(k, exports[`r${k}`] as () => void);
  });
  return exports as unknown as Drivers;
}

function layPass(target: SimdMemory, { cleared, calls }: Pass, index: ReadonlyMap<Routine, number>) {
  const { memory, allocate } = target;
  const write = (words: readonly number[]): number => {
    const address = allocate(words.length * WORD);
    new Uint32Array(memory.buffer, address, words.length).set(words);
    return address;
  };
  const row = (start: number): number => target.rows + start * DOUBLE;
  const records = calls.map(({ routine, places }) => [
    ...routine.loads.map(({ kind }, k) => {
      const at = places.loads[k]!;
      return kind === 'numbers' || kind === 'decisions' ? target.numbers + at * DOUBLE : row(at);
    }),
    ...places.stores.map(row),
  ]);
  const first = write(records.flat());
  let next = first;
  const list = calls.flatMap(({ routine }, k) => {
    const record = next;
    next += records[k]!.length * WORD;
    return [index.get(routine)!, record];
  });
  return {
    rows: write(cleared.map(row)),
    rowCount: cleared.length,
    calls: write(list),
    callCount: calls.length,
  };
}
