import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '../../units/locale.js';

/** The language that a page is read in: its requests say so in `Accept-Language`. English where none of ours is named. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const asked = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((one) => LANGUAGES.filter((language) => language === one))[0] ?? 'en';
}
