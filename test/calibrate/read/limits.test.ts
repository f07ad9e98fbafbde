import { describe, expect, it } from 'vitest';
import { EXPORT_LIMITS, shortened } from '../../../src/calibrate/read/limits.js';

describe('a row', () => {
  const most = EXPORT_LIMITS.cellCharacters;

  it('has no more of a long text than is looked at, and all else as it is', () => {
    const day = new Date(0);
    const cells = ['a', `${'x'.repeat(most)}yz`, 3, day, null, 'z'.repeat(most)];
    expect(shortened({ row: 7, cells })).toEqual({
      row: 7,
      cells: ['a', 'x'.repeat(most), 3, day, null, 'z'.repeat(most)],
    });
  });

  it('is handed on as it came where no text of it is long', () => {
    const row = { row: 7, cells: ['a', 'z'.repeat(most), 3] };
    expect(shortened(row)).toBe(row);
  });
});
