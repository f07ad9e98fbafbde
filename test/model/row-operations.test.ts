import { expect, it } from 'vitest';
import { createRowOperations, operateOnRows } from '../../src/model/row-operations.js';

it('rows are worked out draw by draw, on the first draws of a block alone', () => {
  // Rows of three lanes, of which two are asked for: a, b, then one for each operation.
  const [a, b] = [0, 3];
  const to = (k: number): number => 6 + 3 * k;
  const operations = createRowOperations();
  operations.fill(to(0), 7);
  operations.scale(to(1), a, 2);
  operations.add(to(2), a, b);
  operations.multiply(to(3), a, b);
  operations.atMost(to(4), a, 2.5);
  operations.overRest(to(5), a, b);
  operations.timesExcess(to(6), a, b);
  // One that is read is written.
  operations.add(a, a, a);
  const data = new Float64Array(to(7)).fill(-1);
  data.set([2, 3, 100, 0.5, 0.25, 100]);
  operateOnRows(operations.list, data, 2);
  expect(Array.from(data)).toEqual(
    [
      [4, 6, 100],
      [0.5, 0.25, 100],
      [7, 7, -1],
      [4, 6, -1],
      [2.5, 3.25, -1],
      [1, 0.75, -1],
      [2, 2.5, -1],
      [4, 4, -1],
      [-1, -2.25, -1],
    ].flat(),
  );
});
