import { LANGUAGES, type Language } from '../../../units/locale.js';

/** Where a browser keeps what a person chose, between visits. */
export const PREFERENCES_STORE = 'huni.preferences';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** What was chosen in this browser; until then its own language, and the device's theme. */
export function storedPreferences(): Preferences {
  const guess = LANGUAGES.find((language) => navigator.language.startsWith(language)) ?? 'en';
  try {
    const read = JSON.parse(localStorage.getItem(PREFERENCES_STORE) ?? '{}') as Partial<Preferences>;
    return {
      language: LANGUAGES.find((language) => language === read.language) ?? guess,
      theme: read.theme === 'light' || read.theme === 'dark' ? read.theme : 'auto',
    };
  } catch {
    return { language: guess, theme: 'auto' };
  }
}
