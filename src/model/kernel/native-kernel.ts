import { layoutNumber, type MemoryLayout } from './record.js';
import { LAYOUT } from './records.js';

/** What `native/kernel.c` offers once it is compiled. */
export interface NativeKernel {
  /** The kernel's functions of the same names, on the kernel's memory. */
  readonly draw: (memory: ArrayBuffer, sampling: number, offset: number) => void;
  readonly map: (memory: ArrayBuffer, sampling: number) => void;
  /**
   * Copies `lanes` numbers of each row of a memory, by their addresses, to a store, one after the other from `first` on.
   */
  readonly gather: (memory: ArrayBuffer, rows: Uint32Array, store: Float64Array, first: number, lanes: number) => void;
  /** The number of the layout that it was compiled for. */
  readonly layout: number;
}

/** Goes up where the functions take other arguments: code that was compiled before is recognised by it, as by its records. */
const CALLS = 1;

const layoutOfNative = (layout: MemoryLayout): number => (layoutNumber(layout) + CALLS) | 0;

let current: NativeKernel | null = null;

/** The native code that this thread samples and stores by; `null`: none. */
export const nativeKernel = (): NativeKernel | null => current;

/** Has this thread use native code from now on, unless it was compiled for other records or calls. */
export function useNativeKernel(native: NativeKernel | null): void {
  current = native !== null && native.layout === layoutOfNative(LAYOUT) ? native : null;
}

/** `records.h`: the layout as C has it. Addresses and counts are words. */
export function nativeRecords({ records, constants }: MemoryLayout = LAYOUT): string {
  const structs = Object.entries(records).map(([name, record]) => {
    const fields = Object.keys(record).map((field) => `  uint32_t ${field};\n`);
    return `typedef struct {\n${fields.join('')}} ${name};\n`;
  });
  return [
    ...Object.entries(constants).map(([name, bytes]) => `#define ${name} ${bytes}\n`),
    ...structs,
    `#define LAYOUT ${layoutOfNative({ records, constants })}\n`,
  ].join('');
}
