import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/index.js';
import { SLOW } from '../slow.js';
import { syntheticForecast } from './synthetic.js';

const NAMES = ['allocation', 'profit', 'bridge', 'profit-distribution', 'orders', 'funnel', 'response', 'targets'];

/** Width and height from a PNG's header chunk (PNG specification, section 11.2.1). */
function pngSize(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a report', () => {
  it('has all its files; pictures are real and the page holds them all, under its limit', async () => {
    const files = await renderReport(syntheticForecast({ draws: 512 }), { png: true });
    const charts = NAMES.flatMap((name) => ['vl.json', 'svg', 'png'].map((ending) => `charts/${name}.${ending}`));
    expect([...files.keys()].sort()).toEqual(
      ['budget.xlsx', 'report.html', 'result.json', 'summary.md', ...charts].sort(),
    );
    for (const name of NAMES) {
      const png = files.get(`charts/${name}.png`);
      if (!(png instanceof Uint8Array)) throw new Error('a PNG is bytes');
      expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const [width, height] = pngSize(png);
      expect(width).toBeGreaterThan(1500);
      expect(width).toBeLessThan(1800);
      expect(height).toBeGreaterThan(300);
      expect(png.length).toBeLessThan(400_000);
    }
    const page = String(files.get('report.html'));
    expect(Buffer.byteLength(page)).toBeLessThan(1_500_000);
    expect(page.match(/<svg /g)?.length).toBe(2 * NAMES.length);
    expect(page).not.toMatch(/<image|xlink:href="http/);
  }, 60_000);

  it('is the same to the last byte each time', SLOW, async () => {
    const forecast = syntheticForecast({ draws: 64, lines: 3 });
    const [first, second] = [await renderReport(forecast), await renderReport(forecast)];
    expect([...second.keys()]).toEqual([...first.keys()]);
    // Pictures are made where they are asked for.
    expect([...first.keys()].filter((path) => path.endsWith('.png'))).toEqual([]);
    expect(first.has('charts/allocation.svg')).toBe(true);
    for (const [path, data] of first) expect(Buffer.from(second.get(path)!).equals(Buffer.from(data)), path).toBe(true);
  });

  it('leaves the charts out where asked, but not their findings', async () => {
    const files = await renderReport(syntheticForecast({ draws: 64 }), { includeCharts: false });
    expect([...files.keys()]).toEqual(['result.json', 'report.html', 'summary.md', 'budget.xlsx']);
    expect(String(files.get('report.html'))).toContain('chance of a loss');
    expect(String(files.get('report.html'))).not.toContain('<svg');
    expect(String(files.get('summary.md'))).not.toContain('charts/');
  });

  it('stops where asked', async () => {
    await expect(renderReport(syntheticForecast({ draws: 64 }), { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
