// Compares every figure of two result.json files: node scripts/compare-results.mjs before.json after.json
// Prints the largest relative change and where it is; a figure that is only in one of them is reported too.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every figure of two results: how many both have, the one that changes most, and what only one of them has or says. */
export function compareResults(before, after) {
  let largest = { change: 0, path: '', from: 0, to: 0 };
  let figures = 0;
  const differences = [];
  const compare = (from, to, path) => {
    if (typeof from === 'number' && typeof to === 'number') {
      figures++;
      const change = from === to ? 0 : Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to));
      if (change > largest.change) largest = { change, path, from, to };
    } else if (from !== null && to !== null && typeof from === 'object' && typeof to === 'object') {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
        compare(from[key], to[key], `${path}.${key}`);
    } else if (from !== to) differences.push(`${path}: ${JSON.stringify(from)} became ${JSON.stringify(to)}`);
  };
  compare(before, after, '');
  return { figures, largest, differences };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [before, after] = await Promise.all(
    process.argv.slice(2, 4).map(async (file) => JSON.parse(await readFile(file, 'utf8'))),
  );
  if (after === undefined) {
    console.error('usage: node scripts/compare-results.mjs before.json after.json');
    process.exit(2);
  }
  const { figures, largest, differences } = compareResults(before, after);
  const where = largest.change === 0 ? '' : ` (${largest.path}: ${largest.from} became ${largest.to})`;
  console.log(`${figures} figures, largest relative change ${largest.change.toExponential(2)}${where}`);
  for (const difference of differences.slice(0, 20)) console.log(difference);
  if (differences.length > 20) console.log(`and ${differences.length - 20} more`);
}
