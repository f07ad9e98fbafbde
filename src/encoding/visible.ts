import { required } from '../required.js';

/**
 * What others wrote, in one line of text for a terminal or a log: control characters, line ends, marks that turn the direction of
 * writing, and characters without width or place are shown as escapes; nothing in it is taken for a workflow command.
 */
export function visibleText(text: string): string {
  return withoutCommands(replaceUnseen(text, escaped));
}

/** As `visibleText`, for places where line ends, tabs and workflow commands mean nothing. */
export function withoutUnseen(text: string): string {
  return replaceUnseen(text, (found) => (found === '\n' || found === '\t' ? found : escaped(found)));
}

/**
 * C0, DEL and C1; line and paragraph separators; embeddings, overrides and isolates of direction; zero-width space, word joiner,
 * byte order mark, soft hyphen; tags; lone surrogates; code points that are no characters. Joiners and marks of direction (U+200C to
 * U+200F) belong to some scripts, and to emoji. The one list of what can't be seen, changes what others look like, or can't be
 * written to XML.
 */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;

/** The text with every character that can't be seen replaced. */
export function replaceUnseen(text: string, by: (character: string) => string): string {
  return text.replace(UNSEEN, by);
}

/** Whether every character of a text can be seen and written down. */
export function isVisible(text: string): boolean {
  return text.search(UNSEEN) < 0;
}

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = required(character.codePointAt(0));
  return SHORT[character] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`);
}

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');

/**
 * Build servers act on lines that begin with `::` (GitHub's workflow commands) and on `##[` wherever it stands (the older ones,
 * which Azure also reads as `##vso[`): a space takes their meaning.
 */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*:):/, '$1 :').replace(/##(?=\[|vso\[)/g, '## ');
}

/**
 * A whole output on its way to a terminal or a log, whatever was put into it: its lines stay, but nothing in it moves the cursor,
 * renames the window or is a workflow command. Colours stay where there are some, and JSON stays the same JSON.
 *
 * @param options.color whether it may hold colours and the clearing of a line, which are huni's own then
 * @param options.commands whether its lines are workflow commands that huni made
 */
export function printable(
  text: string,
  options: { readonly color: boolean; readonly commands?: boolean } = { color: false },
): string {
  // In JSON, what stands within quotes can be written otherwise and stays the same.
  if (/^[[{"]/.test(text)) {
    return replaceUnseen(text, (found) => (SPACING.includes(found) ? found : inJson(found))).replace(
      /##(?=\[|vso\[)/g,
      '#\\u0023',
    );
  }
  const sound = text.replace(OWN_OR_UNSEEN, (found) => {
    if (found === '\n' || found === '\t') return found;
    if (!OWN.test(found)) return escaped(found);
    return options.color ? found : [...found].map((one) => (one < ' ' ? escaped(one) : one)).join('');
  });
  return options.commands === true ? sound : sound.replace(/^([^\S\n]*:):/gm, '$1 :').replace(/##(?=\[|vso\[)/g, '## ');
}

/** What stands between the tokens of JSON, and never within its strings. */
const SPACING: readonly string[] = ['\n', '\r', '\t'];

const inJson = (found: string) =>
  Array.from({ length: found.length }, (_, unit) => `\\u${hex(found.charCodeAt(unit), 4)}`).join('');

/** huni's own colours and cleared lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const OWN = /^(?:\u001b\[[\d;]*m|\r\u001b\[2K)$/;
const OWN_OR_UNSEEN = new RegExp(`\\u001b\\[[\\d;]*m|\\r\\u001b\\[2K|${UNSEEN.source}`, 'gu');
