import { visibleText } from '../encoding/visible.js';
import { Said, say, type Translations, translatedBy, type Words } from '../words/said.js';

/**
 * `wrong-input`: what was asked for can't be done as asked. `not-allowed`: it was understood, and doesn't hold (above a limit,
 * decided already). `not-intact`: a file or the ledger isn't what it was.
 */
type ApprovalFailure = 'wrong-input' | 'not-allowed' | 'not-intact';

/** A refusal in full sentences: file, what was found, what was expected. Nothing was recorded. As text it is English. */
export class ApprovalError extends Error {
  override readonly name = 'ApprovalError';
  constructor(
    readonly reason: ApprovalFailure,
    readonly said: Said,
  ) {
    super(String(said));
  }

  /** The refusal by the catalogue of a language. */
  translatedBy(translations: Translations): string {
    return translatedBy(translations, this.said);
  }
}

/** `path: found A, expected B`, and what may have been meant; what others wrote in it is shown as text that can be seen. */
export function mismatch(where: Words, found: Words, expected: Words, suggestion?: string): Said {
  if (suggestion !== undefined) {
    return say`${shown(where)}: ${say`found ${shown(found)}, expected ${shown(expected)}; did you mean ${suggestion}?`}`;
  }
  return say`${shown(where)}: found ${shown(found)}, expected ${shown(expected)}`;
}

/** Faults, a line each, of what was therefore left alone. */
export function nothingRecorded(faults: readonly Said[]): Said {
  return [...faults, say`Nothing was recorded.`].reduce((all, one) => say`${all}\n${one}`);
}

/** Words of others with every character that can't be seen replaced, in the parts of a sentence, too. */
function shown(words: Words): Words {
  return words instanceof Said ? new Said(words.template, words.parts.map(shown)) : visibleText(String(words));
}
