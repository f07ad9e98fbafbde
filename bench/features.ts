import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from 'simple-statistics';
import { digits, table } from './table.js';
import { FEATURE_PLANS, FEATURE_WORK, featureTask, featureTasks } from './tasks/features.js';

/**
 * `node dist/bench/features.js [ROUNDS]`: what counts, overlap and everything else that a plan can have cost in time, as multiples of the same
 * plan without them, slice by slice in turns. Exit 1 above what is allowed.
 */
const MOST = { 'neither counts nor overlap': 1, 'the defaults': 1.25, everything: 1.6 } as const;
const WARM = 12;

const rounds = Number(process.argv[2] ?? 150);
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const tasks = new Map((await featureTasks(root)).map((task) => [task.name, task]));
const timeOf = (name: string): number => {
  const before = process.cpuUsage();
  tasks.get(name)!.run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

let isDear = false;
const rows: string[][] = [];
for (const work of FEATURE_WORK) {
  const names = FEATURE_PLANS.map((plan) => featureTask(plan, work));
  for (let round = 0; round < WARM; round++) names.map(timeOf);
  const taken = names.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, name] of names.entries()) taken[k]!.push(timeOf(name));
  }
  FEATURE_PLANS.forEach((plan, k) => {
    // Each slice over the plain one beside it: a machine that is slow for a while is so for both.
    const ratio = median(taken[k]!.map((time, round) => time / taken[0]![round]!));
    isDear ||= ratio > MOST[plan];
    rows.push([
      work,
      plan,
      `${digits(median(taken[k]!) / tasks.get(names[k]!)!.per)} µs a draw`,
      ratio.toFixed(2),
      String(MOST[plan]),
    ]);
  });
}
console.log(table([['work', 'quarter with', 'median', 'ratio', 'at most'], ...rows]));
process.exitCode = isDear ? 1 : 0;
