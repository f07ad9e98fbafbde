import { writeReport } from '../../src/report/write.js';
import { roundOf } from './rounds.js';

// Writes a report over itself, round after round, and says each that is done, until it is killed.
const [target, first] = process.argv.slice(2);
if (target === undefined) throw new Error('where to?');
for (let round = Number(first); ; round++) {
  await writeReport(roundOf(round), target);
  process.stdout.write(`${round}\n`);
}
