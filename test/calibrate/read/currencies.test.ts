import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

describe('currencies', () => {
  it('are those of a column whose cells are all codes of them, whatever it is called', async () => {
    const header = 'Día,Campaña,Coste,Impresiones,Divisa de la cuenta';
    const reading = await readText(lines(header, '2026-07-06,A,1.25,100,EUR', '2026-07-07,A,2.50,200,AZN'));
    expect(spendOf(reading).sort()).toEqual(['1.25 EUR', '2.50 AZN']);
    const words = await readText(lines(header, '2026-07-06,A,1.25,100,EUR', '2026-07-07,A,2.50,200,USA'));
    expect(codes(words)).toContain('unknown-currency');
  });

  it('are those of the column that is called so, not of another one with codes', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign,Spend,Impressions,Currency,Settled in',
        '2026-07-06,A,1.25,100,EUR,USD',
        '2026-07-07,A,2.50,200,EUR,USD',
      ),
    );
    expect(spendOf(reading)).toEqual(['3.75 EUR']);
    expect(codes(reading)).not.toContain('same-field');
    expect(reading.columns.find(({ header }) => header === 'Settled in')?.field).toBeNull();
  });

  it.each(['¥', '￥'])('are read beside "%s", whose it is by the language of the columns', async (sign) => {
    const row = (day: number, money: string) => `2026/07/0${day},A,"${sign}${money}","1,200"`;
    const japanese = await readText(lines('日,キャンペーン,費用,表示回数', row(6, '12,345'), row(7, '1,005')));
    expect(spendOf(japanese)).toEqual(['13350 JPY']);
    const chinese = await readText(lines('日期,广告系列名称,花费金额,展示次数', row(6, '12.50'), row(7, '1.25')));
    expect(spendOf(chinese)).toEqual(['13.75 CNY']);
    const english = await readText(lines('Day,Campaign,Cost,Impressions', row(6, '12.50'), row(7, '1.25')));
    expect(english.totals.spend).toMatchObject([{ currency: null }]);
    expect(codes(english)).toContain('unknown-currency');
  });
});
