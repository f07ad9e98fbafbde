import { visibleText } from '../encoding/visible.js';
import { elementAt } from '../required.js';

/** Letters of other scripts that look like Latin ones (Unicode's confusables.txt, the letters that names are written with). */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries([
  // Cyrillic.
  ...pairs('АВЕЅІЈКМНОРСТУХҮԌԚԜаеоѕіјрсухһԁԛԝԍҽ', 'ABESIJKMHOPCTYXYGQWaeosijpcyxhdqwge'),
  // Greek.
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιαρυ', 'ABEZHIKMNOPTYXoviapu'),
  // Armenian.
  ...pairs('ՕՍոսսհօ', 'OUnuuho'),
  // Latin letters that differ from others by next to nothing.
  ...pairs('ıſɑɡɩ', 'isagi'),
]);

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  const letters = [...to];
  return [...from].map((letter, k) => [letter, elementAt(letters, k)] as const);
}

/** Names of equal skeletons are distinguished by nobody. */
export function skeletonOf(name: string): string {
  const plain = [...name.normalize('NFKD')].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
  return (
    plain
      .replace(/[\p{M}\p{Cf}\s]/gu, '')
      .toLowerCase()
      .replace(/[1l|]/g, 'i')
      .replace(/0/g, 'o')
      // Side by side as they are in most typefaces.
      .replace(/m/g, 'rn')
      .replace(/w/g, 'vv')
  );
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

/** The scripts that a name's letters are of; `other` for all that huni doesn't know by name, of which no two are told apart. */
function scriptsOf(name: string): readonly string[] {
  const letters = [...name].filter(
    (letter) => /\p{L}/u.test(letter) && !/[\p{Script=Common}\p{Script=Inherited}]/u.test(letter),
  );
  const known = OF_SCRIPT.filter(([, own]) => letters.some((letter) => own.test(letter))).map(([script]) => script);
  const isOther = letters.some((letter) => !OF_SCRIPT.some(([, own]) => own.test(letter)));
  return isOther ? [...known, 'other'] : known;
}

/** What is wrong with a person's name in a policy, as what was found; `null` where everybody can see what it is. */
export function nameFault(name: string): string | null {
  if (visibleText(name) !== name || /[\p{Cf}\p{Co}\p{Cn}]/u.test(name)) {
    return `"${visibleText(name)}", which has characters that can't be seen`;
  }
  if (name.normalize('NFC') !== name || name.normalize('NFKC') !== name) {
    return `"${name}", which is written with letters that stand for others`;
  }
  if (/\s\s|[^\S ]/.test(name)) return `"${name}", which has spaces that can't be told apart`;
  const scripts = scriptsOf(name);
  if (scripts.length > 1) return `"${name}", which mixes ${scripts.join(' and ')} letters`;
  return null;
}
