import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DailyExport, dailyRowsOf } from '../../src/calibrate/index.js';
import { combineReadings } from '../../src/calibrate/read/combine.js';
import { readExport } from '../../src/calibrate/read/read-export.js';
import { printTrack } from '../../src/report/track/index.js';
import { parseMatch } from '../../src/track/match/file.js';
import { type TrackOptions, trackPlan } from '../../src/track/track.js';
import { quickFirst, SLOW } from '../slow.js';
import { answerOf } from '../units/answer-of.js';
import { scenarioOf } from './support.js';

const PLAN = `name: Small
currency: AZN
start: 2027-03-01
horizon: 10 weeks
budget: 7000
draws: 256
creative: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: facebook, stage: awareness, budget: 4900, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 2100, audience: 600k, cpm: 1 to 3, ctr: 0.5% to 1.5%, view_rate: 20%, cvr: 1% to 3%, fatigue: 0 }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-track-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Day {
  readonly day: number;
  readonly platform?: string;
  readonly campaign?: string;
  readonly spend?: number;
  readonly cpm?: number;
  readonly ctr?: number;
  readonly conversions?: number;
  readonly currency?: string;
}

const days = (from: number, to: number, more: Omit<Day, 'day'> = {}): Day[] =>
  Array.from({ length: to - from }, (_, k) => ({ day: from + k, ...more }));
const facebook = (from: number, to: number, more: Omit<Day, 'day'> = {}): Day[] =>
  days(from, to, { platform: 'facebook', campaign: 'Reach', spend: 70, cpm: 3, conversions: 6, ...more });
const tiktok = (from: number, to: number, more: Omit<Day, 'day'> = {}): Day[] =>
  days(from, to, { platform: 'tiktok', campaign: 'Awareness', spend: 30, cpm: 2, ctr: 0.01, conversions: 3, ...more });

let files = 0;
async function exported(...parts: readonly (readonly Day[])[]): Promise<DailyExport> {
  const readings = [];
  for (const part of parts) {
    const rows = part.map(
      ({ day, platform, campaign, spend = 0, cpm = 3, ctr = 0.015, conversions = 0, currency = 'AZN' }) => {
        const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
        const impressions = Math.round((1000 * spend) / cpm);
        return [
          date,
          platform,
          campaign,
          spend,
          currency,
          impressions,
          Math.round(impressions * ctr),
          conversions,
        ].join(',');
      },
    );
    const path = join(folder, `export-${files++}.csv`);
    await writeFile(
      path,
      `Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions\n${rows.join('\n')}\n`,
    );
    readings.push(await readExport(path, {}));
  }
  return answerOf(dailyRowsOf(combineReadings(readings).readings));
}

const track = async (daily: DailyExport, options: TrackOptions = {}, plan = PLAN) =>
  (await trackPlan(await scenarioOf(plan), daily, { workers: 0, replan: false, ...options })).result;

describe('what exports do', () => {
  it('restates its last days: the later file counts', SLOW, async () => {
    const daily = await exported(
      [...facebook(0, 26), ...facebook(26, 28, { conversions: 1 }), ...tiktok(0, 28)],
      [...facebook(26, 35), ...tiktok(28, 35)],
    );
    const { lines, periods } = await track(daily);
    expect(periods.whole).toBe(4);
    expect(lines[0]!.came.conversions).toBe(6 * 28);
    expect(lines[0]!.off).toBeCloseTo(0, 6);
  });

  it('pauses for weeks: what wasn’t spent is behind, and what is needed is more', SLOW, async () => {
    const { lines, targets } = await track(await exported([...facebook(0, 14), ...facebook(28, 38), ...tiktok(0, 38)]));
    expect(lines[0]).toMatchObject({ offPace: true });
    expect(lines[0]!.off).toBeCloseTo(-14 / 38, 6);
    expect(lines[0]!.needed).toBeCloseTo((4900 - 24 * 70) / 32, 6);
    expect(lines[1]!.offPace).toBe(false);
    expect(targets).toEqual([]);
  });

  it('has a line that started late', SLOW, async () => {
    const { lines, kpis } = await track(await exported([...facebook(0, 38), ...tiktok(21, 38)]));
    expect(lines[1]!.off).toBeCloseTo(-21 / 38, 6);
    expect(lines[1]!.came.conversions).toBe(3 * 14);
    expect(kpis.now.spend!.mean).toBeCloseTo(7000, 6);
  });

  it('stops for a line, whose file may be missing: told with the day, for a person to say', SLOW, async () => {
    const daily = await exported([...facebook(0, 38), ...tiktok(0, 10)]);
    const answer = await trackPlan(await scenarioOf(PLAN), daily, { workers: 0, replan: false });
    expect(answer.result.lines.map(({ last_spend }) => last_spend)).toEqual(['2027-04-07', '2027-03-10']);
    const told = printTrack(answer, 'text');
    expect(told).toContain('the exports have nothing of it after Mar 10');
    expect(told.match(/nothing of it after/g)).toHaveLength(1);
    // Three days without spend may be a weekend.
    const weekend = await exported([...facebook(0, 38), ...tiktok(0, 20), ...tiktok(28, 35)]);
    const late = await trackPlan(await scenarioOf(PLAN), weekend, { workers: 0, replan: false });
    expect(late.result.lines[1]!.offPace).toBe(true);
    expect(printTrack(late, 'text')).not.toContain('nothing of it after');
  });

  it('has rows of zeros for days that lie ahead: not past, unless that is said', SLOW, async () => {
    const ahead = facebook(20, 70, { spend: 0, conversions: 0 });
    const daily = await exported([...facebook(0, 20), ...ahead, ...tiktok(0, 20)]);
    const { as_of, spent_until, periods, lines } = await track(daily);
    expect({ as_of, spent_until, whole: periods.whole }).toEqual({
      as_of: '2027-03-17',
      spent_until: '2027-03-20',
      whole: 2,
    });
    expect(lines[0]!.off).toBeCloseTo(0, 6);
    const said = await track(daily, { asOf: '2027-04-04' });
    expect(said.periods.whole).toBe(5);
    expect(said.lines[0]!.off).toBeCloseTo(20 / 35 - 1, 6);
  });

  it('is in another currency: refused', async () => {
    await expect(track(await exported(facebook(0, 30, { currency: 'EUR' })))).rejects.toThrow(/EUR, the plan in AZN/);
  });

  it('has a line that nobody planned: counted in the total, in no line', SLOW, async () => {
    const extra = days(0, 30, { platform: 'reddit', campaign: 'Try', spend: 10 });
    const { unmatched, spend, kpis } = await track(await exported([...facebook(0, 30), ...tiktok(0, 30), ...extra]));
    expect(unmatched).toEqual([{ platform: 'reddit', campaign: 'Try', spend: 300 }]);
    expect(spend).toMatchObject({ unmatched: 300, spent: 3300 });
    // The rest has that much less.
    expect(kpis.now.spend!.mean).toBeCloseTo(6700, 6);
  });

  it('raises the price: an alarm names line, size and since when; without, there is none', async () => {
    const steady = await track(await exported([...facebook(0, 60), ...tiktok(0, 60)]));
    expect(steady.alarms).toEqual([]);
    const noisy = PLAN.replace('creative: off', 'creative: off\nnoise: { cpm: { sd: 0.05, rho: 0.3 } }');
    const { alarms } = await track(
      await exported([...facebook(0, 35), ...facebook(35, 60, { cpm: 4.5 }), ...tiktok(0, 60)]),
      {},
      noisy,
    );
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ line: 'facebook/awareness', of: 'price', since: 5 });
    expect(alarms[0]!.change).toBeCloseTo(0.5, 1);
  });

  it('counts conversions later than clicks: what is on its way is not taken for a low rate', SLOW, async () => {
    const late = PLAN.replace('margin: 60%', 'margin: 60%, delay_days: 10');
    // Of a steady 42 a week the share 1 − θ^(t + 1) is counted in week t, θ = 2^(−7 / 10).
    const theta = 2 ** -0.7;
    const ramp = Array.from({ length: 28 }, (_, day) =>
      facebook(day, day + 1, { conversions: 6 * (1 - theta ** (Math.floor(day / 7) + 1)) }),
    ).flat();
    const daily = await exported([...ramp, ...facebook(28, 31), ...tiktok(0, 31)]);
    const patient = await track(daily, {}, late);
    const naive = await track(daily, {});
    expect(patient.lines[0]!.conversions.now!).toBeGreaterThan(1.15 * naive.lines[0]!.conversions.now!);
    // 42 a week of ten weeks, of a rate that one knows to some ten per cent.
    expect(Math.abs(patient.lines[0]!.conversions.now! / 420 - 1)).toBeLessThan(0.15);
  });

  it('loses a campaign, and gets it back by the match', SLOW, async () => {
    const daily = await exported([
      ...facebook(0, 30),
      ...facebook(0, 30, { campaign: 'Black box', spend: 10, conversions: 1 }),
      ...tiktok(0, 30),
    ]);
    const match = parseMatch(
      'campaigns:\n  - { platform: facebook, campaign: Black box, line: none }\n',
      'match.yaml',
      ['facebook/awareness', 'tiktok/awareness'],
    );
    expect((await track(daily, { match })).unmatched).toHaveLength(1);
    expect((await track(daily)).unmatched).toHaveLength(0);
  });
});

describe('exports that are of another time', () => {
  it('begin after the plan’s end: refused with both', async () => {
    const daily = await exported([...facebook(80, 100), ...tiktok(80, 100)]);
    await expect(track(daily)).rejects.toThrow(/runs from 2027-03-01 to 2027-05-09, they begin on 2027-05-20/);
  });

  it('go beyond the plan’s end: what came after it is no part of it', async () => {
    const { periods, spend } = await track(await exported([...facebook(0, 100), ...tiktok(0, 100)]));
    expect(periods).toEqual({ whole: 10, all: 10 });
    expect(spend).toMatchObject({ spent: 7000, left: 0 });
  });

  it('end on the plan’s first day: nothing is learned, the plan is as it was', async () => {
    const { learning, periods, kpis } = await track(await exported([...facebook(0, 1), ...tiktok(0, 1)]));
    expect(periods.whole).toBe(0);
    expect(learning).toMatchObject({ by: 'nothing', observations: 0, effective_sample: null });
    expect(kpis.now.spend!.mean).toBeCloseTo(7000, 6);
  });

  it('are read in a plan by months, before the first is over', async () => {
    const months = PLAN.replace('horizon: 10 weeks', 'horizon: 3 months');
    const { periods, lines } = await track(await exported([...facebook(0, 25), ...tiktok(0, 25)]), {}, months);
    expect(periods).toEqual({ whole: 0, all: 3 });
    expect(lines[0]!.spent).toBeCloseTo(25 * 70, 6);
  });

  it('have no campaign of a plan that is over: told, with the match to be corrected', async () => {
    const daily = await exported(days(0, 100, { platform: 'reddit', campaign: 'Try', spend: 10 }));
    const error = await track(daily).then(
      () => null,
      (found: unknown) => found,
    );
    expect(error).toMatchObject({
      name: 'TrackError',
      message: expect.stringContaining('campaigns in no line: 1'),
      match: [{ platform: 'reddit', campaign: 'Try', line: null }],
    });
  });
});

describe('a gate', () => {
  const gated = (gate: string): string =>
    `${PLAN}phases:\n  - { name: test, periods: 3, budget: 30%, gate: ${gate}, if_failed: stop }\n  - { name: scale, periods: 7, budget: 70% }\n`;

  it('that failed on what came is told, and leaves nothing to decide', SLOW, async () => {
    const daily = await exported([...facebook(0, 38, { conversions: 1 }), ...tiktok(0, 38, { conversions: 1 })]);
    const { gates, replan, kpis } = await track(daily, { replan: true }, gated('conversions >= 100'));
    expect(gates).toMatchObject([{ phase: 'test', gate: 'conversions >= 100', passed: 0, stops: true }]);
    expect(gates[0]!.approved).toBeGreaterThan(0.1);
    expect(replan).toEqual({ kind: 'nothing left' });
    // Two a day of the five weeks that are over: nothing more is delivered.
    expect(kpis.now.orders).toMatchObject({ p10: 70, p90: 70 });
  });

  it('that was passed on what came stops nothing; one that is ahead is not told of', SLOW, async () => {
    const daily = await exported([...facebook(0, 38), ...tiktok(0, 38)]);
    const passed = await track(daily, {}, gated('conversions >= 100'));
    expect(passed.gates).toMatchObject([{ passed: 1 }]);
    expect(passed.kpis.now.orders!.p10).toBeGreaterThan(9 * 35);
    const early = await exported([...facebook(0, 17), ...tiktok(0, 17)]);
    expect((await track(early, {}, gated('conversions >= 100'))).gates).toEqual([]);
  });
});

describe('an outage that may come', () => {
  it('is none any more once its time is over and all was delivered', SLOW, async () => {
    const shocked = `${PLAN}shocks:\n  - { name: ban, probability: 40%, window: [2, 4], platforms: [tiktok], outage: true }\n`;
    const daily = await exported([...facebook(0, 45), ...tiktok(0, 45)]);
    const [calm, told] = [await track(daily), await track(daily, {}, shocked)];
    expect(told.shocks).toEqual([{ name: 'ban', approved: 0.4, begun: 0, since: null }]);
    expect(told.kpis.now.orders!.p10! / calm.kpis.now.orders!.p10!).toBeCloseTo(1, 1);
    expect(calm.shocks).toEqual([]);
  });
});

describe('a bridge', () => {
  it('adds up to the difference of the means', async () => {
    const { bridge } = await track(await exported([...facebook(0, 30, { cpm: 4, conversions: 4 }), ...tiktok(0, 25)]));
    const { approved, now, price, click_rate, conversion_rate, volume } = bridge;
    expect(price + click_rate + conversion_rate + volume).toBeCloseTo(now - approved, 6);
    expect(price).toBeLessThan(0);
  });
});

describe('a re-plan', () => {
  const RULED = `${PLAN}rules: { prospecting: 60-100%, lines: { tiktok/awareness: { min: 1000 } } }\n`;

  it('never moves money that is spent', { timeout: 60_000 }, async () => {
    const daily = await exported([
      ...facebook(0, 38, { cpm: 8, conversions: 1 }),
      ...tiktok(0, 38, { conversions: 12 }),
    ]);
    const { replan, lines } = await track(daily, { replan: true }, RULED);
    if (replan.kind !== 'planned') throw new Error(`found ${replan.kind}`);
    expect(replan.budgets.reduce((sum, budget) => sum + budget, 0)).toBeCloseTo(7000, 6);
    replan.budgets.forEach((budget, k) => {
      expect(budget).toBeGreaterThanOrEqual(lines[k]!.spent - 1e-6);
      replan.periods[k]!.slice(0, 5).forEach((amount) => {
        expect(amount).toBeCloseTo(k === 0 ? 490 : 210, 6);
      });
    });
    expect(replan.moves.length).toBeGreaterThan(0);
  });

  for (const [cases, options] of quickFirst(['60 days', 'field'], 1))
    it.each(cases)('keeps budgets while a lock of %s lasts', options, async (lock) => {
      const locked = `${PLAN}rules: { lock: ${lock} }\n`;
      const daily = await exported([...facebook(0, 30, { cpm: 8, conversions: 1 }), ...tiktok(0, 30)]);
      const answer = await trackPlan(await scenarioOf(locked), daily, { workers: 0 });
      // Sixty days from the first of March.
      expect(answer.result.replan).toEqual({ kind: 'nothing left', locked_until: '2027-04-30' });
      expect(printTrack(answer, 'text')).toContain(
        '\nBudgets are locked until Apr 30, 2027: change nothing before then\n',
      );
    });

  it('to one line spends all that is left there, and says so where its audience wears out', SLOW, async () => {
    const plan = PLAN.replace('audience: 600k', 'audience: 12k');
    const daily = await exported([...facebook(0, 38, { conversions: 14 }), ...tiktok(0, 38, { conversions: 0 })]);
    const answer = await trackPlan(await scenarioOf(plan), daily, { workers: 0 });
    const { replan, lines } = answer.result;
    if (replan.kind !== 'planned') throw new Error(`found ${replan.kind}`);
    const left = 7000 - 38 * 100;
    expect(replan.budgets[0]).toBeCloseTo(38 * 70 + left, 6);
    expect(replan.budgets[1]).toBeCloseTo(38 * 30, 6);
    expect(replan.moves.map(({ line, dailyTo }) => [line, dailyTo])).toEqual([
      [lines[0]!.id, left / 32],
      [lines[1]!.id, 0],
    ]);
    const said = printTrack(answer, 'text').split('\n');
    expect(said).toContainEqual(
      expect.stringMatching(/^Change from tomorrow: Facebook awareness ₼100 a day .*TikTok awareness ₼0 a day/),
    );
    // 1.9 million impressions to 12,000 people in ten weeks.
    expect(said).toContainEqual(expect.stringMatching(/^Facebook awareness shows everybody \d+(\.\d+)? ads a week/));
    expect(said.length).toBeLessThanOrEqual(12);
  });
});
