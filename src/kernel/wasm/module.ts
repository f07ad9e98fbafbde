import type { Routine } from '../routine.js';
import { FUNCREF, I32, joined, section, text, unsigned, vector } from './bytes.js';
import { Code } from './code.js';
import { emitFunction, type FunctionOptions } from './function.js';

/** How many draws go through a tape together. */
export const OPTIONS: FunctionOptions = { chunk: 32 };

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** Types of functions: 0 (record, offset), 1 (list, count, offset), both without a result. */
const ROUTINE_TYPE = 0;
const DRIVER_TYPE = 1;

/**
 * A module with a function for each routine, in the order given: `r0`, `r1` … It works on a memory of others
 * (`env.memory`), and calls through a table of others (`env.table`), into which the functions have to be put.
 *
 * Its drivers: `run(calls, count, offset)` does calls, a list of pairs of words (the routine's place in the table, its
 * record's address); `clear(rows, count, offset)` fills a chunk of each row of a list of addresses with 0.
 */
export function emitModule(routines: readonly Routine[]): Uint8Array {
  const functions = routines.map((routine) => bodyOf(routine));
  const exported = (name: string, index: number): number[] => [...text(name), 0x00, ...unsigned(index)];
  const head = [
    ...MAGIC,
    ...section(1, vector([functionType(2), functionType(3)])),
    ...section(
      2,
      vector([
        [...text('env'), ...text('memory'), 0x02, 0x00, 0x01],
        [...text('env'), ...text('table'), 0x01, FUNCREF, 0x00, 0x00],
      ]),
    ),
    ...section(3, vector([...functions.map(() => [ROUTINE_TYPE]), [DRIVER_TYPE], [DRIVER_TYPE]])),
    ...section(
      7,
      vector([
        ...functions.map((_, k) => exported(`r${k}`, k)),
        exported('run', functions.length),
        exported('clear', functions.length + 1),
      ]),
    ),
  ];
  const bodies = joined([...functions, emitRun(), emitClear(OPTIONS)]);
  const count = unsigned(functions.length + 2);
  return joined([head, [10], unsigned(count.length + bodies.length), count, bodies]);
}

const keys = new WeakMap<Routine, string>();

/** What a routine's native code goes by: a hash (FNV-1a, two ways) of its code. Nothing but the code itself changes it. */
export function routineKey(routine: Routine): string {
  const known = keys.get(routine);
  if (known !== undefined) return known;
  let [a, b] = [0x811c9dc5, 0x2f0b4a27];
  for (const byte of bodyOf(routine)) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x01000193) ^ (a >>> 15);
  }
  const key = [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  keys.set(routine, key);
  return key;
}

const bodies = new WeakMap<Routine, Uint8Array>();

/** A routine's code, written once. */
function bodyOf(routine: Routine): Uint8Array {
  const body = bodies.get(routine) ?? emitFunction(routine, OPTIONS);
  bodies.set(routine, body);
  return body;
}

function functionType(parameters: number): number[] {
  return [0x60, ...vector(Array.from({ length: parameters }, () => [I32])), ...vector([])];
}

/** `run(calls, count, offset)`. */
function emitRun(): Uint8Array {
  const code = new Code(3);
  const [calls, count, offset] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  // The count becomes the list's end.
  code.get(count).whole(8).multiplyWhole().get(calls).addWhole().set(count);
  code.block().get(calls).get(count).isBelow().isZero().branchIf(0).loop();
  code.get(calls).loadWord(4).get(offset).get(calls).loadWord(0).callIndirect(ROUTINE_TYPE);
  code.get(calls).whole(8).addWhole().tee(calls).get(count).isBelow().branchIf(0).end().end();
  return code.finish();
}

/** `clear(rows, count, offset)`. */
function emitClear({ chunk }: FunctionOptions): Uint8Array {
  const code = new Code(3);
  const [rows, count, offset] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  code.get(count).whole(4).multiplyWhole().get(rows).addWhole().set(count);
  code.block().get(rows).get(count).isBelow().isZero().branchIf(0).loop();
  const row = code.local(I32);
  code.get(rows).loadWord(0).get(offset).addWhole().set(row);
  for (let at = 0; at < 8 * chunk; at += 16) code.get(row).both(0).store(at);
  code.get(rows).whole(4).addWhole().tee(rows).get(count).isBelow().branchIf(0).end().end();
  return code.finish();
}
