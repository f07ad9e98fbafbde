import { median } from 'simple-statistics';
import { Bench } from 'tinybench';
import { createReferenceLoop, startBareNode } from './tasks/reference.js';
import type { BenchTask } from './tasks/types.js';

export interface Measurement {
  readonly name: string;
  /** Median over the repeats, in `unit`. */
  readonly figure: number;
  readonly unit: BenchTask['unit'];
  /** Median over the repeats of the task's time over its yardstick's, timed in the same repeat. */
  readonly ratio: number;
  /** Smallest and largest of those ratios. */
  readonly spread: readonly [number, number];
}

/** Iterations of a task within a repeat; its fastest is the repeat's time, which noise can only lengthen. */
const ITERATIONS = { light: 4, heavy: 1 };

async function fastest(name: string, run: () => unknown, iterations: number): Promise<number> {
  const bench = new Bench({ iterations, time: 0, warmup: false });
  bench.add(name, async () => {
    await run();
  });
  const [task] = await bench.run();
  const { result } = task!;
  if (result === undefined || !('latency' in result)) throw new Error(`${name} could not be timed`);
  return result.latency.min;
}

/**
 * Times every task in turn, repeat after repeat, each next to its yardstick.
 *
 * @param repeats of light tasks; heavy ones run in every third
 */
export async function measure(
  tasks: readonly BenchTask[],
  repeats: number,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Measurement[]> {
  const reference = createReferenceLoop();
  await fastest('warm-up', reference, 8);
  for (const task of tasks) if (!task.heavy) await fastest(task.name, task.run, 2);
  const times = tasks.map(() => [] as number[]);
  const ratios = tasks.map(() => [] as number[]);
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [k, task] of tasks.entries()) {
      if (task.heavy && repeat % 3 !== 0) continue;
      const against = task.yardstick === 'process' ? startBareNode : reference;
      const yardstick = await fastest('reference', against, ITERATIONS.light);
      const time = await fastest(task.name, task.run, task.heavy ? ITERATIONS.heavy : ITERATIONS.light);
      times[k]!.push(time);
      ratios[k]!.push(time / yardstick);
    }
    onProgress(repeat + 1, repeats);
  }
  const scale = { 'µs a draw': 1e3, 'ns a value': 1e6, ms: 1 } as const;
  return tasks.map(({ name, per, unit }, k) => ({
    name,
    figure: (median(times[k]!) * scale[unit]) / per,
    unit,
    ratio: median(ratios[k]!),
    spread: [Math.min(...ratios[k]!), Math.max(...ratios[k]!)],
  }));
}
