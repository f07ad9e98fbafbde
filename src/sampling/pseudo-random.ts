// By itself: the whole package looks for Node's `crypto`, which takes each thread as long to load as all of ours.
import alea from 'seedrandom/lib/alea.js';

/** The next pseudo-random 32 bits, as a whole number from 0 to 2^32 − 1. */
export type RandomBits = () => number;

/** What a stream is for; keeps streams of one source apart. */
export type StreamPurpose = 'draws' | 'scramble' | 'shuffle' | 'counts';

/**
 * The part of a stream's key that stays the same over blocks and replicates. Written as JSON, so that no seed and name
 * run into one another: ('a/b', 'c') and ('a', 'b/c') differ, and so do '12' and '1212'.
 *
 * The purpose comes last and the number (in `openStream`) first because of how Alea reads its key: what differs in the
 * last character alone starts streams whose first, fourth and seventh numbers are related.
 */
export function streamKey(seed: string, purpose: StreamPurpose, name: string): string {
  return JSON.stringify([seed, name, purpose]);
}

/**
 * A stream of Alea (J. Baagøe, 2010; period about 2^116), wholly determined by its key and number.
 *
 * @param key from `streamKey`
 * @param number of the block, or of the replicate
 */
export function openStream(key: string, number: number): RandomBits {
  const stream = alea(`${number}/${key}`);
  return () => stream.int32() >>> 0;
}
