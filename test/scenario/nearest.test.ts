import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/scenario/nearest.js';

describe('the nearest name', () => {
  const names = ['cpm', 'ctr', 'cvr', 'tax', 'fee', 'budget'];

  it.each([
    ['cmp', 'cpm'],
    ['rtc', undefined],
    ['crt', 'ctr'],
    ['bugdet', 'budget'],
    ['budgte', 'budget'],
    ['fees', 'fee'],
    ['CPM', 'cpm'],
    ['height', undefined],
    ['', undefined],
  ])('to "%s" is %s', (typed, expected) => {
    expect(nearest(typed, names)).toBe(expected);
  });
});
