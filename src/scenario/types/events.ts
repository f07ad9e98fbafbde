import type { Platform } from './names.js';

/** What a shock multiplies while it lasts: 1 + effect, 1 where nothing is said. `organic` is posts' impressions. */
export const SHOCK_EFFECTS = ['cpm', 'ctr', 'view_rate', 'cvr', 'organic'] as const;
export type ShockEffect = (typeof SHOCK_EFFECTS)[number];

/** Something that may come over a plan (section 15). */
export interface Shock {
  readonly name: string;
  readonly probability: number;
  /** Periods that it can start in, counted from 0, both included. */
  readonly window: readonly [first: number, last: number];
  /** Periods; `null`: to the end. */
  readonly lasts: number | null;
  /** `null`: all. */
  readonly platforms: readonly Platform[] | null;
  readonly factors: Readonly<Record<ShockEffect, number>>;
  /** Nothing is delivered on its platforms while it lasts. */
  readonly outage: boolean;
}

/** What a gate can look at: totals of what has happened so far, or a line's or source's. */
export const GATE_KPIS = [
  'spend',
  'impressions',
  'clicks',
  'views',
  'conversions',
  'new',
  'orders',
  'revenue',
  'cost',
  'profit',
  'roas',
  'roi',
  'cpa',
  'cac',
  'leads',
  'cpl',
] as const;
export type GateKpi = (typeof GATE_KPIS)[number];

export type Comparison = '>=' | '<=' | '>' | '<';

/** What happens in a draw whose gate fails: all stops, these lines and sources stop, or it is only counted. */
export type GateFailure =
  | { readonly kind: 'stop' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'stop-some'; readonly ids: readonly string[] };

/** A test at a phase's end, on what has happened up to then (section 16). */
export interface Gate {
  readonly text: string;
  /** A line's or source's id; `null`: the total. */
  readonly of: string | null;
  readonly kpi: GateKpi;
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly ifFailed: GateFailure;
}

/** Some of the horizon's periods, with their share of every line's budget. */
export interface Phase {
  readonly name: string;
  /** The first period, counted from 0. */
  readonly first: number;
  readonly periods: number;
  /** Share of each line's budget; the phases' sum to 1. Already in the lines' `flighting`. */
  readonly share: number;
  readonly gate: Gate | null;
}
