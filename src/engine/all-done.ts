/**
 * Waits until all work is done, whatever comes of it, so that nothing is left running.
 *
 * @throws what the first in the list threw, of those that threw
 */
export async function allDone<Work extends readonly unknown[]>(
  work: readonly [...Work],
): Promise<{ -readonly [K in keyof Work]: Awaited<Work[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/**
 * Does some work for each item, begun in the order of the list and at most so many at once, and gives what it came to in that order.
 *
 * @throws what some work threw, once all that was begun is done: nothing more is begun then
 */
export async function doneAtMost<Item, Result>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // One that all share: each takes the next.
  const left = items.entries();
  let failed = false;
  const hand = async (): Promise<void> => {
    for (const [index, item] of left) {
      if (failed) break;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await allDone(Array.from({ length: Math.min(most, items.length) }, hand));
  return results;
}
