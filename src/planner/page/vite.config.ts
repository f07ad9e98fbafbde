import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { standIns } from './stand-ins.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page's own program is fetched with the little one that asks for the plan, and not after it. */
function fetchedTogether(): Plugin {
  return {
    name: 'huni-fetched-together',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle).flatMap((output) =>
          output.type === 'chunk' && output.facadeModuleId === here('./app.tsx')
            ? [
                {
                  tag: 'link',
                  attrs: { rel: 'modulepreload', crossorigin: true, href: `./${output.fileName}` },
                  injectTo: 'head' as const,
                },
              ]
            : [],
        ),
    },
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
  plugins: [standIns(), fetchedTogether()],
  worker: { format: 'es', plugins: () => [standIns()] },
  build: {
    outDir: here('../../../dist/planner/page'),
    emptyOutDir: true,
    target: 'es2022',
    // Charts and the editor come when they are asked for; they may be large.
    chunkSizeWarningLimit: 1500,
  },
});
