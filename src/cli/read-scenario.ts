import { type FileReader, readScenario, type ScenarioDocument } from '../scenario/index.js';
import type { Scenario } from '../scenario/types.js';
import { ScenarioError } from './exit.js';
import { type CommonOptions, readingOf } from './options.js';

/**
 * Reads a scenario with the command line's overrides.
 *
 * @param readFile in place of the file system's
 * @throws {ScenarioError} with every mistake in the file.
 */
export async function readScenarioOrExplain(
  path: string,
  options: CommonOptions,
  readFile?: FileReader,
): Promise<{ readonly scenario: Scenario; readonly document: ScenarioDocument }> {
  const reading = await readScenario(path, {
    ...readingOf(options),
    ...(readFile === undefined ? {} : { readFile }),
  });
  if (reading.ok) return reading;
  throw new ScenarioError(reading.problems);
}
