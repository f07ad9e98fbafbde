import { LANES } from '../sampling/blocks.js';
import { preparedOf } from './prepared.js';
import type { Program } from './program.js';
import { variablesOf } from './variables.js';

export { LANES };

/**
 * Numbers between the starts of two rows. Eight more than the lanes: rows exactly 1 KiB apart would share four of the
 * first-level cache's sixty-four sets, and push each other out of it.
 */
export const STRIDE = LANES + 8;

/** A run of rows in a block's memory: row `i` starts at number `start + i * STRIDE`. */
export interface Region {
  readonly start: number;
  readonly rows: number;
}

/** Where everything of a block lives, in numbers (8 bytes) from the start of its memory. */
export interface Layout {
  /** Sampled quantities, a row a program input; rows of constants are filled once. */
  readonly inputs: Region;
  /** Mean-one price noise `exp(n − σ²/2)`, `[platform * periods + t]`. */
  readonly noise: Region;
  /** λ of exposure, then the decay of warm, hot, buyers and of the proven creative, over one period. */
  readonly decay: Region;
  /** What follows from a draw's inputs alone, in the order of DERIVED; θ is the share of unrecorded orders that stays so. */
  readonly derived: Region;
  /** Adstock weights of the lines with a response, a row a lag. */
  readonly responseWeights: Region;
  /** What else follows from a draw's inputs alone, where `preparedOf` says. */
  readonly prepared: Region;
  /** Creative quality q_t, a row a period. */
  readonly quality: Region;
  /** The proven pool a_t, a row a period. */
  readonly pool: Region;
  /** Exposure M, a row a line. */
  readonly memory: Region;
  /** Stocks now: warm by platform, then hot, then buyers. */
  readonly stocks: Region;
  /** The largest audience so far, a row a line. */
  readonly largestAudience: Region;
  /** Totals over the horizon by line, `[LINE_TOTALS * line + total]`. */
  readonly lineTotals: Region;
  /** Figures of a period, `[PERIOD_TOTALS * t + total]`. */
  readonly periodTotals: Region;
  /** Largest reach of a line in the period, a row a platform. */
  readonly platformReach: Region;
  /** What each line with a response brings: conversions by period, then those after the horizon. */
  readonly responseValues: Region;
  /** Working rows: a period's adstocked spend, and the part of it from before the plan. */
  readonly responseSpend: Region;
  /** What responses bring after the horizon: new, repeat, referred. */
  readonly afterHorizon: Region;
  /** What the adjoint pass reads back, `[(t * lines + line) * TRACES + trace]`; no rows when not wanted. */
  readonly trace: Region;
  /** Seeds of the adjoint: derivatives with respect to `lineTotals`, same rows. */
  readonly lineBars: Region;
  /** Seeds of the adjoint by period, `[PERIOD_BARS * t + bar]`. */
  readonly periodBars: Region;
  /** What one more unit of adstocked spend brings, by line with a response and period, those after the horizon included. */
  readonly responseMarginals: Region;
  /** The same times the derivative with respect to the period's conversions. */
  readonly responseBars: Region;
  /** Seeds of the adjoint: derivatives with respect to `afterHorizon`. */
  readonly afterBars: Region;
  /** Working rows of the adjoint: derivatives with respect to exposure, stocks, quality of the period and the pool. */
  readonly memoryBars: Region;
  readonly stockBars: Region;
  readonly qualityBar: Region;
  readonly poolBar: Region;
  /** The gradient: rows as `variablesOf` has them. */
  readonly gradient: Region;
  readonly size: number;
}

export const DECAYS = ['exposure', 'warm', 'hot', 'buyers', 'wear'] as const;
export const DERIVED = ['theta', 'fixed_cost', 'ltv', 'future_orders_per_buyer'] as const;
export const LINE_TOTALS = ['spend', 'unspent', 'impressions', 'reach', 'views', 'clicks', 'conversions'] as const;
export const PERIOD_TOTALS = [
  'spend',
  'unspent',
  'impressions',
  'reach',
  'views',
  'clicks',
  'conversions',
  'new',
  'repeat',
  'referred',
  'buyers',
  'response_spend',
  'response_conversions',
] as const;
/** Seeds of the adjoint by period. */
export const PERIOD_BARS = ['new', 'repeat', 'referred', 'buyers'] as const;
/** What the forward pass leaves for the adjoint, by line and period. */
export const TRACES = [
  'impressions',
  'audience',
  'remembered',
  'effective',
  'worthBefore',
  'worthAfter',
  'reach',
  'views',
] as const;

/** Start of a row of a region. */
export function rowAt(region: Region, row: number): number {
  return region.start + row * STRIDE;
}

export type LineTotal = (typeof LINE_TOTALS)[number];
export type PeriodTotal = (typeof PERIOD_TOTALS)[number];

/** Lays out a program's block memory; with `trace`, room for the adjoint's record too. */
export function layoutOf(program: Program, options: { readonly trace: boolean }): Layout {
  let next = 0;
  const region = (rows: number): Region => {
    const start = next;
    next += rows * STRIDE;
    return { start, rows };
  };
  const trace = options.trace ? 1 : 0;
  const L = program.lines.length;
  const T = program.periods;
  const P = program.platforms.length;
  const responses = program.lines.flatMap(({ response }) => response ?? []);
  const marginals = responses.reduce((sum, { length }) => sum + T + length - 1, 0);
  const regions = {
    inputs: region(program.inputs.length),
    noise: region(P * T),
    decay: region(DECAYS.length),
    derived: region(DERIVED.length),
    responseWeights: region(responses.reduce((sum, { length }) => sum + length, 0)),
    prepared: region(preparedOf(program).rows),
    quality: region(T),
    pool: region(T + 1),
    memory: region(L),
    stocks: region(P + 2),
    largestAudience: region(L),
    lineTotals: region(L * LINE_TOTALS.length),
    periodTotals: region(T * PERIOD_TOTALS.length),
    platformReach: region(P),
    responseValues: region(responses.length * (T + 1)),
    responseSpend: region(responses.length > 0 ? 2 : 0),
    afterHorizon: region(3),
    trace: region(trace * T * L * TRACES.length),
    lineBars: region(trace * L * LINE_TOTALS.length),
    periodBars: region(trace * T * PERIOD_BARS.length),
    responseMarginals: region(trace * marginals),
    responseBars: region(trace * marginals),
    afterBars: region(trace * 3),
    memoryBars: region(trace * L),
    stockBars: region(trace * (P + 2)),
    qualityBar: region(trace),
    poolBar: region(trace),
    gradient: region(trace * variablesOf(program).count),
  };
  return { ...regions, size: next };
}

/** Start of a line's total over the horizon. */
export function lineTotalAt(layout: Layout, line: number, total: LineTotal): number {
  return rowAt(layout.lineTotals, line * LINE_TOTALS.length + LINE_TOTALS.indexOf(total));
}

/** Start of a period's figure. */
export function periodTotalAt(layout: Layout, period: number, total: PeriodTotal): number {
  return rowAt(layout.periodTotals, period * PERIOD_TOTALS.length + PERIOD_TOTALS.indexOf(total));
}
