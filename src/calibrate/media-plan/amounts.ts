import { currencyDigits } from '../../units/money.js';
import { currencyOfSign } from '../read/currency-signs.js';
import { currencyInHeader, signInHeader } from '../read/header-name.js';
import { scaled, scaledName } from '../read/magnitude.js';
import * as readMessages from '../read/messages.js';
import { type DecimalMark, isMissing, noShapes, observeNumber, readNumber } from '../read/numbers.js';
import type { Cell, FileRow } from '../read/records.js';
import { refuse } from '../read/refusal.js';
import type { Finding } from '../types.js';
import type { PlanColumn } from './headings.js';
import * as messages from './messages.js';

/** How a plan writes money. */
interface Money {
  /** `null`: nothing names it. */
  readonly currency: string | null;
  readonly mark: DecimalMark;
  readonly findings: readonly Finding[];
}

/** The currency and the decimal mark of all amounts together; refuses where they contradict each other or what is reported. */
export function moneyOf(
  rows: readonly FileRow[],
  amounts: readonly PlanColumn[],
  currencies: PlanColumn | null,
  given: { readonly currency?: string; readonly decimal?: DecimalMark },
): Money {
  const shapes = noShapes();
  for (const { cells } of rows) {
    for (const { index } of amounts) {
      const cell = cells[index];
      if (typeof cell === 'string') observeNumber(shapes, cell, LANGUAGE);
    }
  }
  const codes = new Set<string>();
  let dollars = false;
  const add = (code: string | null) => {
    if (code === '$') dollars = true;
    // Japan's and China's sign says which of them as little as a dollar sign does.
    else if (code !== null && code !== '¥') codes.add(code);
  };
  for (const { header } of amounts) {
    add(currencyInHeader(header));
    const sign = signInHeader(header);
    if (sign !== null) add(currencyOfSign(sign));
  }
  for (const sign of shapes.currencies.keys()) add(sign);
  if (currencies !== null) {
    for (const { cells } of rows) {
      const cell = cells[currencies.index];
      if (typeof cell === 'string' && /^[A-Za-z]{3}$/.test(cell.trim())) add(currencyOfSign(cell.trim().toUpperCase()));
    }
  }
  const powers = new Map<number, string[]>();
  for (const { header } of amounts) {
    const power = scaledName(header)?.power ?? 0;
    if (power > 0) powers.set(power, [...(powers.get(power) ?? []), header]);
  }
  const named = [...codes].sort();
  if (named.length > 1) refuse(messages.mixedCurrencies(named));
  if (given.currency !== undefined && named.length === 1 && named[0] !== given.currency) {
    refuse(readMessages.otherCurrency(given.currency, named[0]));
  }
  const assumed = given.currency === undefined && named.length === 0 && dollars;
  const currency = given.currency ?? named[0] ?? (dollars ? 'USD' : null);
  return {
    currency,
    mark: given.decimal ?? markOf(shapes, amounts, currency),
    findings: [
      ...(assumed ? [readMessages.assumedDollars()] : []),
      ...[...powers].map(([power, headers]) => readMessages.inThousands(headers, 10 ** power)),
    ],
  };
}

function markOf(
  {
    point,
    comma,
    threeAfterPoint,
    threeAfterComma,
    examplePoint,
    exampleComma,
    exampleThree,
  }: ReturnType<typeof noShapes>,
  amounts: readonly PlanColumn[],
  currency: string | null,
): DecimalMark {
  const header = amounts[0]?.header ?? '';
  if (point > 0 && comma > 0) refuse(readMessages.mixedMarks(header, examplePoint, exampleComma));
  if (point > 0 || comma > 0) return point > 0 ? '.' : ',';
  if (threeAfterPoint === 0 && threeAfterComma === 0) return '.';
  const whole = currency !== null && currencyDigits(currency) === 0;
  if (!whole || (threeAfterPoint > 0 && threeAfterComma > 0)) refuse(readMessages.ambiguousMark(header, exampleThree));
  return threeAfterPoint > 0 ? ',' : '.';
}

/** Thousands that are written alike in all of them, `12K`: a plan's columns say nothing of its language. */
const LANGUAGE = '';

/** An amount of a cell, thousands that its column's name says included; `null`: blank. Refuses what is no amount. */
export function amountIn(cell: Cell, { header }: PlanColumn, row: number, mark: DecimalMark): number | null {
  if (typeof cell === 'string' && isMissing(cell.trim())) return null;
  const written =
    typeof cell === 'number' ? cell : typeof cell === 'string' ? readNumber(cell.trim(), mark, LANGUAGE) : null;
  const value = written === null ? null : scaled(written, scaledName(header)?.power ?? 0);
  if (value === null || !Number.isFinite(value) || value < 0) refuse(messages.notAnAmount(row, header, String(cell)));
  return value;
}
