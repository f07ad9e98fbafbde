import type { Distribution } from '../distributions/types.js';
import type { ChangedInput } from './changed-inputs.js';
import { compileInputMap, type InputKind } from './compile.js';
import type { Program } from './program.js';

/** A distribution in place of the one that an input has. */
export interface InputChange {
  readonly name: string;
  readonly kind: InputKind;
  readonly distribution: Distribution;
}

/**
 * Distributions as maps of a program's inputs.
 *
 * @throws where the program has no input of a name
 */
export function changedInputs(program: Program, changes: readonly InputChange[]): ChangedInput[] {
  return changes.map(({ name, kind, distribution }) => {
    const index = program.inputs.findIndex((input) => input.name === name);
    if (index < 0) throw new Error(`the program has no input "${name}"`);
    return { index, map: compileInputMap(distribution, kind) };
  });
}
