import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { findingText } from '../../../src/calibrate/words/index.js';
import { codes, day, lines, readBytes, readText, spendOf, textsOf } from './support.js';

describe('generic files', () => {
  it.each([
    'Sum of Spend (USD)',
    'SUM of Spend (USD)',
    'Actual spend (USD)',
    'Toplam Harcama (USD)',
    'Summe von Kosten (USD)',
  ])('know "%s" of a pivot table or a plan', async (header) => {
    const reading = await readText(
      lines(
        `Date,${header},Planned spend (USD),Sum of Impressions`,
        '2026-10-05,1.25,9.00,100',
        '2026-10-06,2.50,9.00,200',
      ),
    );
    expect(spendOf(reading)).toEqual(['3.75 USD']);
    expect(reading.totals.counts.impressions).toBe(300);
  });

  it('says where results of unknown aims are all there is, and takes them where they are said to be orders', async () => {
    const text = lines(
      'Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Results',
      '2026-10-05,Sale,20.5,3000,40,3',
      '2026-10-06,Sale,21.5,3100,41,2',
    );
    const aside = await readText(text);
    expect(codes(aside)).toContain('results-aside');
    expect(aside.rows.measures.conversions).toBeUndefined();
    const reading = await readText(text, { mapping: { Results: 'conversions' } });
    expect(codes(reading)).not.toContain('results-aside');
    expect([...(reading.rows.measures.conversions ?? [])]).toEqual([3, 2]);
  });

  it('takes the sum of platforms side by side for none of them, and names below merged cells from the row that has them', async () => {
    const rows = ['2026-10-05,1.10,100,2.20,200,3.30,300', '2026-10-06,2.25,150,3.50,250,5.75,400'];
    for (const header of [
      ['Date,Meta Spend,Meta Impressions,TikTok Spend,TikTok Impressions,Total Spend,Total Impressions'],
      ['Date,Meta,,TikTok,,Total,', ',Spend,Impressions,Spend,Impressions,Spend,Impressions'],
    ]) {
      const reading = await readText(lines(...header, ...rows));
      expect(reading.totals.spend[0]?.rounded).toBe('9.05');
      expect(new Set(textsOf(reading, 'platform'))).toEqual(new Set(['meta', 'tiktok']));
      expect(reading.period).toEqual({ first: '2026-10-05', last: '2026-10-06' });
    }
  });

  it('takes no platform for the sum of others whose column does not say so', async () => {
    const days = Array.from({ length: 8 }, (_, at) => at + 1);
    const reading = await readText(
      lines(
        'Date,Meta Spend,Meta Impressions,TikTok Spend,TikTok Impressions,Google Spend,Google Impressions',
        ...days.map(
          (at) =>
            `2026-10-0${at},${at}.10,${100 + at * at},${at}.20,${90 + 3 * at},${2 * at}.30,${190 + at * at + 3 * at}`,
        ),
      ),
      { currency: 'USD' },
    );
    expect(new Set(textsOf(reading, 'platform'))).toEqual(new Set(['meta', 'tiktok', 'google']));
    expect(spendOf(reading)).toEqual(['148.80 USD']);
  });

  it('takes months side by side for no platforms', async () => {
    const months = 'Campaign,Jan 2026 Spend,Jan 2026 Impressions,Feb 2026 Spend,Feb 2026 Impressions';
    const reading = await readText(lines(months, 'A,1.10,100,2.20,200', 'B,2.25,150,3.50,250'), { currency: 'USD' });
    expect(reading.platform).toBeNull();
    expect(spendOf(reading)).toEqual(['9.05 USD']);
    expect(reading.granularity).toBe('month');
  });

  it('splits platforms that stand side by side', async () => {
    const reading = await readText(
      lines(
        'Date,Facebook Ad Campaign,Facebook Ad Views,Facebook Ad Clicks,Cost per Facebook Ad,Facebook Click-Through Rate (Clicks / View),AdWords Ad Campaign,AdWords Ad Views,AdWords Ad Clicks,Cost per AdWords Ad',
        '01-12-19,FB_Jan,2000,20,$100,1.00%,AW_Jan,4000,40,$200',
        '1/13/2019,FB_Jan,3000,30,$150,1.00%,AW_Jan,4100,41,$210',
      ),
    );
    expect(reading.platform?.names).toEqual(['facebook', 'google']);
    expect(textsOf(reading, 'platform')).toEqual(['facebook', 'google', 'facebook', 'google']);
    expect(textsOf(reading, 'campaign')).toEqual(['FB_Jan', 'AW_Jan', 'FB_Jan', 'AW_Jan']);
    expect([...(reading.rows.measures.spend ?? [])]).toEqual([100, 200, 150, 210]);
    expect(reading.counts).toMatchObject({ kept: 2, perRow: 2 });
    expect(reading.period).toEqual({ first: '2019-01-12', last: '2019-01-13' });
    expect(codes(reading)).toContain('date-forms');
  });

  it('reads channels of a media mix model, and leaves out what belongs to none', async () => {
    const reading = await readText(
      lines(
        '"DATE","revenue","tv_S","facebook_I","facebook_S","search_clicks_P","search_S","competitor_sales_B"',
        '2015-11-23,2754371.6,22358.3,24301284.2,7607.13,0,0,8125009',
        '2015-11-30,2584276.6,28613.4,5527033.1,1141.95,9837.2,4133.3,7901549',
        '2015-12-07,2547386.6,0,16651591.2,4256.37,12044.1,3786.6,8300197',
      ),
    );
    expect(reading.platform?.names).toEqual(['tv', 'facebook', 'search']);
    expect(spendOf(reading)).toEqual(['71897.05 null']);
    expect(reading.granularity).toBe('week');
    expect(codes(reading)).toContain('shared-column');
  });

  it('takes platforms from a column, and from campaign names where nothing else tells', async () => {
    const column = await readText(
      lines(
        'date,platform,impressions,clicks,spend',
        '2026-01-01,Meta Ads,100,1,2.50',
        '2026-01-01,TikTok Ads,100,2,3.50',
      ),
    );
    expect(textsOf(column, 'platform')).toEqual(['meta', 'tiktok']);
    const names = await readText(
      lines(
        'date,campaign_name,impressions,clicks,spend',
        '2026-01-13,facebOOK_tier2,100,1,2.50',
        '2026-01-13,google_hot,100,2,3.50',
      ),
    );
    expect(textsOf(names, 'platform')).toEqual(['facebook', 'google']);
    expect(names.platform?.evidence).toEqual({ kind: 'campaign names' });
  });

  it('takes a column of platforms for that though other columns are called as one of them calls them', async () => {
    const header =
      'Reporting starts,Reporting ends,Where,Campaign name,Amount spent (USD),Impressions,Reach,Link clicks,ThruPlays';
    const made = await readText(
      lines(
        header,
        '2026-01-01,2026-01-01,TikTok,A,2.50,100,90,1,5',
        '2026-01-01,2026-01-01,Facebook,A,3.50,100,90,2,5',
      ),
    );
    expect(textsOf(made, 'platform')).toEqual(['tiktok', 'facebook']);
    expect(spendOf(made)).toEqual(['6.00 USD']);
    const own = await readText(
      lines(
        header,
        '2026-01-01,2026-01-01,Facebook feed,A,2.50,100,90,1,5',
        '2026-01-01,2026-01-01,Instagram stories,A,3.50,100,90,2,5',
      ),
    );
    expect(own.platform?.names).toEqual(['meta']);
  });

  it('says where campaigns are named for others than the platform whose names the columns have', async () => {
    const header = 'Day,Campaign name,Amount spent (USD),Impressions,Reach,Link clicks';
    const made = await readText(
      lines(header, '2026-01-01,TikTok_reach,2.50,100,90,1', '2026-01-01,FB_reach,3.50,100,90,2'),
    );
    expect(made.platform?.names).toEqual(['meta']);
    expect(made.findings).toContainEqual(expect.objectContaining({ code: 'other-platforms', level: 'warning' }));
    const own = await readText(lines(header, '2026-01-01,IG_reach,2.50,100,90,1', '2026-01-01,FB_reach,3.50,100,90,2'));
    expect(codes(own)).not.toContain('other-platforms');
    const said = await readText(lines(header, '2026-01-01,TikTok_reach,2.50,100,90,1'), { platform: 'tiktok' });
    expect(codes(said)).not.toContain('other-platforms');
  });

  it('reads a workbook: typed numbers and dates, a title above, a total below', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['Made for a test']] },
        {
          name: 'Data',
          rows: [
            ['Weekly report'],
            [],
            [
              'By Day',
              'Campaign name',
              'Ad group name',
              'Cost',
              'Impressions',
              'Clicks (destination)',
              'Currency',
              'Complete payment',
            ],
            [new Date(Date.UTC(2026, 0, 5)), 'A', 'g', 1.25, 18415, 3, 'KWD', 1],
            [46028, 'A', 'g', 2.125, 100, 4, 'KWD', 0],
            ['2026-01-07', 'A', 'g', 3, 100, 4, 'KWD', 0],
            ['Total', null, null, 6.375, 18615, 11, null, 1],
          ],
        },
      ],
    });
    const reading = await readBytes(bytes);
    expect(reading.source).toMatchObject({ format: 'xlsx', sheet: 'sheet 2', headerRow: 3 });
    expect(reading.platform?.names).toEqual(['tiktok']);
    // The Kuwaiti dinar has thousandths.
    expect(spendOf(reading)).toEqual(['6.375 KWD']);
    // 46028 is 2026-01-06 in the 1900 system.
    expect([...reading.rows.start]).toEqual([day('2026-01-05'), day('2026-01-06'), day('2026-01-07')]);
    expect([...reading.rows.row]).toEqual([4, 5, 6]);
    expect(codes(reading)).toContain('total-agrees');
  });

  it('reads every encoding to the same figures', async () => {
    const text = lines('Date;Kampaniya;Spend (AZN);Impressions', '13.05.2026;Şəki “ə”;1.234,50;1000');
    for (const encoding of [
      'utf-8',
      'utf-8 with mark',
      'utf-16le',
      'utf-16le with mark',
      'utf-16be with mark',
    ] as const) {
      const reading = await readText(text, {}, encoding);
      expect(spendOf(reading), encoding).toEqual(['1234.50 AZN']);
      expect(textsOf(reading, 'campaign'), encoding).toEqual(['Şəki “ə”']);
    }
  });

  it('reads what Windows saved in Turkish letters, and says so', async () => {
    // windows-1254: Ğ is 0xD0, ş 0xFE.
    const bytes = Buffer.concat([
      Buffer.from('Tarih;Kampanya Ad\xfd;Harcanan Tutar (TRY);G\xf6sterim\n13.05.2026;Ya', 'latin1'),
      Buffer.from([0xfe]),
      Buffer.from(';10,50;100\n'),
    ]);
    const reading = await readBytes(bytes);
    expect(reading.source.encoding).toBe('windows-1254');
    expect(textsOf(reading, 'campaign')).toEqual(['Yaş']);
    expect(spendOf(reading)).toEqual(['10.50 TRY']);
    expect(codes(reading)).toContain('legacy-encoding');
  });

  it('takes what the mapping says over what it would have guessed', async () => {
    const reading = await readText(lines('wann,wo,Geld,gesehen', '2026-01-01,A,5,100'), {
      mapping: { wann: 'date', wo: 'campaign', Geld: 'spend', gesehen: 'impressions' },
      platform: 'tiktok',
      currency: 'EUR',
    });
    expect(reading.status).toBe('read');
    expect(spendOf(reading)).toEqual(['5.00 EUR']);
    expect(textsOf(reading, 'platform')).toEqual(['tiktok']);
  });
});

