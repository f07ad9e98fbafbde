import { formatProblem, parseScenario, type ReadOptions } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';

/** Parses a text that is expected to be valid; what is wrong with it otherwise is the error. */
export async function valid(text: string, path = 'plan.yaml', options: ReadOptions = {}): Promise<Scenario> {
  const reading = await parseScenario(text, path, options);
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  return reading.scenario;
}

/** Parses a text that is expected to have mistakes. */
export async function mistakes(text: string, path = 'plan.yaml', options: ReadOptions = {}) {
  const reading = await parseScenario(text, path, options);
  if (reading.ok) throw new Error('accepted');
  return reading.problems;
}

/** Files by path, in place of the file system. */
export function filesOf(files: Readonly<Record<string, string>>): ReadOptions {
  return {
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) return Promise.reject(Object.assign(new Error(path), { code: 'ENOENT' }));
      return Promise.resolve(text);
    },
  };
}
