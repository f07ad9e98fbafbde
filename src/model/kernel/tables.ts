import { STAGES } from '../../scenario/types.js';
import { type Layout, LINE_TOTALS, type Region, rowAt } from '../layout.js';
import type { Program } from '../program.js';
import { variablesOf, weightOf } from '../variables.js';
import type { KernelInstance } from './instance.js';

/** Draws that the kernel takes through all periods together. */
export const CHUNK = 8;

/** Where the kernel finds a program, its block and the plan. */
export interface KernelTables {
  /** The program's record. */
  readonly program: number;
  /** Address of a line's record. */
  readonly line: (index: number) => number;
  /** The block's memory, `layout.size` doubles. */
  readonly block: number;
  /** `[line * periods + t]` and the three creative shares, to be filled in for each plan. */
  readonly spend: number;
  readonly creative: number;
}

/** Inputs of the whole scenario that the passes read, in the order of the record. */
const GLOBAL_FIELDS = [
  'close_rate',
  'repeat_rate',
  'referral_rate',
  'landing',
  'warm',
  'hot',
  'buyers',
  'population',
  'm_proven',
  'm_experiment',
  'm_moonshot',
  'g_experiment',
  'g_moonshot',
  'order_value',
  'margin',
  'fee',
  'tax',
  'delay_days',
  'value_days',
  'ltv_days',
  'memory_days',
  'warm_days',
  'hot_days',
  'buyers_days',
  'wear_days',
] as const;

const PROGRAM_WORDS = 33 + GLOBAL_FIELDS.length;
const LINE_WORDS = 28;
const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/**
 * Lays a program out in a kernel's memory: records of whole numbers and addresses, in the order of `assembly/tables.ts`,
 * and room for one block.
 */
export function layTables(kernel: KernelInstance, program: Program, layout: Layout): KernelTables {
  const { lines, periods, platforms } = program;
  const L = lines.length;
  const P = platforms.length;
  const variables = variablesOf(program);
  const programAt = kernel.allocate(PROGRAM_WORDS * 4);
  const linesAt = kernel.allocate(L * LINE_WORDS * 4);
  const spend = kernel.allocate(L * periods * DOUBLE);
  const flighting = kernel.allocate(L * periods * DOUBLE);
  const creative = kernel.allocate(3 * DOUBLE);
  const seasonCpm = kernel.allocate(periods * DOUBLE);
  const seasonCvr = kernel.allocate(periods * DOUBLE);
  const months = kernel.allocate(DOUBLE);
  const periodDays = kernel.allocate(DOUBLE);
  const fixedCosts = kernel.allocate(program.fixedCosts.length * 4);
  const block = kernel.allocate(layout.size * DOUBLE);

  const row = (region: Region, index = 0): number => block + rowAt(region, index) * DOUBLE;
  const traced = (region: Region, index = 0): number => (layout.trace.rows > 0 ? row(region, index) : 0);

  kernel.doubles(flighting, L * periods).forEach((_, k, all) => {
    all[k] = weightOf(program, Math.floor(k / periods), k % periods);
  });
  kernel.doubles(months, 1)[0] = program.periodDays / 30;
  kernel.doubles(periodDays, 1)[0] = program.periodDays;
  kernel.words(fixedCosts, program.fixedCosts.length).set(program.fixedCosts.map((index) => row(layout.inputs, index)));
  const seasons = (address: number, factors: readonly number[]): void => {
    kernel.doubles(address, periods).forEach((_, t, all) => {
      all[t] = factors[t] ?? 1;
    });
  };
  seasons(seasonCpm, program.seasonCpm);
  seasons(seasonCvr, program.seasonCvr);

  kernel
    .words(programAt, PROGRAM_WORDS)
    .set([
      periods,
      P,
      L,
      program.hasPopulation ? 1 : 0,
      program.hasCreative ? 1 : 0,
      linesAt,
      creative,
      seasonCpm,
      seasonCvr,
      months,
      periodDays,
      row(layout.decay),
      row(layout.derived),
      row(layout.quality),
      row(layout.pool),
      row(layout.memory),
      row(layout.stocks),
      row(layout.largestAudience),
      row(layout.lineTotals),
      row(layout.periodTotals),
      row(layout.platformReach),
      traced(layout.trace),
      traced(layout.lineBars),
      traced(layout.periodBars),
      traced(layout.memoryBars),
      traced(layout.stockBars),
      traced(layout.qualityBar),
      traced(layout.poolBar),
      traced(layout.gradient),
      ...GLOBAL_FIELDS.map((name) => row(layout.inputs, program.globals[name])),
      fixedCosts,
      program.fixedCosts.length,
      variables.count,
      row(layout.afterHorizon),
    ]);

  lines.forEach(({ stage, platform, inputs, response }, index) => {
    const pool = poolRow(program, index);
    kernel
      .words(linesAt + index * LINE_WORDS * 4, LINE_WORDS)
      .set([
        STAGES.indexOf(stage),
        row(layout.inputs, inputs.audience),
        row(layout.inputs, inputs.cpm),
        row(layout.inputs, inputs.ctr),
        row(layout.inputs, inputs.view_rate),
        row(layout.inputs, inputs.cvr),
        row(layout.inputs, inputs.fatigue),
        row(layout.inputs, inputs.match),
        row(layout.noise, platform * periods),
        spend + index * periods * DOUBLE,
        flighting + index * periods * DOUBLE,
        pool < 0 ? 0 : row(layout.stocks, pool),
        row(layout.stocks, platform),
        row(layout.memory, index),
        row(layout.largestAudience, index),
        row(layout.platformReach, platform),
        row(layout.lineTotals, index * LINE_TOTALS.length),
        traced(layout.lineBars, index * LINE_TOTALS.length),
        traced(layout.memoryBars, index),
        traced(layout.stockBars, platform),
        pool < 0 ? 0 : traced(layout.stockBars, pool),
        variables.first[index]!,
        variables.step[index]!,
        response === undefined ? 0 : row(layout.responseValues, response.valuesAt),
        response === undefined ? 0 : row(layout.responseWeights, response.weightsAt),
        response?.length ?? 0,
        response === undefined ? 0 : traced(layout.responseMarginals, response.marginalsAt),
        response === undefined ? 0 : traced(layout.responseBars, response.marginalsAt),
      ]);
  });
  return { program: programAt, line: (index) => linesAt + index * LINE_WORDS * 4, block, spend, creative };
}

/** Row of the stock that a line retargets; awareness has an audience of its own only, and gets row −1. */
function poolRow(program: Program, line: number): number {
  const { stage, platform } = program.lines[line]!;
  if (stage === 'awareness') return -1;
  if (stage === 'consideration') return platform;
  return program.platforms.length + (stage === 'conversion' ? 0 : 1);
}
