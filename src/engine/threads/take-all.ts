/**
 * Leaves no task of a job to anybody.
 *
 * @param taken shared, one a thread: how many tasks of its share are taken
 */
export function takeAll(taken: Int32Array, tasks: number): void {
  for (let share = 0; share < taken.length; share++) Atomics.store(taken, share, tasks);
}
