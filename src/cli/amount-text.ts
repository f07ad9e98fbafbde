import type { Submission } from '../approvals/entries.js';
import { formatMoney } from '../units/money.js';

/** What a submission asks for, with its own error where it has one. */
export function amountText({ amount, error, currency }: Pick<Submission, 'amount' | 'error' | 'currency'>): string {
  const money = (value: number) => formatMoney(value, currency, { precision: 'exact' });
  return error === 0 ? money(amount) : `${money(amount)} ± ${money(error)}`;
}
