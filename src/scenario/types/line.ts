import type { LineResponse } from '../response/types.js';
import type { Drifting } from './in-flight.js';
import type { LineMetric, Platform, Stage } from './names.js';
import type { Quantity } from './quantity.js';

export interface LineBase {
  /** `platform/stage` or `platform/stage/segment`. */
  readonly id: string;
  readonly platform: Platform;
  readonly stage: Stage;
  readonly segment: string | null;
  /** Of the plan given, in currency units, on the currency's grid; lines without one got their share by the rules. */
  readonly budget: number;
  /** True where the file left the budget out. */
  readonly budgetDerived: boolean;
  /** One weight a period, sum 1; each phase's periods sum to the phase's share of the budget. */
  readonly flighting: readonly number[];
  /** True where the optimiser may choose another split over the periods (of a phase); `flighting` is what it starts from. */
  readonly freeFlighting?: boolean;
}

/** A share of a line's spend that goes to one of the scenario's `formats`. */
export interface FormatShare {
  readonly format: string;
  readonly share: number;
}

/** A line whose money buys impressions (sections 3 and 4). */
export interface FunnelLine extends LineBase {
  readonly kind: 'funnel';
  readonly quantities: Readonly<Record<LineMetric, Quantity>>;
  /** An audience of `Scenario.audiences` by its name: the line's A is `match` of its size, and `quantities.audience` is 0. */
  readonly namedAudience: string | null;
  /** ε of section 11, at most 1. */
  readonly pressure: Quantity;
  /** Daily spend in currency at which `cpm` was seen, above 0. */
  readonly pressure_at: Quantity;
  /** Share of measured conversions that would not have come anyway. */
  readonly incrementality: Quantity;
  /** Empty: no formats; else shares that sum to 1. */
  readonly formats: readonly FormatShare[];
  /** A campaign below awareness with nothing above it: it finds its people itself, and benchmarks are those of such. */
  readonly cold?: true;
  /** Spend of the periods before the first, in currency, oldest first. */
  readonly carryIn: readonly number[];
  /** How far price and rates walk by themselves in a week, in logs: part of what their distributions say of the horizon. */
  readonly drift?: Readonly<{ [rate in Drifting]?: number | undefined }>;
}

/** A line with a fitted curve from spend to what it brings, in place of the funnel. */
export interface ResponseLine extends LineBase {
  readonly kind: 'response';
  readonly response: LineResponse;
}

export type Line = FunnelLine | ResponseLine;

/** Whether a line's money buys impressions. */
export function isFunnelLine<L extends { readonly kind: Line['kind'] }>(
  line: L,
): line is Extract<L, { readonly kind: 'funnel' }> {
  return line.kind === 'funnel';
}
