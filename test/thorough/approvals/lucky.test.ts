// @module-tag slow
import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import * as amounts from '../../../src/approvals/amount.js';
import { approveReport, recordPolicy } from '../../../src/approvals/decide.js';
import { newKeyPair } from '../../../src/approvals/keys.js';
import { openLedger } from '../../../src/approvals/store.js';
import { submit } from '../../../src/approvals/submit.js';
import { recordSources } from '../../../src/cli/scenario-sources.js';
import { runForecast } from '../../../src/forecast/run.js';
import { renderReport, writeReport } from '../../../src/report/index.js';
import { readScenario } from '../../../src/scenario/index.js';

// Modules that another file of this process has loaded know no mock; and none after this one is to know it.
vi.hoisted(() => vi.resetModules());
vi.mock('../../../src/approvals/amount.js', async (original) => {
  const actual = await original<typeof amounts>();
  return { ...actual, amountDrawnAnew: vi.fn(actual.amountDrawnAnew) };
});

const root = await mkdtemp(join(tmpdir(), 'huni-lucky-'));
afterAll(async () => {
  vi.doUnmock('../../../src/approvals/amount.js');
  vi.resetModules();
  await rm(root, { recursive: true, force: true });
});

// What a creator earns is a share of a revenue that hangs on many guesses, so that a P95 has much of luck in it.
const PLAN = `name: Share
currency: AZN
horizon: 4 weeks
budget: 1000
draws: 64
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
creators:
  - { name: Rufat, platform: instagram, followers: 90k, posts: 8, reach_rate: 25% to 45%, fee: 0, revenue_share: 30% }
`;

async function forecastOf(folder: string) {
  await writeFile(join(folder, 'plan.yaml'), PLAN);
  const recorder = recordSources();
  const reading = await readScenario(join(folder, 'plan.yaml'), { readFile: recorder.readFile });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  return { recorder, forecast: await runForecast(reading.scenario, { optimize: false, workers: 1 }) };
}

it('an amount that was tried until its draws were kind is less than what an approver may sign for', async () => {
  const { forecast } = await forecastOf(root);
  const { scenario, result } = forecast;
  const request = { scenario, plan: result.plans.given, kind: 'given', workers: 1 } as const;
  // Whoever knows what the seed hangs on takes the best of many; here of 24.
  const tried: amounts.Amount[] = [];
  for (let k = 0; k < 24; k++) tried.push(await amounts.amountOf({ ...request, previous: `entry ${k}` }));
  const honest = tried.reduce((sum, { amount }) => sum + amount, 0) / tried.length;
  const lucky = tried.reduce((least, one) => (one.amount < least.amount ? one : least));
  expect(honest - lucky.amount).toBeGreaterThan(lucky.error);
  const [one, other] = [
    await amounts.amountDrawnAnew(request, lucky.draws),
    await amounts.amountDrawnAnew(request, lucky.draws),
  ];
  for (const { amount, error, draws } of [one, other]) {
    expect(draws).toBe(4 * lucky.draws);
    expect(error).toBeLessThan(0.7 * lucky.error);
    // The mean of 24 has less of an error than each of them, and the approver's draws half of it.
    expect(Math.abs(amount - honest)).toBeLessThan(4 * Math.hypot(error, lucky.error / Math.sqrt(24)));
  }
  // Nobody knows them before: no two are alike.
  expect(one.amount).not.toBe(other.amount);
});

it('what the plan costs on draws of the approver is covered by the limit, or nothing is signed', async () => {
  const folder = join(root, 'report');
  const { recorder, forecast } = await forecastOf(root);
  await writeReport(
    new Map([...(await renderReport(forecast, { includeCharts: false })), ...recorder.files()]),
    folder,
  );
  const [owner, aysel] = [newKeyPair(), newKeyPair()];
  const [ownersKey, key] = [owner, aysel].map(({ privatePem }) => createPrivateKey(privatePem)) as [
    ReturnType<typeof createPrivateKey>,
    ReturnType<typeof createPrivateKey>,
  ];
  const ledger = openLedger(join(root, 'ledger.db'), { create: true });
  const now = new Date('2027-03-01T09:00:00Z');
  const approvers = [{ name: 'Aysel', key: aysel.publicKey, limit: 5000 }];
  recordPolicy(ledger, { currency: 'AZN', owner: null, approvers, sha256: 'ab'.repeat(32) }, ownersKey, now);
  const { id, submission } = await submit(ledger, { folder, now, key, workers: 1 });
  const approved = (limit?: number) =>
    approveReport(ledger, { id, by: 'Aysel', key, now, workers: 1, ...(limit === undefined ? {} : { limit }) });
  const drawn = (amount: number) =>
    vi.mocked(amounts.amountDrawnAnew).mockResolvedValueOnce({ ...submission, amount, error: 2 });
  const { amount } = submission;
  try {
    drawn(amount + 6.5);
    await expect(approved(amount)).rejects.toThrow(
      /--limit: found .*expected at least about .*: so much is the P95 of its costs on draws that nobody could know before\. Nothing/,
    );
    // Above what the policy allows: the limit that the costs ask for isn't Aysel's to give.
    drawn(5000.01);
    await expect(approved()).rejects.toThrow(/limit of Aysel: found .*5.000.*as the policy allows/);
    expect(ledger.entries().length).toBe(2);
    drawn(amount + 6.5);
    expect((await approved()).decision).toMatchObject({ kind: 'approve', limit: amount + 6.5 });
  } finally {
    ledger.close();
  }
});
