import { describe, expect, it } from 'vitest';
import { shapedCodePoints } from '../../src/report/arabic-forms.js';
import { isDrawableInArabic, textWidth } from '../../src/report/text-width.js';

const shaped = (text: string) => shapedCodePoints(text).map((code) => code.toString(16).toUpperCase());

// Shapes by the Unicode Standard, chapter 9.2 (Arabic cursive joining), named as in Arabic Presentation Forms-B.
describe('letters as they join', () => {
  it('take the shape that their neighbours give them', () => {
    // Beh: initial, medial, final; alone.
    expect(shaped('ببب')).toEqual(['FE91', 'FE92', 'FE90']);
    expect(shaped('ب')).toEqual(['FE8F']);
    // Alef, dal, reh and waw join to the letter before them only.
    expect(shaped('باب')).toEqual(['FE91', 'FE8E', 'FE8F']);
    expect(shaped('دور')).toEqual(['FEA9', 'FEED', 'FEAD']);
    // A hamza joins to nothing.
    expect(shaped('بء')).toEqual(['FE8F', 'FE80']);
  });

  it('stop at spaces, figures and Latin letters, and leave marks out', () => {
    expect(shaped('ب ب')).toEqual(['FE8F', '20', 'FE8F']);
    expect(shaped('ب1P')).toEqual(['FE8F', '31', '50']);
    expect(shaped('بّب')).toEqual(['FE91', 'FE90']);
  });
});

describe('widths', () => {
  it('are those of the joined word: less than its letters apart', () => {
    const apart = [...'المحسنة'].reduce((sum, letter) => sum + textWidth(letter, 12), 0);
    expect(textWidth('المحسنة', 12)).toBeLessThan(apart);
    expect(textWidth('المحسنة', 24)).toBeCloseTo(2 * textWidth('المحسنة', 12), 9);
    expect(textWidth('المحسنة', 12, 'semibold')).not.toBe(textWidth('المحسنة', 12));
  });

  it('count no mark of direction', () => {
    expect(textWidth('\u202bالوعي\u200f\u202c', 12)).toBe(textWidth('الوعي', 12));
    expect(textWidth('\u200e−800', 12)).toBe(textWidth('−800', 12));
  });

  it('know what the Arabic font can draw', () => {
    expect(isDrawableInArabic('\u200f1,200 USD مليون −–…')).toBe(true);
    expect(isDrawableInArabic('1,200 ₼')).toBe(false);
  });
});
