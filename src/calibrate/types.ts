/**
 * What reading an export gives and fitting takes: rows by column in typed arrays, and everything a person needs to check
 * them against the platform's own page.
 */

import type { ColumnEvidence, Evidence, FaultDetail, Finding, QuarantineReason } from './facts.js';

export type * from './facts.js';

/** Day number of a date that a row doesn't give. */
export const NO_DAY = -2147483648;

/** Amounts and counts of a row; a missing one is NaN. */
const MEASURES = [
  'spend',
  'impressions',
  'reach',
  'frequency',
  'clicks',
  'clicks_all',
  'views',
  'engagements',
  'landing_page_views',
  'conversions',
  'purchases',
  'leads',
  'results',
  'revenue',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a row is about; a missing one is the empty text. */
export const DIMENSIONS = [
  'account',
  'campaign',
  'adset',
  'ad',
  'objective',
  'platform',
  'campaign_type',
  'country',
  'currency',
  'result_indicator',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Texts by number: row `i` has `values[codes[i]]`. `values[0]` is always the empty text. */
export interface TextColumn {
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** The accepted rows in the file's order, column by column; all arrays are `count` long. */
export interface ExportRows {
  readonly count: number;
  /** Row of the file, counted from 1 as a spreadsheet counts them; blank lines count. */
  readonly row: Uint32Array;
  /** First and last day a row stands for, in days since 1970-01-01, both included; `NO_DAY` where not given. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What splits a name's figures further (age, device, placement), as 32 bits; 0 where nothing does. */
  readonly split: Uint32Array;
  /** Only those that the file has. */
  readonly texts: Readonly<Partial<Record<Dimension, TextColumn>>>;
  readonly measures: Readonly<Partial<Record<Measure, Float64Array>>>;
}

/** `week` and `month` also where a file gives first days only, evenly spaced; `window`: other or mixed lengths. */
export type Granularity = 'hour' | 'day' | 'week' | 'month' | 'window' | 'none';

export interface QuarantinedRow {
  readonly row: number;
  readonly reason: QuarantineReason;
  /** What exactly was found. */
  readonly detail: FaultDetail;
  /** The row as it stands in the file; spreadsheet cells are joined by tabs. */
  readonly raw: string;
}

/** A sum without rounding: `exact` has every decimal the file has, `rounded` the currency's smallest unit. */
export interface MoneyTotal {
  readonly currency: string | null;
  readonly exact: string;
  readonly rounded: string;
  readonly value: number;
  readonly rows: number;
}

export interface ExportTotals {
  /** One a currency; several where a file mixes them. */
  readonly spend: readonly MoneyTotal[];
  readonly revenue: readonly MoneyTotal[];
  /** Sums of counts that add up over rows (reach and frequency don't), of the rows that have them. */
  readonly counts: Readonly<Partial<Record<Measure, number>>>;
}

/** How a column was read. */
export interface ColumnReading {
  /** Header as it stands in the file, and its place from 1. */
  readonly header: string;
  readonly position: number;
  /** What it was taken for: a measure, a dimension, `start`, `end`, a rate that was checked, or `breakdown`. */
  readonly field: string | null;
  /** Language and kind of evidence for the name, or why nothing was made of the column. */
  readonly because: ColumnEvidence;
  /** Platform of a column in a wide file. */
  readonly platform?: string;
  readonly decimalMark?: '.' | ',';
  readonly dateOrder?: 'day first' | 'month first' | 'year first';
}

export interface ExportSource {
  /** As given; `null` for a stream. */
  readonly path: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Row of the header, from 1; `null` where none was found. */
  readonly headerRow: number | null;
  readonly preamble: readonly string[];
}

export interface RowCounts {
  /** Rows below the header. */
  readonly read: number;
  readonly kept: number;
  readonly quarantined: number;
  readonly leftOut: Readonly<Record<'total' | 'footer' | 'blank' | 'repeated header', number>>;
  readonly reasons: Readonly<Partial<Record<QuarantineReason, number>>>;
  /** Rows of `ExportRows` per accepted row: more than one where platforms stand side by side. */
  readonly perRow: number;
}

export interface ExportReading {
  readonly status: 'read' | 'refused';
  readonly source: ExportSource;
  /** `null` where nothing tells; then the rows' platform is empty. Several where a column or the header names them. */
  readonly platform: { readonly names: readonly string[]; readonly evidence: Evidence } | null;
  readonly columns: readonly ColumnReading[];
  /** `code` is `null` where none is known or several are mixed; then `codes` lists them. */
  readonly currency: {
    readonly code: string | null;
    readonly codes: readonly string[];
    readonly evidence: Evidence;
    /** Of several, the one that the caller named: its rows are fitted. */
    readonly chosen?: string;
  };
  /** First and last day, `YYYY-MM-DD`; `null` for rows without dates. */
  readonly period: { readonly first: string; readonly last: string } | null;
  readonly granularity: Granularity;
  /** Which column `clicks`, `views`, `conversions` come from, and what they count. */
  readonly meaning: Readonly<Partial<Record<Measure, string>>>;
  readonly counts: RowCounts;
  readonly totals: ExportTotals;
  readonly rows: ExportRows;
  /** Rows that are sums of another file's and don't count, but for the people that each reached. */
  readonly reached?: ExportRows;
  /** By row; `writeQuarantine` puts them into a file. */
  readonly quarantine: readonly QuarantinedRow[];
  /** Refusals first, then warnings, then notes. */
  readonly findings: readonly Finding[];
}
