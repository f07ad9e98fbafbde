// Compiles the AssemblyScript of src/<part>/kernel/assembly to dist/<part>/kernel.wasm.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';

/** Parts of src with a kernel of their own. */
export const KERNELS = ['model', 'summary'];

/** Where the layout of a kernel's memory is declared, by its part. */
const LAYOUTS = { model: 'src/model/kernel/records.ts', summary: 'src/summary/kernel/layout.ts' };

/** @param root URL of the package's folder */
export async function buildKernels(root) {
  for (const part of KERNELS) {
    await writeRecords(root, part);
    await buildKernel(root, part);
  }
}

/** The records of a kernel in its own language, from where the layout is declared. */
async function writeRecords(root, part) {
  const from = new URL('.', root).pathname;
  const { outputFiles } = await build({
    stdin: {
      contents: `import { LAYOUT } from './${LAYOUTS[part]}'; import { sourceOf } from './src/model/kernel/record.ts'; export default sourceOf(LAYOUT);`,
      resolveDir: from,
    },
    absWorkingDir: from,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const { default: text } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const file = new URL(`src/${part}/kernel/assembly/records.ts`, root);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
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
