import type { Language } from '../../units/locale.js';
import type { AmountMistake } from '../../units/typed-amount.js';

/** What is said of something typed that is no amount, and of the amount that stays in its place. */
export interface AmountsWords {
  readonly mistakes: Readonly<Record<AmountMistake, (typed: string) => string>>;
  readonly stays: (amount: string) => string;
}

const en: AmountsWords = {
  mistakes: {
    unread: (typed) => `“${typed}” is not an amount.`,
    below: (typed) => `“${typed}” is below 0.`,
    large: (typed) => `“${typed}” is more than can be counted.`,
  },
  stays: (amount) => `${amount} stays.`,
};

const az: AmountsWords = {
  mistakes: {
    unread: (typed) => `“${typed}” məbləğ deyil.`,
    below: (typed) => `“${typed}” 0-dan azdır.`,
    large: (typed) => `“${typed}” hesablana biləndən çoxdur.`,
  },
  stays: (amount) => `${amount} qalır.`,
};

const tr: AmountsWords = {
  mistakes: {
    unread: (typed) => `“${typed}” bir tutar değil.`,
    below: (typed) => `“${typed}” 0’dan küçük.`,
    large: (typed) => `“${typed}” hesaplanabilenden büyük.`,
  },
  stays: (amount) => `${amount} kalıyor.`,
};

const ar: AmountsWords = {
  mistakes: {
    unread: (typed) => `«${typed}» ليس مبلغًا.`,
    below: (typed) => `«${typed}» أقل من 0.`,
    large: (typed) => `«${typed}» أكبر مما يمكن حسابه.`,
  },
  stays: (amount) => `يبقى ${amount}.`,
};

export const amountsWords: Readonly<Record<Language, AmountsWords>> = { en, az, tr, ar };
