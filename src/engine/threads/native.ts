import { createRequire } from 'node:module';
import { type NativeAddon, nativeFrom, useNativeRoutines } from '../../kernel/native/routines.js';
import { builtFile } from './worker-entry.js';

/**
 * Has this thread use native code where `npm run build:native` has made it. Where it wasn't made, was made for another
 * machine, or HUNI_NATIVE is `off`, WebAssembly computes the same bytes.
 */
export function useNativeWhereBuilt(): void {
  if (process.env.HUNI_NATIVE === 'off') return;
  try {
    const file = builtFile('native/model.node');
    useNativeRoutines(nativeFrom(createRequire(import.meta.url)(file.pathname) as NativeAddon));
  } catch {
    useNativeRoutines(null);
  }
}
