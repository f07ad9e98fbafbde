import { describe, expect, it } from 'vitest';
import { type Authority, decisionFault } from '../../src/approvals/audit.js';
import { type Claim, claimFaults, sameFiles } from '../../src/approvals/claim.js';
import { receiptFaults } from '../../src/approvals/folder.js';
import { nameFault } from '../../src/approvals/names.js';

const HASH = 'ab'.repeat(32);
const KEY = `ed25519:${'a'.repeat(43)}`;

/** A policy under which Aysel may approve up to 1,500.00, and a submission that asks for 1,000.00. */
const AUTHORITY = {
  policy: {
    entry: { hash: HASH },
    body: { currency: 'AZN', approvers: [{ name: 'Aysel', key: KEY, limit: 1500 }] },
  },
  submission: { entry: { hash: HASH }, body: { amount: 1000, currency: 'AZN' }, decisions: [], state: 'waiting' },
} as unknown as Authority;

const approval = (changes: Readonly<Record<string, unknown>> = {}) =>
  ({
    kind: 'approve',
    submission: 2,
    entry: HASH,
    policy: HASH,
    by: 'Aysel',
    key: KEY,
    limit: 1500,
    ...changes,
  }) as unknown as Parameters<typeof decisionFault>[0];
const faultOf = (changes?: Readonly<Record<string, unknown>>) => {
  const fault = decisionFault(approval(changes), AUTHORITY);
  return fault === null ? null : String(fault);
};

describe('a decision', () => {
  it('may go up to the very limit of the policy, and down to the very amount asked for', () => {
    expect(faultOf()).toBeNull();
    expect(faultOf({ limit: 1000 })).toBeNull();
    expect(faultOf({ limit: 1500.01 })).toMatch(/expected at most ₼1,500\.00, as the policy allows/);
    expect(faultOf({ limit: 999.99 })).toContain('expected at least the');
  });

  it('of somebody whom the policy does not know is refused by name, and a name that only looks like one says so', () => {
    expect(faultOf({ by: 'Rauf' })).toMatch(/found Rauf, expected one of the policy's: Aysel/);
    // А of the Cyrillic script.
    expect(faultOf({ by: '\u0410ysel' })).toMatch(/found \u0410ysel, which looks like Aysel and is written otherwise/);
  });

  it('under another policy, on another entry, or by another key is none', () => {
    expect(faultOf({ policy: 'cd'.repeat(32) })).toContain('under another policy');
    expect(faultOf({ entry: 'cd'.repeat(32) })).toContain('another submission');
    expect(faultOf({ key: `ed25519:${'b'.repeat(43)}` })).toMatch(/^key of Aysel/);
  });
});

describe('a name of a policy', () => {
  it('is written in letters that stand for themselves, with spaces that can be told apart', () => {
    for (const name of ['Aysel', 'Əli Məmmədov', 'محمد', 'Léa']) expect([name, nameFault(name)]).toEqual([name, null]);
    // Full-width letters, a ligature, and an accent that is a letter of its own.
    for (const name of ['\uff21ysel', 'o\ufb03ce', 'Le\u0301a']) {
      expect([name, String(nameFault(name))]).toEqual([name, expect.stringContaining('letters that stand for others')]);
    }
    expect(String(nameFault('Aysel  M'))).toContain("spaces that can't be told apart");
  });
});

describe('a receipt', () => {
  const body = { plan: 'given', currency: 'AZN', amount: 1000, signer: KEY } as const;
  const receipt = { format: 'huni.submission/2', submission: 2, entry: HASH, ...body } as const;
  const recorded = { entry: { hash: HASH }, body } as unknown as Parameters<typeof receiptFaults>[3];
  const faults = (changes: object) =>
    receiptFaults('report', 'ledger.db', { ...receipt, ...changes }, recorded).map(String);

  it('says what the ledger says, or is told apart by what it says otherwise', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ amount: 999 })).toEqual([
      expect.stringMatching(/submission\.json: amount: found 999, expected 1000, as the ledger has it/),
    ]);
    expect(faults({ plan: 'optimized', currency: 'USD' })).toHaveLength(2);
  });

  it('is of the entry that the ledger has', () => {
    expect(faults({ entry: 'cd'.repeat(32) })).toEqual([
      expect.stringMatching(/^ledger\.db: entry 2: found hash abababababab, expected cdcdcdcdcdcd/),
    ]);
    const [missing] = receiptFaults('report', 'ledger.db', receipt, undefined).map(String);
    expect(missing).toMatch(/^ledger\.db: entry 2: found no such submission/);
  });
});

describe('a submission', () => {
  const claim = {
    scenario: { name: 'Spring', sha256: 'ab'.repeat(32) },
    engine: { version: '0.1.0', build: 'cd'.repeat(32) },
    currency: 'USD',
    budget: 1000,
    amount: 1200,
    error: 1.5,
    draws: 16_384,
  } as Claim;
  const faults = (changes: Partial<Claim>) =>
    claimFaults('report', { ...claim, ...changes } as unknown as Parameters<typeof claimFaults>[1], claim).map(String);

  it('says what a new run does, or each thing that it says otherwise is told by itself', () => {
    expect(faults({})).toEqual([]);
    const { scenario, engine } = claim;
    const others: readonly (readonly [Partial<Claim>, RegExp])[] = [
      [{ scenario: { ...scenario, name: 'Autumn' } }, /report: scenario: found Autumn, expected Spring from a new run/],
      [{ scenario: { ...scenario, sha256: 'ef'.repeat(32) } }, /scenario: found efefefefefef, expected abababababab/],
      [{ currency: 'EUR' }, /currency: found EUR, expected USD/],
      [{ budget: 999.99 }, /budget: found \$999\.99, expected \$1,000\.00/],
      [{ amount: 1100 }, /: amount: found \$1,100\.00, expected \$1,200\.00/],
      [{ error: 1 }, /error of the amount: found \$1\.00, expected \$1\.50/],
      [{ draws: 32_768 }, /draws: found 32768, expected 16384/],
      [{ engine: { ...engine, version: '0.2.0' } }, /version: found 0\.2\.0, expected 0\.1\.0/],
      [
        { engine: { ...engine, build: 'ef'.repeat(32) } },
        /huni: found a program of hash cdcdcdcdcdcd, expected efefef/,
      ],
    ];
    for (const [changes, fault] of others) expect(faults(changes)).toEqual([expect.stringMatching(fault)]);
  });

  it('has the files that were submitted: as many, by their names and contents', () => {
    const files = ['a', 'b'].map((path) => ({ path, sha256: HASH }));
    const [first, second] = files as [(typeof files)[0], (typeof files)[0]];
    expect(sameFiles(files, [first, { ...second }])).toBe(true);
    expect(sameFiles(files, [first])).toBe(false);
    expect(sameFiles([first], files)).toBe(false);
    expect(sameFiles(files, [first, { ...second, path: 'c' }])).toBe(false);
    expect(sameFiles(files, [first, { ...second, sha256: 'cd'.repeat(32) }])).toBe(false);
  });
});
