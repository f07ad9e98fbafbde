import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Modules that reach for this machine's files and threads, and what does their work in a browser. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/\/kernel\/load\.js$/, here('./pricing/web-kernel.ts')],
  [/\/open\.js$/, here('./pricing/web-open.ts')],
];

function standIns(): Plugin {
  return {
    name: 'huni-stand-ins',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer === undefined || importer.includes('node_modules')
        ? null
        : (STAND_INS.find(([pattern]) => pattern.test(`/${source}`))?.[1] ?? null),
  };
}

/** The planner's page: built into dist, where `huni serve` finds it. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: here('./public'),
  logLevel: 'warn',
  // TypeScript's own names of modules.
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [standIns()],
  worker: { format: 'es', plugins: () => [standIns()] },
  build: {
    outDir: here('../../../dist/planner/page'),
    emptyOutDir: true,
    target: 'es2022',
    // Charts and the editor come when they are asked for; they may be large.
    chunkSizeWarningLimit: 1500,
  },
});
