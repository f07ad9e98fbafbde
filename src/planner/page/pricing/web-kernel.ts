import modelUrl from '../../../../dist/model/kernel.wasm?url';
import summaryUrl from '../../../../dist/summary/kernel.wasm?url';
import type { KernelPart } from '../../../model/kernel/kernel-file.js';
import type { KernelKind } from '../../../model/kernel/load.js';

/** Stands in for `model/kernel/load.ts` in a browser: kernels are fetched before anything is priced. */
const modules = new Map<KernelPart, WebAssembly.Module>();

/** Fetches and compiles the kernels; without SIMD the plain passes give the same figures. */
export async function provideKernels(): Promise<void> {
  const urls = { model: modelUrl, summary: summaryUrl } as const;
  await Promise.all(
    (['model', 'summary'] as const).map(async (part) => {
      try {
        const bytes = await (await fetch(urls[part])).arrayBuffer();
        if (WebAssembly.validate(bytes)) modules.set(part, await WebAssembly.compile(bytes));
      } catch {
        // The reference passes need no kernel.
      }
    }),
  );
}

export function kernelModule(part: KernelPart = 'model'): WebAssembly.Module | null {
  return modules.get(part) ?? null;
}

export function kernelKind(): KernelKind {
  return kernelModule() === null ? 'reference' : 'simd';
}
