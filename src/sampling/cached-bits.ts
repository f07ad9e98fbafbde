/** Bits of one seed's streams, by source and block. */
interface CachedBits {
  /** A source's, by the index of the block. */
  of(name: string): (Uint32Array | undefined)[];
  /** Whether so many words more may be stored; counts them where they may. */
  hasRoom(words: number): boolean;
}

/** 64 MB: 65,536 draws of 250 sources. */
const MOST_WORDS = 16e6;

let last: { readonly seed: string; readonly bits: CachedBits } | null = null;

/**
 * Bits that are cached of a seed, in this thread, until those of another one are asked for. An explanation draws dozens of runs that differ from
 * one another in a few sources each, and opening a stream takes as long as the rest of a block's draws.
 */
export function cachedBits(seed: string): CachedBits {
  if (last?.seed === seed) return last.bits;
  const sources = new Map<string, (Uint32Array | undefined)[]>();
  let words = 0;
  const bits: CachedBits = {
    of(name) {
      const known = sources.get(name) ?? [];
      sources.set(name, known);
      return known;
    },
    hasRoom(more) {
      if (words + more > MOST_WORDS) return false;
      words += more;
      return true;
    },
  };
  last = { seed, bits };
  return bits;
}
