import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFERENCE_YEAR } from '../../../src/scenario/benchmarks/evidence.js';
import type { Figure } from '../../../src/scenario/benchmarks/figure.js';
import { PUBLISHED } from '../../../src/scenario/benchmarks/published/index.js';
import { meta } from '../../../src/scenario/benchmarks/published/meta.js';

const all = Object.entries(PUBLISHED).flatMap(([platform, items]) =>
  items.filter((item) => !item.shared).map((item) => ({ platform, figure: item.figure })),
);

describe('published figures', () => {
  it.each(
    all.map(({ platform, figure }) => [`${platform} ${figure.metric} ${figure.statistic}`, figure] as const),
  )('%s carries value, unit, year, source, page and grade', (_, figure) => {
    const values = [figure.low, figure.mid, figure.high].filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    for (const value of values) expect(value).toBeGreaterThan(0);
    if (figure.metric !== 'cpm') for (const value of values) expect(value).toBeLessThan(1);
    expect(figure.unit).toBe(figure.metric === 'cpm' ? 'USD' : 'ratio');
    expect(figure.outcome !== undefined).toBe(figure.metric === 'cvr');
    expect(figure.year).toBeGreaterThanOrEqual(2012);
    expect(figure.year).toBeLessThanOrEqual(REFERENCE_YEAR);
    expect(figure.source).not.toBe('');
    expect(figure.page).toMatch(/^https?:\/\//);
    expect(['A', 'B', 'C']).toContain(figure.grade);
  });

  it('counts Meta for Facebook and Instagram alike', () => {
    for (const platform of ['facebook', 'instagram'] as const) {
      const shared = PUBLISHED[platform].filter((item) => item.shared).map((item) => item.figure);
      expect(shared).toEqual(meta);
    }
    const apart = PUBLISHED.meta.filter((item) => item.shared).map((item) => item.figure.source);
    expect(apart.length).toBeGreaterThan(0);
    expect(PUBLISHED.meta.filter((item) => !item.shared).map((item) => item.figure)).toEqual(meta);
  });
});

const table = '../shared/data/benchmarks/benchmarks.csv';

/** Splits one line of a CSV with double quotes; the table has no quotes within quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((match) => match[2] ?? match[1] ?? '');
}

describe.skipIf(!existsSync(table))(
  'against the table the figures were taken from (skipped where it is missing)',
  () => {
    const renamed: Readonly<Record<string, string>> = { view_completion_rate: 'view_rate', lead_form_fill: 'cvr' };
    const rows = (existsSync(table) ? readFileSync(table, 'utf8') : '')
      .trim()
      .split('\n')
      .slice(1)
      .map(cells)
      .map(([platform = '', metric = '', , low = '', mid = '', high = '', , , grade = '', , page = '']) => {
        return { platform, metric: renamed[metric] ?? metric, low, mid, high, grade, page };
      })
      .filter(({ metric }) => ['cpm', 'ctr', 'view_rate', 'cvr'].includes(metric));
    const value = (cell: string): number | null => (cell === '' ? null : Number(cell));

    it.each(
      rows.map((row) => [`${row.platform} ${row.metric} ${row.low} ${row.mid} ${row.high}`, row] as const),
    )('%s is held unchanged', (_, row) => {
      const matches = ({ platform, figure }: { platform: string; figure: Figure }): boolean =>
        platform === row.platform &&
        figure.metric === row.metric &&
        figure.low === value(row.low) &&
        // A figure given as a mean and a median has its median as `mid`.
        (row.mid === '' || figure.mid === value(row.mid)) &&
        figure.high === value(row.high) &&
        figure.grade === row.grade &&
        (!row.page.startsWith('http') || figure.page === row.page);
      expect(all.filter(matches)).not.toHaveLength(0);
    });

    it('leaves nothing out and adds one: the CPM series of the data set that the CTR row is from', () => {
      // The table has nothing of Google, whose figures are from pages of their own.
      expect(all.filter(({ platform }) => platform !== 'google')).toHaveLength(rows.length + 1);
    });
  },
);
