import { type Layout, type Region, rowAt, STRIDE } from '../layout.js';
import type { Program } from '../program.js';
import type { KernelInstance } from './instance.js';

/** Where the kernel finds a program and its block. */
export interface KernelTables {
  /** The program's record. */
  readonly program: number;
  /** The block's memory, `layout.size` doubles. */
  readonly block: number;
}

/** Inputs of the whole scenario that are read, in the order of the record. */
const GLOBAL_FIELDS = [
  'order_value',
  'margin',
  'repeat_rate',
  'delay_days',
  'value_days',
  'ltv_days',
  'memory_days',
  'warm_days',
  'hot_days',
  'buyers_days',
  'wear_days',
] as const;

/** Words of the records, as this folder writes them. */
export const RECORD_WORDS = { program: 5 + GLOBAL_FIELDS.length, sampling: 8, source: 5, input: 6, noise: 3 } as const;

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const WORD = 4;

/** The number that `assembly/tables.ts` makes of its records' sizes. */
const LAYOUT =
  STRIDE * DOUBLE * 1000003 +
  WORD *
    (RECORD_WORDS.program * 10007 +
      RECORD_WORDS.sampling * 1009 +
      RECORD_WORDS.source * 101 +
      RECORD_WORDS.input * 11 +
      RECORD_WORDS.noise);

/**
 * Lays a program out in a kernel's memory: a record of addresses, in the order of `assembly/tables.ts`, and room for one block.
 *
 * @throws where the kernel was built for other records
 */
export function layTables(kernel: KernelInstance, program: Program, layout: Layout): KernelTables {
  const found = kernel.exports.layout();
  if (found !== (LAYOUT | 0)) {
    throw new Error(`the kernel was built for other records (${found} instead of ${LAYOUT | 0}): npm run bundle`);
  }
  const programAt = kernel.allocate(RECORD_WORDS.program * WORD);
  const periodDays = kernel.allocate(DOUBLE);
  const fixedCosts = kernel.allocate(program.fixedCosts.length * WORD);
  const block = kernel.allocate(layout.size * DOUBLE);
  const row = (region: Region, index = 0): number => block + rowAt(region, index) * DOUBLE;
  kernel.doubles(periodDays, 1)[0] = program.periodDays;
  kernel.words(fixedCosts, program.fixedCosts.length).set(program.fixedCosts.map((index) => row(layout.inputs, index)));
  kernel
    .words(programAt, RECORD_WORDS.program)
    .set([
      periodDays,
      row(layout.decay),
      row(layout.derived),
      ...GLOBAL_FIELDS.map((name) => row(layout.inputs, program.globals[name])),
      fixedCosts,
      program.fixedCosts.length,
    ]);
  return { program: programAt, block };
}
