import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { grownPlan } from '../grown-plan.js';
import { runCommand } from '../run-command.js';
import { halfAYear } from './track.js';
import type { BenchTask, Elsewhere } from './types.js';

/** A plan of 60 lines over 1,100 days, made of benchmarks. */
function largePlan(): string {
  const lines = Array.from({ length: 60 }, (_, k) => {
    const platform = ['instagram', 'facebook', 'tiktok'][k % 3]!;
    const stage = k % 2 === 0 ? 'awareness' : 'conversion';
    return `  - { platform: ${platform}, stage: ${stage}, segment: s${Math.floor(k / 6)} }`;
  });
  return [
    'currency: USD',
    'horizon: 1100 days',
    'budget: 4000000',
    'economics: { order_value: 30 to 55 }',
    'lines:',
    ...lines,
    '',
  ].join('\n');
}

/** A scenario with so many variants, in each of which people buy a little less often, as text. */
function variantsOf(file: string, count: number): string {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const variants = Array.from({ length: count }, (_, k) => [`less-${k + 1}`, `cvr -${(k + 1) / 4}%`] as const);
  document.set('variants', Object.fromEntries(variants));
  return document.toString();
}

/** What `npm start` began with. */
const SIX = [
  'b2b-saas-linkedin',
  'baku-coffee',
  'baku-coffee-price-shock',
  'dtc-fashion',
  'first-test-600',
  'turkish-retailer',
];

/** Whole commands from a cold start. */
export function commandTasks(root: string): BenchTask[] {
  const coffee = resolve(root, 'scenarios/baku-coffee.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'huni-bench-'));
  const command = (name: string, args: readonly string[]): BenchTask => ({
    name,
    per: 1,
    unit: 'ms',
    heavy: true,
    run: () => runCommand(root, folder, args) satisfies Elsewhere,
  });
  const quarter = resolve(root, 'bench/quarter.yaml');
  /** `quarter` without a search, grown along one axis. */
  const grown = (name: string, file: string, draws: number, mostMegabytes: number): BenchTask => ({
    ...command(`growth: quarter, ${name}`, ['run', file, '--json', '--no-optimize', '--draws', String(draws)]),
    mostMegabytes,
  });
  const fileOf = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const large = join(folder, 'large.yaml');
  writeFileSync(large, largePlan());
  const variants = join(folder, 'variants.yaml');
  writeFileSync(variants, variantsOf(coffee, 20));
  return [
    { ...command('cold start: huni --help', ['--help']), heavy: false, yardstick: 'process' },
    command('cold start: run --json --no-optimize', ['run', coffee, '--json', '--no-optimize']),
    command('cold start: run --json', ['run', coffee, '--json']),
    command('cold start: run with every chart', ['run', coffee]),
    command('explain: six lines', ['explain', coffee, '--json']),
    command('frontier: six lines', ['frontier', coffee, '--json']),
    command('compare: 20 variants of six lines', ['compare', variants, '--json']),
    command('check: 60 lines over 1,100 days', ['check', large, '--draws', '2048']),
    command('track: ten lines, half a year, a year of daily rows', halfAYear(folder)),
    command('optimize: quarter, and what its rules cost', ['optimize', quarter, '--json']),
    command('six scenarios with every chart', ['run', ...SIX.map((name) => resolve(root, `scenarios/${name}.yaml`))]),
    // Peaks are said in issues and docs: 316 MB were measured of a million futures, so that what isn't flat shows here as well.
    grown('262,144 futures', quarter, 262_144, 400),
    grown('60 lines', fileOf('lines.yaml', grownPlan(quarter, 60, '13 weeks')), 16_384, 800),
    grown('540 days', fileOf('days.yaml', grownPlan(quarter, 18, '540 days')), 4096, 700),
  ];
}
