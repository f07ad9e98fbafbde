// Builds `dist/`: the command, the library and the worker as bundles that load quickly, and the kernel. Types come from the compiler.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildKernels, KERNELS } from './build-kernel.mjs';

const dist = new URL('../dist/', import.meta.url);
await mkdir(dist, { recursive: true });
// Kernels, and the page that is built after them, are overwritten, never away (nor is native code, each routine of which goes by its hash): whoever runs from `src` meanwhile still finds them.
for (const name of await readdir(dist)) {
  if (!KERNELS.includes(name) && name !== 'planner' && name !== 'native')
    await rm(new URL(name, dist), { recursive: true, force: true });
}
await buildKernels(new URL('..', import.meta.url));

const common = {
  absWorkingDir: new URL('..', import.meta.url).pathname,
  outdir: 'dist',
  bundle: true,
  // Names stay, for stack traces that can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Native code, WebAssembly beside its loader, and fonts found by their package: these stay where npm put them. Vega is
  // taken in: as some 40 packages of many modules it takes longer to be found and read than to draw a chart.
  external: ['@resvg/resvg-js', '@photostructure/sqlite', 'highs', '@expo-google-fonts/*', 'bullmq', 'ioredis'],
  // CommonJS dependencies inside the bundle call `require`.
  banner: {
    js: "import { createRequire as __huniRequire } from 'node:module'; const require = __huniRequire(import.meta.url);",
  },
  logLevel: 'warning',
  legalComments: 'linked',
};

await build({
  ...common,
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    index: 'src/index.ts',
    calibrate: 'src/library/calibrate.ts',
    report: 'src/library/report.ts',
    'bench/main': 'bench/main.ts',
    'bench/check': 'bench/check.ts',
    'bench/features': 'bench/features.ts',
  },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
// One file: each thread reads it anew, and it shares little with the rest.
await build({
  ...common,
  entryPoints: { 'engine/worker': 'src/engine/threads/worker.ts', 'forecast/worker': 'src/forecast/worker.ts' },
});
