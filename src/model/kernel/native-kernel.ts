import { layoutNumber, type MemoryLayout } from './record.js';
import { LAYOUT } from './records.js';

/** What `native/kernel.c` offers once it is compiled. */
export interface NativeKernel {
  /** The kernel's functions of the same names, on the kernel's memory. */
  readonly draw: (memory: ArrayBuffer, sampling: number, offset: number) => void;
  readonly map: (memory: ArrayBuffer, sampling: number) => void;
  /**
   * Copies rows of a memory, by their addresses, to a store of `draws` numbers a series: `lanes` of each, the first of them at `start`.
   */
  readonly gather: (
    memory: ArrayBuffer,
    rows: Uint32Array,
    store: Float64Array,
    draws: number,
    start: number,
    lanes: number,
  ) => void;
  /** The number of the layout that it was compiled for. */
  readonly layout: number;
}

let current: NativeKernel | null = null;

/** The native code that this thread samples and stores by; `null`: none. */
export const nativeKernel = (): NativeKernel | null => current;

/** Has this thread use native code from now on, unless it was compiled for other records. */
export function useNativeKernel(native: NativeKernel | null): void {
  current = native !== null && native.layout === layoutNumber(LAYOUT) ? native : null;
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
    `#define LAYOUT ${layoutNumber({ records, constants })}\n`,
  ].join('');
}
