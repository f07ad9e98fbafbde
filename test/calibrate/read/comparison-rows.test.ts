import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

/** A row a day, each with what its column of kinds says. */
const table = (...values: readonly string[]) =>
  lines(
    'Day,Campaign,Type,Spend (USD),Impressions',
    ...values.map((value, at) => `2026-03-0${at + 1},A,${value},${at + 1}.50,${1000 * (at + 1)}`),
  );
const found = async (text: string, options = {}) => {
  const reading = await readText(text, options);
  return { reading, finding: reading.findings.find(({ code }) => code === 'comparison-rows') };
};

describe('rows that a column says are no spend of these days', () => {
  it.each([
    ['Actual', 'Forecast'],
    ['', 'Plan'],
    ['Факт', 'План'],
    ['Gerçekleşen', 'Hedef'],
    ['Faktiki', 'Proqnoz'],
    ['فعلي', 'خطة'],
    ['Ist', 'Soll'],
    ['Réel', 'Prévu'],
    ['Real', 'Presupuesto'],
    ['実績', '予算'],
    ['实际', '计划'],
  ])('are set aside with their money: "%s" came, "%s" is planned', async (came, planned) => {
    const { reading, finding } = await found(table(came, came, planned, planned, planned));
    expect(spendOf(reading)).toEqual(['4.00 USD']);
    expect(reading.counts.reasons).toEqual({ 'planned or before': 3 });
    expect(finding).toMatchObject({
      level: 'warning',
      parameters: { column: 'Type', value: planned, count: 3, spend: 13.5, aside: true },
    });
  });

  it('may be called by a version, or by first letters where the column says of what', async () => {
    const versions = table('Actuals', 'Budget 2026', 'Forecast Q3', 'FC v2');
    expect(spendOf(await readText(versions))).toEqual(['1.50 USD']);
    expect(spendOf(await readText(table('Actuals', '2026 Budget', 'FY26 Forecast')))).toEqual(['1.50 USD']);
    const letters = table('A', 'A', 'F', 'F');
    expect(spendOf(await readText(letters))).toEqual(['12.00 USD']);
    expect(spendOf(await readText(letters.replace('Type', 'A/F')))).toEqual(['4.00 USD']);
  });

  it('count where the column is said to be a breakdown', async () => {
    const { reading, finding } = await found(table('Actual', 'Forecast'), { mapping: { Type: 'breakdown' } });
    expect(spendOf(reading)).toEqual(['4.00 USD']);
    expect(finding).toBeUndefined();
  });

  it('count where the others need not be what came, and that is told', async () => {
    const { reading, finding } = await found(table('shoes', 'shoes', 'Plan', 'shoes', 'Plan'));
    expect(spendOf(reading)).toEqual(['17.50 USD']);
    expect(finding).toMatchObject({ parameters: { value: 'Plan', count: 2, spend: 9, aside: false } });
  });

  it('of a period before are set aside on the same days, and count on days of their own', async () => {
    const rows = (days: readonly string[], period: string, money: number) =>
      days.map((day) => `${day},A,${period},${money}.25,1000`);
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
    const header = 'Day,Campaign,Comparison,Spend (USD),Impressions';
    const same = await found(lines(header, ...rows(days, 'Current period', 5), ...rows(days, 'Previous period', 4)));
    expect(spendOf(same.reading)).toEqual(['15.75 USD']);
    expect(same.finding).toMatchObject({ parameters: { count: 3, spend: 12.75, aside: true } });
    const before = days.map((day) => day.replace('-03-', '-02-'));
    const apart = await found(lines(header, ...rows(days, 'Current period', 5), ...rows(before, 'Previous period', 4)));
    expect(spendOf(apart.reading)).toEqual(['28.50 USD']);
    expect(apart.finding).toMatchObject({ parameters: { aside: false } });
  });

  it('are none where all say so, or where the column has names of all kinds', async () => {
    expect(codes(await readText(table('Plan', 'Plan')))).not.toContain('comparison-rows');
    expect(codes(await readText(table('plan', 'shoes', 'bags', 'coats', 'hats')))).not.toContain('comparison-rows');
  });
});
