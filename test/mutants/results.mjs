// What came of mutants so far: a line of JSON for each try, of which the last about a mutant holds.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** @returns the last line about each mutant, by its key */
export function readResults(path) {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').filter(Boolean) : [];
  return new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.key, one]));
}

export function addResult(path, result) {
  appendFileSync(path, `${JSON.stringify(result)}\n`);
}

/** Wilson's interval for a share, 95 %: Wilson 1927, J. Am. Stat. Assoc. 22, 209. */
export function wilson(some, of) {
  const z = 1.959964;
  const share = some / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [middle - half, middle + half];
}

/** Prints shares by folder and of all, and what survived. */
export function printScore(results) {
  const folders = [...new Set([...results.keys()].map((key) => key.split('/')[1]))].sort();
  for (const folder of [...folders, null]) {
    const some = [...results.values()].filter(({ key }) => folder === null || key.startsWith(`src/${folder}/`));
    const noticed = some.filter(({ outcome }) => outcome !== 'survived').length;
    const [low, high] = wilson(noticed, some.length).map((one) => (100 * one).toFixed(1));
    const share = ((100 * noticed) / some.length).toFixed(1);
    console.log(`${folder ?? 'all'}: noticed ${noticed} of ${some.length}, ${share} % (${low} to ${high} %)`);
  }
  for (const { key, outcome, passed, of } of results.values()) {
    if (outcome === 'survived')
      console.log(`survived ${key} (${passed.length} of the ${of} test files that come to it)`);
  }
}
