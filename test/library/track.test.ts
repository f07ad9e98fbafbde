import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEngine, type Outcome, parseScenario } from '../../src/index.js';
import { dailyRowsOf, readExport } from '../../src/library/calibrate.js';

const PLAN = `name: Small
currency: AZN
start: 2027-03-01
horizon: 10 weeks
budget: 7000
draws: 256
economics: { order_value: 20 to 40, margin: 60% }
lines: [{ platform: facebook, stage: awareness, budget: 7000, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, cvr: 1% to 3% }]
`;

/** 100 a day at a price of 4: 25,000 impressions, 375 clicks, 6 conversions. */
const exportText = (currency: string): string => {
  const rows = Array.from({ length: 31 }, (_, day) => {
    const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
    return `${date},facebook,Reach,100,${currency},25000,375,6`;
  });
  return `Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions\n${rows.join('\n')}\n`;
};

function unwrapped<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

it('holds a plan against exports, and says in the library’s one style why it cannot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huni-library-track-'));
  const engine = createEngine({ threads: 0 });
  try {
    const reading = await parseScenario(PLAN, 'plan.yaml');
    if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
    const actuals = async (currency: string) => {
      const path = join(folder, `${currency}.csv`);
      await writeFile(path, exportText(currency));
      return unwrapped(dailyRowsOf([await readExport(path, {})]));
    };
    const { result, forecast } = unwrapped(
      await engine.track(reading.scenario, await actuals('AZN'), { settleDays: 3, replan: false }),
    );
    // Four weeks are over on the 28th of March; what was spent until the 31st is spent.
    expect(result).toMatchObject({ as_of: '2027-03-28', periods: { whole: 4, all: 10 } });
    expect(result.spend).toMatchObject({ spent: 3100, left: 3900, unmatched: 0 });
    expect(result.lines[0]!.came).toEqual({ impressions: 700_000, clicks: 10_500, conversions: 168 });
    expect(forecast.result.plans.given.kpis.total.orders).toEqual(result.kpis.now.orders);
    expect(await engine.track(reading.scenario, await actuals('USD'))).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('the exports are in USD, the plan in AZN') },
    });
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
});
