/** Every finding about a media plan, one function each. */
import type { Finding } from '../facts.js';
import { refusal, shown, some, warning } from '../read/messages.js';

export const severalBudgets = (headers: readonly string[]): Finding =>
  refusal('several-budgets', { headers: some(headers) });
export const notAnAmount = (row: number, column: string, found: string): Finding =>
  refusal('not-an-amount', { row, column: shown(column), found: shown(found) }, { row, column });
export const notADay = (row: number, column: string, found: string): Finding =>
  refusal('not-a-day', { row, column: shown(column), found: shown(found) }, { row, column });
export const endsBefore = (row: number): Finding => refusal('ends-before', { row }, { row });
export const noChannel = (row: number): Finding => refusal('no-channel', { row }, { row });
export const otherSum = (row: number, column: string, stated: string, sum: string): Finding =>
  refusal('other-sum', { row, column: shown(column), stated, sum }, { row, column });
export const otherTotal = (row: number, stated: string, sum: string): Finding =>
  warning('other-total', { row, stated, sum }, { row });
export const mixedCurrencies = (codes: readonly string[]): Finding => refusal('plan-currencies', { codes });
export const monthsWithoutYear = (headers: readonly string[]): Finding =>
  refusal('months-without-year', { headers: some(headers) });
export const unsureDates = (example: string): Finding => refusal('plan-dates', { example: shown(example) });
export const notInARow = (header: string): Finding => refusal('not-in-a-row', { header: shown(header) });
export const someDated = (row: number): Finding => refusal('some-dated', { row }, { row });
export const dailyWithoutDays = (row: number, column: string): Finding =>
  refusal('daily-without-days', { row, column: shown(column) }, { row, column });
export const noPlacements = (): Finding => refusal('no-placements', {});
export const leftOut = (row: number, channel: string, amount: string): Finding =>
  warning('left-out', { row, channel: shown(channel), amount }, { row });
export const notTaken = (headers: readonly string[]): Finding => warning('not-taken', { headers: some(headers) });
export const unreadColumns = (headers: readonly string[]): Finding =>
  warning('unread-columns', { headers: some(headers), more: false });
