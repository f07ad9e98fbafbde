import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  above,
  absolute,
  add,
  createTape,
  defineStep,
  divide,
  equal,
  exponential,
  logarithm,
  maximum,
  meanFade,
  meanFreshness,
  minimum,
  multiply,
  negate,
  type Pass,
  power,
  quotient,
  remaining,
  root,
  saturate,
  select,
  subtract,
} from '../../src/kernel/index.js';
import { type NativeAddon, nativeFrom } from '../../src/kernel/native/routines.js';
import { nativeSource } from '../../src/kernel/native/source.js';
import { CHUNK, laySimdImage, openSimdImage, type SimdImage } from '../../src/kernel/simd.js';
import { layPlan, makePlanImage } from '../../src/model/plan-tape/image.js';
import { fillNumbers } from '../../src/model/plan-tape/numbers.js';
import { kpi, lay } from '../model/support.js';
import { SLOW } from '../slow.js';

const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
const folder = mkdtempSync(join(tmpdir(), 'huni-native-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
/** Native code of some passes' routines, made as `scripts/build-native.mjs` makes it. */
function addonOf(passes: readonly Pass[]): NativeAddon {
  const name = join(folder, `native-${made++}`);
  writeFileSync(`${name}.c`, nativeSource(passes.flatMap(({ calls }) => calls.map(({ routine }) => routine))));
  const script = new URL('../../scripts/build-native.mjs', import.meta.url).href;
  const call = `const { compile } = await import(${JSON.stringify(script)}); compile(...${JSON.stringify([compiler, `${name}.c`, `${name}.node`])});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', call]);
  return createRequire(import.meta.url)(`${name}.node`) as NativeAddon;
}

/** The whole memory of rows after all passes, by WebAssembly and by native code. */
function both(image: SimdImage, addon: NativeAddon, fill: (rows: Float64Array, numbers: Float64Array) => void) {
  return [null, nativeFrom(addon)].map((native) => {
    const { rows, numbers, passes } = openSimdImage(image, native);
    fill(rows, numbers);
    for (const pass of passes) {
      pass.clear(0);
      pass.run(0);
    }
    return BigUint64Array.from(rows, (value) => new BigUint64Array(Float64Array.of(value).buffer)[0]!);
  });
}

describe.skipIf(compiler === undefined)('native code (skipped where there is no C compiler)', () => {
  it('computes the bits of WebAssembly, for all that the language has', () => {
    const step = defineStep({ name: 'all', inputs: ['x', 'y'], numbers: ['n'] }, ({ x, y, n }) => ({
      writes: {
        a: divide(subtract(multiply(x, y), negate(x)), add(y, 3, n)),
        b: add(minimum(x, y), maximum(x, negate(y)), absolute(subtract(x, y)), root(x)),
        c: select(above(x, y), quotient(x, subtract(y, 1)), select(equal(x, y), 7, y)),
        d: add(remaining(x), multiply(2, saturate(y)), meanFade(x), meanFreshness(y)),
        e: exponential(subtract(x, y)),
        f: logarithm(add(x, y, 1e-9)),
        g: power(add(x, 0.01), multiply(0.1, y, n)),
      },
      adds: { h: multiply(x, n) },
      raises: { i: subtract(y, x) },
    }));
    const tape = createTape();
    const row = (k: number) => ({ value: k * CHUNK, bar: -1 });
    const names = ['x', 'y', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const rows = Object.fromEntries(names.map((name, k) => [name, row(k)]));
    tape.call(step, { rows, numbers: { n: 0 } });
    tape.call(step, { rows, numbers: { n: 1 } });
    const pass = tape.forward();
    const addon = addonOf([pass]);
    const image = laySimdImage(names.length * CHUNK, 2, [pass]);
    for (const scale of [1e-9, 1, 50, 800]) {
      const [wasm, native] = both(image, addon, (memory, numbers) => {
        numbers.set([0.3, 2]);
        for (let d = 0; d < 2 * CHUNK; d++) memory[d] = d % 11 === 5 ? 0 : scale * ((d * 0.618034) % 1);
      });
      expect(native).toEqual(wasm);
    }
  });

  it('computes the bits of WebAssembly for a plan and its gradient', SLOW, async () => {
    const { program, plan, load } = await lay(
      `
currency: AZN
start: 2027-03-01
horizon: 6 weeks
budget: 10000
economics: { order_value: 20 to 40, margin: 60%, repeat_rate: 10% to 30% }
lines:
  - { platform: instagram, stage: awareness, budget: 7000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 3000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
`,
      { draws: CHUNK },
    );
    const wishes = { gradients: true, functions: [kpi('profit'), kpi('reach')] };
    const { passes: all } = layPlan(program, wishes);
    const image = makePlanImage(program, wishes);
    const { places, code } = image;
    const [wasm, native] = both(code, addonOf(all), (rows, numbers) => {
      load(rows);
      for (const { bar } of places.values) rows.fill(1, bar, bar + CHUNK);
      fillNumbers(program, places.numbers, plan, numbers);
    });
    expect(new Set(wasm).size).toBeGreaterThan(1000);
    expect(native).toEqual(wasm);
    expect(nativeFrom(addonOf(all.slice(0, 1))).open(new ArrayBuffer(8), code.routines)).toBeNull();
  });

  it('refuses what is no laid out image', () => {
    const step = defineStep({ name: 'one', inputs: ['x'] }, ({ x }) => ({ writes: { y: add(x, 1) } }));
    const tape = createTape();
    tape.call(step, { rows: { x: { value: 0, bar: -1 }, y: { value: CHUNK, bar: -1 } } });
    const addon = addonOf([tape.forward()]);
    expect(() => addon.run(new ArrayBuffer(8), Uint32Array.of(0), 0, 2, 0)).toThrow('laid out image');
    expect(() => addon.run(new ArrayBuffer(64), Uint32Array.of(9), 0, 1, 0)).toThrow('laid out image');
  });
});
