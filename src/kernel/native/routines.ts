import { required } from '../../required.js';

/** Routines in native code. */
export interface NativeRoutines {
  /**
   * A driver of calls in a memory, as the module's own; `null` where a routine isn't there.
   *
   * @param routines what they go by, in the order in which calls name them
   */
  open(memory: ArrayBuffer, routines: readonly string[]): RunCalls | null;
}

type RunCalls = (calls: number, count: number, offset: number) => void;

/** What an addon made by `nativeSource` offers. */
export interface NativeAddon {
  readonly keys: () => string[];
  readonly run: (memory: ArrayBuffer, table: Uint32Array, calls: number, count: number, offset: number) => void;
}

/** An addon's routines by what they go by. */
export function nativeFrom(addon: NativeAddon): NativeRoutines {
  const index = new Map(addon.keys().map((key, k) => [key, k]));
  return {
    open(memory, routines) {
      if (!routines.every((key) => index.has(key))) return null;
      const table = Uint32Array.from(routines, (key) => required(index.get(key)));
      return (calls, count, offset) => addon.run(memory, table, calls, count, offset);
    },
  };
}

let current: NativeRoutines | null = null;

/** The native code that this thread uses; `null`: none. */
export const nativeRoutines = (): NativeRoutines | null => current;

/** Has this thread use native code from now on. */
export function useNativeRoutines(native: NativeRoutines | null): void {
  current = native;
}
