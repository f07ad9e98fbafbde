/** What every kernel offers. */
export interface BareExports {
  readonly memory: WebAssembly.Memory;
  /** First byte that the kernel's own constants leave free. */
  readonly heapBase: () => number;
}

/** The model's kernel's functions; addresses in bytes. */
interface KernelExports extends BareExports {
  /** What its records look like, as a number. */
  readonly layout: () => number;
  /** A replicate's direction numbers and digital shifts of `count` sources, from 33 random words each (used up) and unscrambled numbers. */
  readonly scramble: (words: number, unscrambled: number, directions: number, shifts: number, count: number) => void;
  /** A block's normals. */
  readonly draw: (sampling: number, offset: number) => void;
  /** Inputs and noise from the normals, as they now are. */
  readonly map: (sampling: number) => void;
  readonly prepare: (program: number, lanes: number) => void;
  /**
   * Elementary functions over arrays: 0 exp, 1 exp(−x), 2 1 − exp(−x), 3 (1 − exp(−x)) / x, all but the first for x ≥ 0; 4 exp, four
   * numbers together.
   */
  readonly evaluate: (what: number, from: number, to: number, bytes: number) => void;
  /**
   * 128 means to Poisson counts, in place, from a stream whose four words stand at `state`; room for 128 words, a row and 130
   * half-words.
   */
  readonly count: (state: number, means: number, bits: number, row: number, list: number) => void;
  /** 128 random words to standard normals; `list` has room for 130 half-words. */
  readonly normals: (bits: number, to: number, list: number) => void;
}

/** A kernel with a memory of its own, handed out from front to back and never given back. */
export interface KernelInstance<Exports extends BareExports = KernelExports> {
  readonly exports: Exports;
  /**
   * Room for `bytes` at a multiple of 64 (a cache line). Views made before are void afterwards: the memory may have grown,
   * so everything is laid out first and looked at later.
   */
  allocate(bytes: number): number;
  doubles(address: number, length: number): Float64Array;
  words(address: number, length: number): Uint32Array;
}

const PAGE = 65_536;
const LINE = 64;

/** Starts a kernel; about 0.1 ms, the module being compiled. */
export function startKernel<Exports extends BareExports = KernelExports>(
  module: WebAssembly.Module,
): KernelInstance<Exports> {
  const exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  const { memory } = exports;
  let next = exports.heapBase();
  return {
    exports,
    allocate(bytes) {
      const address = Math.ceil(next / LINE) * LINE;
      next = address + bytes;
      const missing = Math.ceil((next - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      return address;
    },
    doubles: (address, length) => new Float64Array(memory.buffer, address, length),
    words: (address, length) => new Uint32Array(memory.buffer, address, length),
  };
}
