import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A compiled file of `dist`. Node can't start a thread on TypeScript, so code that runs from `src` (the tests) takes the one in
 * `dist`, which the tests' set-up builds first.
 *
 * @param name relative to `dist`
 * @throws where nothing was built.
 */
export function builtFile(name: string): URL {
  const here = new URL('./', import.meta.url);
  // From dist/chunks or a folder of dist; from dist itself; from src/engine/threads.
  for (const candidate of [`../${name}`, `./${name}`, `../../../dist/${name}`]) {
    const file = new URL(candidate, here);
    if (existsSync(fileURLToPath(file))) return file;
  }
  throw new Error(`dist/${name} is missing: run \`npm run build\``);
}

/** What a thread of an engine runs. */
export function workerEntry(): URL {
  return builtFile('engine/worker.js');
}
