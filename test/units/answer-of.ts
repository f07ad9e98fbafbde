import type { Result } from '../../src/units/result.js';

/** What a result holds, where a test counts on it. */
export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
