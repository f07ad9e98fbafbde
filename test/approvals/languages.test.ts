import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anchorFaults, anchorMismatches } from '../../src/approvals/anchor.js';
import { audit, auditLedger, type History } from '../../src/approvals/audit.js';
import { approve, recordPolicy, reject } from '../../src/approvals/decide.js';
import { ApprovalError } from '../../src/approvals/errors.js';
import { readReceipt, readResult } from '../../src/approvals/folder.js';
import { newKeyPair, readPrivateKey } from '../../src/approvals/keys.js';
import { type PolicyFile, policyIn, readPolicyFile } from '../../src/approvals/policy.js';
import { openLedger } from '../../src/approvals/store.js';
import { formatMoney } from '../../src/units/money.js';
import { translationsOf } from '../../src/words/catalogues/index.js';
import { type Said, translatedBy } from '../../src/words/said.js';
import { command } from '../cli/in-process.js';
import { submissionWith } from './bodies.js';

const LANGUAGES = ['az', 'tr', 'ar'] as const;
/** Words of English that stand in no name, path, option or key of these tests; `Aysel` and `huni submit` aren't among them. */
const ENGLISH =
  /\b(the|is|are|was|were|no|of|found|expected|which|with|nothing|recorded|entry|owner's|signed|approved|rejected|waiting|plan:|by|up to)\b/i;

const folder = mkdtempSync(join(tmpdir(), 'huni-languages-'));
const path = join(folder, 'ledger.db');
// What is noted of ledgers goes there, not to whoever runs the tests.
vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'home'));
vi.stubEnv('APPDATA', join(folder, 'home'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const person = () => {
  const { privatePem, publicKey } = newKeyPair();
  return { key: createPrivateKey(privatePem), publicKey };
};
const [owner, aysel, stranger] = [person(), person(), person()];
const now = new Date('2027-03-01T09:00:00Z');
const POLICY: PolicyFile = {
  currency: 'AZN',
  owner: null,
  approvers: [{ name: 'Aysel', key: aysel.publicKey, limit: 1500 }],
  sha256: 'cd'.repeat(32),
};

const refusals: ApprovalError[] = [];
const faults: Said[] = [];

/** What is refused, kept for all languages. */
async function refused(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ApprovalError)) throw error;
    refusals.push(error);
    return;
  }
  throw new Error('nothing was refused');
}

beforeAll(async () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  mkdirSync(join(folder, 'ab'));
  await refused(() => openLedger(join(folder, 'missing.db'), { create: false }));
  await refused(() => openLedger(join(folder, 'ab'), { create: false }));
  await refused(() => openLedger(file('text.db', 'x'.repeat(5000)), { create: false }));
  await refused(() => readPolicyFile(join(folder, 'missing.yaml')));
  const approvers = (text: string) => `currency: AZN\napprovers:\n${text}`;
  for (const text of [
    '{',
    'x',
    'approvers: 3',
    'currency: gold\napprovers: []',
    approvers('  - { name: Aysel, key: x, limit: 3 }'),
    approvers(`  - { name: Aysel, key: '${aysel.publicKey}', limit: 70% }`),
    approvers(`  - { name: "A\\u0443sel", key: '${aysel.publicKey}', limit: unlimited }`),
    approvers(
      ['Aysel', 'AyseI']
        .map((name, k) => `  - { name: ${name}, key: '${[aysel, owner][k]!.publicKey}', limit: 1 }`)
        .join('\n'),
    ),
  ])
    await refused(() => policyIn(text, 'policy.yaml'));
  await refused(() => readPrivateKey(join(folder, 'missing.key')));
  await refused(() => readResult(folder));
  writeFileSync(join(folder, 'ab', 'submission.json'), '{}');
  await refused(() => readReceipt(join(folder, 'ab')));

  const ledger = openLedger(path, { create: true });
  ledger.append(now.toISOString(), submissionWith());
  await refused(() => approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now }));
  recordPolicy(ledger, POLICY, owner.key, now);
  await refused(() => recordPolicy(ledger, POLICY, stranger.key, now));
  await refused(() => approve(ledger, { id: 7, by: 'Aysel', key: aysel.key, now }));
  await refused(() => approve(ledger, { id: 1, by: 'Kamran', key: aysel.key, now }));
  await refused(() => approve(ledger, { id: 1, by: 'Aysel', key: stranger.key, now }));
  await refused(() => approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now, limit: 2000 }));
  await refused(() => approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now, limit: 3 }));
  approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now });
  await refused(() => approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now }));
  reject(ledger, { id: 1, by: 'Aysel', key: aysel.key, now, reason: 'bahadır' });
  await refused(() => recordPolicy(ledger, POLICY, owner.key, new Date('2027-03-01T07:00:00Z')));
  const entries = ledger.entries();
  const { history } = audit(entries, path);
  ledger.close();
  const empty: History = { all: [], policy: null, submissions: [] };
  faults.push(
    ...anchorFaults(path, history, { owner: stranger.publicKey, head: { seq: 1, hash: 'ef'.repeat(32) } }),
    ...anchorMismatches(path, empty, { owner: owner.publicKey, head: 'ef'.repeat(32) }),
    ...audit(
      entries.map((entry) => (entry.seq === 2 ? { ...entry, at: 'x', body: '{}' } : entry)),
      path,
    ).faults,
    ...audit(entries.slice(1), path).faults,
  );
  const damaged = join(folder, 'damaged.db');
  openLedger(damaged, { create: true }).close();
  const database = new DatabaseSync(damaged);
  database.exec('DROP TRIGGER entries_are_not_changed; CREATE TABLE mine (x)');
  database.close();
  const opened = openLedger(damaged, { create: false });
  faults.push(...auditLedger(opened).faults);
  opened.close();
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('a ledger refuses and complains without a word of English', async () => {
    const translations = await translationsOf(language);
    expect([refusals.length, faults.length > 12]).toEqual([24, true]);
    const told = [
      ...refusals.map((error) => error.translatedBy(translations)),
      ...faults.map((fault) => translatedBy(translations, fault)),
    ];
    expect(told.map((text) => text.replaceAll(folder, '')).filter((text) => ENGLISH.test(text))).toEqual([]);
  });

  it('the commands answer, too', async () => {
    const policy = await command(['policy', '--store', path, '--language', language]);
    const listed = await command(['ledger', '--store', path, '--language', language]);
    const never = await command(['verify', join(folder, 'ab'), '--store', path, '--language', language]);
    expect([policy.code, listed.code]).toEqual([0, 0]);
    expect(listed.out).toContain('bahadır');
    // Figures are written as the language writes them, not as the currency's country does.
    const amount = formatMoney(1500, 'AZN', { locale: language, precision: 'exact' });
    expect(policy.out).toContain(amount);
    if (language === 'ar') expect(amount).not.toMatch(/1\.500,00/);
    for (const text of [policy.out, policy.err, listed.out, listed.err, never.out, never.err]) {
      expect(text.replaceAll(folder, '')).not.toMatch(ENGLISH);
    }
  });
});

it('amounts of manats in an English sentence are written as English writes them', async () => {
  const policy = await command(['policy', '--store', path, '--language', 'en']);
  expect(policy.out).toContain('up to ₼1,500.00');
  expect(refusals.map(String).join()).not.toMatch(/\d\.\d{3},\d\d/);
});

it('in English they read as they did', () => {
  expect(refusals.map(String)[0]).toMatch(/missing\.db: found nothing that can be opened, expected huni's ledger/);
  expect(refusals.every((error) => error.message === String(error.said))).toBe(true);
});
