import { describe, expect, test } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

const table = (...spend: readonly string[]): string =>
  lines(
    ['Date', 'Platform', 'Campaign', ...spend.map((name) => `"${name}"`), 'Impressions', 'Clicks'].join(','),
    ...[10.5, 11.25, 12].map((amount, at) =>
      [
        `2026-03-0${at + 1}`,
        'Facebook',
        'Spring',
        ...spend.map((_, column) => (amount * (1 + 0.2 * column)).toFixed(2)),
        4000 + at,
        40 + at,
      ].join(','),
    ),
  );

describe('amounts without or with taxes, by the name of their column', () => {
  test.each([
    ['Spend excl. VAT', 'net'],
    ['Cost (ex. GST)', 'net'],
    ['Net spend', 'net'],
    ['Spend incl. VAT', 'gross'],
    ['Cost (incl. fees)', 'gross'],
    ['Gross cost', 'gross'],
    ['Kosten (netto)', 'net'],
    ['Kosten inkl. MwSt.', 'gross'],
    ['KDV hariç harcama', 'net'],
    ['Harcama (KDV dahil)', 'gross'],
    ['ƏDV-siz xərc', 'net'],
    ['Xərc (ƏDV daxil)', 'gross'],
    ['Расход без НДС', 'net'],
    ['Расход с НДС', 'gross'],
    ['Coût HT', 'net'],
    ['Coût TTC', 'gross'],
    ['Coste sin IVA', 'net'],
    ['Costo con IVA', 'gross'],
    ['Custo sem impostos', 'net'],
    ['Koszt brutto', 'gross'],
    ['費用（税抜）', 'net'],
    ['费用（含税）', 'gross'],
    ['التكلفة بدون ضريبة', 'net'],
  ] as const)('%s', async (name, of) => {
    const reading = await readText(table(name), { currency: 'EUR' });
    expect(spendOf(reading)).toEqual(['33.75 EUR']);
    expect(reading.findings.find(({ code }) => code === 'tax-in-name')?.parameters).toEqual({ column: name, of });
  });

  test('beside each other are asked for', async () => {
    const reading = await readText(table('Net spend', 'Gross spend'), { currency: 'EUR' });
    expect(reading.findings[0]).toMatchObject({
      code: 'same-field',
      parameters: { field: 'spend', headers: ['Net spend', 'Gross spend'] },
    });
    const chosen = await readText(table('Net spend', 'Gross spend'), {
      currency: 'EUR',
      mapping: { 'Gross spend': 'spend' },
    });
    expect(spendOf(chosen)).toEqual(['40.50 EUR']);
  });

  test('give way to an amount that says nothing of them, and are named as not used', async () => {
    const reading = await readText(table('Spend', 'Spend incl. VAT'), { currency: 'EUR' });
    expect(spendOf(reading)).toEqual(['33.75 EUR']);
    expect(codes(reading)).not.toContain('tax-in-name');
    expect(reading.findings.find(({ code }) => code === 'unread-columns')?.parameters).toMatchObject({
      headers: ['Spend incl. VAT'],
    });
  });

  test('of anything but spend are no spend', async () => {
    const reading = await readText(table('Spend', 'Net CPC', 'Tax'), { currency: 'EUR' });
    expect(spendOf(reading)).toEqual(['33.75 EUR']);
  });
});
