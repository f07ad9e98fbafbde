import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 considers to optimise it (its own figure: 67,584). A command is through in a second or two, a third
 * of which V8's threads would spend on optimising functions of which most are hardly called again.
 */
const INTERRUPT_BUDGET = 400_000;

/** V8's versions (Node 20's) that know this budget by this name: later ones have a compiler between the interpreter and the optimising one. */
const KNOWS_BUDGET = /^11\./;

/** Sets the compiler up for a process that lives as long as one command. */
export function tuneCompiler(): void {
  if (KNOWS_BUDGET.test(process.versions.v8)) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
