import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger } from '../../src/approvals/audit.js';
import { statementOf } from '../../src/approvals/entries.js';
import { newKeyPair, publicKeyText, signText } from '../../src/approvals/keys.js';
import { policyIn } from '../../src/approvals/policy.js';
import { type Prepared, prepareDecision, preparePolicy, recordSigned } from '../../src/approvals/signed-elsewhere.js';
import { type Ledger, openLedger } from '../../src/approvals/store.js';
import { submissionWith } from './bodies.js';

const NOW = new Date('2027-01-02T03:04:05.678Z');

describe('an entry that is signed elsewhere', () => {
  let folder: string;
  let ledger: Ledger;
  const key = createPrivateKey(newKeyPair().privatePem);
  const other = createPrivateKey(newKeyPair().privatePem);
  const policy = policyIn(
    `currency: AZN\napprovers:\n  - { name: Aysel, key: "${publicKeyText(key)}", limit: unlimited }\n`,
    'policy',
  );
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huni-elsewhere-'));
    ledger = openLedger(join(folder, 'ledger.db'), { create: true });
  });
  afterEach(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is recorded as if it had been signed here', () => {
    const prepared = preparePolicy(ledger, policy, publicKeyText(key), NOW);
    recordSigned(ledger, prepared, signText(prepared.statement, key));
    const { history, faults } = auditLedger(ledger);
    expect(faults).toEqual([]);
    expect(history.policy?.body.approvers.map(({ name }) => name)).toEqual(['Aysel']);
  });

  it('is refused with another key, another statement, or after another entry', () => {
    const prepared = preparePolicy(ledger, policy, publicKeyText(key), NOW);
    expect(() => recordSigned(ledger, prepared, signText(prepared.statement, other))).toThrow(
      /signature does not hold/,
    );
    expect(() => recordSigned(ledger, prepared, signText(`${prepared.statement} `, key))).toThrow(
      /signature does not hold/,
    );
    const late = preparePolicy(ledger, policy, publicKeyText(key), NOW);
    recordSigned(ledger, prepared, signText(prepared.statement, key));
    expect(() => recordSigned(ledger, late, signText(late.statement, key))).toThrow(/somebody else recorded something/);
    expect(() => preparePolicy(ledger, policy, publicKeyText(other), NOW)).toThrow(/the policy owner's/);
    expect(ledger.entries().length).toBe(1);
  });

  it('stands at a time not before the last one, as any other', () => {
    const first = preparePolicy(ledger, policy, publicKeyText(key), NOW);
    recordSigned(ledger, first, signText(first.statement, key));
    const second = preparePolicy(ledger, policy, publicKeyText(key), new Date(NOW.getTime() - 1000));
    expect(second.position.at).toBe(NOW.toISOString());
    recordSigned(ledger, second, signText(second.statement, key));
    expect(auditLedger(ledger).faults).toEqual([]);
  });

  it('is held against the policy when it is recorded, whoever prepared it', () => {
    const limited = policyIn(
      `currency: AZN\napprovers:\n  - { name: Aysel, key: "${publicKeyText(key)}", limit: 1500 }\n`,
      'policy',
    );
    const first = preparePolicy(ledger, limited, publicKeyText(other), NOW);
    recordSigned(ledger, first, signText(first.statement, other));
    ledger.append(NOW.toISOString(), submissionWith());
    const asked = { id: 2, by: 'Aysel', publicKey: publicKeyText(key), now: NOW } as const;
    const own = prepareDecision(ledger, { ...asked, verdict: { kind: 'approve', limit: 1500 } });
    // Its statement is of these words, and the signature of that statement: nothing but the policy is against it.
    const body = { ...own.body, limit: 1500.01 } as Prepared['body'];
    const raised = { ...own, body, statement: statementOf(own.position, body) };
    expect(() => recordSigned(ledger, raised, signText(raised.statement, key))).toThrow(/as the policy allows/);
    expect(ledger.entries().length).toBe(2);
    recordSigned(ledger, own, signText(own.statement, key));
    const { history, faults } = auditLedger(ledger);
    expect([faults, history.submissions.map(({ state }) => state)]).toEqual([[], ['approved']]);
  });
});
