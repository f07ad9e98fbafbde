import type { Language } from '../../units/locale.js';
import type { Effects } from '../effects.js';

/**
 * Effects of what nobody watches at a terminal: a thread is ended, so nothing has to be aborted within.
 *
 * @param language of what is found and reported
 */
export function quietEffects(language: Language): Effects {
  return {
    out: () => {},
    err: () => {},
    interactive: false,
    columns: null,
    color: false,
    language,
    today: new Date().toISOString().slice(0, 10),
    signal: new AbortController().signal,
  };
}
