import { LANES } from '../sampling/blocks.js';
import { preparedOf, restOf } from './prepared.js';
import type { Program } from './program.js';

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
  /** The same of rates: `[process * periods + t]`, processes in the order of the program's. */
  readonly rateNoise: Region;
  /** λ of exposure, then the decay of warm, hot, buyers and of the proven creative, over one period. */
  readonly decay: Region;
  /** What follows from a draw's inputs alone, in the order of DERIVED; θ is the share of unrecorded orders that stays so. */
  readonly derived: Region;
  /** Adstock weights of the lines with a response, a row a lag. */
  readonly responseWeights: Region;
  /** What else follows from a draw's inputs alone, where `preparedOf` says. */
  readonly prepared: Region;
  readonly size: number;
}

export const DECAYS = ['exposure', 'warm', 'hot', 'buyers', 'wear'] as const;
export const DERIVED = ['theta', 'fixed_cost', 'ltv', 'future_orders_per_buyer'] as const;

/** Start of a row of a region. */
export function rowAt(region: Region, row: number): number {
  return region.start + row * STRIDE;
}

/** Lays out what of a block is sampled and prepared. */
export function layoutOf(program: Program): Layout {
  let next = 0;
  const region = (rows: number): Region => {
    const start = next;
    next += rows * STRIDE;
    return { start, rows };
  };
  const T = program.periods;
  const P = program.platforms.length;
  const responses = program.lines.flatMap(({ response }) => response ?? []);
  const regions = {
    inputs: region(program.inputs.length),
    noise: region(P * T),
    rateNoise: region(restOf(program).rateNoise.length * T),
    decay: region(DECAYS.length),
    derived: region(DERIVED.length),
    responseWeights: region(responses.reduce((sum, { length }) => sum + length, 0)),
    prepared: region(preparedOf(program).rows),
  };
  return { ...regions, size: next };
}
