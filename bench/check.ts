import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { againstBaselineCode } from './against-baseline.js';
import { type Measurement, measure } from './measure.js';
import { MOST_FOR_STREAMING, streamingCost } from './streaming-cost.js';
import { digits, table } from './table.js';
import { commandTasks } from './tasks/commands.js';
import { engineTasks } from './tasks/engine.js';
import { samplingTasks } from './tasks/sampling.js';

/**
 * `npm run bench:check`: each task's ratio to the reference loop against the committed baseline's; exit 1 where one is
 * slower by more than the tolerance, and is again beside the code of the baseline on this machine, where streaming costs more than a
 * quarter above pricing and summarising what is kept, or where a command takes more memory than it may. All but `--help` go by processor time, so that 1.5 times as slow shows on a busy machine; whole
 * commands may have a tolerance of their own, `--tolerance-heavy 0.5`. `--update` writes the baseline, `--tolerance 0.5` allows half as much again,
 * `--repeats 5` repeats that often, `--only price` takes the tasks whose names have that in them.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const baselineFile = option('baseline') ?? join(root, 'bench/baseline.json');
const tolerance = Number(option('tolerance') ?? 0.3);
const heavyTolerance = Number(option('tolerance-heavy') ?? tolerance);
const repeats = Number(option('repeats') ?? 7);

const only = option('only');
const isWanted = ({ name }: { readonly name: string }): boolean => only === undefined || name.includes(only);
const tasks = [...(await engineTasks(root)), ...samplingTasks(), ...commandTasks(root)].filter(isWanted);
if (tasks.length === 0) {
  console.error(`--only: found ${only}, expected a part of a task's name`);
  process.exit(2);
}
const figures = await measure(tasks, repeats);
const heavy = new Set(tasks.filter((task) => task.heavy).map(({ name }) => name));
/** How many times over the tolerance is allowed. */
let leeway = 1;
const isSlower = ({ name, change }: { readonly name: string; readonly change: number }): boolean =>
  1 + change > (1 + (heavy.has(name) ? heavyTolerance : tolerance)) ** leeway;

if (process.argv.includes('--update')) {
  // Of some tasks only, the others' stay.
  const others =
    only !== undefined ? (JSON.parse(await readFile(baselineFile, 'utf8')) as Readonly<Record<string, number>>) : {};
  const ratios = {
    ...others,
    ...Object.fromEntries(figures.map(({ name, ratio }) => [name, Number(ratio.toPrecision(4))])),
  };
  await writeFile(baselineFile, `${JSON.stringify(ratios, null, 2)}\n`);
  console.log(
    `wrote ${figures.map(({ name, ratio }) => `${name} ${digits(ratio)}`).join('; ')} to bench/baseline.json`,
  );
} else {
  const baseline = JSON.parse(await readFile(baselineFile, 'utf8')) as Readonly<Record<string, number>>;
  const unknown = figures.filter(({ name }) => baseline[name] === undefined).map(({ name }) => name);
  const compare = (figure: Measurement) => ({
    ...figure,
    before: baseline[figure.name]!,
    change: figure.ratio / baseline[figure.name]! - 1,
  });
  let compared = figures.filter(({ name }) => baseline[name] !== undefined).map(compare);
  const doubtful = compared.filter(isSlower).map(({ name }) => name);
  if (doubtful.length > 0) {
    // Another processor makes other code slow than the one that the baseline was measured on: what code costs more by shows beside the baseline's own.
    console.log(`measured again, in turns with the code of the baseline: ${doubtful.join('; ')}`);
    const changes = await againstBaselineCode(root, doubtful);
    if (changes === null) {
      console.log('the code of the baseline is not in this repository: held to the tolerance twice over');
      leeway = 2;
    }
    compared = compared.map((first) => ({ ...first, change: changes?.get(first.name) ?? first.change }));
  }
  const slower = compared.filter(isSlower);
  const percent = (value: number): string => `${value >= 0 ? '+' : ''}${(100 * value).toFixed(0)}%`;
  const rows = compared.map(({ name, figure, unit, before, ratio, change }) => [
    name,
    `${digits(figure)} ${unit}`,
    digits(before),
    digits(ratio),
    percent(change),
    isSlower({ name, change }) ? 'SLOWER' : change < -tolerance ? 'faster' : 'same',
  ]);
  console.log(table([['task', 'now', 'baseline ratio', 'ratio', 'change', ''], ...rows]));
  console.log(`\ntolerance ${percent(tolerance)}, medians of ${repeats} repeats`);
  if (unknown.length > 0) console.log(`without a baseline: ${unknown.join('; ')}`);
  if (slower.length > 0)
    console.log(`slower: ${slower.map(({ name, change }) => `${name} ${percent(change)}`).join('; ')}`);
  const tooLarge = tasks.flatMap(({ name, mostMegabytes = Number.POSITIVE_INFINITY }, k) => {
    const peak = figures[k]?.megabytes ?? 0;
    return peak > mostMegabytes ? [`${name} ${digits(peak)} MB, ${mostMegabytes} at most`] : [];
  });
  if (tooLarge.length > 0) console.log(`too much memory: ${tooLarge.join('; ')}`);
  const dear = streamingCost(figures);
  if (dear !== null) console.log(`streaming costs ${dear.toFixed(2)} × the stored path, ${MOST_FOR_STREAMING} at most`);
  const isDear = dear !== null && dear > MOST_FOR_STREAMING;
  process.exitCode = slower.length > 0 || unknown.length > 0 || tooLarge.length > 0 || isDear ? 1 : 0;
}
