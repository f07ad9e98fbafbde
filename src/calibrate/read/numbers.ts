import { currencyOfSign, SIGN } from './currency-signs.js';
import { magnitudeIn } from './magnitude.js';

export type DecimalMark = '.' | ',';

/** What the cells of a column look like, seen as a whole. */
export interface NumberShapes {
  /** Cells that can only be read with a decimal point, with a decimal comma; `1.234` and `1,234` alone. */
  point: number;
  comma: number;
  threeAfterPoint: number;
  threeAfterComma: number;
  /** Whole numbers, typed numbers of a spreadsheet. */
  plain: number;
  missing: number;
  /** Cells that are no number. */
  text: number;
  /** Most decimals of a cell; a percent sign counts as two more. */
  decimals: number;
  percent: number;
  /** Cells that say 0, and cells with decimals, whatever they are. */
  zeros: number;
  fractions: number;
  /** Cells with thousands or millions written as a letter or a word: `12.3K`. */
  abbreviated: number;
  exampleAbbreviated: string;
  examplePoint: string;
  exampleComma: string;
  exampleThree: string;
  /** Currency signs and codes in the cells. */
  readonly currencies: Map<string, number>;
}

export function noShapes(): NumberShapes {
  return {
    point: 0,
    comma: 0,
    threeAfterPoint: 0,
    threeAfterComma: 0,
    plain: 0,
    missing: 0,
    text: 0,
    decimals: 0,
    percent: 0,
    zeros: 0,
    fractions: 0,
    abbreviated: 0,
    exampleAbbreviated: '',
    examplePoint: '',
    exampleComma: '',
    exampleThree: '',
    currencies: new Map(),
  };
}

const MISSING = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  'n/a',
  'na',
  'nan',
  'null',
  'none',
  '#n/a',
  '∞',
  'inf',
  '\\n',
]);

/** Whether a cell says that there is no value: blank, `--`, `n/a`. */
export function isMissing(cell: string): boolean {
  return cell === '' || (cell.length < 6 && MISSING.has(cell.trim().toLowerCase()));
}

const AFFIXES = new RegExp(
  `^(${SIGN}\\.?|[A-Z]{3})?\\s*([^\\p{L}\\p{Sc}]*(?:[eE][+-]?\\d+)?)\\s*(${SIGN}|[A-Z]{3})?$`,
  'u',
);

/** A cell without sign, currency and percent; `null` where it can't be a number. */
interface BareNumber {
  readonly negative: boolean;
  readonly percent: boolean;
  readonly currency: string | null;
  /** Digits and separators: points, commas; spaces and apostrophes already taken out where they group. */
  readonly digits: string;
  /** Of ten, that the digits are in: 3 for `12.3K`. */
  readonly power: number;
}

