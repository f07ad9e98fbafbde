import { describe, expect, it } from 'vitest';
import { readsFromTheRight, rightToLeft } from '../../src/report/charts/right-to-left.js';
import type { ChartSpec } from '../../src/report/charts/types.js';
import { mirrored } from '../../src/report/mirrored.js';
import { renderSvg } from '../../src/report/render.js';
import { reportText } from '../../src/report/text/index.js';

const spec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 200,
  height: 80,
  data: {
    values: [
      { name: 'a', amount: 1 },
      { name: 'b', amount: 3 },
    ],
  },
  mark: 'bar',
  encoding: {
    x: { field: 'amount', type: 'quantitative', title: 'مبلغ' },
    y: { field: 'name', type: 'nominal', title: null },
  },
} as unknown as ChartSpec;

const anchorsOf = (svg: string) => [...svg.matchAll(/<text\b[^>]*text-anchor="(\w+)"/g)].map(([, anchor]) => anchor);

describe('a picture for those who read from the right', () => {
  it('is turned over about its middle, and each text back about its own anchor, whose other side it stands on', () => {
    const svg =
      '<svg width="10" viewBox="0 0 100 50"><text text-anchor="start" transform="translate(5,9)" x="0">a</text></svg>';
    expect(mirrored(svg)).toBe(
      '<svg width="10" viewBox="0 0 100 50"><g transform="matrix(-1 0 0 1 100 0)">' +
        '<text text-anchor="end" transform="translate(5,9) scale(-1 1)" x="0">a</text></g></svg>',
    );
    expect(mirrored('<svg viewBox="0 0 8 8"><text>a</text></svg>')).toContain(
      '<text text-anchor="end" transform="scale(-1 1)">',
    );
    expect(() => mirrored('<svg><text>a</text></svg>')).toThrow(RangeError);
  });

  it('is drawn so by what its spec says, every mark where it was, counted from the other side', async () => {
    expect(readsFromTheRight(spec)).toBe(false);
    const arabic = rightToLeft(spec);
    expect(readsFromTheRight(arabic)).toBe(true);
    const [left, right] = [await renderSvg({ ...arabic, usermeta: {} } as ChartSpec), await renderSvg(arabic)];
    const [before, after] = [anchorsOf(left), anchorsOf(right)];
    expect(before.length).toBeGreaterThan(4);
    expect(after).toEqual(before.map((anchor) => ({ start: 'end', end: 'start' })[anchor!] ?? anchor));
    expect(right.match(/<text\b/g)).toHaveLength(right.match(/scale\(-1 1\)/g)!.length);
    const bars = (svg: string) => [...svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g)].map(([, d]) => d);
    expect(bars(right)).toEqual(bars(left));
  });
});

it('turns what Arabic notes say of left and right with the drawing', () => {
  const said = (language: 'en' | 'ar') => {
    const { distribution } = reportText(language).charts;
    return [distribution.note('1'), distribution.noteBoth('1')];
  };
  const [left, right] = ['يسار', 'يمين'];
  for (const words of said('en')) expect(words).toMatch(/left of zero/);
  for (const words of said('ar')) {
    expect(words).toContain(right);
    expect(words).not.toContain(left);
  }
});
