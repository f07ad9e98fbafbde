import { describe, expect, it } from 'vitest';
import {
  add,
  clearRows,
  createRowTable,
  createTape,
  defineStep,
  maximum,
  multiply,
  poissonReach,
  type Row,
  runCalls,
  runPass,
  saturate,
} from '../../src/kernel/index.js';
import { simdProgram } from './memory.js';

/** Draws, one chunk; the last ones are like the first. */
const WIDTH = 32;
const PERIODS = 5;
const LINES = 3;

/** A miniature of the model: money to impressions, a stock that decays and is fed, a second line that lives on it. */
const buy = defineStep(
  {
    name: 'buy',
    inputs: ['price', 'rate'],
    reads: ['pool'],
    states: ['memory'],
    decisions: ['spend'],
    numbers: ['season'],
  },
  ({ price, rate, pool, memory, spend, season }) => {
    const impressions = multiply(spend, season, multiply(1 / 7, price));
    const audience = add(pool, 50);
    const noticed = multiply(audience, saturate(multiply(impressions, 0.02)), rate);
    return {
      states: { memory: add(multiply(memory, 0.8), noticed) },
      writes: { reach: poissonReach(impressions, audience) },
      adds: { total: multiply(noticed, maximum(memory, 1)), fed: multiply(noticed, 0.3) },
      raises: { largest: audience },
    };
  },
);
const decay = defineStep({ name: 'decay', inputs: ['left'], states: ['stock'] }, ({ left, stock }) => ({
  states: { stock: multiply(stock, left) },
}));
const close = defineStep({ name: 'close', reads: ['reach'] }, ({ reach }) => ({
  adds: { result: multiply(reach, reach) },
}));
const end = defineStep({ name: 'end', reads: ['total', 'largest'] }, ({ total, largest }) => ({
  adds: { result: multiply(total, largest, 1e-3) },
}));

function miniature(gradients: boolean) {
  const table = createRowTable(WIDTH, { gradients });
  const zero = table.row();
  const result = table.row();
  const inputs = Array.from({ length: LINES }, () => ({ price: table.row(), rate: table.row() }));
  const left = table.row();
  const shared = { total: table.row(), largest: table.row() };
  const variables = Array.from({ length: LINES }, () => table.row());
  const state = (): ((period: number) => Row) => {
    const first = table.row();
    const later = Array.from({ length: PERIODS }, () =>
      gradients ? { value: table.row().value, bar: first.bar } : first,
    );
    return (period) => [first, ...later][period]!;
  };
  const stock = state();
  const memories = inputs.map(state);
  const tape = createTape();
  for (let t = 0; t < PERIODS; t++) {
    const now = stock(t + 1);
    tape.call(decay, { rows: { left }, states: { stock: { before: stock(t).value, after: now.value, bar: now.bar } } });
    inputs.forEach((rows, line) => {
      const memory = memories[line]!;
      // The last line lives on what the others feed.
      const last = line === LINES - 1;
      const spare = table.row();
      const reach = table.row();
      tape.call(buy, {
        rows: { ...rows, ...shared, reach, pool: last ? now : zero, fed: last ? spare : now },
        states: { memory: { before: memory(t).value, after: memory(t + 1).value, bar: memory(t).bar } },
        decisions: { spend: { number: line * PERIODS + t, factor: LINES * PERIODS + t, bar: variables[line]!.bar } },
        numbers: { season: LINES * PERIODS + PERIODS + t },
      });
      tape.call(close, { rows: { reach, result } });
    });
  }
  tape.call(end, { rows: { ...shared, result } });
  const memory = { rows: new Float64Array(table.size), numbers: new Float64Array((LINES + 2) * PERIODS) };
  const set = (row: Row, values: readonly number[]): void => {
    for (let d = 0; d < WIDTH; d++) memory.rows[row.value + d] = values[d % values.length]!;
  };
  inputs.forEach(({ price, rate }, line) => {
    set(
      price,
      [1, 2.2, 3, 0.7].map((x) => x + line),
    );
    set(rate, [0.4, 0.2, 0.9, 0.6]);
  });
  set(left, [0.5, 0.9, 0.7, 0.3]);
  const start = (): void => {
    set(stock(0), [10, 0, 30, 5]);
    for (const of of memories) set(of(0), [0]);
  };
  return { tape, memory, inputs, result, variables, start };
}
type Miniature = ReturnType<typeof miniature>;

