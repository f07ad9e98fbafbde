import type { ReadOptions, ScenarioReading } from '../scenario/read.js';
import type { CreativeTier, Scenario } from '../scenario/types.js';
import type { VariantsReading } from '../scenario/variants/read.js';
import type { ScenarioDocument } from '../scenario/write.js';
import type { TestPhase } from '../scenario/write-test.js';

/** Reads a scenario file, with the files it extends and the data files it names. Never throws for what a file holds. */
export async function readScenario(path: string, options: ReadOptions = {}): Promise<ScenarioReading> {
  const scenario = await import('../scenario/read.js');
  return scenario.readScenario(path, options);
}

/** As `readScenario`, from a text; `path` names it in messages, and its folder is where other files are looked for. */
export async function parseScenario(text: string, path: string, options: ReadOptions = {}): Promise<ScenarioReading> {
  const scenario = await import('../scenario/read.js');
  return scenario.parseScenario(text, path, options);
}

/** Reads a scenario file and builds each of its `variants`. Never throws for what a file holds. */
export async function readVariants(path: string, options: ReadOptions = {}): Promise<VariantsReading> {
  const variants = await import('../scenario/variants/read.js');
  return variants.readVariants(path, options);
}

/** The JSON Schema of scenario files. */
export async function scenarioJsonSchema(): Promise<object> {
  const schema = await import('../scenario/schema/json-schema.js');
  return schema.scenarioJsonSchema();
}

/** A scenario's text with a plan in it, comments preserved: see `Result` for where budgets and creative shares come from. */
export async function writePlanBack(
  document: ScenarioDocument,
  budgets: ArrayLike<number>,
  creative: Readonly<Record<CreativeTier, number>>,
  flighting?: ReadonlyMap<string, readonly number[]>,
  posts?: ReadonlyMap<string, number>,
): Promise<string> {
  const write = await import('../scenario/write.js');
  return write.writePlanBack(document, budgets, creative, flighting, posts);
}

/** A scenario's text with a test as its first phase, and a gate on the line that is watched (`Result.test`). */
export async function writeTestPhase(
  text: string,
  document: ScenarioDocument,
  scenario: Scenario,
  test: TestPhase,
): Promise<string> {
  const write = await import('../scenario/write-test.js');
  return write.writeTestPhase(text, document, scenario, test);
}
