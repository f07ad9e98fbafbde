import { double, I32, signed, sized, unsigned, V128, vector } from './bytes.js';

/** Instructions on vectors of two doubles, all behind one prefix. */
const VECTOR_PREFIX = 0xfd;
export const VECTOR = {
  load: 0x00,
  loadSplat: 0x0a,
  store: 0x0b,
  constant: 0x0c,
  equal: 0x47,
  above: 0x4a,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  choose: 0x52,
  anyTrue: 0x53,
  shiftLeft: 0xcb,
  shiftRight: 0xcd,
  addWhole: 0xce,
  absolute: 0xec,
  negate: 0xed,
  root: 0xef,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  /** NaN where one of them is. */
  minimum: 0xf4,
  maximum: 0xf5,
  /** b where b < a, else a: one instruction, unlike the minimum. */
  smaller: 0xf6,
  /** b where a < b, else a. */
  larger: 0xf7,
} as const;
export type VectorInstruction = keyof typeof VECTOR;

/** A local variable of a function. */
export interface Local {
  readonly index: number;
}

/** A function's code as it is written, instruction by instruction. */
export class Code {
  private bytes: number[] = [];
  private readonly types: number[] = [];

  /** @param parameters how many the function has, all whole numbers */
  constructor(private readonly parameters: number) {}

  /** Writes something aside, to be put in its place with `append` when what comes before it is known. */
  aside(write: () => void): readonly number[] {
    const before = this.bytes;
    this.bytes = [];
    write();
    const written = this.bytes;
    this.bytes = before;
    return written;
  }

  append(written: readonly number[]): this {
    return this.put(...written);
  }

  parameter(index: number): Local {
    return { index };
  }

  local(type: typeof I32 | typeof V128): Local {
    this.types.push(type);
    return { index: this.parameters + this.types.length - 1 };
  }

  get({ index }: Local): this {
    return this.put(0x20, ...unsigned(index));
  }

  set({ index }: Local): this {
    return this.put(0x21, ...unsigned(index));
  }

  tee({ index }: Local): this {
    return this.put(0x22, ...unsigned(index));
  }

  whole(value: number): this {
    return this.put(0x41, ...signed(value));
  }

  addWhole(): this {
    return this.put(0x6a);
  }

  multiplyWhole(): this {
    return this.put(0x6c);
  }

  /** Whether the number below the stack's top is less than it, neither being negative. */
  isBelow(): this {
    return this.put(0x49);
  }

  isZero(): this {
    return this.put(0x45);
  }

  /** The word at the address on the stack, so many bytes further. */
  loadWord(offset: number): this {
    return this.put(0x28, 2, ...unsigned(offset));
  }

  loop(): this {
    return this.put(0x03, 0x40);
  }

  block(): this {
    return this.put(0x02, 0x40);
  }

  when(): this {
    return this.put(0x04, 0x40);
  }

  otherwise(): this {
    return this.put(0x05);
  }

  end(): this {
    return this.put(0x0b);
  }

  /** Goes on with the `depth`-th loop around, or leaves that block, if the number on the stack isn't 0. */
  branchIf(depth: number): this {
    return this.put(0x0d, ...unsigned(depth));
  }

  callIndirect(type: number): this {
    return this.put(0x11, ...unsigned(type), 0);
  }

  load(offset: number): this {
    return this.vector('load', 4, ...unsigned(offset));
  }

  loadSplat(offset: number): this {
    return this.vector('loadSplat', 3, ...unsigned(offset));
  }

  store(offset: number): this {
    return this.vector('store', 4, ...unsigned(offset));
  }

  /** The same double twice. */
  both(value: number): this {
    return this.vector('constant', ...double(value), ...double(value));
  }

  /** The same 64 bits twice, low word first. */
  bits(low: number, high: number): this {
    const half = [...new Uint8Array(Uint32Array.of(low, high).buffer)];
    return this.vector('constant', ...half, ...half);
  }

  vector(instruction: VectorInstruction, ...immediates: readonly number[]): this {
    return this.put(VECTOR_PREFIX, ...unsigned(VECTOR[instruction]), ...immediates);
  }

  /** The function's body in a module. */
  finish(): number[] {
    const runs: { type: number; count: number }[] = [];
    for (const type of this.types) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    const locals = vector(runs.map(({ type, count }) => [...unsigned(count), type]));
    return sized([...locals, ...this.bytes, 0x0b]);
  }

  private put(...bytes: readonly number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }
}

export { I32, V128 };
