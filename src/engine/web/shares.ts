/** Tasks in a row, the last one not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of tasks that a worker's share is handed out in: some are left to be taken over by whoever is through with its own. */
const RUNS_A_SHARE = 4;
/** Tasks in a run at most: a job that is stopped, stops after two of these. */
const LONGEST_RUN = 16;

/**
 * Hands out a job's tasks: each worker has an even share of neighbouring ones, the same in every job of as many tasks, so that
 * what it keeps of a task serves it again; whoever is through with its own takes from the others'.
 *
 * @returns the next run for a worker; `null` where no task is left
 */
export function createShares(tasks: number, workers: number): (worker: number) => Run | null {
  const bound = (share: number): number => Math.floor((share * tasks) / workers);
  const next = Array.from({ length: workers }, (_, share) => bound(share));
  return (worker) => {
    for (let turn = 0; turn < workers; turn++) {
      const share = (worker + turn) % workers;
      const [start, end] = [bound(share), bound(share + 1)];
      const from = next[share];
      if (from >= end) continue;
      const length = Math.min(LONGEST_RUN, Math.ceil((end - start) / RUNS_A_SHARE));
      const to = Math.min(end, from + length);
      next[share] = to;
      return { from, to };
    }
    return null;
  };
}
