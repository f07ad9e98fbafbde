import { double, I32, signed, unsigned, V128 } from './bytes.js';

/** Instructions on vectors of two doubles, all behind one prefix. */
const VECTOR_PREFIX = 0xfd;
const VECTOR = {
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

/** Bytes that grow as they are written. */
class Bytes {
  private room = new Uint8Array(1024);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.room.length) this.grow(1);
    this.room[this.length++] = value;
  }

  /** A whole number in LEB128. */
  whole(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  all(values: ArrayLike<number>): void {
    if (this.length + values.length > this.room.length) this.grow(values.length);
    this.room.set(values, this.length);
    this.length += values.length;
  }

  written(): Uint8Array {
    return this.room.slice(0, this.length);
  }

  private grow(by: number): void {
    const room = new Uint8Array(2 * this.room.length + by);
    room.set(this.room);
    this.room = room;
  }
}

/** A function's code as it is written, instruction by instruction. */
export class Code {
  private bytes = new Bytes();
  private readonly types: number[] = [];

  /** @param parameters how many the function has, all whole numbers */
  constructor(private readonly parameters: number) {}

  /** Writes something aside, to be put in its place with `append` when what comes before it is known. */
  aside(write: () => void): Uint8Array {
    const before = this.bytes;
    this.bytes = new Bytes();
    write();
    const written = this.bytes.written();
    this.bytes = before;
    return written;
  }

  append(written: Uint8Array): this {
    this.bytes.all(written);
    return this;
  }

  parameter(index: number): Local {
    return { index };
  }

  local(type: typeof I32 | typeof V128): Local {
    this.types.push(type);
    return { index: this.parameters + this.types.length - 1 };
  }

  get({ index }: Local): this {
    return this.put(0x20, index);
  }

  set({ index }: Local): this {
    return this.put(0x21, index);
  }

  tee({ index }: Local): this {
    return this.put(0x22, index);
  }

  whole(value: number): this {
    this.bytes.byte(0x41);
    this.bytes.all(signed(value));
    return this;
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
    return this.put(0x28, 2, offset);
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
    return this.put(0x0d, depth);
  }

  callIndirect(type: number): this {
    return this.put(0x11, type, 0);
  }

  load(offset: number): this {
    return this.vector('load', 4, offset);
  }

  loadSplat(offset: number): this {
    return this.vector('loadSplat', 3, offset);
  }

  store(offset: number): this {
    return this.vector('store', 4, offset);
  }

  /** The same double twice. */
  both(value: number): this {
    return this.constant(double(value));
  }

  /** The same 64 bits twice, low word first. */
  bits(low: number, high: number): this {
    const half = new Uint8Array(Uint32Array.of(low, high).buffer);
    return this.constant(half);
  }

  /** @param a first of its immediates, where it has any */
  vector(instruction: VectorInstruction, a?: number, b?: number): this {
    this.bytes.byte(VECTOR_PREFIX);
    this.bytes.whole(VECTOR[instruction]);
    if (a !== undefined) this.bytes.whole(a);
    if (b !== undefined) this.bytes.whole(b);
    return this;
  }

  /** The function's body in a module. */
  finish(): Uint8Array {
    const runs: { type: number; count: number }[] = [];
    for (const type of this.types) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    const locals = new Bytes();
    locals.whole(runs.length);
    for (const { type, count } of runs) {
      locals.whole(count);
      locals.byte(type);
    }
    this.bytes.byte(0x0b);
    const head = locals.written();
    const code = this.bytes.written();
    const body = new Bytes();
    body.all(unsigned(head.length + code.length));
    body.all(head);
    body.all(code);
    return body.written();
  }

  private constant(half: ArrayLike<number>): this {
    this.vector('constant');
    this.bytes.all(half);
    this.bytes.all(half);
    return this;
  }

  /** A byte, and its immediates in LEB128. */
  private put(byte: number, a?: number, b?: number): this {
    this.bytes.byte(byte);
    if (a !== undefined) this.bytes.whole(a);
    if (b !== undefined) this.bytes.whole(b);
    return this;
  }
}

export { I32, V128 };
