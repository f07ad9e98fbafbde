import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The compiled worker. Node can't start a thread on TypeScript, so code that runs from `src` (the tests) takes the one in
 * `dist`, which the tests' set-up builds first.
 *
 * @throws where nothing was built.
 */
export function workerEntry(): URL {
  const here = new URL('./', import.meta.url);
  // From dist/chunks or a folder of dist; from dist itself; from src/engine/threads.
  for (const candidate of ['../engine/worker.js', './engine/worker.js', '../../../dist/engine/worker.js']) {
    const entry = new URL(candidate, here);
    if (existsSync(fileURLToPath(entry))) return entry;
  }
  throw new Error('dist/engine/worker.js is missing: run `npm run build`');
}
