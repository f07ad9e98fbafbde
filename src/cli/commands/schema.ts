import { scenarioJsonSchema } from '../../scenario/index.js';
import type { Effects } from '../effects.js';
import { EXIT, type ExitCode } from '../exit.js';

/** `huni schema`: the scenario's JSON Schema, for editors. */
export function schemaCommand(effects: Effects): ExitCode {
  effects.out(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  return EXIT.ok;
}
