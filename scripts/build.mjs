// Builds `dist/`: the command, the library and the worker as bundles that load quickly, and the kernel. Types come from the compiler.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildKernels, KERNELS } from './build-kernel.mjs';
import { bundleSettings } from './bundle-settings.mjs';

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
  ...bundleSettings,
  // Names stay, for stack traces that can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
};

await build({
  ...common,
  entryPoints: {
    'cli/main': 'src/cli/main.ts',
    'cli/planner-thread': 'src/cli/planner/thread.ts',
    'cli/queue-work-thread': 'src/cli/planner/queue-work-thread.ts',
    'cli/work-thread': 'src/planner/server/work/thread.ts',
    'cli/reading-thread': 'src/planner/server/reading/thread.ts',
    'report/workbook-thread': 'src/report/workbook/thread.ts',
    index: 'src/index.ts',
    calibrate: 'src/library/calibrate.ts',
    report: 'src/library/report.ts',
    'bench/main': 'bench/main.ts',
    'bench/check': 'bench/check.ts',
    'bench/features': 'bench/features.ts',
    'bench/growth': 'bench/growth.ts',
    'bench/peers': 'bench/peers.ts',
  },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
// One file: each thread reads it anew, and it shares little with the rest.
await build({
  ...common,
  entryPoints: { 'engine/worker': 'src/engine/threads/worker.ts', 'advice/worker': 'src/advice/worker.ts' },
});
