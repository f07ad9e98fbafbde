import type { Job } from '../jobs.js';

/** Tasks in a row, the last one not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of tasks that a worker's share is handed out in: some are left to be taken over by whoever is through with its own. */
const RUNS_A_SHARE = 4;
/** Numbers in series that are summed up sooner than a second run could be asked for. */
const FEW = 2 ** 20;
/** Tasks in a run at most: a job that is stopped, stops after two of these. */
const LONGEST_RUN = 16;

/** How tasks are put together. */
export interface RunSizes {
  /** Tasks in a run at most. */
  readonly longest: number;
  /** Runs that a share makes, at least. */
  readonly runs: number;
}

const USUAL_RUNS: RunSizes = { longest: LONGEST_RUN, runs: RUNS_A_SHARE };

/** Runs of a job: what a message each would take longer than is handed out at once. */
export function runsOf(job: Job): RunSizes {
  const isQuick = job.kind === 'summarize' && job.values.length <= FEW;
  return isQuick ? { longest: Number.POSITIVE_INFINITY, runs: 1 } : USUAL_RUNS;
}

/**
 * Hands out a job's tasks: each worker has an even share of neighbouring ones, the same in every job of as many tasks, so that
 * what it keeps of a task serves it again; whoever is through with its own takes from the others'.
 *
 * @returns the next run for a worker; `null` where no task is left
 */
export function createShares(
  tasks: number,
  workers: number,
  { longest, runs }: RunSizes = USUAL_RUNS,
): (worker: number) => Run | null {
  const bound = (share: number): number => Math.floor((share * tasks) / workers);
  const next = Array.from({ length: workers }, (_, share) => bound(share));
  return (worker) => {
    for (let turn = 0; turn < workers; turn++) {
      const share = (worker + turn) % workers;
      const [start, end] = [bound(share), bound(share + 1)];
      const from = next[share];
      if (from >= end) continue;
      const length = Math.min(longest, Math.ceil((end - start) / runs));
      const to = Math.min(end, from + length);
      next[share] = to;
      return { from, to };
    }
    return null;
  };
}
