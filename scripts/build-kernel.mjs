// Compiles the AssemblyScript of src/<part>/kernel/assembly to dist/<part>/kernel.wasm.
import asc from 'assemblyscript/asc';

/** Parts of src with a kernel of their own. */
export const KERNELS = ['model', 'summary'];

/** @param root URL of the package's folder */
export async function buildKernels(root) {
  for (const part of KERNELS) await buildKernel(root, part);
}

async function buildKernel(root, part) {
  const { error, stderr } = await asc.main([
    `src/${part}/kernel/assembly/index.ts`,
    '--baseDir',
    new URL('.', root).pathname,
    '--outFile',
    `dist/${part}/kernel.wasm`,
    // Nothing is allocated in there, so no memory manager; SIMD as standardised, whose results are the same everywhere.
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '-O3',
    '--noAssert',
  ]);
  if (error) throw new Error(`the kernel of src/${part} doesn't compile: ${error.message}\n${stderr.toString()}`);
}
