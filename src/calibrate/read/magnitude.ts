/** Thousands and millions, as they are written behind an amount (`12.3K`, `12,3 тыс.`) and in the name of a column (`Impressions (000)`). */

/** Powers of ten of letters and words that mean the same wherever they stand. */
const ANYWHERE: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  thousands: 3,
  tsd: 3,
  tausend: 3,
  bin: 3,
  тыс: 3,
  тысяч: 3,
  тысячах: 3,
  тис: 3,
  tys: 3,
  tysiącach: 3,
  milliers: 3,
  miles: 3,
  milhares: 3,
  mila: 3,
  migliaia: 3,
  rb: 3,
  ribu: 3,
  ألف: 3,
  آلاف: 3,
  بالآلاف: 3,
  千: 3,
  万: 4,
  萬: 4,
  m: 6,
  mn: 6,
  mln: 6,
  mio: 6,
  million: 6,
  millions: 6,
  millionen: 6,
  milyon: 6,
  млн: 6,
  millones: 6,
  milhões: 6,
  milioni: 6,
  jt: 6,
  مليون: 6,
  ملايين: 6,
  بالملايين: 6,
  百万: 6,
  億: 8,
  亿: 8,
};

/** Of those that mean one thing in one language and another, or nothing, in the next: `12 B` is thousands in Turkish and billions in English. */
const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tr: { b: 3 },
  az: { min: 3 },
  es: { mil: 3 },
  pt: { mil: 3, mi: 6 },
};

const BEHIND_DIGITS = /(?<=[\d.,])[\s\u00a0\u202f]*(百万|[千万萬億亿]|\p{L}+)\.?/u;

/** What stands behind an abbreviated amount. */
interface Magnitude {
  /** The cell without it. */
  readonly text: string;
  /** Of ten, above 0. */
  readonly power: number;
}

/** Thousands or millions behind the digits of a cell; `null` where there are none, or what stands there is none in that language. */
export function magnitudeIn(cell: string, language: string): Magnitude | null {
  const found = BEHIND_DIGITS.exec(cell);
  if (found === null) return null;
  const power = powerOf((found[1] ?? '').toLowerCase(), language);
  if (power === null) return null;
  return { text: `${cell.slice(0, found.index)} ${cell.slice(found.index + found[0].length)}`.trim(), power };
}

function powerOf(word: string, language: string): number | null {
  const own = BY_LANGUAGE[language];
  if (own !== undefined && Object.hasOwn(own, word)) return own[word] ?? null;
  return Object.hasOwn(ANYWHERE, word) ? (ANYWHERE[word] ?? null) : null;
}

/** A number times a power of ten, as if its decimal mark had been moved: 1.005 thousand is 1005. */
export function scaled(value: number, power: number): number {
  if (power === 0 || !Number.isFinite(value)) return value;
  const text = String(value);
  if (text.includes('e')) return value * 10 ** power;
  // Rounded once, as the decimal itself would be.
  return Number(`${text}e${power}`);
}

/** A column's name without the unit of thousands in it. */
interface ScaledName {
  readonly name: string;
  readonly power: number;
}

const BRACKETS = /[([（]([^()[\]（）]*)[)\]）]/g;
/** `'000`, `000s`, `1,000`, `x1000`, and the same of millions. */
const NOUGHTS: readonly (readonly [RegExp, number])[] = [
  [/^['’‘`]?1?[.,\s]?000['’]?s?$/, 3],
  [/^['’‘`]?1?[.,\s]?000[.,\s]?000['’]?s?$/, 6],
];
/** Words that may stand beside the unit: prepositions, what is counted, and currencies, which stay in the name. */
const BESIDE = new Set([
  ...['in', 'en', 'em', 'w', 'в', 'x', '×', 'of', 'per', 'di'],
  ...['adet', 'ədəd', 'шт', 'szt', 'pcs', 'stück', 'units'],
]);
const MONEY = /^(?:\p{Sc}|[A-Z]{0,3}\p{Sc}|[A-Z]{3}|TL|zł|Kč|Rp|руб|manat|円|元)$/u;

/** Finds thousands in a column's name, in brackets or at its end: `(000)`, `(in thousands)`, `(k€)`, `, bin adet`, `в тыс.`; `null`: it has none. */
export function scaledName(header: string): ScaledName | null {
  for (const found of header.matchAll(BRACKETS)) {
    const unit = unitIn(found[1] ?? '', true);
    if (unit === null) continue;
    const kept = unit.money === '' ? ' ' : `(${unit.money})`;
    const name = header.slice(0, found.index) + kept + header.slice(found.index + found[0].length);
    return { name: name.replace(/\s+/g, ' ').trim(), power: unit.power };
  }
  // At the end of a name a letter alone may be anything.
  const words = header.trim().split(/[\s,;:–—]+/u);
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const unit = unitIn(words.slice(-length).join(' '), false);
    if (unit === null) continue;
    const name = words.slice(0, -length).join(' ');
    return { name: unit.money === '' ? name : `${name} (${unit.money})`, power: unit.power };
  }
  return null;
}

/** @param bracketed whether it is all that stands in brackets: there a letter alone is a unit */
function unitIn(text: string, bracketed: boolean): { readonly power: number; readonly money: string } | null {
  // The sign of a currency may stand right before or behind the unit: `k€`, `$000`.
  const words = text
    .trim()
    .replace(/^(\p{Sc})(?=\S)/u, '$1 ')
    .replace(/(?<=\S)(\p{Sc})$/u, ' $1')
    .replace(/^([千万萬億亿]|百万)(?=[円元])/u, '$1 ')
    .replace(/^([×x])(?=1)/iu, '$1 ')
    .split(/\s+/)
    .map((word) => word.replace(/[.,]$/, ''));
  let power: number | null = null;
  let [money, beside] = ['', false];
  // A thousand with a space or a comma in it is one word.
  const joined = words
    .join(' ')
    .replace(/1[\s.,]000/g, '1000')
    .split(' ');
  for (const word of joined) {
    const own = NOUGHTS.find(([pattern]) => pattern.test(word))?.[1] ?? wordPower(word);
    if (own !== null && power === null) power = own;
    else if (BESIDE.has(word.toLowerCase())) beside = true;
    else if (money === '' && MONEY.test(word)) money = word;
    else return null;
  }
  if (power === null) return null;
  const [first = ''] = joined;
  // `min` is a thousand in Azerbaijani, and minutes or a least elsewhere; `bin` is a thousand, or a box; `m` may be anything.
  const plain = /^(?:min|bin|m|mn|rb|jt|mila|miles)$/iu.test(first) && joined.length === 1;
  if (plain && !(bracketed && /^(?:bin|mn|miles)$/iu.test(first))) return null;
  if (!bracketed && joined.length === 1 && /^(?:k|\p{Script=Han})$/iu.test(first)) return null;
  // `Top 1000`, `CPM 1000`: bare figures at the end of a name are no unit.
  if (!bracketed && !beside && money === '' && /^1/.test(first)) return null;
  return { power, money };
}

const wordPower = (word: string): number | null => powerOf(word.toLowerCase(), '') ?? (/^min$/iu.test(word) ? 3 : null);
