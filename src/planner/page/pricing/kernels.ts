import type { KernelPart } from '../../../model/kernel/kernel-file.js';
import type { KernelKind } from '../../../model/kernel/load.js';

/** Stands in for `model/kernel/load.ts` in a browser: kernels are provided before anything is priced. */
const modules = new Map<KernelPart, WebAssembly.Module>();

/** Compiles kernels; one that is missing, or SIMD that this browser lacks: the plain passes give the same figures. */
export async function provideKernelBytes(kernels: Readonly<Record<KernelPart, BufferSource | null>>): Promise<void> {
  for (const part of ['model', 'summary'] as const) {
    const bytes = kernels[part];
    if (bytes !== null && WebAssembly.validate(bytes)) modules.set(part, await WebAssembly.compile(bytes));
  }
}

export function kernelModule(part: KernelPart = 'model'): WebAssembly.Module | null {
  return modules.get(part) ?? null;
}

export function kernelKind(): KernelKind {
  return kernelModule() === null ? 'reference' : 'simd';
}
