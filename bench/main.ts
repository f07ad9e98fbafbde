import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../src/version.js';
import { saveRun } from './history.js';
import { measure } from './measure.js';
import { peakMemory } from './memory.js';
import { digits, table } from './table.js';
import { commandTasks } from './tasks/commands.js';
import { engineTasks } from './tasks/engine.js';
import { samplingTasks } from './tasks/sampling.js';

/** `npm run bench`: times the suite, prints a table, and keeps it in `bench/results/`. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const repeats = Number(process.argv[2] ?? 9);
const tasks = [...(await engineTasks(root)), ...samplingTasks(), ...commandTasks(root)];
const figures = await measure(tasks, repeats, (done, of) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} repeats`);
});
const memory: Record<string, number> = {};
for (const draws of [16_384, 100_000, 1_000_000]) memory[`${draws} draws`] = peakMemory(root, draws, 2);

const rows = figures.map(({ name, figure, unit, ratio, spread }) => [
  name,
  `${digits(figure)} ${unit}`,
  digits(ratio),
  `${digits(spread[0])} to ${digits(spread[1])}`,
]);
console.log(table([['task', 'median', 'ratio to reference', 'range'], ...rows]));
console.log();
console.log(table([['peak memory', 'MB'], ...Object.entries(memory).map(([name, mb]) => [name, digits(mb)])]));

const git = (args: readonly string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
await saveRun(join(root, 'bench/results'), {
  at: new Date().toISOString(),
  commit: git(['rev-parse', 'HEAD']),
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  },
  versions: { huni: VERSION, v8: process.versions.v8 },
  figures,
  memory,
});
console.log('\nbench/results: latest.json, history.jsonl, history.svg');
