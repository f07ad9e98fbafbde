import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

const table = (header: string, ...amounts: string[]) =>
  lines(
    `Date,Campaign,${header},Impressions,Currency`,
    ...amounts.map((amount, at) => `2026-03-0${at + 1},A,${amount},1000,EUR`),
  );

describe('amounts in parts of a unit', () => {
  it.each([
    ['spend_micro', ['1230000', '4560000']],
    ['SPEND_IN_MICRO_DOLLAR', ['1230000', '4560000']],
    ['cost_micros', ['1230000', '4560000']],
    ['Spend (cents)', ['123', '456']],
    ['spend_cents', ['123', '456']],
    ['Spend in cents', ['123', '456']],
  ])('are read in units where the name says so: %s', async (header, amounts) => {
    expect(spendOf(await readText(table(header, ...amounts)))).toEqual(['5.79 EUR']);
  });

  it('are told where they look like millionths and nothing says so', async () => {
    const amounts = ['12340000', '4560000', '0', '7890000', '10000', '20000000'];
    expect(codes(await readText(table('spend', ...amounts)))).toContain('perhaps-millionths');
    // Millions of a currency without cents aren't all multiples of 10,000.
    expect(codes(await readText(table('spend', ...amounts.map((amount) => String(Number(amount) + 1)))))).not.toContain(
      'perhaps-millionths',
    );
    expect(codes(await readText(table('cost_micros', ...amounts)))).not.toContain('perhaps-millionths');
  });
});

describe('units in names', () => {
  it.each(['Spend, €', 'Расход, €', 'Расход (€)'])('may stand behind a comma: %s', async (header) => {
    const text = lines(`Дата,Кампания,"${header}",Показы`, '2026-03-01,A,1.50,100', '2026-03-02,A,2.25,100');
    expect(spendOf(await readText(text))).toEqual(['3.75 EUR']);
  });

  it('are roubles of one country or another, which is asked', async () => {
    const text = lines('Дата,Кампания,Расход (руб.),Показы', '2026-03-01,A,1.50,100', '2026-03-02,A,2.25,100');
    const reading = await readText(text);
    expect(spendOf(reading)).toEqual(['3.75 null']);
    expect(codes(reading)).toContain('unknown-currency');
  });
});