describe('what a file leaves open', () => {
  const options = (text: string, given = {}) =>
    readText(text, given).then((reading) => reading.findings.map((one) => findingText(one, 'en')).join('\n'));

  it('names the option that answers it', async () => {
    expect(await options(lines('Date,Spend (AZN),Spend (USD),Impressions', '2026-03-02,1,2,3'))).toContain(
      '(--map "Spend (USD)=ignore")',
    );
    expect(await options(lines('Date,Spend (AZN),Impressions', '02/03/2026,1,3', '03/04/2026,1,3'))).toContain(
      '(--day-first, --month-first)',
    );
    expect(await options(lines('Date,Spend,Impressions', '2026-03-02,1,3'))).toContain('(--currency CODE)');
  });

  it('names a column of dates under a name that isn’t known, where rows of one name have one of them', async () => {
    const rows = ['Brand,Q1 2026,1.50,300', 'Sale,Q2 2026,1.50,300'];
    const text = lines('Campaign,Launch,Spend (AZN),Impressions', ...rows);
    expect(await options(text)).toContain('"Launch" has dates, under a name that isn\'t known (--map "Launch=date")');
    const reading = await readText(text, { mapping: { Launch: 'date' } });
    expect(reading.period).toEqual({ first: '2026-01-01', last: '2026-06-30' });
    // Numbers alone are no dates, though spreadsheets have days as numbers.
    expect(await options(lines('Campaign,Code,Spend (AZN),Impressions', 'A,46028,1,3', 'B,46029,1,3'))).not.toContain(
      '"Code" has dates',
    );
  });

  it.each([
    'Quarter',
    'Ay',
    'Zeitraum',
    '月',
  ])('is not the column of dates where one alone has them: "%s"', async (name) => {
    const rows = ['Brand,2026-01,1.50,300', 'Brand,2026-02,2.50,300', 'Sale,2026-01,4.00,500', 'Sale,2026-02,8.00,500'];
    const reading = await readText(lines(`Campaign,${name},Spend (AZN),Impressions`, ...rows));
    expect(reading.period).toEqual({ first: '2026-01-01', last: '2026-02-28' });
    expect(reading.columns[1]).toMatchObject({ field: 'date', because: { kind: 'dates' } });
    expect(codes(reading)).not.toContain('no-dates');
  });

  it('is nothing where a column names each row’s currency, whatever signs its amounts have', async () => {
    const reading = await readText(
      lines('Date,Campaign,Spend,Currency,Impressions', '2026-03-02,A,$1.50,USD,300', '2026-03-02,B,€2.50,EUR,300'),
    );
    expect(spendOf(reading)).toEqual(['1.50 USD', '2.50 EUR']);
  });

  it('is nothing in what Google Analytics exports of advertising; visits that nobody paid for are no platform’s', async () => {
    const reading = await readText(
      [
        '# ----------------------------------------',
        '# Start date: 20260302',
        '# ----------------------------------------',
        '',
        'Date,Session source / medium,Session campaign,Ads cost,Ads clicks,Ads impressions,Key events,Total revenue',
        '20260302,google / cpc,spring,10.50,30,1000,2,80',
        '20260302,facebook / paid,spring,4.50,20,1000,1,40',
        '20260302,google / organic,(organic),0,0,0,5,200',
        ',,,15.00,50,2000,8,320,Grand total',
        '',
      ].join('\n'),
      { currency: 'USD' },
    );
    expect(spendOf(reading)).toEqual(['15.00 USD']);
    expect(textsOf(reading, 'platform')).toEqual(['google', 'facebook', 'google organic']);
    expect(reading.totals.counts).toMatchObject({ clicks: 50, impressions: 2000, conversions: 8 });
  });
});

