import { visibleText } from './visible.js';

/**
 * Text that Markdown prints as it is: no markup, no HTML, no line breaks, no cell ends, no links of GitHub's own (`@name`, addresses),
 * nothing invisible.
 */
export function escapeMarkdown(text: string): string {
  return visibleText(text.replace(/[\r\n]+/g, ' ').replace(INNER_BREAKS, ' '))
    .replace(/[\\`*_[\]|~#]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@(?=\w)/g, '@&#8203;')
    .replace(/:(?=\/\/)/g, '&#58;');
}

const INNER_BREAKS = /[\u2028\u2029]/g;