function plan({ memory }: Miniature, budgets: readonly number[]): void {
  for (let t = 0; t < PERIODS; t++) {
    const weight = (t + 1) / 15;
    budgets.forEach((budget, line) => {
      memory.numbers[line * PERIODS + t] = budget * weight;
    });
    memory.numbers[LINES * PERIODS + t] = weight;
    memory.numbers[LINES * PERIODS + PERIODS + t] = 1 + 0.1 * t;
  }
}

const forwardOf = (mini: Miniature): number[] => {
  mini.start();
  runPass(mini.tape.forward(), mini.memory, WIDTH, WIDTH);
  return [...mini.memory.rows.subarray(mini.result.value, mini.result.value + WIDTH)];
};
const budgets = [200, 150, 90];

describe('a tape', () => {
  it('says the same with rows of its own for every period as with rows used again', () => {
    const [kept, reused] = [miniature(true), miniature(false)];
    for (const mini of [kept, reused]) plan(mini, budgets);
    expect(forwardOf(kept)).toEqual(forwardOf(reused));
    // Twice: sums start from 0 each time.
    expect(forwardOf(kept)).toEqual(forwardOf(reused));
  });

  it('gives the derivative by every variable and every input: central differences', () => {
    const mini = miniature(true);
    plan(mini, budgets);
    forwardOf(mini);
    const back = mini.tape.backward({ inputs: true });
    clearRows(back, mini.memory, WIDTH);
    mini.memory.rows.fill(1, mini.result.bar, mini.result.bar + WIDTH);
    runCalls(back, mini.memory, WIDTH, WIDTH);
    const barAt = (row: Row, d: number): number => mini.memory.rows[row.bar + d]!;
    const byBudget = mini.variables.map((row) => [0, 1, 2, 3].map((d) => barAt(row, d)));
    const byInput = mini.inputs.map(({ price, rate }) =>
      [price, rate].map((row) => [0, 1, 2, 3].map((d) => barAt(row, d))),
    );
    const difference = (move: (h: number) => void, h: number): number[] => {
      move(h);
      const up = forwardOf(mini);
      move(-2 * h);
      const down = forwardOf(mini);
      move(h);
      return up.map((value, d) => (value - down[d]!) / (2 * h));
    };
    const agree = (derivative: readonly number[], expected: readonly number[]): void =>
      derivative.forEach((value, d) => {
        expect(Math.abs(value - expected[d]!)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
      });
    budgets.forEach((_, line) => {
      const moved = [...budgets];
      const h = 1e-2;
      agree(
        byBudget[line]!,
        difference((by) => {
          moved[line] = moved[line]! + by;
          plan(mini, moved);
        }, h),
      );
    });
    mini.inputs.forEach(({ price, rate }, line) => {
      [price, rate].forEach((row, k) => {
        agree(
          byInput[line]![k]!,
          difference((by) => {
            for (let d = 0; d < WIDTH; d++) mini.memory.rows[row.value + d] = mini.memory.rows[row.value + d]! + by;
          }, 1e-5),
        );
      });
    });
  });

  it('says the same as SIMD code, there and back', () => {
    const mini = miniature(true);
    plan(mini, budgets);
    const passes = [mini.tape.forward(), mini.tape.backward({ inputs: true })] as const;
    const {
      rows,
      numbers,
      passes: [forward, back],
    } = simdProgram(mini.memory.rows.length, mini.memory.numbers.length, passes);
    forwardOf(mini);
    clearRows(passes[1], mini.memory, WIDTH);
    numbers.set(mini.memory.numbers);
    rows.set(mini.memory.rows);
    forward!.clear(0);
    forward!.run(0);
    back!.clear(0);
    for (const to of [rows, mini.memory.rows]) to.fill(1, mini.result.bar, mini.result.bar + WIDTH);
    back!.run(0);
    runCalls(passes[1], mini.memory, WIDTH, WIDTH);
    mini.memory.rows.forEach((value, at) => {
      expect(Math.abs(rows[at]! - value)).toBeLessThanOrEqual(1e-10 * Math.abs(value));
    });
  });

  it('computes only what is asked for', () => {
    const tape = createTape();
    const row = (k: number): Row => ({ value: k * WIDTH, bar: -1 });
    const step = defineStep({ name: 'two', inputs: ['a', 'b'] }, ({ a, b }) => ({
      writes: { x: multiply(a, 2) },
      adds: { y: b },
    }));
    tape.call(step, { rows: { a: row(0), x: row(1) } }, new Set(['x']));
    const memory = { rows: new Float64Array(2 * WIDTH).fill(3), numbers: new Float64Array(0) };
    runPass(tape.forward(), memory, WIDTH, WIDTH);
    expect([...memory.rows.filter((_, at) => at % WIDTH === 1)]).toEqual([3, 6]);
  });

  it('leaves out what nobody looks at, and the way back to what no decision moves', () => {
    const mini = miniature(true);
    plan(mini, budgets);
    const all = mini.tape.forward();
    const some = mini.tape.needing([mini.result.value]);
    const values = forwardOf(mini);
    // The last line feeds a row that nobody reads, nor are memories after the last period; there are as many calls as before.
    const pass = some.forward();
    expect(pass.calls.length).toBe(all.calls.length);
    const stores = (of: typeof all): number => of.calls.reduce((sum, { routine }) => sum + routine.stores.length, 0);
    expect(stores(all) - stores(pass)).toBe(PERIODS + LINES);
    mini.start();
    runPass(pass, mini.memory, WIDTH, WIDTH);
    expect([...mini.memory.rows.subarray(mini.result.value, mini.result.value + WIDTH)]).toEqual(values);
    // What the first stock is made of depends on no money: the first decay isn't turned round, nor are any others' outputs lost.
    expect(mini.tape.backward().calls.length).toBe(all.calls.length - 1);
    expect(mini.tape.backward({ inputs: true }).calls.length).toBe(all.calls.length);
    const nothing = mini.tape.needing([]);
    expect(nothing.length).toBe(0);
  });

  it('refuses what it could not do', () => {
    const tape = createTape();
    const step = defineStep({ name: 'double', inputs: ['a'] }, ({ a }) => ({ writes: { b: multiply(a, 2) } }));
    tape.call(step, { rows: { a: { value: 0, bar: -1 } } });
    expect(() => tape.forward()).toThrow('step "double": "b" isn\'t bound');
    const unmoved = createTape();
    unmoved.call(step, { rows: { a: { value: 0, bar: -1 }, b: { value: WIDTH, bar: -1 } } });
    expect(() => unmoved.backward({ inputs: true })).toThrow('step "double": "∂b" isn\'t bound');
    const again = createTape();
    const square = defineStep({ name: 'square', inputs: ['a'] }, ({ a }) => ({ writes: { b: multiply(a, a) } }));
    const [a, b] = [0, 2].map((k) => ({ value: k * WIDTH, bar: (k + 1) * WIDTH })) as [Row, Row];
    again.call(square, { rows: { a, b } });
    again.call(square, { rows: { a: b, b: a } });
    expect(() => again.backward({ inputs: true })).toThrow('step "square": "a" is written over before the way back');
    expect(() => defineStep({ name: 'twice', inputs: ['a'], reads: ['a'] }, () => ({}))).toThrow(
      'two slots are called "a"',
    );
    expect(() => defineStep({ name: 'no state', reads: ['a'] }, ({ a }) => ({ states: { a } }))).toThrow(
      '"a" can\'t be states',
    );
  });
});
