import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as messages from '../../../src/calibrate/media-plan/messages.js';
import { type MediaPlanOptions, readMediaPlan } from '../../../src/calibrate/media-plan/read.js';
import { mediaPlanText } from '../../../src/calibrate/media-plan/scenario-text.js';
import * as readMessages from '../../../src/calibrate/read/messages.js';
import { parseScenario } from '../../../src/scenario/index.js';
import { apportion } from '../../../src/units/apportion.js';
import { heldReading } from '../../golden/readings.js';
import { SLOW } from '../../slow.js';
import { lines } from '../read/support.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-plan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string | Uint8Array, options: MediaPlanOptions = {}, name = 'plan.csv') {
  const path = join(folder, name);
  await writeFile(path, text);
  const plan = await readMediaPlan(path, options);
  return heldReading(Buffer.from(text), { plan: true, ...options }, plan, true);
}

async function taken(text: string | Uint8Array, options?: MediaPlanOptions, name?: string) {
  const plan = await read(text, options, name);
  if (plan?.status !== 'read') throw new Error(JSON.stringify(plan));
  return plan;
}

async function refusal(text: string, options?: MediaPlanOptions) {
  const plan = await read(text, options);
  return plan?.status === 'refused' ? plan.finding : plan;
}

/** A plan's lines as the scenario made of it reads them: id, budget and spend by period. */
async function scenarioOf(plan: Awaited<ReturnType<typeof taken>>, weeks = 4) {
  const { placements, currency } = plan;
  const text = mediaPlanText({
    name: 'plan',
    source: 'plan.csv',
    currency: currency ?? 'USD',
    placements,
    weeks,
    wishes: {},
    notes: [],
  });
  const parsed = await parseScenario(text, 'plan.yaml');
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`);
  const { scenario } = parsed;
  return {
    text,
    start: scenario.start,
    horizon: `${scenario.horizon.periods} ${scenario.horizon.unit}`,
    budget: scenario.budget,
    lines: scenario.lines.map((line) => `${line.platform}/${line.stage} ${line.budget}`),
    /** To the cent, as plans are priced and shown. */
    periods: scenario.lines.map(({ budget, flighting }) =>
      apportion(Math.round(budget * 100), flighting).map((cents) => cents / 100),
    ),
    written: [...text.matchAll(/flighting: \[(.*)\]/g)].map(([, list]) => list!.split(', ').map(Number)),
  };
}

describe('media plans of a person', () => {
  it('with a budget and dates a row, spread over the days that each covers', async () => {
    const plan = await taken(
      lines(
        'Media plan spring,,,,,',
        '',
        'Channel,Objective,Start,End,Budget (USD),Est. impressions,Owner',
        'Facebook,Brand awareness,2027-03-01,2027-03-14,1400.00,200000,Ayla',
        ',Retargeting,2027-03-08,2027-03-21,700.10,,Ayla',
        'TikTok Ads,Reach,2027-03-01,2027-03-07,300.00,,',
        'Radio,Reach,2027-03-01,2027-03-07,99.00,,',
        'Total,,,,2499.10,,',
      ),
    );
    expect(plan.currency).toBe('USD');
    expect(plan.findings).toEqual([
      messages.leftOut(7, 'Radio', '99.00 USD'),
      messages.unreadColumns(['Est. impressions', 'Owner']),
    ]);
    const scenario = await scenarioOf(plan);
    expect(scenario).toMatchObject({ start: '2027-03-01', horizon: '3 week', budget: 2400.1 });
    expect(scenario.lines).toEqual(['facebook/awareness 1400', 'facebook/conversion 700.1', 'tiktok/awareness 300']);
    expect(scenario.periods).toEqual([
      [700, 700, 0],
      [0, 350.05, 350.05],
      [300, 0, 0],
    ]);
  });

  it('are none where a file is an export in its own encoding, whatever it looks like in another', async () => {
    // windows-1254: ö is 0xF6, ı 0xFD, and Cyrillic letters in windows-1251.
    const text =
      'Hafta;Kanal;Harcama (TL);G\xf6sterim;T\xfdklamalar\n2026-03-02;TikTok;10,50;1000;10\n2026-03-09;TikTok;11,50;1100;12\n';
    expect(await read(Buffer.from(text, 'latin1'))).toBeNull();
  });

  it('in thousands, by the name of the column or cell by cell', async () => {
    for (const [header, amount] of [
      ['Budget (€k)', '1.4'],
      ["Budget (EUR '000)", '1.4'],
      ['Budget (EUR)', '1.4K'],
    ] as const) {
      const plan = await taken(
        lines(`Channel,Objective,Start,End,${header}`, `Facebook,Reach,2027-03-01,2027-03-14,${amount}`),
      );
      expect(plan.currency).toBe('EUR');
      expect((await scenarioOf(plan)).budget).toBe(1400);
      expect(plan.findings).toEqual(amount === '1.4' ? [readMessages.inThousands([header], 1000)] : []);
    }
  });

  it('with a column of what is to be spent, and rows that only have a note', async () => {
    const plan = await taken(
      lines(
        'Channel,Objective,Start,End,Spend,Owner',
        'Facebook,Reach,2027-03-01,2027-03-14,1400,Ayla',
        ',,,,,see Ayla',
        'TikTok,Reach,2027-03-01,2027-03-14,100,Rauf',
      ),
      { currency: 'USD' },
    );
    expect(plan.placements.map(({ row, platform }) => [row, platform])).toEqual([
      [2, 'facebook'],
      [4, 'tiktok'],
    ]);
    expect((await scenarioOf(plan)).budget).toBe(1500);
  });

  it('with a column a stretch whose dates may be read either way: as they come evenly', async () => {
    // Every five days from 2 January, day first; the first of February, of July and of December, month first.
    const plan = await taken(lines('Channel,02/01/2027,07/01/2027,12/01/2027', 'TikTok,10,20,30'), { currency: 'USD' });
    const day = (text: string) => Date.parse(text) / 86_400_000;
    expect(plan.placements[0]!.spend.map(({ units, when }) => [units, when])).toEqual(
      [
        [1000, '2027-01-02', '2027-01-06'],
        [2000, '2027-01-07', '2027-01-11'],
        [3000, '2027-01-12', '2027-01-16'],
      ].map(([units, first, last]) => [units, { kind: 'days', first: day(`${first}`), last: day(`${last}`) }]),
    );
  });

  it('is refused where numbered weeks turn into months', async () => {
    expect(await refusal(lines('Channel,Week 1,Month 2', 'Facebook,100,50'))).toEqual(messages.notInARow('Month 2'));
    expect(await refusal(lines('Channel,Week 1,Week 3', 'Facebook,100,50'))).toEqual(messages.notInARow('Week 3'));
  });

  it('with a column a month, in a workbook, whose typed dates are headings', async () => {
    const date = (month: number) => new Date(Date.UTC(2027, month, 1));
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['Plan of next year'], ['approved by nobody']] },
        {
          name: 'Plan',
          rows: [
            ['Platform', 'Campaign', date(0), date(1), date(2), 'Total'],
            ['Meta', 'Always on', 1000, 1000.5, 900, 2900.5],
            ['LinkedIn', 'Lead gen', 0, 450.25, 450.25, 900.5],
            ['', 'Brand video', '', 100, '', 100],
            ['Total', '', 1000, 1550.75, 1350.25, 3901],
          ],
        },
      ],
    });
    const plan = await taken(bytes, { currency: 'AZN' }, 'plan.xlsx');
    expect(plan.findings).toEqual([]);
    const scenario = await scenarioOf(plan);
    expect(scenario).toMatchObject({ start: '2027-01-01', horizon: '3 month', budget: 3901 });
    expect(scenario.lines).toEqual(['meta/awareness 2900.5', 'linkedin/awareness 100', 'linkedin/conversion 900.5']);
    expect(scenario.periods[1]).toEqual([0, 100, 0]);
  });

  it('with numbered weeks, a decimal comma, a sign, and a name for one auction of two', async () => {
    const plan = await taken(
      lines(
        'Channel;Week 1;Week 2;Week 3',
        'Facebook & Instagram;€ 1.000,50;€ 500,00;',
        'YouTube;€ 10,00;€ 20,00;€ 30,00',
      ),
    );
    expect(plan.currency).toBe('EUR');
    const scenario = await scenarioOf(plan);
    expect(scenario).toMatchObject({ start: null, horizon: '3 week', budget: 1560.5 });
    expect(scenario.lines).toEqual(['meta/awareness 1500.5', 'youtube/awareness 60']);
    expect(scenario.periods[1]).toEqual([10, 20, 30]);
  });

  it('with no dates at all, and a platform without benchmarks', async () => {
    const plan = await taken(lines('Channel,Goal,Budget', 'Bing Search,Sales,500', 'Instagram,Sales,250.55'), {
      currency: 'USD',
    });
    const scenario = await scenarioOf(plan, 6);
    expect(scenario).toMatchObject({ horizon: '6 week', budget: 750.55 });
    expect(scenario.lines).toEqual(['microsoft/conversion 500', 'instagram/conversion 250.55']);
    expect(scenario.text).toContain('nothing is published');
  });

  it('with a budget a day', async () => {
    const plan = await taken(lines('Channel,Start date,End date,Daily budget', 'TikTok,2027-03-01,2027-03-10,12.50'), {
      currency: 'USD',
    });
    expect((await scenarioOf(plan)).lines).toEqual(['tiktok/awareness 125']);
  });

  it('every amount counts once, to the cent, whatever the plan', SLOW, async () => {
    let state = 7;
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let run = 0; run < 40; run++) {
      const rows = Array.from({ length: 1 + next(12) }, () => {
        const start = Date.UTC(2027, next(12), 1 + next(28));
        const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
        const cents = 1 + next(1_000_000);
        const channel = ['Facebook', 'TikTok', 'LinkedIn', 'Snapchat'][next(4)]!;
        const goal = ['Awareness', 'Traffic', 'Sales'][next(3)]!;
        return {
          cents,
          text: `${channel},${goal},${iso(start)},${iso(start + next(90) * 86_400_000)},${(cents / 100).toFixed(2)}`,
        };
      });
      const plan = await taken(lines('Channel,Objective,Start,End,Budget', ...rows.map(({ text }) => text)), {
        currency: 'USD',
      });
      const scenario = await scenarioOf(plan);
      const cents = rows.reduce((sum, one) => sum + one.cents, 0);
      expect(Math.round(scenario.budget * 100)).toBe(cents);
      // What is written period by period is what the plan spends, none of it moved by rounding.
      const uneven = scenario.periods.filter((periods) => new Set(periods).size > 1);
      expect(scenario.written).toEqual(uneven);
    }
  });

  it('is no export, and an export is none', async () => {
    const header = 'Day,Campaign name,Amount spent (USD),Impressions,Ad set budget';
    expect(await read(lines(header, '2027-03-01,a,5,1000,20'))).toBeNull();
    expect(await read(lines('name,price', 'tea,5'))).toBeNull();
    const cost = lines('Channel,Cost,Clicks', 'TikTok,5,10');
    expect(await read(cost)).toBeNull();
    expect((await taken(cost, { currency: 'USD', mapping: { Cost: 'budget' } })).placements).toHaveLength(1);
    expect(await refusal('')).toEqual(readMessages.emptyFile());
  });

  it('refuses what it would have to guess', async () => {
    const usd = { currency: 'USD' };
    expect(await refusal(lines('Channel,Net budget,Gross budget', 'TikTok,5,6'), usd)).toEqual(
      messages.severalBudgets(['Net budget', 'Gross budget']),
    );
    const mapped = await taken(lines('Channel,Net budget,Gross budget', 'TikTok,5,6'), {
      ...usd,
      mapping: { 'Gross budget': 'ignore' },
    });
    expect(mapped.placements[0]!.spend).toEqual([{ when: null, units: 500 }]);
    expect(await refusal(lines('Channel,Budget', 'TikTok,TBD'), usd)).toEqual(messages.notAnAmount(2, 'Budget', 'TBD'));
    expect(await refusal(lines('Channel,Budget', 'TikTok,-5'), usd)).toEqual(messages.notAnAmount(2, 'Budget', '-5'));
    expect(await refusal(lines('Channel,Budget', ',5', 'TikTok,7'), usd)).toEqual(messages.noChannel(2));
    expect(await refusal(lines('Channel,Start,Budget', 'TikTok,soon,5'), usd)).toEqual(
      messages.notADay(2, 'Start', 'soon'),
    );
    expect(await refusal(lines('Channel,Start,End,Budget', 'TikTok,2027-03-05,2027-03-01,5'), usd)).toEqual(
      messages.endsBefore(2),
    );
    expect(await refusal(lines('Channel,Start,Budget', 'TikTok,03/04/2027,5'), usd)).toEqual(
      messages.unsureDates('03/04/2027'),
    );
    expect(await refusal(lines('Channel,Start,Budget', 'TikTok,2027-03-04,5', 'Facebook,,6'), usd)).toEqual(
      messages.someDated(3),
    );
    // 100 a day is not 100 in all.
    expect(await refusal(lines('Channel,Daily budget', 'TikTok,100'), usd)).toEqual(
      messages.dailyWithoutDays(2, 'Daily budget'),
    );
    // The first of February and the second of March, or the second of January and the third of February.
    expect(await refusal(lines('Channel,01/02/2027,02/03/2027', 'TikTok,5,6'), usd)).toEqual(
      messages.unsureDates('01/02/2027'),
    );
    // A channel of nothing a day needs no days for that, and is none.
    const nothing = lines('Channel,Start,End,Daily budget', 'TikTok,2027-03-01,2027-03-04,100', 'Facebook,,,0');
    expect((await taken(nothing, usd)).placements).toMatchObject([{ platform: 'tiktok', spend: [{ units: 40_000 }] }]);
    expect(await refusal(lines('Channel,Jan 2027,Feb 2027,Total', 'TikTok,5,6,12'), usd)).toEqual(
      messages.otherSum(2, 'Total', '12.00', '11.00'),
    );
    expect(await refusal(lines('Channel,Jan 2027,Mar 2027', 'TikTok,5,6'), usd)).toEqual(
      messages.notInARow('Mar 2027'),
    );
    expect(await refusal(lines('Channel,Budget,Jan,Feb', 'TikTok,11,5,6'), usd)).toEqual(
      messages.monthsWithoutYear(['Jan', 'Feb']),
    );
    expect(await refusal(lines('Channel,Budget (USD),Fee (EUR)', 'TikTok,5,6'), { currency: 'AZN' })).toEqual(
      readMessages.otherCurrency('AZN', 'USD'),
    );
    expect(await refusal(lines('Channel,Currency,Budget', 'TikTok,USD,5', 'X,EUR,6'))).toEqual(
      messages.mixedCurrencies(['EUR', 'USD']),
    );
    expect(await refusal(lines('Channel,Budget', 'Radio,5'), usd)).toEqual(messages.noPlacements());
    expect(await refusal(lines('Channel,Budget', 'TikTok,"1,234"'), usd)).toEqual(
      readMessages.ambiguousMark('Budget', '1,234'),
    );
  });

  it('a total that the rows do not come to is told', async () => {
    const plan = await taken(lines('Channel,Budget', 'TikTok,5', 'Facebook,6', 'Total,12'), { currency: 'USD' });
    expect(plan.findings).toEqual([messages.otherTotal(4, '12.00', '11.00')]);
    // Beside a column that the total's row leaves blank.
    const beside = await taken(lines('Channel,Note,Budget', 'TikTok,new,5', 'Facebook,,6', ',Total,12'), {
      currency: 'USD',
    });
    expect(beside.findings).toContainEqual(messages.otherTotal(4, '12.00', '11.00'));
    expect(beside.placements).toHaveLength(2);
  });

  it('has its currency from what a column of amounts says it is in, as people write it', async () => {
    for (const [unit, code] of [
      ['TL', 'TRY'],
      ['₺', 'TRY'],
      ['zł', 'PLN'],
      ['US$', 'USD'],
      ['AZN', 'AZN'],
    ]) {
      const plan = await taken(
        `Mecra;Hedef;Bütçe (${unit})\nInstagram;Bilinirlik;120.000,00\nTikTok;Bilinirlik;80.000,00\n`,
      );
      expect([unit, plan.currency]).toEqual([unit, code]);
      expect(plan.placements).toHaveLength(2);
    }
  });
});