const BARE = /^(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?$/;
/** Spaces of any width (thin ones, those that don't break) and apostrophes, as thousands are parted by them. */
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ \u00a0\u2000-\u200a\u202f'’]\d{3})+(?=[.,]|$)/;

/** Strips a cell to its digits and separators. @param language of thousands and millions written out, `12 B`; `null`: a cell with them is no number */
export function bareNumber(cell: string, language: string | null = null): BareNumber | null {
  if (BARE.test(cell)) return { negative: false, percent: false, currency: null, digits: cell, power: 0 };
  let text = latinDigits(cell)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
  let negative = false;
  let percent = false;
  if (/^\(.*\)$/.test(text)) {
    negative = true;
    text = text.slice(1, -1).trim();
  }
  if (/%$|^%|٪$/.test(text)) {
    percent = true;
    text = text.replace(/[%٪]/g, '').trim();
  }
  ({ text, negative } = withoutSign(text, negative));
  const magnitude = percent || language === null ? null : magnitudeIn(text, language);
  if (magnitude !== null) text = magnitude.text;
  const parts = AFFIXES.exec(text);
  if (parts === null) return null;
  const sign = (parts[1] ?? parts[3] ?? '').replace('.', '');
  if (parts[1] !== undefined && parts[3] !== undefined) return null;
  const currency = sign === '' ? null : currencyOfSign(sign);
  if (sign !== '' && currency === null) return null;
  ({ text, negative } = withoutSign((parts[2] ?? '').trim(), negative));
  if (GROUPED_BY_SPACE.test(text)) text = text.replace(/[ \u00a0\u2000-\u200a\u202f'’]/g, '');
  return BARE.test(text) ? { negative, percent, currency, digits: text, power: magnitude?.power ?? 0 } : null;
}

function withoutSign(text: string, negative: boolean): { text: string; negative: boolean } {
  if (/^[-−–]\s*[^-−–]/.test(text)) return { text: text.slice(1).trim(), negative: true };
  if (/[^-−–\s][-−]$/.test(text)) return { text: text.slice(0, -1).trim(), negative: true };
  return { text: text.startsWith('+') ? text.slice(1) : text, negative };
}

/** Arabic and Persian digits as 0-9; their decimal mark becomes a point, their thousands mark goes. */
export function latinDigits(text: string): string {
  if (!/[\u0660-\u066c\u06f0-\u06f9]/.test(text)) return text;
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066c/g, '')
    .replace(/\u066b/g, '.');
}

type Shape = 'plain' | 'point' | 'comma' | 'three after point' | 'three after comma' | 'text';

const GROUPS_OF_THREE = { ',': /^\d{1,3}(?:,\d{3})+$/, '.': /^\d{1,3}(?:\.\d{3})+$/ } as const;
/** Indian lakhs and crores: 12,34,567. */
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

function isGrouped(text: string, mark: DecimalMark): boolean {
  return GROUPS_OF_THREE[mark].test(text) || (mark === ',' && INDIAN_GROUPS.test(text));
}

function shapeOf(digits: string): Shape {
  const exponent = digits.search(/[eE]/);
  const mantissa = exponent === -1 ? digits : digits.slice(0, exponent);
  const point = mantissa.lastIndexOf('.');
  const comma = mantissa.lastIndexOf(',');
  if (point === -1 && comma === -1) return 'plain';
  if (point !== -1 && comma !== -1) {
    const decimal: DecimalMark = point > comma ? '.' : ',';
    if (!isGrouped(mantissa.slice(0, Math.max(point, comma)), decimal === '.' ? ',' : '.')) return 'text';
    return decimal === '.' ? 'point' : 'comma';
  }
  const mark: DecimalMark = point !== -1 ? '.' : ',';
  const at = Math.max(point, comma);
  if (mantissa.indexOf(mark) !== at) {
    if (!isGrouped(mantissa, mark)) return 'text';
    return mark === '.' ? 'comma' : 'point';
  }
  // One mark with three digits behind it and one to three before: it groups, or it is a decimal mark.
  const couldGroup = exponent === -1 && mantissa.length - at === 4 && at >= 1 && at <= 3 && mantissa[0] !== '0';
  if (couldGroup) return mark === '.' ? 'three after point' : 'three after comma';
  return mark === '.' ? 'point' : 'comma';
}

/** Adds a cell to what is known of its column. @param language as for `bareNumber` */
export function observeNumber(shapes: NumberShapes, cell: string, language: string | null = null): void {
  if (isMissing(cell)) {
    shapes.missing += 1;
    return;
  }
  const bare = bareNumber(cell, language);
  const shape = bare === null ? 'text' : shapeOf(bare.digits);
  if (bare === null || shape === 'text') {
    shapes.text += 1;
    return;
  }
  if (bare.percent) shapes.percent += 1;
  if (bare.power > 0) {
    shapes.abbreviated += 1;
    if (shapes.exampleAbbreviated === '') shapes.exampleAbbreviated = cell.trim();
  }
  if (!/[1-9]/.test(bare.digits)) shapes.zeros += 1;
  if (hasFraction(cell)) shapes.fractions += 1;
  if (bare.currency !== null) shapes.currencies.set(bare.currency, (shapes.currencies.get(bare.currency) ?? 0) + 1);
  if (shape === 'plain') shapes.plain += 1;
  else if (shape === 'point') {
    shapes.point += 1;
    if (shapes.examplePoint === '') shapes.examplePoint = cell;
  } else if (shape === 'comma') {
    shapes.comma += 1;
    if (shapes.exampleComma === '') shapes.exampleComma = cell;
  } else {
    if (shape === 'three after point') shapes.threeAfterPoint += 1;
    else shapes.threeAfterComma += 1;
    if (shapes.exampleThree === '') shapes.exampleThree = cell;
  }
  if (shape !== 'plain' || bare.percent) {
    const fraction = /[.,](\d*)(?:[eE].*)?$/.exec(bare.digits)?.[1]?.length ?? 0;
    shapes.decimals = Math.max(shapes.decimals, fraction + (bare.percent ? 2 : 0));
  }
}

/** Whether a cell is written with decimals: a mark with other than three digits behind it, `50.00` too. */
export function hasFraction(cell: string | number): boolean {
  return typeof cell === 'number' ? cell % 1 !== 0 : /[.,٫](?:\d{1,2}|\d{4,})\s*$/.test(latinDigits(cell));
}

const SIMPLE = /^\d+(?:\.\d+)?$/;

/**
 * The number in a cell of a column whose decimal mark is known; percent are shares (`1.32%` is 0.0132). NaN where the
 * cell is missing, `null` where it isn't a number in that column's writing: groups must have three digits.
 */
export function readNumber(cell: string, mark: DecimalMark, language: string | null = null): number | null {
  if (mark === '.' && SIMPLE.test(cell)) return finite(Number(cell));
  if (isMissing(cell)) return Number.NaN;
  const bare = bareNumber(cell, language);
  if (bare === null) return null;
  const [mantissa = '', exponent = '0'] = bare.digits.split(/[eE]/);
  const group: DecimalMark = mark === '.' ? ',' : '.';
  const at = mantissa.indexOf(mark);
  if (at !== mantissa.lastIndexOf(mark)) return null;
  const whole = at === -1 ? mantissa : mantissa.slice(0, at);
  const fraction = at === -1 ? '' : mantissa.slice(at + 1);
  if (fraction.includes(group)) return null;
  if (whole.includes(group) && !isGrouped(whole, group)) return null;
  const power = Number(exponent) + bare.power - (bare.percent ? 2 : 0);
  const value = Number(`${bare.negative ? '-' : ''}${whole.replaceAll(group, '')}.${fraction}e${power}`);
  return finite(value);
}

/** More digits than a number can have are none. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
