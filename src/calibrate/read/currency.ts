import { isCurrency } from '../../units/money.js';
import type { Evidence, Finding } from '../types.js';
import { currencyOfSign } from './currency-signs.js';
import { FIELDS, type Field } from './fields.js';
import { signInHeader } from './header-name.js';
import * as messages from './messages.js';
import type { ColumnProfile } from './profile.js';
import { refuse } from './refusal.js';

export interface CurrencyReading {
  /** Of all amounts that no column says otherwise of. */
  readonly code: string | null;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}

/** The currency that headers or signs in cells name; a column of codes is read row by row besides. */
export function detectCurrency(profiles: readonly ColumnProfile[], given: string | undefined): CurrencyReading {
  const money = profiles.filter(({ column }) => column.field !== null && FIELDS[column.field] === 'money');
  const byRow = profiles.some(({ column, filled }) => column.field === 'currency' && filled > 0);
  const found = fromHeaders(profiles) ?? fromSigns(money, byRow) ?? fromHeaderSigns(money);
  if (given === undefined) return found ?? { code: null, evidence: { kind: 'nothing' }, findings: [] };
  if (found !== null && found.code !== given && found.findings.length === 0) {
    refuse(messages.otherCurrency(given, found.code));
  }
  return { code: given, evidence: { kind: 'given' }, findings: [] };
}

/** Amounts and prices; a budget may be in another currency than what is paid. */
function isPriced(field: Field | null): boolean {
  return field !== null && (FIELDS[field] === 'money' || FIELDS[field] === 'rate');
}

function fromHeaders(profiles: readonly ColumnProfile[]): CurrencyReading | null {
  const named = profiles.filter(({ column }) => column.currency !== null && isPriced(column.field));
  const codes = new Set(named.map(({ column }) => column.currency));
  const [code] = codes;
  if (code === undefined || code === null) return null;
  if (codes.size > 1) refuse(messages.currencyHeaders(named.map(({ column }) => column.header)));
  return { code, evidence: { kind: 'column', header: named[0]?.column.header ?? '' }, findings: [] };
}

/** @param byRow whether a column names each row's currency: there several signs are no question */
function fromSigns(money: readonly ColumnProfile[], byRow: boolean): CurrencyReading | null {
  const signs = new Set<string>();
  let header = '';
  for (const { column, numbers } of money) {
    for (const sign of numbers?.currencies.keys() ?? []) {
      signs.add(sign);
      header = column.header;
    }
  }
  const [sign] = signs;
  if (sign === undefined) return null;
  if (signs.size > 1 && byRow) return null;
  if (signs.size > 1) refuse(messages.mixedSigns(header, [...signs]));
  if (sign === '$') return { code: 'USD', evidence: { kind: 'dollar sign' }, findings: [messages.assumedDollars()] };
  const code = sign === '¥' ? yenIn(money) : sign;
  return code === null ? null : { code, evidence: { kind: 'sign', header }, findings: [] };
}

/** Whose `¥` it is, by the language of the columns; `null`: nothing says. */
function yenIn(money: readonly ColumnProfile[]): string | null {
  const languages = new Set(money.map(({ column }) => column.language));
  return languages.has('ja') ? 'JPY' : languages.has('zh') ? 'CNY' : null;
}

/** `Cost (in $)`: a unit in the name of a column of amounts. */
function fromHeaderSigns(money: readonly ColumnProfile[]): CurrencyReading | null {
  const named = money.flatMap(({ column }) => {
    const own = signInHeader(column.header);
    return own === null ? [] : [{ header: column.header, code: currencyOfSign(own) }];
  });
  const codes = new Set(named.map(({ code }) => code));
  const [sign] = codes;
  const only = sign === '¥' ? yenIn(money) : sign;
  if (only === undefined || only === null || codes.size > 1) return null;
  const evidence: Evidence = { kind: 'column', header: named[0]?.header ?? '' };
  return only === '$'
    ? { code: 'USD', evidence, findings: [messages.assumedDollars()] }
    : { code: only, evidence, findings: [] };
}

/** A code as given by the caller, in capitals; `RangeError` where it is none. */
export function checkedCode(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const code = given.toUpperCase();
  if (!isCurrency(code)) throw new RangeError(`"${given}" is not an ISO 4217 currency`);
  return code;
}
