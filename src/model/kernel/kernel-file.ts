import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of src with a kernel of their own. */
export type KernelPart = 'model' | 'summary';

/** A compiled kernel: beside the bundles in `dist`, where code that runs from `src` (the tests) finds it too. */
export function kernelFile(part: KernelPart): string | null {
  const here = new URL('./', import.meta.url);
  // From dist/chunks or a folder of dist; from src/model/kernel.
  for (const candidate of [`../${part}/kernel.wasm`, `./${part}/kernel.wasm`, `../../../dist/${part}/kernel.wasm`]) {
    const file = fileURLToPath(new URL(candidate, here));
    if (existsSync(file)) return file;
  }
  return null;
}
