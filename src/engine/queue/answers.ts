import { decode, encode } from '../codec.js';
import type { JobAnswer } from '../whole/types.js';

/** An answer as it lies in Redis. */
export function packAnswer(answer: JobAnswer): Buffer {
  return Buffer.from(encode(answer));
}

export function unpackAnswer(bytes: Uint8Array): JobAnswer {
  return decode(bytes) as JobAnswer;
}
