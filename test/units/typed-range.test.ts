import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/units/locale.js';
import { readTypedRange } from '../../src/units/typed-range.js';

describe('a range of amounts that somebody typed', () => {
  it.each([
    ['30 to 55', '30 to 55'],
    ['30 – 55', '30 to 55'],
    ['30-55', '30 to 55'],
    ['30..55', '30 to 55'],
    ['₼30 – ₼55,50', '30 to 55.5'],
    ['1.200 - 1.500 AZN', '1200 to 1500'],
    ['30 ilə 55', '30 to 55'],
    ['30 ile 55', '30 to 55'],
    ['من ٣٠ إلى ٥٥', '30 to 55'],
    ['from 30 to 55', '30 to 55'],
    ['40', '40'],
    ['1,250.5', '1250.5'],
  ])('%s is %s in every language', (typed, said) => {
    for (const language of LANGUAGES) expect(readTypedRange(typed, language, 'AZN')).toBe(said);
  });

  it.each([
    '',
    'normal(30, 5)',
    '-5',
    '30 to',
    'to 55',
    '30 – 40 – 50',
    '$30 – $55',
    '30 ± 5',
  ])('%j is left to the scenario', (typed) => {
    for (const language of LANGUAGES) expect(readTypedRange(typed, language, 'AZN')).toBeNull();
  });
});
