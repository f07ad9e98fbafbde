import { isVisible, replaceUnseen } from '../encoding/visible.js';
import { required } from '../required.js';

export { isVisible };

/** The text with what can't be seen written as escapes (`\n`, `\u001b`), for messages: on one line, and as it is. */
export function madeVisible(text: string): string {
  if (isVisible(text)) return text;
  return replaceUnseen(text, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    const code = required(character.codePointAt(0));
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Names that every object of JavaScript answers to (`constructor`, `toString`): a table by names would find them in itself. */
export function isReserved(name: string): boolean {
  return name in {};
}
