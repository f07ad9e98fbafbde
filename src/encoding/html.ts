import { withoutUnseen } from './visible.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Browsers may end a line between a sign and a currency's; a word joiner (U+2060) holds the two together. */
const SIGN_BEFORE_CURRENCY = /[+\u2212](?=\p{Sc})/gu;

/** Text for an element or a quoted attribute: no markup, and nothing that can't be seen. */
export function escapeHtml(text: string): string {
  return withoutUnseen(text)
    .replace(SIGN_BEFORE_CURRENCY, '$&\u2060')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
