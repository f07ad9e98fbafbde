/**
 * Characters that can't be seen, change what others look like, or can't be written to XML: control characters, line and
 * paragraph separators, overrides of direction, spaces of no width, lone surrogates, and code points that are no characters. Joiners (U+200C, U+200D)
 * and plain marks of direction belong to names in Persian and Arabic, and to emoji.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u200b\u202a-\u202e\u2060-\u206f\ufeff]/u;

/** Whether every character of a name can be seen and written down. */
export function isVisible(text: string): boolean {
  return !UNSEEN.test(text);
}

/** The text with what can't be seen written as escapes (`\n`, `\u001b`), for messages: on one line, and as it is. */
export function madeVisible(text: string): string {
  if (isVisible(text)) return text;
  return text.replace(new RegExp(UNSEEN, 'gu'), (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    const code = character.codePointAt(0)!;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Names that every object of JavaScript answers to (`constructor`, `toString`): a table by names would find them in itself. */
export function isReserved(name: string): boolean {
  return name in {};
}
