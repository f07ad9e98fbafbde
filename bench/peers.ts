import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'simple-statistics';
import { parse } from 'yaml';
import { openSession } from '../src/engine/session.js';
import { useNativeWhereBuilt } from '../src/engine/threads/native.js';
import { decisionGiven } from '../src/forecast/plan-result.js';
import type { KpiName } from '../src/scenario/expressions/types.js';
import { accuracyOf, type Ladder, reached, STATISTICS } from './peers/ladder.js';
import { ladderOfSquiggle } from './peers/squiggle.js';
import { digits, table } from './table.js';
import { quarter } from './tasks/engine.js';

/**
 * `npm run bench:peers`: draws, and seconds of one thread's processor, until mean, P10, P50 and P90 of the profit of `quarter.yaml` are known to 1 % of
 * its standard deviation, by their scatter over 16 seeds (which tells an error to 18 %). huni prices its whole model; NumPy and Squiggle, where they
 * are installed, only the plan's arithmetic: no memory, saturation, overlap or price noise.
 */
const ACCURACY = 0.01;
const REPLICATES = 16;
const MOST = 131_072;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const scenario = await quarter(root);

async function ladderOfHuni(sampler: 'sobol' | 'mc'): Promise<Ladder> {
  const total = [{ name: 'profit', expression: { kind: 'kpi', name: 'profit' as KpiName } }] as const;
  const session = await openSession(scenario, { workers: 0 });
  try {
    return await accuracyOf(ACCURACY, MOST, REPLICATES, async (draws, replicate) => {
      const replicates = sampler === 'sobol' ? 16 : 1;
      const sampling = { seed: `peers ${replicate}`, sampler, draws, replicates } as const;
      const selection = { total, groups: false, cumulative: false };
      return (await session.price(decisionGiven(scenario), selection, { sampling })).series(0);
    });
  } finally {
    await session.close();
  }
}

interface PlanFile {
  readonly lines: readonly {
    readonly budget: number;
    readonly cpm: string;
    readonly ctr: string;
    readonly cvr: string;
  }[];
  readonly economics: { readonly order_value: string; readonly margin: number; readonly fee: string };
}

const share = (text: string): number => (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));
const interval = (text: string): [number, number] => text.split(' to ').map(share) as [number, number];
const file = parse(await readFile(join(root, 'bench/quarter.yaml'), 'utf8')) as PlanFile;
/** What NumPy and Squiggle are told of the plan. */
const plan = {
  lines: file.lines.map(({ budget, cpm, ctr, cvr }) => ({
    budget,
    cpm: interval(cpm),
    ctr: interval(ctr),
    cvr: interval(cvr),
  })),
  order_value: interval(file.economics.order_value),
  margin: file.economics.margin,
  fee: share(file.economics.fee),
};

function ladderOfNumPy(): Ladder | string {
  const { status, stdout, error } = spawnSync('python3', [join(root, 'bench/peers/plain.py')], {
    input: JSON.stringify({ ...plan, accuracy: ACCURACY, replicates: REPLICATES, most: MOST }),
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  if (error !== undefined || status !== 0) return 'skipped: python3 with NumPy is not installed';
  return JSON.parse(stdout) as Ladder;
}

const peers: [string, Ladder | string][] = [
  ['huni, sobol', await ladderOfHuni('sobol')],
  ['huni, mc', await ladderOfHuni('mc')],
];
if (existsSync(join(root, 'dist/native/model.node'))) {
  useNativeWhereBuilt();
  peers.push(['huni, sobol, native', await ladderOfHuni('sobol')]);
} else {
  peers.push(['huni, sobol, native', 'skipped: not built (npm run build:native)']);
}
peers.push(['NumPy, independent draws', ladderOfNumPy()]);
peers.push(['Squiggle', await ladderOfSquiggle(plan, ACCURACY, MOST, REPLICATES)]);

const rows = peers.map(([name, ladder]) => {
  if (typeof ladder === 'string') return [name, ...STATISTICS.map(() => ''), '', ladder];
  const last = median([ladder.at(-1)!.seconds]);
  const perDraw = (1e6 * last) / ladder.at(-1)!.draws;
  return [
    name,
    ...STATISTICS.map((_, k) => {
      const first = reached(ladder, k, ACCURACY);
      return first === null ? `more than ${MOST}` : `${first.draws} (${digits(1e3 * first.seconds)} ms)`;
    }),
    digits(perDraw),
    '',
  ];
});
console.log(table([['to 1 % of the standard deviation', ...STATISTICS, 'µs a draw', ''], ...rows]));
