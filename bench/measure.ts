import { median } from 'simple-statistics';
import { createReferenceLoop, startBareNode } from './tasks/reference.js';
import type { BenchTask, Elsewhere } from './tasks/types.js';

export interface Measurement {
  readonly name: string;
  /** Median over all times taken, in `unit`. */
  readonly figure: number;
  readonly unit: BenchTask['unit'];
  /**
   * Median of the task's time over its yardstick's, timed right before and after it; of a heavy task, which is run a few times only, the
   * smallest one, as others only add to it.
   */
  readonly ratio: number;
  /** What a run of the task is divided by. */
  readonly per: number;
  /** Where that median would lie in nineteen such measurements of twenty; of a heavy task the smallest and largest ratio. */
  readonly spread: readonly [number, number];
  /** The largest peak memory of a task that is a process of its own, in MB; else `null`. */
  readonly megabytes: number | null;
}

/** Slices of a light task timed in a repeat, each between two runs of the yardstick. */
const SLICES = 12;
/** Runs of the yardstick, before and after a heavy task. */
const YARDSTICKS = 25;

/**
 * Milliseconds of processor that this process, or another one that says so, spends on something on all of its threads: what others
 * do on the machine isn't in it, but for how much slower they make it.
 */
async function processorTime(run: () => unknown, peaks: number[] = []): Promise<number> {
  const before = process.cpuUsage();
  const own = await run();
  const { user, system } = process.cpuUsage(before);
  if (!isElsewhere(own)) return (user + system) / 1e3;
  peaks.push(own.megabytes);
  return own.processor;
}

function isElsewhere(own: unknown): own is Elsewhere {
  return typeof own === 'object' && own !== null && 'processor' in own;
}

/** Milliseconds on the clock: for what other processes do. */
async function clockTime(run: () => unknown): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

interface Times {
  readonly peaks: number[];
  readonly times: number[];
  readonly ratios: number[];
}

/**
 * Times slices of a task between runs of its yardstick: a machine that is slow for a while, or busy with others, is so for both.
 * The finer they take turns, the less is left of that.
 */
async function interleave(task: BenchTask, slices: number, into: Times): Promise<void> {
  const time = task.yardstick === 'process' ? clockTime : processorTime;
  const yardstick = task.yardstick === 'process' ? startBareNode : createReferenceLoop();
  // Beside what takes seconds, one run of some milliseconds says little of the machine's speed then.
  const timeOfYardstick = async (): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < (task.heavy ? YARDSTICKS : 1); run++) times.push(await time(yardstick));
    return median(times);
  };
  let before = await timeOfYardstick();
  for (let slice = 0; slice < slices; slice++) {
    const taken = await time(task.run, into.peaks);
    const after = await timeOfYardstick();
    into.times.push(taken);
    into.ratios.push((2 * taken) / (before + after));
    before = after;
  }
}

/**
 * Times every task in turn, repeat after repeat.
 *
 * @param repeats of light tasks; heavy ones run once in every third
 */
export async function measure(
  tasks: readonly BenchTask[],
  repeats: number,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Measurement[]> {
  const all = tasks.map((): Times => ({ times: [], ratios: [], peaks: [] }));
  // Code that is not yet compiled would be timed otherwise.
  for (const task of tasks) if (!task.heavy) await interleave(task, 6, { times: [], ratios: [], peaks: [] });
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [k, task] of tasks.entries()) {
      if (task.heavy && repeat % 3 !== 0) continue;
      await interleave(task, task.heavy || task.yardstick === 'process' ? 1 : SLICES, all[k]!);
    }
    onProgress(repeat + 1, repeats);
  }
  const scale = { 'µs a draw': 1e3, 'ns a value': 1e6, ms: 1 } as const;
  return tasks.map(({ name, per, unit, heavy }, k) => {
    const { times, ratios, peaks } = all[k]!;
    return {
      name,
      figure: (median(times) * scale[unit]) / per,
      unit,
      per,
      ratio: heavy ? Math.min(...ratios) : median(ratios),
      megabytes: peaks.length === 0 ? null : Math.max(...peaks),
      spread: heavy ? [Math.min(...ratios), Math.max(...ratios)] : medianInterval(ratios),
    };
  });
}

/** The 95 % interval of a median by order statistics: ranks n/2 ± 1.96 √n / 2 (normal approximation of the binomial). */
function medianInterval(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const reach = (1.96 * Math.sqrt(sorted.length)) / 2;
  const at = (rank: number): number => sorted[Math.max(0, Math.min(sorted.length - 1, Math.round(rank)))]!;
  return [at(sorted.length / 2 - reach - 0.5), at(sorted.length / 2 + reach - 0.5)];
}
