import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/engine/codec.js';
import { contentId } from '../../src/engine/programs.js';
import { compileProgram } from '../../src/model/compile.js';
import { readScenario } from '../../src/scenario/index.js';

const scenarios = resolve(import.meta.dirname, '../../scenarios');

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324, 2 ** 53),
);
const leaf = fc.oneof(
  number,
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.float64Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.uint8Array(),
  fc.uint16Array(),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('data')), fc.dictionary(fc.string(), tie('data'))),
}));

describe('data as bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(decode(encode(value))).toStrictEqual(structuredClone(value));
      }),
    );
  });

  it('keep a byte order mark that a text begins with', () => {
    expect(decode(encode({ text: '\ufeffDay,Spend' }))).toEqual({ text: '\ufeffDay,Spend' });
  });

  it('have text in UTF-8, whether short or long, of whatever letters', () => {
    for (const length of [0, 1, 63, 64, 65, 200]) {
      for (const letter of ['a', '\x7f', '\x80', 'ı', '世', '\u{1f4a1}']) {
        for (const text of [letter.repeat(length), `${'b'.repeat(length)}${letter}`]) {
          const utf8 = new TextEncoder().encode(text);
          // A byte for its kind and four for its size go before.
          expect(encode(text).slice(5)).toEqual(utf8);
          expect(new DataView(encode(text).buffer).getUint32(1, true)).toBe(utf8.length);
          expect(decode(encode({ [text]: text }))).toEqual({ [text]: text });
        }
      }
    }
  });

  it('are refused where a text in them is none', () => {
    const bytes = encode({ text: 'Bakı' });
    // The last letter has two bytes; one of them by itself is no letter.
    const broken = bytes.slice();
    broken[broken.length - 1] = 0x20;
    expect(() => decode(bytes)).not.toThrow();
    expect(() => decode(broken)).toThrow(TypeError);
  });

  it('come back wherever they outgrow the room that was made for them', () => {
    for (let length = 4070; length < 4110; length++) {
      const values = [
        new Float64Array(length / 8),
        'x'.repeat(length % 8),
        true,
        null,
        [undefined, -0, 'end'],
        { a: false },
      ];
      expect(decode(encode(values)), `${length}`).toStrictEqual(values);
    }
    const flags = Array.from({ length: 20_000 }, (_, k) => k % 3 === 0);
    expect(decode(encode(flags))).toStrictEqual(flags);
  });

  it('keep what JSON loses', () => {
    const value = {
      sd: Number.POSITIVE_INFINITY,
      mean: Number.NaN,
      zero: -0,
      left: undefined,
      q: Float64Array.of(1, -0),
    };
    const back = decode(encode(value)) as typeof value;
    expect(back).toStrictEqual(value);
    expect(Object.is(back.zero, -0) && Object.is(back.q[1], -0)).toBe(true);
  });

  it('are the same for equal data, in whatever order its keys were written', async () => {
    const [one, other] = [encode({ a: 1, b: [2, 3] }), encode({ b: [2, 3], a: 1 })];
    expect(one).toEqual(other);
    expect(await contentId(one)).toBe(await contentId(other));
    expect(await contentId(encode({ a: 1, b: [2, 3.5] }))).not.toBe(await contentId(one));
  });

  it('come back from the middle of a Node buffer, and stay when that is written over', () => {
    const value = { answer: Uint8Array.of(1, 2, 3), figures: Float64Array.of(4, 5) };
    const bytes = encode(value);
    const room = Buffer.alloc(bytes.length + 16, 0xff);
    room.set(bytes, 5);
    const back = decode(room.subarray(5, 5 + bytes.length));
    room.fill(0);
    expect(back).toStrictEqual(value);
  });

  it('are of a part of a longer array only that part', () => {
    expect(decode(encode(Float64Array.of(1, 2, 3, 4).subarray(1, 3)))).toEqual(Float64Array.of(2, 3));
  });

  it.each([
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a big integer', 1n],
  ])('are not made of %s', (_, value) => {
    expect(() => encode({ value })).toThrow(TypeError);
  });

  it('are not made of an object within itself', () => {
    const value: Record<string, unknown> = {};
    value.self = [value];
    expect(() => encode(value)).toThrow('an object within itself is no data');
  });

  it('are refused where they are cut short or go on', () => {
    const bytes = encode({ name: 'plan', values: Float64Array.of(1, 2, 3), list: [1, 'two', null] });
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decode(bytes.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    }
    expect(() => decode(Uint8Array.of(...bytes, 0))).toThrow('there are more bytes than the data takes');
    expect(() => decode(Uint8Array.of(99))).toThrow('no data begins with byte 99');
  });

  it.each(readdirSync(scenarios).filter((name) => name.endsWith('.yaml')))('carry the program of %s', async (name) => {
    const reading = await readScenario(resolve(scenarios, name));
    if (!reading.ok) throw new Error(`${name} can't be read`);
    const program = await compileProgram(reading.scenario);
    // Optional keys that are there without a value stay so: structuredClone is what threads would be handed.
    expect(decode(encode(program))).toStrictEqual(structuredClone(program));
  });
});
