import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calibrateFor, fitGroups } from '../../src/calibrate/fit/calibrate.js';
import { dayNumber, isoDay } from '../../src/calibrate/fit/daily.js';
import { fragmentText } from '../../src/calibrate/fit/fragment.js';
import { dailyRowsOf } from '../../src/calibrate/fit/from-export.js';
import { guessStages, withStages } from '../../src/calibrate/fit/stages.js';
import { readExport } from '../../src/calibrate/read/read-export.js';
import { openSession } from '../../src/engine/session.js';
import { History, rowsUntil, spanOf } from '../../src/forecast/backtest/history.js';
import { decisionGiven } from '../../src/forecast/plan-result.js';
import { parseScenario } from '../../src/scenario/index.js';
import type { Scenario } from '../../src/scenario/types.js';
import { campaignKey } from '../../src/track/match/propose.js';
import { trackPlan } from '../../src/track/track.js';
import { crps } from '../track/scores.js';
import { inTurn } from '../turn.js';
import { answerOf } from '../units/answer-of.js';

const DATA = '../shared/data';
const WEEKS = 8;
const SEED = 'real';
/** Before anything is planned so many days are calibrated on. */
const PAST = 42;
const CUTS = [2, 4, 6];
const OUTCOMES = ['impressions', 'clicks'] as const;
type Outcome = (typeof OUTCOMES)[number];

async function drawsOf(scenario: Scenario): Promise<Readonly<Record<Outcome, Float64Array>>> {
  const session = await openSession(scenario, { workers: 0 });
  try {
    const priced = await session.price(decisionGiven(scenario), {
      total: OUTCOMES.map((name) => ({ name, expression: { kind: 'kpi', name } })),
      groups: false,
      cumulative: false,
      counts: true,
    });
    const found: Partial<Record<Outcome, Float64Array>> = {};
    priced.keys.forEach(({ group, kpi, expected }, series) => {
      const outcome = OUTCOMES.find((name) => name === kpi);
      if (group === 'total' && outcome !== undefined && expected !== true)
        found[outcome] = priced.series(series).slice();
    });
    return found as Record<Outcome, Float64Array>;
  } finally {
    await session.close();
  }
}

interface Score {
  track: number;
  plan: number;
  runRate: number;
  /** Whether the truth lies within the 80 % band. */
  inside: number;
  cases: number;
}

/**
 * Plans of eight weeks, one after another through a series, each calibrated on what came before and given the money that was spent: what
 * they say of the totals two, four and six weeks in. Relative to the totals, so that no plan outweighs the others.
 */
async function held(path: string): Promise<ReadonlyMap<string, Score>> {
  const daily = answerOf(dailyRowsOf([await readExport(`${DATA}/${path}`, { currency: 'USD' })]));
  const staged = guessStages(daily);
  const rows = withStages(daily, staged);
  const history = new History(rows);
  const [first, last] = spanOf(rows);
  const match = new Map(
    staged.map(({ platform, campaign, stage }) => [
      campaignKey(platform, campaign),
      stage === null ? null : `${platform}/${stage}`,
    ]),
  );
  const scores = new Map<string, Score>();
  for (let origin = first + PAST - 1; origin + 7 * WEEKS <= last; origin += 7 * WEEKS) {
    const fitted = fitGroups(rowsUntil(rows, origin), { seed: SEED, currency: daily.currency });
    const lines = fitted.fits.map(({ fit }) => `${fit.platform}/${fit.stage}`);
    const spends = lines.map((id) => [id, history.spend(id, origin, 7, WEEKS)] as const);
    const paid = spends.filter(([, list]) => list.some((x) => x > 0));
    if (paid.length === 0) continue;
    const calibration = calibrateFor(fitted, { seed: SEED, periodDays: 7, horizonDays: 7 * WEEKS, windowDays: 1 });
    const text = fragmentText(calibration, {
      name: 'real',
      currency: daily.currency ?? 'USD',
      digits: 2,
      start: isoDay(origin + 1),
      horizon: { periods: WEEKS, unit: 'week', periodDays: 7 },
      windowDays: 1,
      sources: [],
      notes: [],
      plan: { spend: new Map(paid) },
    });
    if (text === null) continue;
    const reading = await parseScenario(text, 'real.yaml', { overrides: { draws: 512, seed: SEED } });
    if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
    const { scenario } = reading;
    const own = scenario.lines.map(({ id }) => id);
    const known = new Map([...match].map(([key, line]) => [key, line !== null && own.includes(line) ? line : null]));
    const approved = await drawsOf(scenario);
    for (const weeks of CUTS) {
      const asOf = isoDay(dayNumber(isoDay(origin + 1)) + 7 * weeks - 1);
      const { scenario: goesOn } = await trackPlan(scenario, daily, {
        workers: 0,
        replan: false,
        asOf,
        match: known,
      });
      const now = await drawsOf(goesOn);
      for (const outcome of OUTCOMES) {
        const total = history.total(own, outcome, origin, origin + 7 * WEEKS);
        const soFar = history.total(own, outcome, origin, origin + 7 * weeks);
        if (total === null || total === 0 || soFar === null) continue;
        const key = `${outcome} ${weeks}`;
        const score = scores.get(key) ?? { track: 0, plan: 0, runRate: 0, inside: 0, cases: 0 };
        scores.set(key, score);
        score.track += crps(now[outcome], total) / total;
        score.plan += crps(approved[outcome], total) / total;
        score.runRate += Math.abs((soFar * WEEKS) / weeks - total) / total;
        const below = now[outcome].filter((x) => x < total).length / now[outcome].length;
        score.inside += below > 0.1 && below < 0.9 ? 1 : 0;
        score.cases += 1;
      }
    }
  }
  return scores;
}

describe.skipIf(!existsSync(DATA))('real series, cut on their way (needs ../shared/data)', () => {
  const series = ['ads/fb_campaign_daily_2020_2021.csv', 'exports/brazilian_meta_daily.csv'];
  it.each(inTurn(series, 1 / 2, (path) => path))('%s: nearer than the plan’s own forecast and than run rate', {
    timeout: 900_000,
  }, async (path) => {
    const scores = await held(path);
    if (process.env.HUNI_SHOW === '1') console.log(path, JSON.stringify([...scores], null, 1));
    expect(scores.size).toBe(OUTCOMES.length * CUTS.length);
    for (const [key, { track, plan, runRate, cases }] of scores) {
      expect(cases, key).toBeGreaterThanOrEqual(3);
      expect(track, key).toBeLessThan(plan);
      expect(track, key).toBeLessThan(runRate);
    }
  });
});
