import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { FONT_FAMILY, type FontWeight, fontPath } from '../../src/report/fonts.js';
import { balanceText, fitText, isDrawable, textWidth, wrapText } from '../../src/report/text-width.js';

/** Advance of a character as resvg lays it out: what one more of it adds to a line's extent. */
function drawnAdvance(character: string, weight: FontWeight): number {
  const extent = (count: number) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="120" font-size="100" font-family="${FONT_FAMILY}" font-weight="${weight === 'semibold' ? 600 : 400}" style="font-kerning:none">${character.repeat(count)}</text></svg>`;
    const box = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [fontPath(weight)] } }).getBBox();
    return box?.width ?? Number.NaN;
  };
  return extent(12) - extent(11);
}

describe('text width', () => {
  it.each(['A', 'm', 'i', '7', 'ə', 'ğ', '₼', 'Ş', '−'])('of %s is what the renderer gives it', (character) => {
    for (const weight of ['regular', 'semibold'] as const) {
      // Half a thousandth of the size: the renderer's own rounding of outlines.
      expect(Math.abs(textWidth(character, 100, weight) - drawnAdvance(character, weight))).toBeLessThan(0.05);
    }
  });

  it('wraps at spaces without losing a word', () => {
    const text = 'Move 2.100 ₼ from TikTok awareness to Instagram awareness: +310 ₼ expected profit, 93% sure';
    for (const wrap of [wrapText, balanceText]) {
      const lines = wrap(text, 300, 16);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(300);
    }
    expect(balanceText(text, 300, 16).length).toBe(wrapText(text, 300, 16).length);
  });

  it('cuts with an ellipsis where it must', () => {
    const cut = fitText('A very long name of a very long line', 80, 12);
    expect(cut).toMatch(/^A very.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
    expect(fitText('short', 80, 12)).toBe('short');
  });

  it('knows which letters the fonts have', () => {
    expect(isDrawable('₼ 1.200 ə ğ Ş −')).toBe(true);
    expect(isDrawable('235万')).toBe(false);
  });
});
