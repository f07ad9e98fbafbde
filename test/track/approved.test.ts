import { createPrivateKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { approve, recordPolicy } from '../../src/approvals/decide.js';
import { newKeyPair } from '../../src/approvals/keys.js';
import { openLedger } from '../../src/approvals/store.js';
import { submit } from '../../src/approvals/submit.js';
import type { TrackResult } from '../../src/track/result.js';
import { folderWith, huniHere as huni } from '../cli/support.js';
import { SLOW } from '../slow.js';
import { exportText, scenarioOf, simulateCampaign } from './support.js';

const PLAN = `name: Approved
currency: AZN
start: 2027-03-01
horizon: 8 weeks
budget: 4000
draws: 256
seed: approved
creative: off
economics: { order_value: 20 to 40, margin: 60% }
rules: { lock: 10 days }
lines:
  - { platform: instagram, stage: awareness, budget: 3000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 1000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
targets:
  - orders >= 100 with 50%
`;
/** What somebody has made of it since: more money, and a target that nobody approved. */
const CHANGED = PLAN.replace('budget: 4000', 'budget: 4500')
  .replace('budget: 3000', 'budget: 3500')
  .replace('with 50%', 'with 50%\n  - orders >= 150 with 20%');

let folder: string;
let remove: () => Promise<void>;

const track = (...more: string[]) =>
  huni(
    'track',
    join(folder, 'plan.yaml'),
    '--actuals',
    join(folder, 'export.csv'),
    '--workers',
    '1',
    '--json',
    ...more,
  );

beforeAll(async () => {
  ({ folder, remove } = await folderWith({ 'plan.yaml': PLAN }));
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'));
  const scenario = await scenarioOf(PLAN);
  const campaign = await simulateCampaign(
    scenario,
    'approved',
    { impressions: 0.02, clicks: 0.04, conversions: 0.05 },
    null,
  );
  await writeFile(join(folder, 'export.csv'), exportText(scenario, campaign, 3));
  const report = join(folder, 'report');
  await huni('run', join(folder, 'plan.yaml'), '--no-optimize', '--out', report, '--workers', '1');
  const pair = newKeyPair();
  const key = createPrivateKey(pair.privatePem);
  const now = new Date('2027-03-18T09:00:00Z');
  const ledger = openLedger(join(folder, 'ledger.db'), { create: true });
  const approvers = [{ name: 'Aysel', key: pair.publicKey, limit: 9000 }];
  recordPolicy(ledger, { currency: 'AZN', owner: null, approvers, sha256: 'ab'.repeat(32) }, key, now);
  const { id } = await submit(ledger, { folder: report, now, key, workers: 1 });
  approve(ledger, { id, by: 'Aysel', key, now });
  ledger.close();
  await writeFile(join(folder, 'plan.yaml'), CHANGED);
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await remove();
});

describe('what was approved', SLOW, () => {
  it('is what the ledger says: its band, its targets, and its lock from the day of the approval', async () => {
    const { out } = await track('--store', join(folder, 'ledger.db'));
    const told = JSON.parse(out) as TrackResult;
    expect(told.approval).toMatchObject({ on: '2027-03-18', changed: true });
    expect(told.kpis.approved.spend!.mean).toBeCloseTo(4000, 6);
    expect(told.kpis.now.spend!.mean).toBeCloseTo(4500, 6);
    expect(told.targets.map(({ approved }) => approved.probability !== null)).toEqual([true, false]);
    // Ten days from the 18th on are not over on the 21st.
    expect(told.replan).toEqual({ kind: 'nothing left', locked_until: '2027-03-28' });
  });

  it('is said to be another plan than the file has become, and not for the sake of a comment', async () => {
    const path = join(folder, 'plan.yaml');
    const how = ['--actuals', join(folder, 'export.csv'), '--store', join(folder, 'ledger.db'), '--workers', '1'];
    const { out } = await huni('track', path, ...how);
    expect(out.split('\n')[0]).toContain('the file is no longer what was approved on Mar 18, 2027');
    await writeFile(path, `# as agreed\n${PLAN}`);
    const told = JSON.parse((await track('--store', join(folder, 'ledger.db'))).out) as TrackResult;
    expect(told.approval).toMatchObject({ changed: false });
    await writeFile(path, CHANGED);
  });

  it('is the plan as it stands where no ledger is named: ten days from the start are over', async () => {
    const told = JSON.parse((await track()).out) as TrackResult;
    expect(told.approval).toBeNull();
    expect(told.kpis.approved.spend!.mean).toBeCloseTo(4500, 6);
    expect(told.replan.kind).toBe('planned');
  });

  it('is refused where nothing of that name was approved, and where the report is another one now', async () => {
    const path = join(folder, 'plan.yaml');
    await writeFile(path, CHANGED.replace('name: Approved', 'name: Other'));
    const other = await track('--store', join(folder, 'ledger.db'));
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('found no approved plan called "Other"');
    await writeFile(path, CHANGED);
    await writeFile(join(folder, 'report', 'result.json'), '{}');
    expect(await track('--store', join(folder, 'ledger.db'))).toMatchObject({ code: 2, out: '' });
  });
});
