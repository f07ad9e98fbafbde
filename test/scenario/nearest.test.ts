import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/scenario/nearest.js';

describe('the nearest name', () => {
  const names = ['cpm', 'ctr', 'cvr', 'tax', 'fee', 'budget', 'repeat_rate', 'delay_days', 'value_days'];

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
    ['repeat', 'repeat_rate'],
    ['Delay', 'delay_days'],
    ['days', undefined],
    ['_', undefined],
  ])('to "%s" is %s', (typed, expected) => {
    expect(nearest(typed, names)).toBe(expected);
  });
});
