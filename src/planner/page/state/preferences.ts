import { effect, signal } from '@preact/signals';
import type { Language } from '../../../units/locale.js';
import { plannerWords } from '../../words/index.js';
import { PREFERENCES_STORE, type Preferences, storedPreferences } from './stored-preferences.js';

/** What a person chose in this browser: stored between visits. */
export const preferences = signal(storedPreferences());

const dark = matchMedia('(prefers-color-scheme: dark)');
/** Whether the device asks for dark pages, now. */
export const deviceIsDark = signal(dark.matches);
dark.addEventListener('change', ({ matches }) => {
  deviceIsDark.value = matches;
});

export function choose(change: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...change };
}

/** The words of the page in the language that was chosen. */
export function words() {
  return plannerWords(preferences.value.language);
}

/** Whether pages and charts of a language begin at the right. */
export function isRightToLeft(language: Language): boolean {
  return language === 'ar';
}

effect(() => {
  const { language, theme } = preferences.value;
  document.documentElement.lang = language;
  document.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.title = plannerWords(language).title;
  try {
    localStorage.setItem(PREFERENCES_STORE, JSON.stringify(preferences.value));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
});
