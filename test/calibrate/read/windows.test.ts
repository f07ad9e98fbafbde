import { describe, expect, it } from 'vitest';
import { dailyRowsOf } from '../../../src/calibrate/fit/from-export.js';
import { NO_DAY } from '../../../src/calibrate/types.js';
import { answerOf } from '../../units/answer-of.js';
import { codes, lines, readText } from './support.js';

const days = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;

describe('what days a row covers', () => {
  it('spreads a month over its days, and keeps the people it reached by window', async () => {
    const reading = await readText(
      lines(
        'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Reach,Link clicks',
        '2026-06-01,2026-06-30,Spring,3000,600000,90000,6000',
      ),
    );
    expect(reading.granularity).toBe('month');
    const { rows, windowDays, notes } = answerOf(dailyRowsOf([reading]));
    expect(rows.day).toHaveLength(30);
    expect([...rows.spend].every((spend) => spend === 100)).toBe(true);
    expect(rows.impressions.reduce((sum, x) => sum + x, 0)).toBeCloseTo(600_000, 6);
    expect([...rows.reach].every(Number.isNaN)).toBe(true);
    expect(rows.exposures).toEqual([{ campaign: 0, days: 30, impressions: 600_000, reach: 90_000, clicks: 6000 }]);
    expect(windowDays).toBe(30);
    expect(notes).toContainEqual({ code: 'spread-rows', parameters: { days: 30 } });
  });

  it.each([
    ['2025-12-01 - 2025-12-13'],
    ['2025-12-01 – 2025-12-13'],
    ['2025-12-01 to 2025-12-13'],
    ['2025-12-01 ~ 2025-12-13'],
    ['13 days from Dec 1: no', null],
    ['Dec 1, 2025 - Dec 13, 2025'],
    ['2025年12月1日 - 2025年12月13日'],
  ])('reads both ends in one cell: %s', async (cell, expected: string | null = 'window') => {
    const reading = await readText(lines('Date,Campaign,Cost (EUR),Impr.,Clicks', `"${cell}",A,10.00,1000,20`));
    if (expected === null) {
      expect(codes(reading)).toEqual(['all-quarantined']);
      return;
    }
    expect(reading.period).toEqual({ first: '2025-12-01', last: '2025-12-13' });
    expect(reading.granularity).toBe('window');
  });

  it.each([
    ['Week', '2026-03-02', '2026-03-08', 'week'],
    ['Week', '2026-W10', '2026-03-08', 'week'],
    ['Month', '2026-03-01', '2026-03-31', 'month'],
    ['Day', '2026-03-02', '2026-03-02', 'day'],
  ])('goes by the column: %s %s', async (header, cell, last, granularity) => {
    const reading = await readText(lines(`${header},Campaign,Cost (EUR),Impr.,Clicks`, `${cell},A,10.00,1000,20`));
    expect(reading.granularity).toBe(granularity);
    expect(reading.period?.last).toBe(last);
  });

  it.each([
    'Week 10 2026',
    'W10 2026',
    'Week 10, 2026',
    'week 10 (2026)',
    '2026 Week 10',
    'KW 10 2026',
    'KW10/2026',
    '10. KW 2026',
    'Woche 10 2026',
    'Неделя 10 2026',
    '10 неделя 2026',
    'Hafta 10 2026',
    '10. hafta 2026',
    'HAFTA 10 2026',
    'Həftə 10 2026',
    'Semaine 10 2026',
    'Semana 10/2026',
    'Settimana 10 2026',
    'Tydzień 10 2026',
    'الأسبوع 10 2026',
    'الأسبوع ١٠ ٢٠٢٦',
    '2026年第10週',
    '2026年第10周',
  ])('takes %s for an ISO week, and says so', async (cell) => {
    const next = cell.replace('10', '11').replace('١٠', '١١');
    const reading = await readText(
      lines('Date,Campaign,Cost (EUR),Impr.,Clicks', `"${cell}",A,10.00,1000,20`, `"${next}",A,10.50,1000,20`),
    );
    expect(reading.period).toEqual({ first: '2026-03-02', last: '2026-03-15' });
    expect(reading.granularity).toBe('week');
    expect(codes(reading)).toEqual(['iso-weeks']);
  });

  it('says where windows of one name overlap, and not where they meet or are of others', async () => {
    const header = 'Start date,End date,Campaign,Spend (USD),Impressions,Clicks';
    const file = (...windows: string[]) =>
      readText(lines(header, ...windows.map((window, at) => `${window},${10 + at}.00,${1000 + at},20`)));
    const two = await file('2026-03-01,2026-03-15,A', '2026-03-01,2026-03-31,A', '2026-03-01,2026-03-31,B');
    expect(two.findings).toContainEqual(
      expect.objectContaining({ code: 'overlapping-windows', level: 'warning', parameters: { count: 1, row: 3 } }),
    );
    const day = await file('2026-03-01,2026-03-15,A', '2026-03-14,2026-03-31,A');
    expect(codes(day)).toEqual(['overlapping-windows']);
    // A month's row below days that it isn't the sum of.
    const month = await file('2026-03-01,2026-03-01,A', '2026-03-02,2026-03-02,A', '2026-03-01,2026-03-31,A');
    expect(codes(month)).toEqual(['overlapping-windows']);
    const apart = await file('2026-03-01,2026-03-15,A', '2026-03-16,2026-03-31,A', '2026-03-05,2026-03-20,B');
    expect(codes(apart)).toEqual([]);
    const meeting = await file('2026-03-01,2026-03-08,A', '2026-03-08,2026-03-15,A', '2026-03-15,2026-03-22,A');
    expect(codes(meeting)).toEqual(['exclusive-ends']);
  });

  it('refuses a platform’s own export where windows of one name overlap, as two such files are', async () => {
    const header = 'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Link clicks';
    const row = (start: string, end: string, name = 'A') => `2026-03-${start},2026-03-${end},${name},10.00,1000,20`;
    const rolling = await readText(lines(header, row('01', '07'), row('02', '08'), row('03', '09')));
    expect(rolling.findings).toEqual([
      expect.objectContaining({ code: 'shared-days', level: 'refusal', parameters: { count: 2, row: 3 } }),
    ]);
    const apart = await readText(lines(header, row('01', '07'), row('08', '14'), row('05', '11', 'B')));
    expect(apart.status).toBe('read');
  });

  it.each([
    '202609',
    '2026-09',
    '2026/09',
    '9/2026',
  ])('takes %s for a week in a column of weeks, and for a month elsewhere', async (cell) => {
    const table = (name: string) => lines(`${name},Campaign,Cost (EUR),Impr.,Clicks`, `${cell},A,10.00,1000,20`);
    const week = await readText(table('Week'));
    expect(week.period).toEqual({ first: '2026-02-23', last: '2026-03-01' });
    expect(codes(week)).toContain('iso-weeks');
    expect((await readText(table('Month'))).period).toEqual({ first: '2026-09-01', last: '2026-09-30' });
  });

  it('knows weeks by a name of its own that says so', async () => {
    const rows = ['2026-09,A,10.00,1000,20', '2026-10,A,11.00,1000,20', '2026-11,A,12.00,1000,20'];
    const reading = await readText(lines('ISO week of the year,Campaign,Cost (EUR),Impr.,Clicks', ...rows));
    expect(reading.period).toEqual({ first: '2026-02-23', last: '2026-03-15' });
  });

  it('says where rows were shown and their spend is blank', async () => {
    const rows = ['2026-03-01,A,10.00,1000', '2026-03-02,A,,1000', '2026-03-03,A,,0'];
    const reading = await readText(lines('Day,Campaign,Cost (EUR),Impr.', ...rows));
    expect(reading.findings.find(({ code }) => code === 'blank-spend')?.parameters).toEqual({ count: 1, row: 3 });
  });

  it('says how many last days have nothing in them', async () => {
    const days = Array.from({ length: 30 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
    const file = (busy: number) =>
      readText(
        lines(
          'Day,Campaign,Spend (USD),Impressions',
          ...days.map((day, at) => `${day},A,${at < busy ? '1.50,300' : '0,0'}`),
        ),
      );
    expect((await file(20)).findings.find(({ code }) => code === 'idle-end')?.parameters).toEqual({
      days: 10,
      from: '2026-03-21',
    });
    expect(codes(await file(28))).not.toContain('idle-end');
  });

  it('refuses weeks that a year has not, and those of no year', async () => {
    for (const cell of ['Week 53 2025', 'Week 0 2026', 'Week 10', 'Неделя 10', 'S1 2026', 'Week 10 1026']) {
      const reading = await readText(lines('Date,Campaign,Cost (EUR),Impr.,Clicks', `${cell},A,10.00,1000,20`));
      expect(codes(reading), cell).toEqual(['all-quarantined']);
    }
    const iso = await readText(lines('Date,Campaign,Cost (EUR),Impr.,Clicks', '2026-W10,A,10.00,1000,20'));
    expect(codes(iso)).toEqual([]);
  });

  it('puts ends that are the day after back, by zones and midnights or by windows that meet', async () => {
    const zone = await readText(
      lines(
        'Start Time,End Time,Campaign Name,Amount Spent,Paid Impressions,Swipe Ups',
        '2026-04-21 00:00:00 AST,2026-04-22 00:00:00 AST,A,150.00,400000,1500',
      ),
      { currency: 'USD' },
    );
    expect(zone.granularity).toBe('day');
    expect(zone.period).toEqual({ first: '2026-04-21', last: '2026-04-21' });
    const days = await readText(
      lines(
        'Start Time,End Time,Campaign Name,Amount Spent,Paid Impressions,Swipe Ups',
        '2026-04-21 00:00:00 AST,2026-04-22 00:00:00 AST,A,150.00,400000,1500',
        '2026-04-22 00:00:00 AST,2026-04-23 00:00:00 AST,A,160.00,420000,1600',
        '2026-04-23 00:00:00 AST,2026-04-24 00:00:00 AST,A,155.00,410000,1550',
      ),
      { currency: 'USD' },
    );
    expect(days.granularity).toBe('day');
    expect(days.period).toEqual({ first: '2026-04-21', last: '2026-04-23' });
    const meeting = await readText(
      lines(
        'Start date,End date,Campaign,Cost (EUR),Impr.,Clicks',
        '2026-01-01,2026-01-08,A,10.00,1000,20',
        '2026-01-08,2026-01-15,A,10.00,1000,20',
      ),
    );
    expect(meeting.granularity).toBe('week');
    expect(codes(meeting)).toContain('exclusive-ends');
    const inclusive = await readText(
      lines(
        'Start date,End date,Campaign,Cost (EUR),Impr.,Clicks',
        '2026-01-01,2026-01-07,A,10.00,1000,20',
        '2026-01-08,2026-01-14,A,10.00,1000,20',
      ),
    );
    expect(inclusive.granularity).toBe('week');
    expect(codes(inclusive)).not.toContain('exclusive-ends');
  });

  it("tells a month by LinkedIn's averages a day, and with it the order of day and month", async () => {
    const header =
      'Start Date (in UTC),Account Name,Currency,Campaign Name,Campaign Type,Total Spent,Impressions,Clicks,Average Daily Spend';
    const reading = await readText(lines(header, '4/1/2026,Acct,USD,A,Sponsored Content,454.06,33090,316,15.14'));
    expect(reading.period).toEqual({ first: '2026-04-01', last: '2026-04-30' });
    expect(days('2026-04-01', '2026-04-30')).toBe(30);
    // Months in a row have lengths of their own, and a campaign that began late in one has fewer days.
    const months = await readText(
      lines(
        header,
        '1/1/2026,Acct,USD,A,Sponsored Content,310.00,33090,316,10.00',
        '2/1/2026,Acct,USD,A,Sponsored Content,280.00,33090,316,10.00',
        '2/1/2026,Acct,USD,B,Sponsored Content,100.00,33090,316,10.00',
        '3/1/2026,Acct,USD,A,Sponsored Content,310.00,33090,316,10.00',
      ),
    );
    expect(months.granularity).toBe('month');
    expect(months.period).toEqual({ first: '2026-01-01', last: '2026-03-31' });
    expect(months.findings.find(({ code }) => code === 'averaged-days')?.parameters).toEqual({ least: 28, most: 31 });
    const daily = answerOf(dailyRowsOf([months])).rows;
    const february = Array.from(daily.spend.keys()).filter(
      (row) => daily.day[row]! >= 20_485 && daily.day[row]! < 20_513,
    );
    expect(february.reduce((sum, row) => sum + daily.spend[row]!, 0)).toBeCloseTo(380, 6);
    // 15 days from 4/1: neither reading is a whole month.
    const open = await readText(lines(header, '4/1/2026,Acct,USD,A,Sponsored Content,227.10,33090,316,15.14'));
    expect(codes(open)).toEqual(['ambiguous-dates']);
  });

  it('takes hours of days for dates where no column of dates is known, whatever it is called, and no other time', async () => {
    const header = 'By Hour,Campaign name,Ad group name,Cost (USD),Impressions,Clicks (destination),CPM';
    const row = (when: string, spend: string) => `${when},Clip,Broad,${spend},1000,10,${spend}`;
    const reading = await readText(
      lines(
        header,
        row('2026-06-01 00:00:00', '1.25'),
        row('2026-06-01 01:00:00', '2.25'),
        row('2026-06-02 00:00:00', '3.25'),
        'Total of 1 results,,,6.75,3000,30,',
      ),
    );
    expect(reading.granularity).toBe('hour');
    expect(reading.period).toEqual({ first: '2026-06-01', last: '2026-06-02' });
    expect(reading.totals.spend[0]?.rounded).toBe('6.75');
    expect(reading.columns[0]).toMatchObject({ header: 'By Hour', field: 'date', because: { kind: 'hours' } });
    const daily = answerOf(dailyRowsOf([reading])).rows;
    expect(daily.spend.reduce((sum, x) => sum + x, 0)).toBeCloseTo(6.75, 9);
    // When a campaign was made says nothing of when its money was spent.
    const made = await readText(
      lines(header.replace('By Hour', 'Made'), row('2026-06-01 14:22:05', '1.25'), row('2026-06-02 09:03:41', '2.25')),
    );
    expect(codes(made)).toContain('no-dates');
  });

  it('leaves a start without an end open rather than call it a day', async () => {
    const reading = await readText(
      lines(
        'Start Date (in UTC),Account Name,Currency,Campaign Name,Campaign Type,Total Spent,Impressions,Clicks,Clicks to Landing Page',
        '4/13/2026,Acct,USD,A,Sponsored Content,454.06,33090,316,100',
      ),
    );
    expect(codes(reading)).toContain('open-ends');
    expect(answerOf(dailyRowsOf([reading])).dated).toBe(false);
  });

  it.each([
    ['"ter., 5 de mai. de 2026"', '2026-05-05'],
    ['"mar., 5 de mai. de 2026"', '2026-05-05'],
    ['"Tue, May 5, 2026"', '2026-05-05'],
    ['"вт, 5 мая 2026 г."', '2026-05-05'],
  ])('reads a day with its weekday before it: %s', async (cell, day) => {
    const reading = await readText(lines('Date,Campaign,Cost (EUR),Impr.,Clicks', `${cell},A,10.00,1000,20`));
    expect(reading.period).toEqual({ first: day, last: day });
  });
});

describe('blanks', () => {
  const header = 'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Purchases';

  it("are zeros in a count of Meta's that has no zero written", async () => {
    const reading = await readText(
      lines(header, '2026-03-01,A,5.00,500,1,', '2026-03-02,A,5.00,500,,1', '2026-03-03,A,,,,'),
    );
    expect([...(reading.rows.measures.clicks ?? [])]).toEqual([1, 0]);
    expect([...(reading.rows.measures.conversions ?? [])]).toEqual([0, 1]);
    expect(codes(reading)).toContain('blank-zeros');
  });

  it('stay blanks where zeros are written, and in spreadsheets', async () => {
    const written = await readText(lines(header, '2026-03-01,A,5.00,500,1,', '2026-03-02,A,5.00,500,0,1'));
    expect(codes(written).filter((code) => code === 'blank-zeros')).toHaveLength(1);
    const sheet = await readText(
      lines('Date,Campaign,Spend,Impressions,Clicks', '2026-03-13,A,5,500,', '2026-03-14,A,5,500,3'),
      {
        currency: 'USD',
      },
    );
    expect(sheet.rows.measures.clicks?.[0]).toBeNaN();
  });
});

describe('which column counts', () => {
  it('takes leads where conversions are a column of zeros', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign Name,Total Spent,Impressions,Clicks,Clicks to Landing Page,Conversions,Leads',
        '2026-03-13,A,5.00,500,10,7,0,2',
        '2026-03-14,A,5.00,500,10,7,0,1',
      ),
      { currency: 'USD' },
    );
    expect(reading.totals.counts).toMatchObject({ conversions: 3, leads: 3, clicks: 14 });
  });

  it('knows a vendor by enough of its columns, not by one or two', async () => {
    const reading = await readText(
      lines(
        'date,campaign_name,creative_id,cost_per_lead,impressions,spend,foo,bar,baz,qux',
        '2026-03-13,A,1,2,3,4,5,6,7,8',
      ),
      { currency: 'USD' },
    );
    expect(reading.platform).toBeNull();
  });

  it('reads units in names', async () => {
    const reading = await readText(
      lines(
        'Date,Facebook Ad Views,Facebook Ad Clicks,Cost per Facebook Ad (in $),AdWords Ad Views,AdWords Ad Clicks,Cost per AdWords Ad (in $)',
        '2026-01-13,2116,18,126,4984,59,194',
      ),
    );
    expect(reading.platform?.names).toEqual(['facebook', 'google']);
    expect(reading.totals.spend).toMatchObject([{ currency: 'USD', rounded: '320.00' }]);
  });
});

