import type { Quantity } from '../types/quantity.js';

/** Curves from adstocked spend to what it brings in a period; `table` goes through points. */
export const RESPONSE_CURVES = ['hill', 'logistic', 'tanh', 'michaelis', 'root', 'table'] as const;
export type ResponseCurve = (typeof RESPONSE_CURVES)[number];

/** How a period's spend works on in later ones: weights by lag. */
export const ADSTOCKS = ['geometric', 'binomial', 'weibull_pdf', 'weibull_cdf'] as const;
export type AdstockKind = (typeof ADSTOCKS)[number];

/** Every parameter's name, whatever the curve: what columns, correlations and reports call it. */
export const RESPONSE_PARAMETERS = [
  'maximum',
  'half_saturation',
  'gamma',
  'shape',
  'lam',
  'cost',
  'coefficient',
  'exponent',
  'factor',
  'adstock_alpha',
  'adstock_shape',
  'adstock_scale',
] as const;
export type ResponseParameter = (typeof RESPONSE_PARAMETERS)[number];

/** What a fitted curve tells: conversions, or revenue in currency. */
export const RESPONSE_OUTCOMES = ['conversions', 'revenue'] as const;
export type ResponseOutcome = (typeof RESPONSE_OUTCOMES)[number];

export interface Adstock {
  readonly kind: AdstockKind;
  /** Periods that a spend works in, its own included. */
  readonly length: number;
  /** Whether the weights are scaled to sum 1. */
  readonly normalised: boolean;
}

/** A row of a CSV file a future: the joint draws of a posterior. */
export interface ResponseDraws {
  /** The file as the scenario names it: lines that share it share the row. */
  readonly file: string;
  /** By parameter, row by row. */
  readonly columns: Readonly<Partial<Record<ResponseParameter, readonly number[]>>>;
}

/** A line's response in place of the funnel: adstocked spend, then a curve (section 9 of docs/model.md). */
export interface LineResponse {
  readonly curve: ResponseCurve;
  readonly of: ResponseOutcome;
  /** Of the curve and its adstock; those from a file have the file's values as their distribution. */
  readonly parameters: Readonly<Partial<Record<ResponseParameter, Quantity>>>;
  /** `table` only: spend of a period and what it brings, both from 0 up. */
  readonly points: readonly (readonly [number, number])[];
  /** Where `gamma` is given: the lowest and highest adstocked spend that it is a share between. */
  readonly range: readonly [number, number] | null;
  /** Currency in one unit of the curve's spend. */
  readonly spendScale: number;
  /** Conversions, or currency, in one unit of the curve's outcome. */
  readonly valueScale: number;
  readonly adstock: Adstock | null;
  /** Spend of the periods before the first, the latest first, in currency. */
  readonly carryIn: readonly number[];
  readonly draws: ResponseDraws | null;
}
