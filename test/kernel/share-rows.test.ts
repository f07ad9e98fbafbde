import { describe, expect, it } from 'vitest';
import { add, createTape, defineStep, multiply, type Pass, runPass, shareRows } from '../../src/kernel/index.js';
import { CHUNK } from '../../src/kernel/simd.js';
import { simdProgram } from './memory.js';

const WIDTH = 4;
const row = (k: number) => ({ value: k * WIDTH, bar: -1 });

const DOUBLE = defineStep({ name: 'double', inputs: ['x'] }, ({ x }) => ({ writes: { y: multiply(2, x) } }));
const COLLECT = defineStep({ name: 'collect', inputs: ['x'] }, ({ x }) => ({ adds: { sum: add(x, 1) } }));

/** A chain of doublings, each of which is added to one of two sums in turn; rows 0 is what is given. */
function chain(length: number) {
  const tape = createTape();
  const sums = [row(1), row(2)];
  for (let k = 0; k < length; k++) {
    const [x, y] = [k === 0 ? row(0) : row(2 + k), row(3 + k)];
    tape.call(DOUBLE, { rows: { x, y } });
    tape.call(COLLECT, { rows: { x: y, sum: sums[k % 2]! } });
  }
  return { pass: tape.forward(), last: 3 + length - 1, rows: 3 + length };
}

function evaluate(passes: readonly Pass[], size: number, given: readonly number[], dirt = 0): Float64Array {
  const rows = new Float64Array(size).fill(dirt);
  rows.set(given);
  for (const pass of passes) runPass(pass, { rows, numbers: new Float64Array(1) }, WIDTH, WIDTH);
  return rows;
}

const GIVEN = [1, -2, 3, 0.5];
const at = (rows: Float64Array, place: number): number[] => [...rows.subarray(place, place + WIDTH)];

describe('rows that share room', () => {
  it('hold what they held, in memory that does not grow with the number of calls', () => {
    const sizes = [10, 1000].map((length) => {
      const { pass, last, rows } = chain(length);
      const seen = [1, 2, last].map((k) => k * WIDTH);
      const shared = shareRows([pass], [], { first: WIDTH, stride: WIDTH, seen });
      const plain = evaluate([pass], rows * WIDTH, GIVEN);
      const moved = evaluate(shared.passes.forward, shared.size, GIVEN);
      for (const place of seen) expect(at(moved, shared.place(place))).toEqual(at(plain, place));
      expect(shared.place(0)).toBe(0);
      return shared.size;
    });
    // What is given, two sums, the last one, and three that take turns at most.
    expect(sizes[0]).toBe(sizes[1]);
    expect(sizes[1]).toBeLessThanOrEqual(7 * WIDTH);
  });

  it('stand first and in order where they are copied together, closer to one another than others', () => {
    const { pass, last, rows } = chain(9);
    // The first is given, and stays where it is.
    const copied = [0, last, 2, last - 4, 2].map((k) => k * WIDTH);
    const stride = WIDTH + 3;
    const options = { first: WIDTH, stride, seen: [WIDTH] };
    const wider = (places: readonly number[]) => places.map((place) => (place / WIDTH) * stride);
    const apart = {
      ...pass,
      cleared: wider(pass.cleared),
      calls: pass.calls.map(({ routine, places }) => ({
        routine,
        places: { loads: wider(places.loads), stores: wider(places.stores) },
      })),
    };
    const shared = shareRows([apart], [], {
      ...options,
      first: stride,
      seen: [stride],
      copied: { rows: wider(copied), stride: WIDTH },
    });
    const plain = evaluate([pass], rows * WIDTH, GIVEN);
    const moved = evaluate(shared.passes.forward, shared.size, GIVEN);
    const places = wider(copied).map((place) => shared.place(place));
    expect(places).toEqual([0, stride, stride + WIDTH, stride + 2 * WIDTH, stride + WIDTH]);
    places.forEach((place, k) => {
      expect(at(moved, place)).toEqual(at(plain, copied[k]!));
    });
    expect(at(moved, shared.place(stride))).toEqual(at(plain, WIDTH));
  });

  it('are none where passes touch only what is given', () => {
    const shared = shareRows([{ calls: [], cleared: [] }], [], { first: 10 * WIDTH, stride: WIDTH, seen: [WIDTH] });
    expect(shared.place(WIDTH)).toBe(WIDTH);
    expect(shared.passes.forward).toEqual([{ calls: [], cleared: [] }]);
  });

  it('begin at 0 where they are added to, whatever stood there before', () => {
    const { pass, last, rows } = chain(6);
    // Nobody looks at the sums but the step that doubles one of them at the end.
    const tape = createTape();
    tape.call(DOUBLE, { rows: { x: row(1), y: row(rows) } });
    const seen = [rows * WIDTH];
    const shared = shareRows([pass, tape.forward()], [], { first: WIDTH, stride: WIDTH, seen });
    const plain = evaluate([pass, tape.forward()], (rows + 1) * WIDTH, GIVEN);
    const moved = evaluate(shared.passes.forward, shared.size, GIVEN, 99);
    expect(at(moved, shared.place(seen[0]!))).toEqual(at(plain, seen[0]!));
    expect(shared.place(last * WIDTH)).toBeGreaterThanOrEqual(WIDTH);
  });

  it('keep what the way back reads, however often it is gone', () => {
    const forward = createTape();
    const square = defineStep({ name: 'square', reads: ['x'] }, ({ x }) => ({ writes: { y: multiply(x, x) } }));
    const bars = (k: number) => ({ value: k * WIDTH, bar: (k + 10) * WIDTH });
    forward.call(DOUBLE, { rows: { x: bars(0), y: bars(1) } });
    for (let k = 1; k < 4; k++) forward.call(square, { rows: { x: bars(k), y: bars(k + 1) } });
    const back = forward.backward({ inputs: true });
    const seen = [4 * WIDTH, 14 * WIDTH, 10 * WIDTH];
    const shared = shareRows([forward.forward()], [back], { first: WIDTH, stride: WIDTH, seen });
    expect(shared.size).toBeLessThan(15 * WIDTH);
    const given = GIVEN.map((x) => x / 4);
    const rows = evaluate(shared.passes.forward, shared.size, given);
    for (let time = 0; time < 2; time++) {
      const [turned] = shared.passes.back;
      for (const place of turned!.cleared) rows.fill(0, place, place + WIDTH);
      rows.fill(1, shared.place(14 * WIDTH), shared.place(14 * WIDTH) + WIDTH);
      runPass({ cleared: [], calls: turned!.calls }, { rows, numbers: new Float64Array(1) }, WIDTH, WIDTH);
      // y = (2x)^8
      given.forEach((x, d) => {
        expect(rows[shared.place(10 * WIDTH) + d]).toBeCloseTo(16 * (2 * x) ** 7, 9);
      });
    }
  });
});

