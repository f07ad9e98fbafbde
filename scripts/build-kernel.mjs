// Compiles src/model/kernel/assembly (AssemblyScript) to dist/model/kernel.wasm.
import asc from 'assemblyscript/asc';

/** @param root URL of the package's folder */
export async function buildKernel(root) {
  const { error, stderr } = await asc.main([
    'src/model/kernel/assembly/index.ts',
    '--baseDir',
    new URL('.', root).pathname,
    '--outFile',
    'dist/model/kernel.wasm',
    // Nothing is allocated in there, so no memory manager; SIMD as standardised, whose results are the same everywhere.
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '-O3',
    '--noAssert',
  ]);
  if (error) throw new Error(`the kernel doesn't compile: ${error.message}\n${stderr.toString()}`);
}
