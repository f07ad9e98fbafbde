import type { Language } from './locale.js';
import { readTypedAmount } from './typed-amount.js';

const BEFORE = /^(?:from|من)\s+/i;
const BETWEEN = /^(.+?)(?:\s(?:to|ilə|ile|إلى|الى|حتى)\s|\s*[–—…-]\s*|\s*\.{2,3}\s*)(.+)$/i;

/**
 * A range of amounts, or one, as people type it: `30 – 55`, `₼30-55`, `30 ilə 55`, `من 30 إلى 55`.
 *
 * @returns what a scenario says for it, `30 to 55`; `null` where it is something else, which a scenario may know all the same
 */
export function readTypedRange(typed: string, language: Language, currency: string | null): string | null {
  const bare = typed.trim().replace(BEFORE, '');
  const [, low, high] = BETWEEN.exec(bare) ?? [];
  const amounts = (low === undefined || high === undefined ? [bare] : [low, high]).map((one) =>
    readTypedAmount(one, language, currency),
  );
  const values = amounts.flatMap((amount) => (amount.ok ? [String(amount.value)] : []));
  return values.length === amounts.length ? values.join(' to ') : null;
}
