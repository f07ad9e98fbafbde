import { withoutUnseen } from './visible.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Browsers may end a line between a minus and a currency sign; a word joiner (U+2060) holds the two together. */
const MINUS_BEFORE_CURRENCY = /\u2212(?=\p{Sc})/gu;

/** Text for an element or a quoted attribute: no markup, and nothing that can't be seen. */
export function escapeHtml(text: string): string {
  return withoutUnseen(text)
    .replace(MINUS_BEFORE_CURRENCY, '\u2212\u2060')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
