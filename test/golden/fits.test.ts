import { afterAll, describe, it } from 'vitest';
import { parse } from 'yaml';
import { calibrate, fragmentText, linesLeftOut, notExpressed } from '../../src/calibrate/index.js';
import { openEngine } from '../../src/engine/open.js';
import { backtest } from '../../src/forecast/backtest/backtest.js';
import { reconcile } from '../../src/forecast/reconcile.js';
import { dailyRows } from '../calibrate/support.js';
import { slowUnless } from '../slow.js';
import { ACCOUNTS, type Account } from './accounts.js';
import { golden, THREADS } from './golden.js';

const engine = openEngine(THREADS);
afterAll(async () => (await engine).close());
/** Where a likelihood is flat a search ends elsewhere by other roundings: Node 24 has other logarithms than Node 20. */
const hold = golden('fits', { mostLeaves: 20_000, tolerance: 1e-6 });

const FRAGMENT = {
  name: 'made',
  currency: 'USD',
  digits: 2,
  start: null,
  horizon: { periods: 4, unit: 'week', periodDays: 7 },
  windowDays: 1,
  sources: ['a.csv'],
  notes: [],
} as const;

/** What exports say: fits, the scenario they make as data, without its comments, and the last four weeks priced again. */
async function fitted({ rows, recording = null, windowDays = 1, leads = false, plan = {}, checked = false }: Account) {
  const options = { seed: 'golden', currency: 'USD', periodDays: 7, horizonDays: 28, windowDays, recording };
  const calibration = calibrate(dailyRows(rows), options);
  const fragment = { ...FRAGMENT, windowDays, leads, recording, plan };
  const text = fragmentText(calibration, fragment);
  return {
    calibration,
    scenario: text === null ? null : (parse(text) as unknown),
    leftOut: linesLeftOut(calibration),
    notExpressed: notExpressed(calibration),
    ...(checked ? { check: await reconcile(calibration, fragment, await engine) } : {}),
  };
}

describe('fits of made accounts', () => {
  for (const [name, account] of Object.entries<Account>(ACCOUNTS)) {
    it(name, slowUnless(account.slow !== true), async () => {
      hold(name, await fitted(account));
    });
  }

  it('a plan as of a past day', async () => {
    const { rows } = ACCOUNTS['two platforms, leads'];
    const options = {
      seed: 'golden',
      currency: 'USD',
      horizon: 3,
      totals: [7],
      origins: 1,
      draws: 64,
      windowDays: 1,
    };
    hold('backtest from a day', await backtest(dailyRows(rows), { ...options, engine: await engine }));
  });

  it('plans as of past days', slowUnless(false), async () => {
    const { rows } = ACCOUNTS.growth;
    const options = {
      seed: 'golden',
      currency: 'USD',
      horizon: 14,
      totals: [7],
      origins: 3,
      draws: 128,
      windowDays: 1,
    };
    hold('backtest', await backtest(dailyRows(rows), { ...options, engine: await engine }));
  });
});
