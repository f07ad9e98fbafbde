import type { Row } from '../../kernel/index.js';

/** Whose orders they are: the six parts of section 14, each a Poisson number of its own. */
export const ORDER_PARTS = ['won', 'brand', 'loyal', 'repeated', 'advocated', 'referred'] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];

/** Kinds of orders, by the parts that make them up. */
export const KIND_PARTS = {
  new: ['won', 'brand'],
  repeat: ['loyal', 'repeated'],
  referred: ['advocated', 'referred'],
} as const satisfies Readonly<Record<string, readonly OrderPart[]>>;

/** Parts that are conversions of lines and sources; the part that an order of a response after the horizon belongs to. */
export const CONVERSION_PARTS = ['won', 'loyal', 'advocated'] as const;

export const PARTICIPANT_TOTALS = [
  'spend',
  'unspent',
  'idle',
  'impressions',
  'views',
  'clicks',
  'conversions',
  'pay',
  'posts',
] as const;
type ParticipantTotal = (typeof PARTICIPANT_TOTALS)[number];

/** What a line or source comes to over the horizon. */
export type ParticipantRows = { readonly [total in ParticipantTotal]: Row } & {
  readonly largestAudience: Row;
  readonly reach: Row;
  readonly reach3: Row;
  /** By period. */
  readonly periodReach: readonly Row[];
};

export const PERIOD_SUMS = [
  'spend',
  'unspent',
  'impressions',
  'views',
  'clicks',
  'conversions',
  'pay',
  'posts',
  'responseSpend',
  'responseConversions',
] as const;
type PeriodSum = (typeof PERIOD_SUMS)[number];

/** What a period comes to. */
export type PeriodRows = { readonly [sum in PeriodSum]: Row } & {
  readonly parts: { readonly [part in OrderPart]: Row };
};

/** Where the figures of a plan stand once its tape has run. */
export interface FigureRows {
  readonly participants: readonly ParticipantRows[];
  readonly periods: readonly PeriodRows[];
  /** Orders that responses bring after the horizon. */
  readonly after: { readonly won: Row; readonly loyal: Row; readonly advocated: Row };
  /** People reached over the horizon: by one post or ad, and by three or more. */
  readonly reach: Row;
  readonly reach3: Row;
  /** What is left at the end: the pools, by platform for the first, and those who recall the brand (or `null`). */
  readonly warm: readonly Row[];
  readonly hot: Row;
  readonly buyers: Row;
  readonly recalling: Row | null;
  /** 1 where a gate is passed and the plan wasn't stopped before, by gate. */
  readonly gates: readonly Row[];
  /** Conversions that a response brings, by line and period, the last one after the horizon. */
  readonly brought: ReadonlyMap<number, readonly Row[]>;
  /** What a draw's inputs would have made of each period that is over, by line that buys impressions. */
  readonly expected: ReadonlyMap<number, readonly ExpectedRows[]>;
}

/** Clicks expected of the impressions that came, conversions expected of the clicks that came. */
export interface ExpectedRows {
  readonly clicks: Row;
  readonly conversions: Row;
}
