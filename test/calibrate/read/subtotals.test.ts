import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

const META = 'Campaign name,Day,Age,Placement,Amount spent (USD),Impressions,Link clicks';

describe('rows that sum others', () => {
  it.each(['All', 'Total', '', 'Tümü', 'все'])('are set aside where they say "%s" for a part', async (word) => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
    const text = lines(
      META,
      ...days.flatMap((day) => [
        `Sales,${day},${word},${word},6.00,600,60`,
        `Sales,${day},18-24,feed,1.25,100,10`,
        `Sales,${day},18-24,reels,2.25,200,20`,
        `Sales,${day},25-34,feed,2.50,300,30`,
      ]),
    );
    const reading = await readText(text);
    expect(spendOf(reading)).toEqual(['18.00 USD']);
    expect(reading.totals.counts).toMatchObject({ impressions: 1800, clicks: 180 });
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 3 });
  });

  it('are found on each level, and for a single part where others show what they are', async () => {
    const day = '2026-03-02';
    const reading = await readText(
      lines(
        'Day,Campaign name,Ad set name,Ad name,Amount spent (USD),Impressions,Link clicks',
        `${day},A,,,7.00,700,7`,
        `${day},A,S1,,3.00,300,3`,
        `${day},A,S1,x,1.00,100,1`,
        `${day},A,S1,y,2.00,200,2`,
        `${day},A,S2,,4.00,400,4`,
        `${day},A,S2,z,4.00,400,4`,
        `${day},B,,,9.00,900,9`,
        `${day},B,S3,,9.00,900,9`,
        `${day},B,S3,w,9.00,900,9`,
      ),
    );
    expect(spendOf(reading)).toEqual(['16.00 USD']);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 5 });
  });

  it('count where what they say isn’t the sum, and that is said', async () => {
    const reading = await readText(
      lines(
        META,
        'Sales,2026-03-02,All,feed,6.50,650,60',
        'Sales,2026-03-02,18-24,feed,1.25,100,10',
        'Sales,2026-03-02,25-34,feed,4.75,500,50',
      ),
    );
    expect(spendOf(reading)).toEqual(['12.50 USD']);
    expect(codes(reading)).toContain('uneven-subtotals');
  });

  it('leave rows alone that lack a name beside others that have one', async () => {
    const reading = await readText(
      lines(
        'Day,Campaign name,Ad set name,Amount spent (USD),Impressions,Link clicks',
        '2026-03-02,Shopping,,3.00,300,3',
        '2026-03-02,Feed,S1,1.00,100,1',
        '2026-03-02,Feed,S2,2.00,200,2',
        // A blank beside one named ad set of its campaign, with as much: nothing shows that it is the sum.
        '2026-03-03,Feed,,2.00,200,2',
        '2026-03-03,Feed,S2,2.00,200,2',
      ),
    );
    expect(spendOf(reading)).toEqual(['10.00 USD']);
    expect(codes(reading)).not.toContain('uneven-subtotals');
  });

  it('are found where every campaign has one ad set, and its row is there twice', async () => {
    const rows = ['A,2026-03-02,3.00,300', 'A,2026-03-03,3.50,350', 'B,2026-03-02,7.00,700', 'B,2026-03-03,6.25,600'];
    const reading = await readText(
      lines(
        'Campaign name,Ad set name,Day,Amount spent (USD),Impressions',
        ...rows.map((row) => row.replace(',', ',,')),
        ...rows.map((row) => row.replace(',', ',Broad,')),
      ),
    );
    expect(spendOf(reading)).toEqual(['19.75 USD']);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 4 });
  });
});

describe('levels that one column tells apart', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const header = 'Level,Day,Name,Amount spent (USD),Impressions';
  const sets = days.flatMap((day, at) => [
    `Ad set,${day},Broad,${at + 1}.25,100`,
    `Ad set,${day},Narrow,${at + 2}.50,200`,
  ]);

  it('count once: the finest', async () => {
    const campaigns = days.map((day, at) => `Campaign,${day},Sales,${2 * at + 3}.75,300`);
    const reading = await readText(lines(header, ...campaigns, ...sets));
    expect(spendOf(reading)).toEqual(['17.25 USD']);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 3 });
  });

  it('are parts where their sums differ on any day', async () => {
    const others = days.map((day, at) => `Campaign,${day},Sales,${2 * at + 3}.${at === 2 ? 95 : 75},300`);
    expect(spendOf(await readText(lines(header, ...others, ...sets)))).toEqual(['34.70 USD']);
  });
});

