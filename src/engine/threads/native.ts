import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { type NativeAddon, nativeFrom, useNativeRoutines } from '../../kernel/native/routines.js';
import { type NativeKernel, useNativeKernel } from '../../model/kernel/native-kernel.js';
import { builtFile } from './worker-entry.js';

/**
 * Has this thread use native code where `npm run build:native` has made it. Where it wasn't made, was made for another
 * machine, or HUNI_NATIVE is `off`, WebAssembly computes the same bytes.
 */
export function useNativeWhereBuilt(): void {
  if (process.env.HUNI_NATIVE === 'off') return;
  try {
    const load = createRequire(import.meta.url);
    // It has the instructions of the processor that it was made on: on another one they would end the process.
    const madeOn = readFileSync(builtFile('native/processor'), 'utf8');
    if (madeOn !== (cpus()[0]?.model ?? '')) return;
    useNativeRoutines(nativeFrom(load(builtFile('native/model.node').pathname) as NativeAddon));
    useNativeKernel(load(builtFile('native/kernel.node').pathname) as NativeKernel);
  } catch {
    useNativeRoutines(null);
    useNativeKernel(null);
  }
}
