import { basename } from 'node:path';
import type { Contender } from '../forecast/compare/types.js';
import { InputError } from './exit.js';
import type { CommonOptions } from './options.js';
import { readScenarioOrExplain } from './read-scenario.js';

/** Reads the scenarios to compare. @throws {InputError} with every mistake in a file, or where there is one scenario only */
export async function readContenders(files: readonly string[], options: CommonOptions): Promise<readonly Contender[]> {
  if (files.length < 2)
    throw new InputError(`${files.join('')}: one scenario has nothing to be compared with: name another file`);
  const contenders: Contender[] = [];
  for (const file of files) {
    const { scenario } = await readScenarioOrExplain(file, options);
    contenders.push({ label: scenario.name, scenario });
  }
  return apart(contenders);
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
    label: twice(filed, filed[k]!) ? `${filed[k]!} ${k + 1}` : filed[k]!,
  }));
}
