import { describe, expect, it } from 'vitest';
import { tableHtml } from '../../src/report/html/table.js';

const written = (columns: readonly string[], row: readonly string[], words?: readonly number[]): string =>
  tableHtml({ columns, rows: [row], ...(words === undefined ? {} : { words }) }, 'Table').markup;

describe('a table of a page', () => {
  it('keeps its columns beside each other where a phone has room for them', () => {
    const table = written(['Rule', 'Kept'], ['Budget', '$20,000']);
    expect(table).not.toContain('class="stack');
    expect(table).not.toContain('data-label');
  });

  it('puts cells below their name where a phone has none, each with its column', () => {
    const columns = ['Input', 'Now', 'Needed', 'How likely'];
    const table = written(
      columns,
      ['Order value', '₺1,250,000', 'at least ₺1,310,000', 'a single value, as typed'],
      [2, 3],
    );
    expect(table).toMatch(/<table class="stack( wide)?( broad)?">/);
    expect(table).toContain('<td class="n" data-label="Now">₺1,250,000</td>');
    expect(table).toContain('<td class="long" data-label="How likely">a single value, as typed</td>');
    // Those who hear it have the columns' names from the head.
    for (const column of columns) expect(table).toContain(`>${column}</th>`);
  });

  it.each([
    ['₺640.000', /<table class="stack( wide)?">/],
    ['+₺8.429.804,63', /<table class="stack( wide)? broad">/],
    ['+₺21.280.462.123,58', /<table class="stack( wide)? broad broadest">/],
  ])('gives figures room for the whole of them where they stand below their name: %s', (figure, classes) => {
    expect(written(['Gelir', 'Verilen', 'Optimize', 'Değişim'], ['Brüt kâr', figure, figure, figure])).toMatch(classes);
  });

  it('takes the widest for any screen, and what is quoted in a heading for no attribute', () => {
    const columns = Array.from({ length: 12 }, (_, k) => `A "long" heading ${k}`);
    const table = written(
      columns,
      columns.map((_, k) => `₺${k},234,567,890`),
    );
    expect(table).toContain('<table class="stack wide widest broad">');
    expect(table).toContain('data-label="A &quot;long&quot; heading 1"');
  });
});
