import alike from 'unhomoglyph';
import { visibleText } from '../encoding/visible.js';
import { elementAt, required } from '../required.js';
import { type Said, say } from '../words/said.js';

/** What Unicode's table of confusables leaves out, or tells apart where few would. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs('ԚԍӘӨſß', 'QgƏƟsβ'),
  // Coptic.
  ...pairs('ⲀⲂⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬ', 'ABHIKMNOPCTYX'),
  // Capitals drawn small.
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋĸʟᴍʍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijkklmmnoprstuvwyz'),
  // Persian, Urdu and Arabic forms of one letter, kana, and dots in the middle.
  ...pairs('یىٱリ', 'يياり'),
  ...pairs('․·ᐧ・‧∙⋅', '.......'),
]);

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  const letters = [...to];
  return [...from].map((letter, k) => [letter, elementAt(letters, k)] as const);
}

/** Names of equal skeletons are distinguished by nobody (UTS 39, section 4, and what typefaces add to it). */
export function skeletonOf(name: string): string {
  // Digits by what they count, whatever they look like.
  const plain = (text: string): string => plainLetters(text.normalize('NFKD').replace(/\p{Nd}/gu, plainDigit));
  return (
    plain(alike(plain(alike(plain(name)))))
      .replace(/\p{Pd}/gu, '-')
      // Marks, spaces, and what makes an Arabic letter longer.
      .replace(/[\p{M}\p{Cf}\s\u0640]/gu, '')
      .toLowerCase()
      .replace(/[1l|]/g, 'i')
      .replace(/0/g, 'o')
      // Side by side as they are in most typefaces.
      .replace(/m/g, 'rn')
      .replace(/w/g, 'vv')
  );
}

function plainLetters(text: string): string {
  return [...text].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
}

/** A digit of any script as one of ours: they come in rows of ten. */
function plainDigit(digit: string): string {
  const code = required(digit.codePointAt(0));
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic'] as const;
const OF_SCRIPT = [
  ...SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const),
  // Written together in one name.
  [
    'East Asian',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  ] as const,
];

type ScriptName = (typeof OF_SCRIPT)[number][0] | 'other';
const SCRIPT_WORDS: Readonly<Record<ScriptName, Said>> = {
  Latin: say`Latin`,
  Cyrillic: say`Cyrillic`,
  Greek: say`Greek`,
  Armenian: say`Armenian`,
  Georgian: say`Georgian`,
  Hebrew: say`Hebrew`,
  Arabic: say`Arabic`,
  'East Asian': say`East Asian`,
  other: say`other`,
};

/** The scripts that a name's letters are of; `other` for all that huni doesn't know by name, of which no two are told apart. */
function scriptsOf(name: string): readonly ScriptName[] {
  const letters = [...name].filter(
    (letter) => /\p{L}/u.test(letter) && !/[\p{Script=Common}\p{Script=Inherited}]/u.test(letter),
  );
  const known = OF_SCRIPT.filter(([, own]) => letters.some((letter) => own.test(letter))).map(([script]) => script);
  const isOther = letters.some((letter) => !OF_SCRIPT.some(([, own]) => own.test(letter)));
  return isOther ? [...known, 'other'] : known;
}

/** What has no place or no shape of its own, fillers and the blank of Braille included. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What is wrong with a person's name in a policy, as what was found; `null` where everybody can see what it is. */
export function nameFault(name: string): Said | null {
  if (visibleText(name) !== name || UNSEEN.test(name)) {
    return say`"${visibleText(name)}", which has characters that can't be seen`;
  }
  if (name.normalize('NFC') !== name || name.normalize('NFKC') !== name) {
    return say`"${name}", which is written with letters that stand for others`;
  }
  if (/\s\s|[^\S ]/.test(name)) return say`"${name}", which has spaces that can't be told apart`;
  const scripts = scriptsOf(name);
  if (scripts.length > 1)
    return say`"${name}", which mixes ${scripts.reduce<Said | null>((all, one) => (all === null ? SCRIPT_WORDS[one] : say`${all} and ${SCRIPT_WORDS[one]}`), null) ?? ''} letters`;
  return null;
}
