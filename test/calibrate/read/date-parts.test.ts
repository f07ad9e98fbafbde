import { describe, expect, it } from 'vitest';
import type { ExportReading } from '../../../src/calibrate/types.js';
import { day, lines, readText, spendOf } from './support.js';

const startsOf = ({ rows }: ExportReading): number[] => [...rows.start];
const endsOf = ({ rows }: ExportReading): number[] => [...rows.end];

describe('dates in parts', () => {
  it.each([
    ['Year,Month,Campaign,Spend (USD),Impressions', '8', '9'],
    ['Year,Month name,Campaign,Spend (USD),Impressions', 'Aug', 'September'],
    ['Yıl,Ay,Kampanya,Harcama (USD),Gösterim', 'Ağustos', 'Eylül'],
    ['İl,Ay,Kampaniya,Xərc (USD),Göstərim', 'Avqust', 'Sentyabr'],
    ['Год,Месяц,Кампания,Расход (USD),Показы', 'Август', 'Сентябрь'],
    ['السنة,الشهر,الحملة,التكلفة (USD),مرات الظهور', 'أغسطس', 'سبتمبر'],
    ['Jahr,Monat,Kampagne,Kosten (USD),Impressionen', '08', '09'],
    ['Année,Mois,Campagne,Coût (USD),Impressions', 'août', 'septembre'],
    ['Año,Mes,Campaña,Coste (USD),Impresiones', 'agosto', 'septiembre'],
    ['年,月,キャンペーン,費用 (USD),表示回数', '8月', '9月'],
  ])('are months under "%s"', async (header, august, september) => {
    const reading = await readText(
      lines(header, `2026,${august},A,10.25,1000`, `2026,${september},A,11.50,1100`, `2026,${september},B,2.75,300`),
    );
    expect(spendOf(reading)).toEqual(['24.50 USD']);
    expect(startsOf(reading)).toEqual([day('2026-08-01'), day('2026-09-01'), day('2026-09-01')]);
    expect(endsOf(reading)).toEqual([day('2026-08-31'), day('2026-09-30'), day('2026-09-30')]);
  });

  it('are days where there are days, in whatever order, with names of weekdays beside them', async () => {
    const one = await readText(
      lines(
        'Day,Month,Year,Weekday,Spend (USD),Impressions',
        '31,Aug,2026,Monday,1.25,100',
        '1,Sep,2026,Tuesday,2.50,200',
        '2,Sep,2026,Wednesday,3.75,300',
      ),
    );
    expect(startsOf(one)).toEqual([day('2026-08-31'), day('2026-09-01'), day('2026-09-02')]);
    expect(spendOf(one)).toEqual(['7.50 USD']);
    const quarters = await readText(
      lines(
        'Year,Quarter,Month,Day,Spend (USD),Impressions',
        '2026,Qtr 3,September,5,1.25,100',
        '2026,Qtr 3,September,6,2,200',
      ),
    );
    expect(startsOf(quarters)).toEqual([day('2026-09-05'), day('2026-09-06')]);
  });

  it.each([
    ['Year,Quarter', 'Q1', 'Q2'],
    ['Year,Quarter', '1st', '2nd'],
    ['Yıl,Çeyrek', '1. çeyrek', '2. çeyrek'],
    ['Год,Квартал', '1-й квартал', '2-й квартал'],
    ['年,四半期', '第1四半期', '第2四半期'],
  ])('are quarters under "%s", as %s', async (header, first, second) => {
    const rows = [`2026,${first},A,1.25,100`, `2026,${second},A,2.50,200`];
    const reading = await readText(lines(`${header},Campaign,Spend (USD),Impressions`, ...rows));
    expect(startsOf(reading)).toEqual([day('2026-01-01'), day('2026-04-01')]);
    expect(endsOf(reading)).toEqual([day('2026-03-31'), day('2026-06-30')]);
  });

  it('are months where days are those of the week, which split them', async () => {
    const rows = ['Monday', 'Tuesday'].flatMap((weekday, at) => [
      `2026,August,${weekday},A,${at + 1}.25,100`,
      `2026,September,${weekday},A,${at + 1}.25,100`,
    ]);
    const reading = await readText(lines('Year,Month,Day of week,Campaign,Spend (USD),Impressions', ...rows));
    expect(spendOf(reading)).toEqual(['7.00 USD']);
    expect(reading.columns.find(({ header }) => header === 'Day of week')?.field).toBe('breakdown');
  });

  it('are weeks, of the year that a week belongs to', async () => {
    const rows = ['2024,12,52,1,100', '2024,12,W1,2,200', '2027,1,53,4,100'];
    const reading = await readText(lines('Year,Month,ISO week,Spend (USD),Impressions', ...rows));
    expect(startsOf(reading)).toEqual([day('2024-12-23'), day('2024-12-30'), day('2026-12-28')]);
    expect(reading.findings.map(({ code }) => code)).toContain('iso-weeks');
  });

  it('are months where the weeks are those of a month', async () => {
    const rows = [3, 4, 5].flatMap((month) =>
      [1, 2, 3, 4].map((week) => `2026,${month},${week},A,${month}.${week}0,100`),
    );
    const reading = await readText(lines('Year,Month,Week of month,Campaign,Spend (USD),Impressions', ...rows));
    expect(spendOf(reading)).toEqual(['51.00 USD']);
    expect(new Set(startsOf(reading))).toEqual(new Set(['2026-03-01', '2026-04-01', '2026-05-01'].map(day)));
  });

  it('are filled down from merged cells, and a year’s total is none of the rows', async () => {
    const reading = await readText(
      lines(
        'Year,Month,Campaign,Spend (USD),Impressions',
        '2025,December,A,1.25,100',
        ',,B,2.50,200',
        '2026,January,A,3.75,300',
        ',,B,4.00,400',
        ',February,A,5.00,500',
        ',,B,6.00,600',
        'Grand Total,,,22.50,2100',
      ),
    );
    expect(spendOf(reading)).toEqual(['22.50 USD']);
    expect(startsOf(reading).map((start) => new Date(start * 86_400_000).toISOString().slice(0, 7))).toEqual([
      '2025-12',
      '2025-12',
      '2026-01',
      '2026-01',
      '2026-02',
      '2026-02',
    ]);
  });

  it('are left alone beside whole dates', async () => {
    const reading = await readText(
      lines('Year,Month,Date,Spend (USD),Impressions', '2026,9,2026-09-05,1.25,100', '2026,9,2026-09-06,2.50,200'),
    );
    expect(startsOf(reading)).toEqual([day('2026-09-05'), day('2026-09-06')]);
  });
});