describe('headers of several rows, and of programs', () => {
  it('have platforms above the columns of each', async () => {
    const reading = await readText(
      lines(
        'Media report,,,,',
        ',Facebook,,TikTok,',
        'Date,Spend (USD),Impressions,Spend (USD),Impressions',
        '2026-03-02,1.25,100,2.50,300',
        '2026-03-03,1.25,100,2.50,300',
      ),
    );
    expect(reading.platform?.names).toEqual(['facebook', 'tiktok']);
    expect(spendOf(reading)).toEqual(['7.50 USD']);
    expect(reading.totals.counts.impressions).toBe(800);
  });

  it('give amounts in millionths, whatever says that they are spend', async () => {
    const rows = ['2026-03-02,Brand,12340000,1000,10', '2026-03-03,Brand,10000,1000,10', 'Total,,12350000,2000,20'];
    const made = lines('segments.date,campaign.name,metrics.cost_micros,metrics.impressions,metrics.clicks', ...rows);
    const reading = await readText(made, { currency: 'USD' });
    expect(reading.platform?.names).toEqual(['google']);
    expect(spendOf(reading)).toEqual(['12.35 USD']);
    expect(codes(reading)).toContain('total-agrees');
    const mapped = lines('Date,Campaign,spend_in_micro_dollar,Impressions,Clicks', ...rows);
    const given = await readText(mapped, { currency: 'USD', mapping: { spend_in_micro_dollar: 'spend' } });
    expect(spendOf(given)).toEqual(['12.35 USD']);
  });
});

