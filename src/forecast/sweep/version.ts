import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { builtFile } from '../../engine/threads/worker-entry.js';
import { kernelFile } from '../../model/kernel/kernel-file.js';
import { kernelKind } from '../../model/kernel/load.js';
import { VERSION } from '../../version.js';

/**
 * What answers depend on beside their jobs: the build of the workers' code and kernels, which of them does the arithmetic, and
 * V8, whose `Math` functions feed figures. Answers of another version are neither read nor stored.
 */
export function engineVersion(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(builtFile('advice/worker.js')));
  for (const part of ['model', 'summary'] as const) {
    const file = kernelFile(part);
    if (file !== null) hash.update(readFileSync(file));
  }
  hash.update(`${kernelKind()} ${process.versions.v8}`);
  return `${VERSION}-${hash.digest('hex').slice(0, 16)}`;
}
