import { describe, expect, it } from 'vitest';
import { elementAt, firstOf, lastOf, MissingValueError, required } from '../src/required.js';

describe('what has to be there', () => {
  it('is handed on as it is, nothing and false among it', () => {
    const value = { name: 'a' };
    expect(required(value)).toBe(value);
    expect([required(0), required(''), required(false)]).toEqual([0, '', false]);
    expect(required(Number.NaN)).toBeNaN();
  });

  it('is an error of its own name where it is missing, before anything goes on with it', () => {
    expect(() => required(undefined)).toThrow(MissingValueError);
    expect(() => required(null)).toThrow('A value that has to be there is missing.');
    expect(new MissingValueError('x').name).toBe('MissingValueError');
  });

  it('is found by its index in lists, typed arrays and text', () => {
    const list = [7, 0, 9];
    expect([firstOf(list), elementAt(list, 1), lastOf(list)]).toEqual([7, 0, 9]);
    expect(lastOf(Float64Array.of(1, Number.NaN))).toBeNaN();
    expect(firstOf('abc')).toBe('a');
    expect(elementAt([null], 0)).toBeNull();
  });

  it('is missing beyond both ends, and from a list of nothing', () => {
    expect(() => elementAt([7, 8], 2)).toThrow(new MissingValueError('No element 2 in a list of 2.'));
    expect(() => elementAt([7, 8], -1)).toThrow(MissingValueError);
    expect(() => firstOf([])).toThrow('No element 0 in a list of 0.');
    expect(() => lastOf([])).toThrow(MissingValueError);
  });
});
