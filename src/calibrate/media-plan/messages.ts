/** Every sentence on a media plan, one function each. */
import { visibleText } from '../../encoding/visible.js';
import type { Finding } from '../types.js';

const quote = (text: string): string => `"${visibleText(text.length > 60 ? `${text.slice(0, 57)}…` : text)}"`;

const refusal = (code: string, message: string, place: Partial<Finding> = {}): Finding => ({
  level: 'refusal',
  code,
  message,
  ...place,
});
const warning = (code: string, message: string, place: Partial<Finding> = {}): Finding => ({
  level: 'warning',
  code,
  message,
  ...place,
});

export const severalBudgets = (headers: readonly string[]): Finding =>
  refusal(
    'several-budgets',
    `columns ${headers.map(quote).join(', ')} are all budgets: say which one counts with --map HEADER=budget, or --map HEADER=ignore`,
  );
export const notAnAmount = (row: number, column: string, found: string): Finding =>
  refusal(
    'not-an-amount',
    `row ${row}, ${quote(column)}: found ${quote(found)}, expected an amount of money from 0 up`,
    {
      row,
      column,
    },
  );
export const notADay = (row: number, column: string, found: string): Finding =>
  refusal('not-a-day', `row ${row}, ${quote(column)}: found ${quote(found)}, expected a date`, { row, column });
export const endsBefore = (row: number): Finding => refusal('ends-before', `row ${row} ends before it starts`, { row });
export const noChannel = (row: number): Finding =>
  refusal('no-channel', `row ${row} has an amount and says no channel: name one, or call the row a total`, { row });
export const otherSum = (row: number, column: string, said: string, sum: string): Finding =>
  refusal('other-sum', `row ${row}: ${quote(column)} says ${said}, its periods sum to ${sum}`, { row, column });
export const otherTotal = (row: number, said: string, sum: string): Finding =>
  warning('other-total', `the total on row ${row} says ${said}; the rows above it sum to ${sum}`, { row });
export const mixedCurrencies = (codes: readonly string[]): Finding =>
  refusal('plan-currencies', `amounts are in ${codes.join(', ')}: give a plan of one currency`);
export const monthsWithoutYear = (headers: readonly string[]): Finding =>
  refusal(
    'months-without-year',
    `${headers.map(quote).join(', ')} name months without a year: write them as Jan 2027, or 2027-01`,
  );
export const unsureDates = (example: string): Finding =>
  refusal(
    'ambiguous-dates',
    `${quote(example)} has the day first to one reader and the month first to the next: say which with --day-first or --month-first`,
  );
export const notInARow = (header: string): Finding =>
  refusal(
    'not-in-a-row',
    `${quote(header)} doesn't follow the period before it: periods stand side by side, without gaps`,
  );
export const someDated = (row: number): Finding =>
  refusal('some-dated', `row ${row} has no dates, others have: give each a start and an end`, { row });
export const noPlacements = (): Finding =>
  refusal('no-placements', 'no row has both a channel that scenarios know and an amount above 0');
export const leftOut = (row: number, channel: string, amount: string): Finding =>
  warning('left-out', `row ${row}: ${quote(channel)} is no platform that scenarios know: its ${amount} is left out`, {
    row,
  });
export const notTaken = (headers: readonly string[]): Finding =>
  warning('not-taken', `not taken, since a forecast says them itself: ${headers.map(quote).join(', ')}`);
export const unreadColumns = (headers: readonly string[]): Finding =>
  warning('unread-columns', `not used: ${headers.map(quote).join(', ')}`);
