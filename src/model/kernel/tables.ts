import { type Layout, type Region, rowAt } from '../layout.js';
import { preparationOf } from '../prepare-rows.js';
import type { Program } from '../program.js';
import { ROW_OPERATIONS } from '../row-operations.js';
import type { KernelInstance } from './instance.js';
import { bytesOf, checkLayout, writeRecord } from './record.js';
import { LAYOUT, RECORDS } from './records.js';

/** Where the kernel finds a program and its block. */
export interface KernelTables {
  /** The program's record. */
  readonly program: number;
  /** The block's memory, `layout.size` doubles. */
  readonly block: number;
}

/** Inputs of the whole scenario that are read. */
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

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const WORD = Uint32Array.BYTES_PER_ELEMENT;

/**
 * Lays a program out in a kernel's memory: a record of addresses, and room for one block.
 *
 * @throws where the kernel was built for other records
 */
export function layTables(kernel: KernelInstance, program: Program, layout: Layout): KernelTables {
  checkLayout(kernel.exports.layout(), LAYOUT);
  const programAt = kernel.allocate(bytesOf(RECORDS.Program));
  const periodDays = kernel.allocate(DOUBLE);
  const fixedCosts = kernel.allocate(program.fixedCosts.length * WORD);
  const block = kernel.allocate(layout.size * DOUBLE);
  const operations = preparationOf(program, layout);
  const operationBytes = bytesOf(RECORDS.RowOperation);
  const operationsAt = kernel.allocate(operations.length * operationBytes);
  const numbersAt = kernel.allocate(operations.length * DOUBLE);
  const row = (region: Region, index = 0): number => block + rowAt(region, index) * DOUBLE;
  kernel.doubles(periodDays, 1)[0] = program.periodDays;
  kernel.words(fixedCosts, program.fixedCosts.length).set(program.fixedCosts.map((index) => row(layout.inputs, index)));
  const globals = GLOBAL_FIELDS.map((name) => [name, row(layout.inputs, program.globals[name])] as const);
  writeRecord(kernel, RECORDS.Program, programAt, {
    periodDays,
    decay: row(layout.decay),
    derived: row(layout.derived),
    ...(Object.fromEntries(globals) as Record<(typeof GLOBAL_FIELDS)[number], number>),
    fixedCosts,
    fixedCostCount: program.fixedCosts.length,
    operations: operationsAt,
    operationCount: operations.length,
  });
  const numbers = kernel.doubles(numbersAt, operations.length);
  operations.forEach(({ kind, to, a, b, number }, k) => {
    numbers[k] = number;
    writeRecord(kernel, RECORDS.RowOperation, operationsAt + k * operationBytes, {
      kind: ROW_OPERATIONS.indexOf(kind),
      to: block + to * DOUBLE,
      a: block + a * DOUBLE,
      b: block + b * DOUBLE,
      number: numbersAt + k * DOUBLE,
    });
  });
  return { program: programAt, block };
}
