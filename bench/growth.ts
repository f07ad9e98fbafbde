import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseChart, View } from 'vega';
import { compile } from 'vega-lite';
import { grownPlan } from './grown-plan.js';
import { runCommand } from './run-command.js';
import { digits } from './table.js';

/**
 * `npm run bench:growth [-- --most-draws 10000000]`: `run --json --no-optimize` of `quarter.yaml` with one axis changed at a time: futures, lines, periods. Each
 * in a process of its own: processor time of all threads and peak memory. Writes `bench/growth.md` and `bench/growth.svg`.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const at = process.argv.indexOf('--most-draws');
const mostDraws = at < 0 ? 1_048_576 : Number(process.argv[at + 1]);

interface Point {
  readonly axis: 'futures' | 'lines' | 'periods';
  readonly size: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const folder = await mkdtemp(join(tmpdir(), 'huni-growth-'));
const quarter = join(root, 'bench/quarter.yaml');
const points: Point[] = [];
try {
  const measure = async (axis: Point['axis'], size: number, lines: number, periods: number, draws: number) => {
    const file = join(folder, `${axis}-${size}.yaml`);
    await writeFile(file, grownPlan(quarter, lines, `${periods} ${periods > 60 ? 'days' : 'weeks'}`));
    const { processor, megabytes } = runCommand(root, folder, [
      'run',
      file,
      '--json',
      '--no-optimize',
      '--draws',
      String(draws),
    ]);
    points.push({ axis, size, seconds: processor / 1e3, megabytes });
    console.log(`${axis} ${size}: ${digits(processor / 1e3)} s of processor, ${digits(megabytes)} MB`);
  };
  for (let draws = 1024; draws < mostDraws; draws *= 4) await measure('futures', draws, 18, 13, draws);
  await measure('futures', mostDraws, 18, 13, mostDraws);
  for (const lines of [1, 6, 18, 36, 60]) await measure('lines', lines, lines, 13, 16_384);
  for (const periods of [1, 4, 13, 52, 180, 540, 1100]) await measure('periods', periods, 18, periods, 4096);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What one more of an axis costs between its last two sizes, over what it costs between the two before: 1 where growth is linear. */
function bend(own: readonly Point[]): number {
  const slope = (to: number): number =>
    (own.at(to)!.seconds - own.at(to - 1)!.seconds) / (own.at(to)!.size - own.at(to - 1)!.size);
  return slope(-1) / slope(-2);
}

const AXES = ['futures', 'lines', 'periods'] as const;
const sections = AXES.map((axis) => {
  const own = points.filter((point) => point.axis === axis);
  const rows = own.map(
    ({ size, seconds, megabytes }) => `| ${size.toLocaleString('en')} | ${digits(seconds)} | ${digits(megabytes)} |`,
  );
  return [
    `| ${axis} | processor, s | peak memory, MB |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    `One more costs ${digits(bend(own))} × at the last step what it cost at the step before.`,
  ].join('\n');
});
const [day] = new Date().toISOString().split('T');
const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(0)}`;
await writeFile(
  join(root, 'bench/growth.md'),
  `# How a run grows\n\n\`npm run bench:growth\`, ${day}, ${machine}: \`run --json --no-optimize\` of \`quarter.yaml\` (18 lines, 13 weeks), one axis changed at a time, each in a process
of its own; processor time of all threads, start-up included. Lines are at 16,384 futures, periods at 4,096 (weeks, days above 60).\n\n![Processor time and peak memory by futures, lines and periods](growth.svg)\n\n${sections.join('\n\n')}\n`,
);

const panel = (axis: Point['axis'], field: 'seconds' | 'megabytes', title: string) => ({
  width: 240,
  height: 180,
  data: { values: points.filter((point) => point.axis === axis) },
  mark: { type: 'line' as const, point: true },
  encoding: {
    x: { field: 'size', type: 'quantitative' as const, scale: { type: 'log' as const }, title: axis },
    y: { field, type: 'quantitative' as const, scale: { type: 'log' as const }, title },
  },
});
const { spec } = compile({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  background: 'white',
  vconcat: [
    { hconcat: AXES.map((axis) => panel(axis, 'seconds', 'processor, s')) },
    { hconcat: AXES.map((axis) => panel(axis, 'megabytes', 'peak memory, MB')) },
  ],
});
await writeFile(join(root, 'bench/growth.svg'), `${await new View(parseChart(spec), { renderer: 'none' }).toSVG()}\n`);
