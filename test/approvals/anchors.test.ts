import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchorFaults, anchorMismatches, anchorOf } from '../../src/approvals/anchor.js';
import { auditLedger, type History } from '../../src/approvals/audit.js';
import { approve, recordPolicy } from '../../src/approvals/decide.js';
import { ApprovalError } from '../../src/approvals/errors.js';
import { readReceipt, receiptFaults, receiptText } from '../../src/approvals/folder.js';
import { newKeyPair } from '../../src/approvals/keys.js';
import { knownLedgers } from '../../src/approvals/known-ledgers.js';
import { nameFault } from '../../src/approvals/names.js';
import { scenarioOf } from '../../src/approvals/reproduce.js';
import { openLedger } from '../../src/approvals/store.js';
import { required } from '../../src/required.js';
import { readScenario } from '../../src/scenario/index.js';
import { submissionWith } from './bodies.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-anchors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function person() {
  const { privatePem, publicKey } = newKeyPair();
  return { key: createPrivateKey(privatePem), publicKey };
}
const [owner, aysel, stranger] = [person(), person(), person()];
const now = new Date('2027-03-01T09:00:00Z');
const path = join(folder, 'ledger.db');

let history: History;
beforeAll(() => {
  const ledger = openLedger(path, { create: true });
  const approvers = [{ name: 'Aysel', key: aysel.publicKey, limit: null }];
  recordPolicy(ledger, { currency: 'AZN', owner: null, approvers, sha256: 'cd'.repeat(32) }, owner.key, now);
  ledger.append(now.toISOString(), submissionWith());
  approve(ledger, { id: 2, by: 'Aysel', key: aysel.key, now });
  history = auditLedger(ledger).history;
  ledger.close();
});

describe('a ledger that is held against what is known of it', () => {
  const hashes = () => history.all.map(({ entry }) => entry.hash);

  it('is the one of an owner who signed a policy in it', () => {
    expect(anchorMismatches('here', history, { owner: owner.publicKey })).toEqual([]);
    const found = anchorMismatches('here', history, { owner: stranger.publicKey }).map(String);
    expect(found).toEqual([expect.stringMatching(/^here: found policies of ed25519:.*as --owner says$/)]);
  });

  it('is the one with an entry of a hash, by its first twelve digits at least', () => {
    for (const hash of hashes()) {
      expect(anchorMismatches('here', history, { head: hash })).toEqual([]);
      expect(anchorMismatches('here', history, { head: hash.slice(0, 12) })).toEqual([]);
      expect(anchorMismatches('here', history, { head: hash.slice(0, 11) })).toHaveLength(1);
    }
    const found = anchorMismatches('here', history, { head: '0123456789ab' }).map(String);
    expect(found).toEqual([expect.stringContaining('no entry of hash 0123456789ab')]);
  });

  it('is the one that was last seen where it has only grown since', () => {
    const anchor = anchorOf(history);
    expect(anchor).toEqual({ owner: owner.publicKey, head: { seq: 3, hash: hashes()[2] } });
    expect(anchorFaults('here', history, anchor)).toEqual([]);
    const before = { ...history, all: history.all.slice(0, 2) };
    expect(anchorFaults('here', history, anchorOf(before))).toEqual([]);
    expect(anchorFaults('here', before, anchor).map(String)).toEqual([expect.stringContaining('no entry 3')]);
    expect(anchorFaults('here', { ...history, all: [] }, anchor)).toHaveLength(2);
  });
});

describe('what a person has seen of ledgers', () => {
  it('is kept outside of them, and nothing where none was ever seen', async () => {
    const known = knownLedgers(join(folder, 'known'));
    expect(await known.anchorsOf(path)).toEqual([]);
    expect(await known.remember(path, anchorOf(history))).toBe(true);
    expect(await known.anchorsOf(path)).toEqual([anchorOf(history)]);
    writeFileSync(known.pathOf(path), '{}');
    await expect(known.anchorsOf(path)).rejects.toThrow(/found something else/);
  });

  it("is not taken for nothing where a file is in the folder's place, and what is told is not kept", async () => {
    const place = join(folder, 'a-file');
    writeFileSync(place, 'mine');
    const known = knownLedgers(place);
    await expect(known.anchorsOf(path)).rejects.toThrow(ApprovalError);
    expect(await known.remember(path, anchorOf(history))).toBe(false);
    expect(readFileSync(place, 'utf8')).toBe('mine');
  });
});