describe('rows of one chunk', () => {
  const BLOCK = 2 * CHUNK;
  const wide = (k: number) => ({ value: k * BLOCK, bar: -1 });

  it('hold what rows of a whole block held, where chunks go forward one after the other and then on', () => {
    const length = 7;
    const tape = createTape();
    const sum = wide(1);
    for (let k = 0; k < length; k++) {
      const y = wide(3 + k);
      tape.call(DOUBLE, { rows: { x: k === 0 ? wide(0) : wide(2 + k), y } });
      tape.call(COLLECT, { rows: { x: y, sum } });
    }
    // What follows when all chunks have gone forward: of a row that nobody sees, and of the sum.
    const then = createTape();
    then.call(DOUBLE, { rows: { x: wide(4), y: wide(20) } });
    then.call(COLLECT, { rows: { x: wide(20), sum: wide(21) } });
    const passes = [tape.forward(), then.forward()];
    const seen = [sum.value, wide(21).value];
    const shared = shareRows(passes, [], {
      first: BLOCK,
      stride: BLOCK,
      seen,
      chunks: { stride: CHUNK, together: 1 },
    });
    const moved = simdProgram(shared.size, 1, shared.passes.forward, { wide: shared.wide, chunks: 2 });
    const plain = simdProgram(30 * BLOCK, 1, passes);
    const given = Float64Array.from({ length: BLOCK }, (_, d) => d / 7 - 3);
    // Twice, as a chunk finds what the one before it has left.
    for (let time = 0; time < 2; time++) {
      for (const { rows, passes: all } of [plain, moved]) {
        rows.set(given);
        for (const { clear, run } of all) {
          for (const first of [0, CHUNK]) {
            clear(first);
            run(first);
          }
        }
      }
      for (const row of seen) {
        const at = shared.place(row);
        expect(at).toBeLessThan(shared.wide);
        expect(moved.rows.slice(at, at + BLOCK)).toEqual(plain.rows.slice(row, row + BLOCK));
      }
    }
    // What is given, both sums, and the row that the second pass reads hold a block.
    expect(shared.wide).toBe(4 * BLOCK);
  });
});
