/** A value, or the reason why there is none: what a person wrote is answered, never thrown. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure<T>(reason: string): Result<T> {
  return { ok: false, reason };
}
