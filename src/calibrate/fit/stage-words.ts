import type { Stage } from '../../scenario/types.js';
import { STAGE_WORDS } from './stage-vocabulary.js';

/** Lower case without accents, words parted by one space; `LeadGen` and `OUTCOME_SALES` are two words each. */
function wordsOf(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\p{M}ー]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Word {
  readonly text: string;
  /** Whether it may go on: by the star, or since its language has no spaces. */
  readonly open: boolean;
  readonly anywhere: boolean;
}

interface Wanted extends Word {
  readonly stage: Stage;
  /** Its place in the list: the first of those that are met counts. */
  readonly order: number;
  /** As it stands in a text between two spaces. */
  readonly wanted: string;
}

const prepared: readonly Wanted[] = STAGE_WORDS.flatMap(([stage, words]) =>
  words.map((word): Omit<Wanted, 'order'> => {
    const text = wordsOf(word);
    const open = word.endsWith('*');
    const anywhere = SPACELESS.test(word);
    return { stage, text, open, anywhere, wanted: anywhere ? text : open ? ` ${text}` : ` ${text} ` };
  }),
).map((word, order) => ({ ...word, order }));
const anywhere = prepared.filter((word) => word.anywhere);
/** The others by their first letter: an account may have tens of thousands of campaigns, and there are hundreds of words. */
const byLetter = new Map<string, Wanted[]>();
for (const word of prepared) {
  const letter = word.text.charAt(0);
  if (!word.anywhere) byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
}

/** The stage that a text names, and the word it does it with; `null` where it names none. */
export function stageIn(text: string): { readonly stage: Stage; readonly word: string } | null {
  const padded = ` ${wordsOf(text)} `;
  // "LEADGEN" and "PMax" have no joint, or one in the wrong place.
  const joined = ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const found = Math.min(firstIn(padded), firstIn(joined));
  const word = prepared[found];
  return word === undefined ? null : { stage: word.stage, word: word.text };
}

/** The place in the list of the first word that a text has; infinite where it has none. */
function firstIn(text: string): number {
  let first = Number.POSITIVE_INFINITY;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    for (const { order, wanted } of byLetter.get(text[at + 1] ?? '') ?? []) {
      if (order < first && text.startsWith(wanted, at)) first = order;
    }
  }
  if (!SPACELESS.test(text)) return first;
  return anywhere.reduce((least, { order, wanted }) => (text.includes(wanted) ? Math.min(least, order) : least), first);
}
