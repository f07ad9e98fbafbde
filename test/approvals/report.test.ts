import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedPlan } from '../../src/approvals/approved-plan.js';
import { audit } from '../../src/approvals/audit.js';
import { approve, recordPolicy } from '../../src/approvals/decide.js';
import { newKeyPair } from '../../src/approvals/keys.js';
import { type Ledger, openLedger } from '../../src/approvals/store.js';
import { submit } from '../../src/approvals/submit.js';
import { verifyFolder } from '../../src/approvals/verify.js';
import { recordSources } from '../../src/cli/scenario-sources.js';
import { runForecast } from '../../src/forecast/run.js';
import { renderReport, writeReport } from '../../src/report/index.js';
import { readScenario } from '../../src/scenario/index.js';

const PLAN = `name: Small
currency: AZN
horizon: 2 weeks
budget: 1000.01
draws: 32
creative: off
noise: off
economics: { order_value: 20 to 40, margin: 60%, fee: 10%, fixed_costs: [{ name: Content, amount: 99.5 }] }
lines:
  - { platform: instagram, stage: awareness, budget: 1000.01, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
`;
const now = new Date('2027-03-01T09:00:00Z');
const keys = newKeyPair();
const key = createPrivateKey(keys.privatePem);
const options = { workers: 0 };

let root: string;
let folder: string;
let ledger: Ledger;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'huni-approved-'));
  folder = join(root, 'report');
  await writeFile(join(root, 'small.yaml'), PLAN);
  const recorder = recordSources();
  const reading = await readScenario(join(root, 'small.yaml'), { readFile: recorder.readFile, root });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  const forecast = await runForecast(reading.scenario, { optimize: false, ...options });
  await writeReport(
    new Map([...(await renderReport(forecast, { includeCharts: false })), ...recorder.files()]),
    folder,
  );
  ledger = openLedger(join(root, 'ledger.db'), { create: true });
  const approvers = [{ name: 'Aysel', key: keys.publicKey, limit: 5000 }];
  recordPolicy(ledger, { currency: 'AZN', owner: null, approvers, sha256: 'ab'.repeat(32) }, key, now);
});
afterAll(async () => {
  ledger.close();
  await rm(root, { recursive: true, force: true });
});

const faultsOf = async (rerun: boolean): Promise<string[]> =>
  (await verifyFolder(ledger, folder, { ...options, rerun })).faults.map(String);

/** With a file as it is changed, and then as it was. */
async function edited<T>(name: string, change: (text: string) => string | null, look: () => Promise<T>): Promise<T> {
  const path = join(folder, name);
  const before = await readFile(path, 'utf8').catch(() => null);
  const after = change(before ?? '');
  await (after === null ? rm(path) : writeFile(path, after));
  try {
    return await look();
  } finally {
    await (before === null ? rm(path) : writeFile(path, before));
  }
}

describe('a report from a run to its approval', () => {
  it('is taken as a new run writes it, is verified by another, and gives the plan that was approved', async () => {
    expect(await verifyFolder(ledger, folder, options)).toMatchObject({ submission: null, reproduced: null });
    await expect(submit(ledger, { folder, now, key, plan: 'optimized', ...options })).rejects.toThrow(
      '--plan: found optimized, expected given: the result has no other plan',
    );
    const { id, submission, isNew, unproven } = await submit(ledger, { folder, now, key, ...options });
    // 1000.01 · 1.1 + 99.5 = 1199.511: all costs are certain, so P95 is that.
    expect({ id, isNew, unproven, plan: submission.plan }).toEqual({ id: 2, isNew: true, unproven: [], plan: 'given' });
    expect([submission.budget, submission.amount, submission.error]).toEqual([1000.01, 1199.51, 0]);
    expect(submission.files.map(({ path }) => path)).toContain('scenario/small.yaml');

    const receipt = await readFile(join(folder, 'submission.json'), 'utf8');
    await writeFile(join(folder, 'submission.json'), receipt.slice(0, 40));
    expect(await submit(ledger, { folder, now, key, ...options })).toMatchObject({ id: 2, isNew: false });
    expect(await readFile(join(folder, 'submission.json'), 'utf8')).toBe(receipt);

    const history = () => audit(ledger.entries(), ledger.path).history;
    expect(await approvedPlan(history(), 'Small')).toBeNull();
    approve(ledger, { id, by: 'Aysel', key, now: new Date('2027-03-02T10:00:00Z') });
    const verified = await verifyFolder(ledger, folder, options);
    expect(verified).toMatchObject({ faults: [], reproduced: true, unproven: [], ignored: [] });
    expect(verified.submission?.state).toBe('approved');
    expect(verified.anew).toBeUndefined();

    expect(await approvedPlan(history(), 'Another')).toBeNull();
    const approved = await approvedPlan(history(), 'SMALL');
    expect(approved).toMatchObject({ submission: 2, on: '2027-03-02', scenario: { budget: 1000.01, draws: 32 } });
    expect(approved!.scenario.lines[0]).toMatchObject({ budget: 1000.01 });
    expect(Array.from(approved!.scenario.lines[0]!.flighting)).toEqual([0.5, 0.5]);
    await edited(
      'result.json',
      (text) => text.replace('"draws": 32', '"draws": 33'),
      async () => {
        await expect(approvedPlan(history(), 'Small')).rejects.toThrow(/result\.json: found another result/);
      },
    );
  });

  it('that was touched since is told by what was touched, without a new run and with one', async () => {
    expect(await faultsOf(false)).toEqual([]);
    const page = await edited(
      'report.html',
      (text) => text.replace('</html>', ' </html>'),
      () => faultsOf(true),
    );
    expect(page).toHaveLength(1);
    expect(page[0]).toMatch(/report\.html: found contents of hash \w{12}, expected \w{12}, as submitted$/);
    const gone = await edited(
      'report.html',
      () => null,
      () => faultsOf(false),
    );
    expect(gone).toEqual([expect.stringMatching(/report\.html: found no such file, expected \w{12}, as submitted$/)]);
    const more = await edited(
      'notes.txt',
      () => 'hello',
      () => faultsOf(false),
    );
    expect(more).toEqual([
      expect.stringMatching(/notes\.txt: found contents of hash \w{12}, expected nothing there, as submitted$/),
    ]);
    const receipt = await edited(
      'submission.json',
      () => '{}',
      () => faultsOf(false),
    );
    expect(receipt).toHaveLength(1);
    expect(receipt[0]).toMatch(/submission\.json/);
    const plan = await edited(
      'scenario/small.yaml',
      (text) => `${text}# more\n`,
      () => faultsOf(true),
    );
    expect(plan).toEqual([
      expect.stringMatching(/small\.yaml: found contents of hash/),
      expect.stringMatching(/^It could not be run again: .*found none with the hash/),
    ]);
  });

  it('whose figures were touched before is not taken', async () => {
    const taken = () => submit(ledger, { folder, now, key, ...options });
    await edited(
      'result.json',
      (text) => text.replace('"budget": 1000.01', '"budget": 900.01'),
      async () => {
        await expect(taken()).rejects.toThrow(
          /plans\.given\.lines\.0\.budget: found 900\.01, expected 1000\.01 from a new run\nNothing was recorded/,
        );
      },
    );
    await edited(
      'manifest.json',
      () => '{"files":',
      async () => {
        await expect(taken()).rejects.toThrow(
          /manifest\.json: found something else, expected the list of files that huni wrote\nNothing was recorded/,
        );
      },
    );
    expect(ledger.entries()).toHaveLength(3);
  });
});
