import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The compiled worker. Node can't start a thread on TypeScript, so code that runs from `src` (the tests) takes the one in
 * `dist`, which `npm test` builds first.
 *
 * @throws where nothing was built.
 */
export function workerEntry(): URL {
  const here = new URL('./', import.meta.url);
  const candidates = ['../forecast/worker.js', '../../dist/forecast/worker.js', './forecast/worker.js'];
  for (const candidate of candidates) {
    const entry = new URL(candidate, here);
    if (existsSync(fileURLToPath(entry))) return entry;
  }
  throw new Error('dist/forecast/worker.js is missing: run `npm run build`');
}