describe('a campaign that is called Total', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
  const read = (totals: readonly number[]) =>
    readText(
      lines(
        'Day,Campaign name,Amount spent (USD),Impressions',
        ...days.flatMap((day, at) => [
          `${day},Total,${totals[at]}.00,${100 * (totals[at] ?? 0)}`,
          `${day},Sales,4.00,400`,
          `${day},Brand,${at}.50,${50 + 100 * at}`,
        ]),
      ),
    );

  it('counts where it is less than the others together, and that is said', async () => {
    const reading = await read([3, 2, 9, 1]);
    expect(spendOf(reading)).toEqual(['39.00 USD']);
    expect(reading.findings.find(({ code }) => code === 'named-total')).toMatchObject({
      level: 'warning',
      parameters: { count: 4, name: 'Total', row: 2 },
    });
  });

  it('is taken for a sum of more campaigns than are there where it never is', async () => {
    const reading = await read([5, 6, 9, 8]);
    expect(spendOf(reading)).toEqual(['24.00 USD']);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 4 });
  });
});

describe('rows that are sums and say no word of it', () => {
  const table = (name: string, days: number, off = 0) =>
    lines(
      'Day,Campaign,Cost (USD),Impr.,Clicks',
      ...Array.from({ length: days }, (_, at) => {
        const [a, b] = [100.25 + 7 * at, 55.1 + 3 * at];
        return [
          `2026-03-0${at + 1},One,${a.toFixed(2)},${1000 + at},10`,
          `2026-03-0${at + 1},Two,${b.toFixed(2)},${500 + at},5`,
          `2026-03-0${at + 1},${name},${(a + b + off).toFixed(2)},${1500 + 2 * at},15`,
        ];
      }).flat(),
    );

  it('are set aside where they are the sum of all others on several days', async () => {
    const reading = await readText(table('Our account', 4), { platform: 'google' });
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 4 });
    expect(spendOf(reading)).toEqual([`${(4 * 155.35 + 10 * 6).toFixed(2)} USD`]);
    expect(reading.quarantine[0]?.detail).toEqual({ kind: 'cell', text: 'Our account' });
  });

  it('are campaigns where they are off by a cent a row, or a day or two alone says it', async () => {
    for (const text of [table('Three', 4, 0.1), table('Three', 2)]) {
      expect((await readText(text, { platform: 'google' })).counts.quarantined).toBe(0);
    }
  });

  it('are known among shorter windows that they are the sum of, quarters of months and months of weeks', async () => {
    const header = 'Month,Channel,Spend (EUR),Impressions,Clicks';
    const months = (month: number) => [
      `2026-0${month},Facebook,${100 + month}.25,1000,10`,
      `2026-0${month},TikTok,${50 + month}.10,500,5`,
    ];
    const rows = [1, 2, 3].flatMap(months);
    const sum = '463.05';
    expect(spendOf(await readText(lines(header, ...rows)))).toEqual([`${sum} EUR`]);
    for (const quarter of [
      [`Q1 2026,,${sum},4500,45`],
      ['Q1 2026,Facebook,306.75,3000,30', 'Q1 2026,TikTok,156.30,1500,15'],
    ]) {
      const reading = await readText(lines(header, ...rows, ...quarter, ...months(4)));
      expect(spendOf(reading)).toEqual(['621.40 EUR']);
      expect(reading.counts.reasons).toEqual({ 'subtotal among rows': quarter.length });
      expect(reading.quarantine[0]?.detail).toEqual({ kind: 'window', from: '2026-01-01', to: '2026-03-31' });
    }
    // A campaign of its own that ran for the quarter is none.
    const other = await readText(lines(header, ...rows, 'Q1 2026,Facebook,463.15,4500,45'));
    expect(other.counts.quarantined).toBe(0);
  });

  it('are known among many names on one day, and within a platform', async () => {
    const header = 'Channel,Campaign,Cost (USD),Impr.,Clicks';
    const rows = ['Meta,A,1.25,100,1', 'Meta,B,2.50,250,2', 'Meta,C,3.15,311,3'];
    const one = await readText(lines(header, ...rows, 'Meta,Whole,6.90,661,6'), { platform: 'google' });
    expect(spendOf(one)).toEqual(['6.90 USD']);
    const two = await readText(
      lines(
        header,
        ...rows,
        'Meta,Whole,6.90,661,6',
        'TikTok,D,5.00,500,2',
        'TikTok,E,5.10,510,2',
        'TikTok,Whole,10.10,1010,4',
      ),
    );
    expect(spendOf(two)).toEqual(['17.00 USD']);
  });
});
