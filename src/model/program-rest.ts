import type { SourceRate } from '../scenario/types/posts.js';
import type { Comparison, GateKpi, MetricBase, NoisyRate, Stage } from '../scenario/types.js';

/** Rows of inputs and constants of a line that buys impressions, beyond its metrics. */
export interface ProgramLineMore {
  readonly incrementality: number;
  /** Rows of ε and of the daily spend at which the price was seen; `null`: the line's money moves no price. */
  readonly pressure: { readonly exponent: number; readonly at: number } | null;
  /** Index among `ProgramRest.audiences`; −1: people of its own. */
  readonly audience: number;
  /** Factors of the line's formats on its price and rates, 1 without any. */
  readonly formats: { readonly price: number; readonly ctr: number; readonly view_rate: number };
  /** Currency in each period before the first, the oldest first; as many for every line. */
  readonly carryIn: readonly number[];
}

/** A creator or the brand's own posts. */
export interface ProgramSource {
  readonly id: string;
  /** Index into the scenario's sources. */
  readonly scenarioIndex: number;
  readonly kind: 'creator' | 'organic';
  readonly platform: number;
  readonly stage: Stage;
  readonly inputs: Readonly<
    Record<'followers' | 'authentic' | 'reach_rate' | 'engagement' | 'reproduction' | 'fatigue' | SourceRate, number>
  >;
  /** Rows that make up what a post costs: `fee + barter`, or `cost + hours · hourly`. */
  readonly pay:
    | { readonly kind: 'creator'; readonly fee: number; readonly barter: number; readonly share: number }
    | { readonly kind: 'organic'; readonly cost: number; readonly hours: number; readonly hourly: number };
  readonly rights: { readonly share: number; readonly fee: number } | null;
  /** Posts of the plan given: a creator's number, or the brand's own in a period. */
  readonly posts: number;
  /** Whether the number is for the optimiser to choose, and its maximum then. */
  readonly most: number | null;
  /** Periods that a creator's posts go into, in the order they are used; `null`: spread over the horizon. */
  readonly periods: readonly number[] | null;
}

export interface ProgramBrand {
  readonly half_life_days: number;
  readonly recall: number;
  readonly cvr_lift: number;
  readonly baseline_lift: number;
}

/** Rows of two standard normals, from which it follows whether the shock comes, and when. */
export interface ProgramShock {
  readonly name: string;
  readonly probability: number;
  /** Counted from 0, both included. */
  readonly window: readonly [first: number, last: number];
  readonly lasts: number;
  readonly platforms: readonly number[];
  readonly factors: Readonly<Record<'cpm' | 'ctr' | 'view_rate' | 'cvr' | 'organic', number>>;
  readonly outage: boolean;
  readonly happens: number;
  readonly starts: number;
}

/** AR(1) noise of one rate on one platform; `first` is the row of its first period's innovation, the others follow. */
export interface ProgramRateNoise {
  readonly rate: NoisyRate;
  readonly platform: number;
  readonly sd: number;
  readonly rho: number;
  readonly first: number;
}

/** A test at the end of a phase. */
export interface ProgramGate {
  /** Index into the scenario's phases. */
  readonly phase: number;
  /** The last period of the phase. */
  readonly period: number;
  /** Of a line or source (see `Participant`), or −1: of the whole plan. */
  readonly of: number;
  readonly kpi: GateKpi;
  readonly comparison: Comparison;
  readonly threshold: number;
  /** Participants that stop in the draws that fail; `'all'`: nothing goes on. */
  readonly stops: 'all' | readonly number[];
}

export interface ProgramMetric {
  readonly name: string;
  readonly rate: number;
  readonly of: MetricBase;
  /** Participants whose figures count. */
  readonly participants: readonly number[];
  readonly costPer: boolean;
}

/**
 * The parts of a plan beyond paid lines. A *participant* is a line or a source: lines come first, in the program's order,
 * sources after them.
 */
export interface ProgramRest {
  readonly overlap: number;
  readonly counts: boolean;
  /** Orders a period without any spend: a row. */
  readonly baseline: number;
  /** Rows of their sizes. */
  readonly audiences: readonly { readonly name: string; readonly size: number }[];
  readonly sources: readonly ProgramSource[];
  readonly brand: ProgramBrand | null;
  readonly shocks: readonly ProgramShock[];
  readonly rateNoise: readonly ProgramRateNoise[];
  readonly gates: readonly ProgramGate[];
  /** Periods before the first that lines' `carryIn` tells. */
  readonly carryIn: number;
  readonly metrics: readonly ProgramMetric[];
  readonly community: Readonly<Record<'messages' | 'reply' | 'minutes' | 'hourly', number>> | null;
  /** Over the horizon, whatever is spent: the content calendar. */
  readonly contentCost: number;
  /** Over the horizon, where one of the lines has money. */
  readonly formatCosts: readonly { readonly cost: number; readonly lines: readonly number[] }[];
  readonly attribution: { readonly tracking: number; readonly viewThrough: readonly number[] } | null;
}

/** What a plan has that says nothing beyond its lines. */
export const NOTHING_MORE: ProgramRest = {
  overlap: 0,
  counts: false,
  baseline: -1,
  audiences: [],
  sources: [],
  brand: null,
  shocks: [],
  rateNoise: [],
  gates: [],
  carryIn: 0,
  metrics: [],
  community: null,
  contentCost: 0,
  formatCosts: [],
  attribution: null,
};
