import { describe, expect, it } from 'vitest';
import { allDone, doneAtMost } from '../../src/engine/all-done.js';

const turns = async (count: number): Promise<void> => {
  for (let k = 0; k < count; k++) await Promise.resolve();
};

describe('work side by side', () => {
  it('is waited for until all of it has ended, and then told by the first of the list that failed', async () => {
    const ended: string[] = [];
    const work = async (name: string, length: number): Promise<string> => {
      await turns(length);
      ended.push(name);
      if (name.startsWith('bad')) throw new Error(name);
      return name;
    };
    await expect(allDone([work('bad late', 9), work('bad early', 2), work('long', 20)])).rejects.toThrow('bad late');
    expect(ended).toEqual(['bad early', 'bad late', 'long']);
    expect(await allDone([work('a', 3), 7, null])).toEqual(['a', 7, null]);
  });

  it('goes at most so many at once, and comes back in the order of the list', async () => {
    let open = 0;
    let most = 0;
    const found = await doneAtMost([5, 1, 4, 1, 3], 2, async (length, index) => {
      open++;
      most = Math.max(most, open);
      await turns(length);
      open--;
      return `${index}: ${length}`;
    });
    expect(found).toEqual(['0: 5', '1: 1', '2: 4', '3: 1', '4: 3']);
    expect(most).toBe(2);
    expect(await doneAtMost([], 2, async () => 1)).toEqual([]);
  });

  it('begins nothing more after a failure, and ends what was begun', async () => {
    const begun: number[] = [];
    let ended = 0;
    const doing = doneAtMost([1, 30, 2, 2, 2], 2, async (length, index) => {
      begun.push(index);
      await turns(length);
      ended++;
      if (index === 0) throw new Error('stopped');
    });
    await expect(doing).rejects.toThrow('stopped');
    expect(begun).toEqual([0, 1]);
    expect(ended).toBe(2);
  });
});