describe('a column of platforms', () => {
  const rows = ['2026-03-02,Facebook Ads,A,1.00,100', '2026-03-02,TikTok Ads,B,2.00,200'];

  it('is known by its cells, whatever it is called', async () => {
    const reading = await readText(lines('Date,Data source name,Campaign,Cost (USD),Impressions', ...rows));
    expect(reading.platform?.names).toEqual(['facebook', 'tiktok']);
    expect(textsOf(reading, 'platform')).toEqual(['facebook', 'tiktok']);
    expect(reading.columns[1]).toMatchObject({ field: 'platform', because: { kind: 'platforms' } });
  });

  it('is none where the mapping says so, or the export is a platform’s own', async () => {
    const text = lines('Date,Data source name,Campaign,Cost (USD),Impressions', ...rows);
    const reading = await readText(text, { mapping: { 'Data source name': 'ignore' } });
    expect(reading.columns[1]?.field).toBeNull();
  });
});

it('reads Hebrew as Windows saved it, and shows what a row has where none can be read', async () => {
  // windows-1255 has the letters alef to tav at 0xE0 to 0xFA.
  const hebrew = (text: string) =>
    Buffer.from(
      [...text].map((letter) => (letter >= 'א' ? letter.charCodeAt(0) - 0x5d0 + 0xe0 : letter.charCodeAt(0))),
    );
  const file = hebrew(lines('יום,שם הקמפיין,סכום שהוצא (ILS),הופעות', '2026-03-02,אביב,12.50,3000'));
  const reading = await readBytes(file);
  expect(reading.source.encoding).toBe('windows-1255');
  expect(textsOf(reading, 'campaign')).toEqual(['אביב']);
  expect(spendOf(reading)).toEqual(['12.50 ILS']);
  const refused = await readText(lines('Week,Campaign,Cost (USD),Impressions', 'Week 10,A,1,3', 'Week 11,A,1,3'));
  expect(refused.findings.map((one) => findingText(one, 'en'))[0]).toContain('not a date ("Week 10")');
});
