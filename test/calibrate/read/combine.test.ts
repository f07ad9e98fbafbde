import { describe, expect, it } from 'vitest';
import { dailyRowsOf } from '../../../src/calibrate/index.js';
import { combineReadings } from '../../../src/calibrate/read/combine.js';
import { lines, readText, spendOf } from './support.js';

const HEADER = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks';
const row = (day: number, campaign: string, spend: string, impressions: number): string =>
  `2026-03-${String(day).padStart(2, '0')},${campaign},${spend},${impressions},10`;
const file = (...rows: string[]) => readText(lines(HEADER, ...rows));

describe('several files', () => {
  it('count the same rows once', async () => {
    const one = await file(row(1, 'A', '10.00', 1000), row(2, 'A', '10.00', 1000));
    const { readings, findings } = combineReadings([one, one]);
    expect(readings.flatMap(spendOf)).toEqual(['20.00 USD']);
    expect(findings.map(({ code }) => code)).toEqual(['later-pull']);
  });

  it('let the later pull of a period win, and say so', async () => {
    const earlier = await file(row(1, 'A', '10.00', 1000), row(2, 'A', '10.00', 1000));
    const later = await file(row(2, 'A', '11.00', 1050), row(3, 'A', '12.00', 1000));
    for (const order of [
      [earlier, later],
      [later, earlier],
    ]) {
      const { readings } = combineReadings(order);
      const sum = readings.flatMap(({ totals }) => totals.spend).reduce((total, { value }) => total + value, 0);
      expect(sum).toBeCloseTo(33, 9);
    }
  });

  describe('of which one has days and the other months', () => {
    const months = (...rows: string[]) =>
      readText(
        lines(
          'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Reach,Link clicks',
          ...rows,
        ),
      );
    // Nothing was shown from the third on.
    const days = () =>
      file(row(1, 'A', '10.01', 1000), row(2, 'A', '10.02', 1100), row(1, 'B', '5.00', 400), row(2, 'B', '6.00', 500));

    it('count by day where these sum to the month, and keep whom the month reached', async () => {
      const month = await months(
        '2026-03-01,2026-03-31,A,20.03,2100,900,20',
        '2026-03-01,2026-03-31,B,11.00,900,300,20',
        '2026-02-01,2026-02-28,A,7.00,500,400,3',
      );
      const daily = await days();
      for (const order of [
        [daily, month],
        [month, daily],
      ]) {
        const { readings, findings } = combineReadings(order);
        expect(findings.map(({ code, parameters }) => [code, 'rows' in parameters && parameters.rows])).toEqual([
          ['finer-rows', 2],
        ]);
        const [one, other] = order[0] === daily ? readings : [...readings].reverse();
        expect(spendOf(one!)).toEqual(['31.03 USD']);
        expect(spendOf(other!)).toEqual(['7.00 USD']);
        expect([...(other?.reached?.measures.reach ?? [])]).toEqual([900, 300]);
        const taken = dailyRowsOf(readings);
        if (!taken.ok) throw new Error();
        expect(taken.value.rows.spend.reduce((sum, value) => sum + value, 0)).toBeCloseTo(38.03, 9);
        expect(taken.value.rows.exposures?.map(({ reach, days: length }) => [reach, length]).sort()).toEqual([
          [300, 31],
          [400, 28],
          [900, 31],
        ]);
      }
    });

    it('are as before where they disagree by more than rounding, in money or in counts', async () => {
      const daily = await days();
      for (const wrong of ['20.06,2100,900,20', '20.03,2101,900,20', '20.03,2100,900,21']) {
        const month = await months(`2026-03-01,2026-03-31,A,${wrong}`, '2026-03-01,2026-03-31,B,11.00,900,300,20');
        const { findings } = combineReadings([daily, month]);
        expect(findings.map(({ code }) => code)).toEqual(['finer-rows', 'other-parts']);
      }
    });

    it('are sums of one day, too, and none where a shorter row reaches beyond', async () => {
      const one = await file(row(1, 'A', '20.03', 2100));
      const month = await months('2026-03-01,2026-03-31,A,20.03,2100,900,10');
      expect(combineReadings([one, month]).findings.map(({ code }) => code)).toEqual(['finer-rows']);
      const weeks = await months('2026-02-27,2026-03-02,A,10,1000,500,10', '2026-03-03,2026-03-09,A,10.03,1100,500,0');
      expect(combineReadings([weeks, month]).findings.map(({ code }) => code)).toEqual(['partly-shared']);
    });
  });

  it('keep campaigns, days and platforms that only one has', async () => {
    const one = await file(row(1, 'A', '10.00', 1000));
    const two = await file(row(1, 'B', '10.00', 1000), row(2, 'A', '10.00', 1000));
    expect(combineReadings([one, two]).findings).toEqual([]);
    const google = await readText(lines('Day,Campaign,Cost (USD),Impr.,Clicks', '2026-03-01,A,10.00,1000,10'), {
      platform: 'google',
    });
    const meta = await readText(lines(HEADER, row(1, 'A', '10.00', 1000)), { platform: 'meta' });
    expect(combineReadings([google, meta]).findings).toEqual([]);
  });

  it('without names are one report only where they have the same columns', async () => {
    const account = (figure: string, value: number) =>
      readText(lines(`Day,Amount spent (USD),${figure}`, `2026-03-01,10.00,${value}`));
    const clicks = await account('Link clicks', 10);
    expect(combineReadings([await account('Impressions', 1000), clicks]).findings).toEqual([]);
    expect(combineReadings([clicks, clicks]).findings.map(({ code }) => code)).toEqual(['later-pull']);
  });

  it('compare ads with campaigns by campaign', async () => {
    const ads = await readText(
      lines(
        'Day,Campaign name,Ad name,Amount spent (USD),Impressions,Link clicks',
        '2026-03-01,A,one,4.00,400,4',
        '2026-03-01,A,two,6.00,600,6',
      ),
    );
    const campaigns = await file(row(1, 'A', '10.00', 1000));
    const { readings } = combineReadings([ads, campaigns]);
    expect(readings.flatMap(({ totals }) => totals.spend).reduce((total, { value }) => total + value, 0)).toBe(10);
  });

  it('are refused where days differ though the sums are near, as two accounts of one size have them', async () => {
    const one = await file(row(1, 'A', '10.00', 1000), row(2, 'A', '2.00', 200), row(3, 'A', '9.00', 900));
    const other = await file(row(1, 'A', '3.00', 300), row(2, 'A', '9.50', 950), row(3, 'A', '8.50', 850));
    expect(combineReadings([one, other]).findings.map(({ code }) => code)).toEqual(['other-parts']);
    const last = await file(row(1, 'A', '10.00', 1000), row(2, 'A', '2.01', 201), row(3, 'A', '7.00', 700));
    expect(combineReadings([one, last]).findings.map(({ code }) => code)).toEqual(['later-pull']);
  });

  it('are refused where shared days have other figures, or windows are shared in part', async () => {
    const one = await file(row(1, 'A', '10.00', 1000));
    const part = await file(row(1, 'A', '2.00', 150));
    expect(combineReadings([one, part]).findings.map(({ code, level }) => [code, level])).toEqual([
      ['other-parts', 'refusal'],
    ]);
    const month = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Link clicks',
        '2026-02-15,2026-03-15,A,300.00,30000,300',
      ),
    );
    const day = await file(row(15, 'A', '10.00', 1000), row(16, 'A', '10.00', 1000));
    expect(combineReadings([month, day]).findings.map(({ code }) => code)).toEqual(['partly-shared']);
  });
});
