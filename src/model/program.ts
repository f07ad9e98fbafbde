import type { NormalMap } from '../distributions/normal-map.js';
import type { NormalSource } from '../sampling/types.js';
import type { LineMetric, Platform, Stage } from '../scenario/types.js';
import type { ProgramInFlight } from './program-in-flight.js';
import type { ProgramLineMore, ProgramRest } from './program-rest.js';
import type { ProgramResponse } from './response/program.js';

/** Scenario-wide quantities of the equations, in the order of their rows. */
export const GLOBAL_QUANTITIES = [
  'order_value',
  'margin',
  'close_rate',
  'repeat_rate',
  'referral_rate',
  'fee',
  'tax',
  'delay_days',
  'value_days',
  'ltv_days',
  'warm_days',
  'hot_days',
  'buyers_days',
  'landing',
  'warm',
  'hot',
  'buyers',
  'memory_days',
  'population',
  'wear_days',
  'm_proven',
  'm_experiment',
  'm_moonshot',
  'g_experiment',
  'g_moonshot',
] as const;
export type GlobalQuantity = (typeof GLOBAL_QUANTITIES)[number];

/** One row of the inputs: `map(Σ weight · normal[source])`. */
export interface ProgramInput {
  readonly name: string;
  readonly map: NormalMap;
  readonly terms: readonly { readonly source: number; readonly weight: number }[];
}

/** Stationary AR(1) log-price noise of one platform; its innovations are `T` sources in a row from `source`. */
export interface NoiseProcess {
  readonly sd: number;
  readonly rho: number;
  /** First source, or −1 where the noise is switched off. */
  readonly source: number;
}

export interface ProgramLine {
  readonly id: string;
  /** Index into the scenario's lines. */
  readonly scenarioIndex: number;
  readonly platform: number;
  readonly stage: Stage;
  readonly inputs: Readonly<Record<LineMetric, number>>;
  /** Whether its split over the periods is free, so that a gradient has a row for each of its periods. */
  readonly free?: boolean;
  /** In place of the funnel. */
  readonly response?: ProgramResponse;
  /** What the plan says of the line beyond its metrics; left out: nothing. */
  readonly more?: ProgramLineMore;
}

/**
 * A scenario compiled to flat tables: everything that the equations need and nothing else. Plain data, so that it can be
 * handed to a worker. Lines are in funnel order, so a pass over them in order meets each stock's inflow before its use.
 */
export interface Program {
  readonly periods: number;
  readonly periodDays: number;
  readonly platforms: readonly Platform[];
  readonly lines: readonly ProgramLine[];
  /** First line of each stage, in stage order; `stageStart[5]` is the number of lines. */
  readonly stageStart: readonly number[];
  readonly inputs: readonly ProgramInput[];
  readonly globals: Readonly<Record<GlobalQuantity, number>>;
  /** Rows whose sum is the fixed costs. */
  readonly fixedCosts: readonly number[];
  readonly sources: readonly NormalSource[];
  /** One a platform. */
  readonly noise: readonly NoiseProcess[];
  readonly seasonCpm: readonly number[];
  readonly seasonCvr: readonly number[];
  readonly hasPopulation: boolean;
  readonly hasCreative: boolean;
  /** Flighting weights, `[line * periods + t]`, lines in the program's order. */
  readonly flighting: Float64Array;
  /** What goes beyond paid lines (sections 7 and 11 to 18); left out: nothing of it. */
  readonly rest?: ProgramRest;
  /** What came so far, of a plan that is under way; `flighting` speaks of the money that is left then. */
  readonly inFlight?: ProgramInFlight;
}
