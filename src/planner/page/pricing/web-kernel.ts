import modelUrl from '../../../../dist/model/kernel.wasm?url';
import summaryUrl from '../../../../dist/summary/kernel.wasm?url';
import { provideKernelBytes } from './kernels.js';

/** Fetches and compiles the kernels. */
export async function provideKernels(): Promise<void> {
  const bytesOf = async (url: string): Promise<ArrayBuffer | null> =>
    fetch(url).then(
      (response) => response.arrayBuffer(),
      () => null,
    );
  const [model, summary] = await Promise.all([bytesOf(modelUrl), bytesOf(summaryUrl)]);
  await provideKernelBytes({ model, summary });
}
