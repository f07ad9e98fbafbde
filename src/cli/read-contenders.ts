import { basename } from 'node:path';
import type { Contender } from '../forecast/compare/types.js';
import { elementAt } from '../required.js';
import { readVariants } from '../scenario/variants/read.js';
import { ScenarioError } from './exit.js';
import { type CommonOptions, readingOf } from './options.js';
import { readScenarioOrExplain } from './read-scenario.js';

/**
 * Reads the scenarios to compare: those of several files, or one file's own plan and its variants.
 *
 * @throws {ScenarioError} with every mistake in a file
 */
export async function readContenders(files: readonly string[], options: CommonOptions): Promise<readonly Contender[]> {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return apart(await variantsOf(only, options));
  const contenders: Contender[] = [];
  for (const file of files) {
    const { scenario } = await readScenarioOrExplain(file, options);
    contenders.push({ label: scenario.name, scenario });
  }
  return apart(contenders);
}

async function variantsOf(file: string, options: CommonOptions): Promise<readonly Contender[]> {
  const reading = await readVariants(file, readingOf(options));
  if (!reading.ok) throw new ScenarioError(reading.problems);
  const { base, variants } = reading;
  return [{ label: base.name, scenario: base }, ...variants.map(({ name, scenario }) => ({ label: name, scenario }))];
}

/** Labels that tell scenarios apart: names that stand twice get their file, files that stand twice their place. */
function apart(contenders: readonly Contender[]): readonly Contender[] {
  const twice = (labels: readonly string[], label: string) => labels.filter((other) => other === label).length > 1;
  const names = contenders.map(({ label }) => label);
  const filed = contenders.map(({ label, scenario }) =>
    twice(names, label) ? `${label} (${basename(scenario.path)})` : label,
  );
  return contenders.map(({ scenario }, k) => ({
    scenario,
    label: twice(filed, elementAt(filed, k)) ? `${filed[k]} ${k + 1}` : elementAt(filed, k),
  }));
}
