import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPricer, planSpend } from '../../../src/model/block-model.js';
import { compileProgram } from '../../../src/model/compile.js';
import { reportSelection, seriesOf } from '../../../src/model/figures.js';
import { createKernel } from '../../../src/model/kernel/kernel.js';
import { kernelModule } from '../../../src/model/kernel/load.js';
import {
  type NativeKernel,
  nativeKernel,
  nativeRecords,
  useNativeKernel,
} from '../../../src/model/kernel/native-kernel.js';
import { layoutOf } from '../../../src/model/layout.js';
import { blocksOf, replicatesFor } from '../../../src/sampling/blocks.js';
import { readScenario } from '../../../src/scenario/index.js';
import { quickFirst } from '../../slow.js';
import { sampledProgram } from './sampled-program.js';

const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);

const bitsOf = (values: Float64Array): BigUint64Array => new BigUint64Array(values.slice().buffer as ArrayBuffer);

describe.skipIf(compiler === undefined)('native sampling (skipped where there is no C compiler)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huni-native-kernel-'));
  let native: NativeKernel;

  beforeAll(() => {
    const script = new URL('../../../scripts/build-native.mjs', import.meta.url).href;
    const call = `const { compileKernel } = await import(${JSON.stringify(script)}); compileKernel(...${JSON.stringify([compiler, nativeRecords(), folder, 'kernel.node'])});`;
    execFileSync(process.execPath, ['--input-type=module', '-e', call]);
    native = createRequire(import.meta.url)(join(folder, 'kernel.node')) as NativeKernel;
  });
  afterEach(() => useNativeKernel(null));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    'sobol',
    'mc',
    'antithetic',
  ] as const)('draws the bits of the kernel, of every family and kind of source: %s', (sampler) => {
    for (const [periods, seed, draws] of [
      [1, 0, 300],
      [7, 1, 700],
      [14, 2, 5000],
      [5, 3, 77],
    ] as const) {
      const program = sampledProgram(periods, seed);
      const plan = { seed: `${seed}`, sampler, draws, replicates: replicatesFor(sampler, draws) };
      const layout = layoutOf(program);
      const kernels = [null, native].map((code) => {
        useNativeKernel(code);
        return createKernel(kernelModule()!, program, layout, plan);
      });
      expect(nativeKernel()).toBe(native);
      const blocks = blocksOf(plan);
      // Some of them, out of order: the last draws' runs have long indices.
      for (const block of new Set([blocks.at(-1)!, blocks[0]!, blocks[blocks.length >> 1]!])) {
        const [plain, own] = kernels.map(({ sampler: of, data }) => {
          of!.sample(block, data);
          return bitsOf(data);
        });
        expect(own).toEqual(plain);
      }
    }
  });

  // Blocks of even and of odd lengths, in stores that are copied to through the caches and past them.
  const stored = [
    { draws: 201, room: 256 },
    { draws: 200, room: 256 },
    { draws: 201, room: 20_000 },
  ];
  for (const [cases, options] of quickFirst(stored, 1))
    it.each(cases)(
      'puts the same bytes of $draws draws into a store, shared or not, with room for $room',
      options,
      async ({ draws, room }) => {
        const reading = await readScenario('bench/quarter-everything.yaml');
        if (!reading.ok) throw new Error("the plan can't be read");
        const { scenario } = reading;
        const program = await compileProgram(scenario);
        const plan = planSpend(
          program,
          scenario.lines.map((_, k) => 1000 + 300 * k),
          [0.6, 0.3, 0.1],
        );
        const sampling = { seed: 'store', sampler: 'sobol', draws, replicates: 2 } as const;
        const selection = reportSelection([]);
        const length = seriesOf(program, selection).length * room;
        const stores = [null, native, native].map((code, k) => {
          useNativeKernel(code);
          const store = new Float64Array(k === 2 ? new SharedArrayBuffer(length * 8) : new ArrayBuffer(length * 8));
          const pricer = createPricer(program, sampling, selection);
          for (const block of blocksOf(sampling)) pricer.price(block, [plan], [store]);
          return Buffer.from(store.buffer as ArrayBuffer);
        });
        expect(stores[1]!.equals(stores[0]!)).toBe(true);
        expect(stores[2]!.equals(stores[0]!)).toBe(true);
      },
    );

  it('refuses a store that has no room, and code that was compiled for other records', () => {
    const memory = new ArrayBuffer(2048);
    const rows = Uint32Array.of(0, 1024);
    expect(() => native.gather(memory, rows, new Float64Array(255), 0, 128)).toThrow(/gather/);
    expect(() => native.gather(memory, Uint32Array.of(1032), new Float64Array(256), 0, 128)).toThrow(/gather/);
    expect(() => native.gather(memory, rows, new Float64Array(300), 45, 128)).toThrow(/gather/);
    useNativeKernel({ ...native, layout: native.layout + 1 });
    expect(nativeKernel()).toBeNull();
  });
});
