import type { SyntheticOptions } from './synthetic.js';

/** The shapes a forecast can take at its edges; every chart and page has to stand all of them. */
export const VARIANTS: Readonly<Record<string, SyntheticOptions>> = {
  'two plans': {},
  'only the plan given': { optimize: false },
  'no targets': { targets: false },
  'no start date': { start: null },
  'a single line': { lines: 1 },
  'sixty lines': { lines: 60 },
  'one period': { periods: 1 },
  'one period, given, no start': { periods: 1, optimize: false, start: null },
  'no orders at all': { orders: 0 },
  'a loss in every future': { orders: 0.3 },
  'a profit in every future': { orders: 8 },
  'months with a delay': { unit: 'month', periods: 6, delayed: true },
  'ninety days': { unit: 'day', periods: 90 },
  yen: { currency: 'JPY', digits: 0, scale: 150 },
  dinars: { currency: 'KWD', digits: 3 },
  'millions of lira': { currency: 'TRY', scale: 2000 },
  'one draw': { draws: 1 },
};
