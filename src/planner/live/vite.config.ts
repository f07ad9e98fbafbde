import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { standIns } from '../page/stand-ins.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The two programs of `live.html`, each one classic script: a page from disk may load no module. Which of them is built the
 * mode says.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [standIns()],
  build: {
    outDir: here('../../../dist/planner/live'),
    emptyOutDir: false,
    target: 'es2022',
    chunkSizeWarningLimit: 3000,
    cssCodeSplit: false,
    lib: {
      entry: here(mode === 'worker' ? './worker.ts' : './main.tsx'),
      formats: ['iife'],
      name: 'huni',
      fileName: () => (mode === 'worker' ? 'worker.js' : 'page.js'),
      cssFileName: 'page',
    },
    rolldownOptions: { output: { codeSplitting: false } },
  },
}));
