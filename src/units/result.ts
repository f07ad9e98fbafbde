import type { Words } from '../words/said.js';

/** A value, or the reason why there is none: what a person wrote is answered, never thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** In English. */
      readonly reason: string;
      /** As it is said in other languages. */
      readonly said: Words;
    };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure<T>(said: Words): Result<T> {
  return { ok: false, reason: String(said), said };
}
