// The elementary functions over arrays, so that they can be held against others on their own.
import { exp, fade, meanFade, saturate, storeExps } from './exponential';
import { fillNormals } from './normal-quantile';
import { load, store, VECTOR } from './vector';

export const EXP: i32 = 0;
export const FADE: i32 = 1;
export const SATURATE: i32 = 2;
export const MEAN_FADE: i32 = 3;
export const FOUR_EXPS: i32 = 4;

/** @param bytes of the array, a multiple of 32 */
export function evaluate(what: i32, from: usize, to: usize, bytes: usize): void {
  if (what == FOUR_EXPS) {
    for (let d: usize = 0; d < bytes; d += 2 * VECTOR) storeExps(to + d, load(from + d), load(from + d + VECTOR));
    return;
  }
  for (let d: usize = 0; d < bytes; d += VECTOR) {
    const x = load(from + d);
    store(to + d, what == EXP ? exp(x) : what == FADE ? fade(x) : what == SATURATE ? saturate(x) : meanFade(x));
  }
}

/** 128 words to 128 standard normals; `list` has room for 130 half-words. */
export function normals(bits: usize, to: usize, list: usize): void {
  fillNormals(bits, to, list);
}
