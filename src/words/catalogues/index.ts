import type { Translations } from '../said.js';

/** Languages that sentences are reported in besides English, which they are written in. */
const CATALOGUES = {
  az: async () => (await import('./az/index.js')).az,
  tr: async () => (await import('./tr/index.js')).tr,
  ar: async () => (await import('./ar/index.js')).ar,
} as const;

/** The catalogue of a language; it is loaded only when it is asked for. English needs none. */
export async function translationsOf(language: 'en' | keyof typeof CATALOGUES): Promise<Translations> {
  return language === 'en' ? {} : CATALOGUES[language]();
}
