import { describe, expect, it } from 'vitest';
import { codes, lines, readText, spendOf } from './support.js';

/** Money and impressions of two campaigns on 14 days from Monday, 2026-08-31, the first week's 7 and the second's. */
const days = Array.from({ length: 14 }, (_, at) => new Date(Date.UTC(2026, 7, 31 + at)).toISOString().slice(0, 10));
const figures = days.map((_, at) => [
  { cents: 1037 + 211 * at + ((at * at * 37) % 91), shown: 1501 + ((at * 977) % 613) },
  { cents: 2203 + 97 * at + ((at * at * 53) % 77), shown: 3307 + ((at * 577) % 419) },
]);
const sumOf = (from: number, to: number) => {
  const some = figures.slice(from, to).flat();
  const cents = some.reduce((sum, one) => sum + one.cents, 0);
  return `${(cents / 100).toFixed(2)},${some.reduce((sum, one) => sum + one.shown, 0)}`;
};
const WHOLE = `${sumOf(0, 14).split(',')[0]} USD`;
const daily = days.map((day, at) =>
  (figures[at] ?? []).map(
    ({ cents, shown }, name) => `${day},${name === 0 ? 'Sales' : 'Brand'},${(cents / 100).toFixed(2)},${shown}`,
  ),
);
const HEADER = 'Day,Campaign,Spend (USD),Impressions';
/** The days of each week, and then its row with a label on its last day. */
const weekly = (label: (week: number) => string) => [
  ...daily.slice(0, 7).flat(),
  `2026-09-06,${label(36)},${sumOf(0, 7)}`,
  ...daily.slice(7).flat(),
  `2026-09-13,${label(37)},${sumOf(7, 14)}`,
];

