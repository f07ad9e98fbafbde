import { LANES } from '../../sampling/blocks.js';
import type { NormalWriter } from '../../sampling/normals.js';
import { startKernel } from './instance.js';
import { kernelModule } from './load.js';

/**
 * Inverse normals by the kernel, to the last bit those that draws are made of; `null` where there is no kernel.
 */
export function kernelNormals(): NormalWriter | null {
  const module = kernelModule();
  if (module === null) return null;
  const kernel = startKernel(module);
  const words = kernel.allocate(LANES * Uint32Array.BYTES_PER_ELEMENT);
  const row = kernel.allocate(LANES * Float64Array.BYTES_PER_ELEMENT);
  const list = kernel.allocate((LANES + 2) * Uint16Array.BYTES_PER_ELEMENT);
  const from = kernel.words(words, LANES);
  const normals = kernel.doubles(row, LANES);
  return (bits, lanes, out, at) => {
    from.set(bits);
    kernel.exports.normals(words, row, list);
    out.set(lanes === LANES ? normals : normals.subarray(0, lanes), at);
  };
}
