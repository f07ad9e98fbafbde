import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Modules that reach for this machine's files and threads, and what does their work in a browser. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/\/kernel\/load\.js$/, here('./pricing/kernels.ts')],
  [/\/open\.js$/, here('./pricing/web-open.ts')],
  [/\/eigenvalues\.js$/, here('./pricing/no-eigenvalues.ts')],
];

export function standIns(): Plugin {
  return {
    name: 'huni-stand-ins',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer === undefined || importer.includes('node_modules')
        ? null
        : (STAND_INS.find(([pattern]) => pattern.test(`/${source}`))?.[1] ?? null),
  };
}