describe('a row that sums the rows before it', () => {
  it.each([
    ['Week 36', (week: number) => `Week ${week}`],
    ['W36', (week: number) => `W${week}`],
    ['Woche 36', (week: number) => `Woche ${week}`],
    ['KW36 gesamt', (week: number) => `KW${week} gesamt`],
    ['Неделя 36', (week: number) => `Неделя ${week}`],
    ['36. hafta', (week: number) => `${week}. hafta`],
    ['36 həftə', (week: number) => `${week} həftə`],
    ['الأسبوع 36', (week: number) => `الأسبوع ${week}`],
    ['第36週', (week: number) => `第${week}週`],
    ['Total Week 36 (31 Aug – 6 Sep)', (week: number) => `Total Week ${week} (31 Aug – 6 Sep)`],
  ])('is a subtotal under the name "%s" on a day', async (_, label) => {
    const reading = await readText(lines(HEADER, ...weekly(label)));
    expect(spendOf(reading)).toEqual([WHOLE]);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 2 });
  });

  it.each([
    'September',
    'Month 9',
    '9月',
    'Сентябрь 2026',
    'Q3',
    '3. çeyrek',
    'T3 2026',
    'Total Meta',
  ])('is one as "%s" below weeks and days', async (label) => {
    const rows = [...weekly((week) => `Week ${week}`), `2026-09-13,${label},${sumOf(0, 14)}`];
    const reading = await readText(lines(HEADER, ...rows));
    expect(spendOf(reading)).toEqual([WHOLE]);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 3 });
  });

  it('is one above its days, or apart from them', async () => {
    const weeks = [`2026-09-06,Week 36,${sumOf(0, 7)}`, `2026-09-13,Week 37,${sumOf(7, 14)}`];
    const byName = [0, 1].flatMap((name) => daily.map((rows) => rows[name] ?? ''));
    for (const rows of [[...weeks, ...daily.flat()], [...byName, ...weeks].reverse(), [...byName, ...weeks]]) {
      expect(spendOf(await readText(lines(HEADER, ...rows)))).toEqual([WHOLE]);
    }
  });

  it('counts where it isn’t their sum, and is told where it nearly is', async () => {
    const own = days.map((day, at) => `${day},Week 36,${10 + at}.40,${900 + 13 * at}`);
    const campaign = await readText(lines(HEADER, ...daily.flat(), ...own));
    expect(spendOf(campaign)).toEqual([`${(Number(sumOf(0, 14).split(',')[0]) + 236.6).toFixed(2)} USD`]);
    expect(codes(campaign)).not.toContain('near-subtotals');
    const [money, shown] = sumOf(0, 7).split(',');
    const nearly = `2026-09-06,Week 36,${(Number(money) + 1).toFixed(2)},${shown}`;
    const reading = await readText(lines(HEADER, ...daily.flat(), nearly));
    expect(reading.findings.find(({ code }) => code === 'near-subtotals')).toMatchObject({
      level: 'warning',
      parameters: { count: 1, name: 'Week 36', row: 30 },
    });
  });

  it('is one in whole units, without impressions, and since the first day', async () => {
    const [money, shown] = sumOf(0, 7).split(',');
    for (const own of [`Week 36,${Math.round(Number(money))},${shown}`, `Week 36,${money},`, `MTD,${money},${shown}`]) {
      const rows = [...daily.slice(0, 7).flat(), `2026-09-06,${own}`, ...daily.slice(7).flat()];
      const all = own.startsWith('MTD') ? [...rows, `2026-09-13,MTD,${sumOf(0, 14)}`] : rows;
      expect(spendOf(await readText(lines(HEADER, ...all)))).toEqual([WHOLE]);
    }
    const average = `2026-09-13,Weekly average,${(Number(money) / 7).toFixed(2)},999`;
    expect(spendOf(await readText(lines(HEADER, ...daily.flat(), average)))).toEqual([WHOLE]);
  });

  it('is one without any label where nearly all rows are parts or sums', async () => {
    const plain = (rows: readonly string[]) => rows.map((row) => row.replace(/,(?:Sales|Brand|Week \d+)/, ''));
    const reading = await readText(lines('Day,Spend (USD),Impressions', ...plain(weekly((week) => `Week ${week}`))));
    expect(spendOf(reading)).toEqual([WHOLE]);
    expect(reading.counts.reasons).toEqual({ 'subtotal among rows': 2 });
  });

  it('is one above its rows in a pivot table’s outline', async () => {
    const outline = [0, 1].flatMap((name) => {
      const own = figures.map((pair) => pair[name] ?? { cents: 0, shown: 0 });
      const [cents, shown] = [
        own.reduce((sum, one) => sum + one.cents, 0),
        own.reduce((sum, one) => sum + one.shown, 0),
      ];
      return [`${name === 0 ? 'Sales' : 'Brand'},${(cents / 100).toFixed(2)},${shown}`].concat(
        own.map((one, at) => `${days[at]},${(one.cents / 100).toFixed(2)},${one.shown}`),
      );
    });
    const header = 'Row Labels,Sum of Spend (USD),Sum of Impressions';
    expect(spendOf(await readText(lines(header, ...outline, `Grand Total,${sumOf(0, 14)}`)))).toEqual([WHOLE]);
  });

  it('is looked for in no more time where all names are those of months', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, at) => `2026-09-06,${at % 2 === 0 ? 'Set' : 'May'} ${2000 + (at % 90)},0.0${at % 9},1`,
    );
    const text = lines(HEADER, ...rows);
    const started = process.cpuUsage();
    const plain = await readText(text.replaceAll('Set', 'Adset').replaceAll('May', 'Mayday'));
    const middle = process.cpuUsage(started).user;
    expect(spendOf(await readText(text))).toEqual(spendOf(plain));
    expect(process.cpuUsage(started).user - middle).toBeLessThan(5 * middle + 1e6);
  });

  it('is none where figures go in step: constant ones, and doubling ones', async () => {
    const constant = days.map((day) => `${day},A,10.00,1000`);
    expect(spendOf(await readText(lines(HEADER, ...constant)))).toEqual(['140.00 USD']);
    const doubling = [1, 1, 2, 4, 8].map((money, at) => `${days[at]},A,${money}.00,${100 * money}`);
    expect(spendOf(await readText(lines(HEADER, ...doubling)))).toEqual(['16.00 USD']);
  });
});