describe('the receipt of a submission', () => {
  const submitted = () => required(history.submissions[0]);

  it('is read as it was written, and says what the ledger says', async () => {
    const { entry, body } = submitted();
    const reports = join(folder, 'reports');
    mkdirSync(reports);
    expect(await readReceipt(reports)).toBeNull();
    writeFileSync(join(reports, 'submission.json'), receiptText(entry, body));
    const receipt = required(await readReceipt(reports));
    expect(receipt).toMatchObject({ submission: 2, entry: entry.hash, plan: 'given', amount: 1100 });
    expect(receiptFaults(reports, path, receipt, submitted())).toEqual([]);
    const faults = receiptFaults(reports, path, { ...receipt, amount: 1000 }, submitted()).map(String);
    expect(faults).toEqual([expect.stringMatching(/amount: found 1000, expected 1100/)]);
  });

  it.each([
    ['another plan', { plan: 'robust' }],
    ['a word too many', { more: true }],
    ['less than nothing', { amount: -1 }],
  ])('is none with %s', async (_, change) => {
    const { entry, body } = submitted();
    const reports = mkdtempSync(join(folder, 'changed-'));
    const text = JSON.stringify({ ...JSON.parse(receiptText(entry, body)), ...change });
    writeFileSync(join(reports, 'submission.json'), text);
    await expect(readReceipt(reports)).rejects.toThrow(/found something else/);
  });
});

it('names damage that a database tells of itself, its rows and triggers being as they were', () => {
  const damaged = join(folder, 'damaged.db');
  const bytes = readFileSync(path);
  // How many pages are free (SQLite's file format, offset 36): one, where none is.
  bytes.writeUInt32BE(1, 36);
  writeFileSync(damaged, bytes);
  const ledger = openLedger(damaged, { create: false });
  const faults = ledger.faults().map(String);
  ledger.close();
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/free.*expected a sound database/is);
});

it.each([
  ['Aysel', null],
  ['Əli Həsənov', null],
  ['ﬁnance', 'which is written with letters that stand for others'],
  ['Ａysel', 'which is written with letters that stand for others'],
  ['Jose\u0301', 'which is written with letters that stand for others'],
  ['Ay\u200bsel', "which has characters that can't be seen"],
  ['Aysel  M', "which has spaces that can't be told apart"],
])('a name that everybody can see is one: %s', (name, fault) => {
  expect(nameFault(name)?.toString() ?? null).toEqual(fault === null ? null : expect.stringContaining(fault));
});

it('finds the scenario of a report under the seed, draws and sampler that it was run with', async () => {
  const report = join(folder, 'report');
  mkdirSync(join(report, 'scenario'), { recursive: true });
  const file = join(report, 'scenario', 'plan.yaml');
  writeFileSync(
    file,
    `currency: USD
horizon: 4 weeks
seed: of the file
draws: 1024
budget: 400
economics: { order_value: 30, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 400 }
`,
  );
  const reading = await readScenario(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const engine = { seed: 'of the run', draws: 512, sampler: 'mc' } as const;
  const result = { engine, scenario: { sha256: reading.scenario.sha256 } };
  type Result = Parameters<typeof scenarioOf>[1];
  const { scenario, sources } = await scenarioOf(report, result as unknown as Result);
  expect(scenario).toMatchObject(engine);
  expect([...sources]).toEqual(['scenario/plan.yaml']);
  const other = { engine, scenario: { sha256: '0'.repeat(64) } };
  await expect(scenarioOf(report, other as unknown as Result)).rejects.toThrow(/none with the hash in result\.json/);
});
