import type { Submission } from '../approvals/entries.js';
import type { Language } from '../units/locale.js';
import { formatMoney } from '../units/money.js';

/** An amount to the cent, as people write figures in the language of the sentence that it stands in. */
export function exactMoney(currency: string, language: Language = 'en'): (value: number) => string {
  return (value) => formatMoney(value, currency, { locale: language, precision: 'exact' });
}

/** What a submission asks for, with its own error where it has one. */
export function amountText(
  { amount, error, currency }: Pick<Submission, 'amount' | 'error' | 'currency'>,
  language?: Language,
): string {
  const money = exactMoney(currency, language);
  return error === 0 ? money(amount) : `${money(amount)} ± ${money(error)}`;
}
