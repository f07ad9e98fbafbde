/**
 * Plain data as bytes and back: numbers to the last bit (−0, NaN and infinities among them), `undefined`, typed arrays.
 *
 * JSON loses all of these, MessagePack and CBOR libraries lose −0, and V8's own format is neither known to browsers nor the
 * same for equal objects. Here keys are sorted, so equal data has equal bytes and can go by their hash.
 */

/** Kinds of value, a byte each; never to be renumbered, since results are stored by the hash of what they came from. */
const KIND = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  text: 5,
  list: 6,
  map: 7,
  Float64Array: 8,
  Int32Array: 9,
  Uint32Array: 10,
  Uint8Array: 11,
  Uint16Array: 12,
} as const;

const ARRAYS = { Float64Array, Int32Array, Uint32Array, Uint8Array, Uint16Array } as const;
const ARRAY_NAMES = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[];
type TypedArray = InstanceType<(typeof ARRAYS)[keyof typeof ARRAYS]>;

/**
 * Encodes plain data.
 *
 * @throws TypeError for what isn't plain data: functions, symbols, instances of classes, objects within themselves
 */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  write(writer, value, []);
  return writer.bytes();
}

/**
 * Decodes what `encode` made.
 *
 * @throws RangeError for bytes that are cut short, too long, or not of this format
 */
export function decode(bytes: Uint8Array): unknown {
  const reader = new Reader(bytes);
  const value = read(reader);
  if (!reader.atEnd()) throw new RangeError('there are more bytes than the data takes');
  return value;
}

/** @param within the objects that this value is in, outermost first */
function write(writer: Writer, value: unknown, within: unknown[]): void {
  if (typeof value === 'number') {
    writer.byte(KIND.number);
    writer.double(value);
  } else if (typeof value === 'string') {
    writer.byte(KIND.text);
    writer.text(value);
  } else if (typeof value === 'object' && value !== null) {
    writeObject(writer, value, within);
  } else {
    writer.byte(kindOf(value));
  }
}

function kindOf(value: unknown): number {
  if (value === undefined) return KIND.undefined;
  if (value === null) return KIND.null;
  if (typeof value === 'boolean') return value ? KIND.true : KIND.false;
  throw new TypeError(`a ${typeof value} is no data`);
}

function writeObject(writer: Writer, value: object, within: unknown[]): void {
  if (within.includes(value)) throw new TypeError('an object within itself is no data');
  within.push(value);
  const array = arrayName(value);
  if (array !== null) {
    const values = value as TypedArray;
    writer.byte(KIND[array]);
    writer.size(values.length);
    writer.raw(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  } else if (Array.isArray(value)) {
    writer.byte(KIND.list);
    writer.size(value.length);
    for (const item of value) write(writer, item, within);
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError(`a ${value.constructor.name} is no plain data`);
    }
    const keys = Object.keys(value).sort();
    writer.byte(KIND.map);
    writer.size(keys.length);
    for (const key of keys) {
      writer.text(key);
      write(writer, (value as Readonly<Record<string, unknown>>)[key], within);
    }
  }
  within.pop();
}

function arrayName(value: object): keyof typeof ARRAYS | null {
  if (!ArrayBuffer.isView(value)) return null;
  return ARRAY_NAMES.find((name) => value instanceof ARRAYS[name]) ?? null;
}

function read(reader: Reader): unknown {
  const kind = reader.byte();
  switch (kind) {
    case KIND.undefined:
      return undefined;
    case KIND.null:
      return null;
    case KIND.false:
      return false;
    case KIND.true:
      return true;
    case KIND.number:
      return reader.double();
    case KIND.text:
      return reader.text();
    case KIND.list:
      return Array.from({ length: reader.size(1) }, () => read(reader));
    case KIND.map: {
      const entries = Array.from({ length: reader.size(5) }, () => [reader.text(), read(reader)] as const);
      return Object.fromEntries(entries);
    }
    default:
      return readArray(reader, kind);
  }
}

function readArray(reader: Reader, kind: number): TypedArray {
  const name = ARRAY_NAMES.find((one) => KIND[one] === kind);
  if (name === undefined) throw new RangeError(`no data begins with byte ${kind}`);
  const array = ARRAYS[name];
  const length = reader.size(array.BYTES_PER_ELEMENT);
  // A copy: what came may not be aligned, and isn't ours to keep. Of a Node buffer, `slice` would be none.
  return new array(new Uint8Array(reader.raw(length * array.BYTES_PER_ELEMENT)).buffer);
}

const FIRST_ROOM = 4096;
/** Letters up to which text is written letter by letter, as long as each takes a byte. */
const MOST_PLAIN = 64;
const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }) };

class Writer {
  #room = new Uint8Array(FIRST_ROOM);
  #view = new DataView(this.#room.buffer);
  #end = 0;

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#room.slice(0, this.#end);
  }

  byte(value: number): void {
    // Room first: it may be another array afterwards.
    const at = this.#take(1);
    this.#room[at] = value;
  }

  size(value: number): void {
    const at = this.#take(4);
    this.#view.setUint32(at, value, true);
  }

  double(value: number): void {
    const at = this.#take(8);
    this.#view.setFloat64(at, value, true);
  }

  text(value: string): void {
    if (this.#plainText(value)) return;
    const bytes = utf8.encoder.encode(value);
    this.size(bytes.length);
    this.raw(bytes);
  }

  /** Keys and names, most of all text: a call of the encoder costs more than their letters do. */
  #plainText(value: string): boolean {
    const { length } = value;
    if (length > MOST_PLAIN) return false;
    const start = this.#end;
    this.size(length);
    let at = this.#take(length);
    for (let k = 0; k < length; k++) {
      const letter = value.charCodeAt(k);
      if (letter > 0x7f) {
        this.#end = start;
        return false;
      }
      this.#room[at++] = letter;
    }
    return true;
  }

  raw(bytes: Uint8Array): void {
    const at = this.#take(bytes.length);
    this.#room.set(bytes, at);
  }

  #take(count: number): number {
    const at = this.#end;
    this.#end += count;
    if (this.#end > this.#room.length) {
      const room = new Uint8Array(Math.max(this.#end, 2 * this.#room.length));
      room.set(this.#room);
      this.#room = room;
      this.#view = new DataView(room.buffer);
    }
    return at;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#take(1)];
  }

  /** A count of things that take at least `least` bytes each: no more than there is room for. */
  size(least: number): number {
    const count = this.#view.getUint32(this.#take(4), true);
    if (count * least > this.#bytes.length - this.#at) throw new RangeError('the data is cut short');
    return count;
  }

  double(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  text(): string {
    return utf8.decoder.decode(this.raw(this.size(1)));
  }

  raw(count: number): Uint8Array {
    const at = this.#take(count);
    return this.#bytes.subarray(at, at + count);
  }

  #take(count: number): number {
    const at = this.#at;
    if (at + count > this.#bytes.length) throw new RangeError('the data is cut short');
    this.#at += count;
    return at;
  }
}
