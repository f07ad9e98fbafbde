import fc from 'fast-check';
import { expect } from 'vitest';

/**
 * Property tests draw the same cases in every run, so that a failure is the change's and not the day's. Others are drawn
 * with HUNI_TEST_SEED set to another number.
 */
fc.configureGlobal({ seed: Number(process.env.HUNI_TEST_SEED ?? 2026) });

/**
 * Arrays of one type with the same bytes are equal: found at once, where element by element takes some 10 µs for each. All else is
 * left to how the runner compares, NaN and messages included.
 */
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return undefined;
    if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || a.byteLength !== b.byteLength) return undefined;
    return bytesOf(a).equals(bytesOf(b)) ? true : undefined;
  },
]);

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