describe('rows that have last days only', () => {
  const HEADER = 'Kampagnenname,Zeitraumbeginn,Berichtsende,Ausgegebener Betrag (EUR),Impressionen,Link-Klicks';
  const file = (...ends: string[]) =>
    readText(lines(HEADER, ...ends.map((end) => `Marke,irgendwann,${end},30.00,3000,30`)));

  it('cover the months that these end, or as many days as lie between them', async () => {
    const months = await file('31.01.2026', '28.02.2026', '31.03.2026');
    expect(months.granularity).toBe('month');
    expect(months.period).toEqual({ first: '2026-01-01', last: '2026-03-31' });
    expect(months.findings.find(({ code }) => code === 'last-days-only')?.parameters).toEqual({ least: 28, most: 31 });
    expect((await file('04.01.2026', '11.01.2026', '25.01.2026')).period).toEqual({
      first: '2025-12-29',
      last: '2026-01-25',
    });
    expect((await file('14.01.2026', '15.01.2026', '17.01.2026')).granularity).toBe('day');
  });

  it('have no dates where nothing tells: a window’s spend is not that of its last day', async () => {
    const reading = await file('17.02.2026', '17.02.2026');
    expect(reading.granularity).toBe('none');
    expect(codes(reading)).toContain('no-dates');
    expect([...reading.rows.end]).toEqual([NO_DAY]);
  });
});
