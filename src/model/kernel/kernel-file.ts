import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled kernel: beside the bundles in `dist`, where code that runs from `src` (the tests) finds it too. */
export function kernelFile(): string | null {
  const here = new URL('./', import.meta.url);
  // From dist/chunks or a folder of dist; from src/model/kernel.
  for (const candidate of ['../model/kernel.wasm', './model/kernel.wasm', '../../../dist/model/kernel.wasm']) {
    const file = fileURLToPath(new URL(candidate, here));
    if (existsSync(file)) return file;
  }
  return null;
}
