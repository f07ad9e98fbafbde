import { createPrivateKey } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLedger } from '../../src/approvals/audit.js';
import { approve, recordPolicy, reject } from '../../src/approvals/decide.js';
import { type Entry, entryHash } from '../../src/approvals/entries.js';
import { newKeyPair } from '../../src/approvals/keys.js';
import type { PolicyFile } from '../../src/approvals/policy.js';
import { openLedger } from '../../src/approvals/store.js';
import { submissionWith } from './bodies.js';

const folder = mkdtempSync(join(tmpdir(), 'huni-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function person() {
  const { privatePem, publicKey } = newKeyPair();
  return { key: createPrivateKey(privatePem), publicKey };
}
const [owner, aysel, rauf, stranger] = [person(), person(), person(), person()];
const now = new Date('2027-03-01T09:00:00Z');
const POLICY: PolicyFile = {
  currency: 'AZN',
  owner: null,
  approvers: [
    { name: 'Aysel', key: aysel.publicKey, limit: 1100 },
    { name: 'Rauf', key: rauf.publicKey, limit: null },
  ],
  sha256: 'cd'.repeat(32),
};

let path = '';
let count = 0;
/** A ledger with a policy (1), a submission approved by Aysel (2, 3), and one that Rauf rejected (4, 5): each test has a copy of it. */
const made = join(folder, 'made.db');
beforeAll(() => {
  const ledger = openLedger(made, { create: true });
  recordPolicy(ledger, POLICY, owner.key, now);
  ledger.append(now.toISOString(), submissionWith());
  approve(ledger, { id: 2, by: 'Aysel', key: aysel.key, now });
  ledger.append(now.toISOString(), submissionWith({ folder: 'reports/summer', amount: 5000 }));
  reject(ledger, { id: 4, by: 'Rauf', key: rauf.key, now, reason: 'too dear' });
  ledger.close();
});
beforeEach(() => {
  path = join(folder, `ledger-${count++}.db`);
  copyFileSync(made, path);
});

/** Changes the database behind the ledger's back. */
function tamper(change: (database: InstanceType<typeof DatabaseSync>) => void): void {
  const database = new DatabaseSync(path);
  change(database);
  database.close();
}

function withoutTriggers(change: (database: InstanceType<typeof DatabaseSync>) => void): void {
  tamper((database) => {
    const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
    change(database);
    for (const { sql } of triggers) database.exec(sql);
  });
}

function faults(): readonly string[] {
  const ledger = openLedger(path, { create: false });
  try {
    return auditLedger(ledger).faults.map(String);
  } finally {
    ledger.close();
  }
}

function use<T>(work: (ledger: ReturnType<typeof openLedger>) => T): T {
  const ledger = openLedger(path, { create: false });
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

it('hands back what was decided on, with the entry that it became', () => {
  const ledger = openLedger(path, { create: false });
  try {
    const { seq } = ledger.append(now.toISOString(), submissionWith({ folder: 'reports/autumn' }));
    const { entry, decision, submission } = approve(ledger, { id: seq, by: 'Aysel', key: aysel.key, now });
    expect(entry.seq).toBe(seq + 1);
    expect(JSON.parse(entry.body)).toEqual(decision);
    expect(decision).toMatchObject({ kind: 'approve', submission: seq, by: 'Aysel' });
    expect(submission.entry.seq).toBe(seq);
    expect(submission.body.folder).toBe('reports/autumn');
  } finally {
    ledger.close();
  }
});

describe('a ledger', () => {
  it('tells what came of each submission', () => {
    const { history, faults: found } = use(auditLedger);
    expect(found).toEqual([]);
    expect(history.submissions.map(({ entry, state }) => [entry.seq, state])).toEqual([
      [2, 'approved'],
      [4, 'rejected'],
    ]);
  });

  it.each([
    ['UPDATE entries SET at = at', /no entry is changed/],
    ['DELETE FROM entries WHERE seq = 5', /no entry is removed/],
    ["INSERT OR REPLACE INTO entries VALUES (5, 'x', 'x', 'x', 'x')", /an entry follows the last one/],
    ["INSERT INTO entries VALUES (9, 'x', 'x', 'x', 'x')", /an entry follows the last one/],
    ["INSERT INTO entries VALUES (6, 'x', 'x', 'x', 'x')", /an entry follows the last one/],
  ])('refuses %s', (statement, message) => {
    tamper((database) => expect(() => database.exec(statement)).toThrow(message));
    expect(faults()).toEqual([]);
  });

  it('names a row that was edited', () => {
    withoutTriggers((database) =>
      database.exec(`UPDATE entries SET body = replace(body, '1100', '1000') WHERE seq = 2`),
    );
    expect(faults().join('\n')).toMatch(
      /^.*\.db: entry 2: found contents of hash \w{12}, expected \w{12}: it was changed/,
    );
    expect(() => use((ledger) => approve(ledger, { id: 2, by: 'Rauf', key: rauf.key, now }))).toThrow(
      /entry 2: found contents/,
    );
  });

  it('names the next row where an edited one got a hash that fits', () => {
    withoutTriggers((database) => {
      const row = { ...(database.prepare('SELECT * FROM entries WHERE seq = 2').get() as Entry) };
      const body = row.body.replace('"amount":1100', '"amount":1000');
      database.prepare('UPDATE entries SET body = ?, hash = ? WHERE seq = 2').run(body, entryHash({ ...row, body }));
    });
    expect(faults().join('\n')).toMatch(/entry 3: found it follows \w{12}, expected it follows \w{12}/);
  });

  it('names decisions whose signatures no longer hold where the whole chain was made anew', () => {
    withoutTriggers((database) => {
      const rows = database.prepare('SELECT * FROM entries ORDER BY seq').all() as Entry[];
      let previous = rows[0]!.hash;
      for (const row of rows.slice(1)) {
        const body = row.body.replace('"amount":1100', '"amount":1000').replaceAll(rows[1]!.hash, previous);
        const entry = { seq: row.seq, at: row.at, previous, body };
        const hash = entryHash(entry);
        database
          .prepare('UPDATE entries SET body = ?, previous = ?, hash = ? WHERE seq = ?')
          .run(body, previous, hash, row.seq);
        previous = hash;
      }
    });
    const found = faults().join('\n');
    expect(found).toMatch(/entry 3: (its signature does not hold|it decides on another submission)/);
    expect(found).toMatch(/entry 5: /);
  });

  it('names an entry of a time before the one above it', () => {
    withoutTriggers((database) => database.exec("UPDATE entries SET at = '2027-02-28T09:00:00.000Z' WHERE seq = 3"));
    const times = faults().filter((fault) => fault.includes('the time'));
    expect(times).toEqual([
      expect.stringMatching(
        /entry 3: found the time 2027-02-28T09:00:00\.000Z, expected one not before 2027-03-01T09:\S+, when entry 2 was made$/,
      ),
    ]);
  });

  it('takes nothing where there turns out to be nothing to add', () => {
    const before = use((ledger) => ledger.entries());
    expect(use((ledger) => ledger.append(now.toISOString(), () => null))).toBeNull();
    expect(use((ledger) => ledger.entries())).toEqual(before);
    expect(faults()).toEqual([]);
  });

  it('names a row that is gone', () => {
    withoutTriggers((database) => database.exec('DELETE FROM entries WHERE seq = 3'));
    expect(faults().join('\n')).toMatch(/found entry 4, expected entry 3 here/);
  });

  it('names triggers and tables that are not its own', () => {
    tamper((database) => database.exec('DROP TRIGGER entries_are_not_changed; CREATE TABLE mine (x)'));
    expect(faults()).toEqual([
      `${path}: found no trigger entries_are_not_changed, expected the one that huni made`,
      `${path}: found mine, which huni did not make, expected nothing but the ledger`,
    ]);
    expect(() => use((ledger) => recordPolicy(ledger, POLICY, owner.key, now))).toThrow(/entries_are_not_changed/);
  });

  it('names a database that was damaged, and a file that is none', () => {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 + 8, 4096 + 800);
    writeFileSync(path, bytes);
    expect(() => faults()).toThrow(`${path}: found a damaged database, expected huni's ledger`);
    writeFileSync(path, 'Dear finance,\n'.repeat(100));
    expect(() => faults()).toThrow(`${path}: found a file that is no database, expected huni's ledger`);
    tamperNew();
    expect(() => faults()).toThrow(`${path}: found another database, expected huni's ledger`);
    expect(() => openLedger(join(folder, 'none.db'), { create: false })).toThrow(/none\.db: found nothing/);
    expect(() => openLedger(folder, { create: true })).toThrow(`${folder}: found a folder, expected huni's ledger`);
  });

  function tamperNew(): void {
    rmSync(path);
    tamper((database) => database.exec('CREATE TABLE theirs (x)'));
  }
});

describe('a decision', () => {
  const submit = (amount: number, currency = 'AZN') =>
    use((ledger) => ledger.append(now.toISOString(), submissionWith({ amount, currency })).seq);

  it('needs a known name with its own key', () => {
    const id = submit(900);
    const attempt = (by: string, key: typeof aysel.key) => () => use((ledger) => approve(ledger, { id, by, key, now }));
    expect(attempt('Kamran', aysel.key)).toThrow(/approver: found Kamran, expected one of the policy's: Aysel, Rauf/);
    expect(attempt('Aysel', stranger.key)).toThrow(/key of Aysel: found ed25519:/);
    expect(attempt('Aysel', rauf.key)).toThrow(/key of Aysel: found ed25519:/);
    expect(attempt('Aysel', aysel.key)).not.toThrow();
    expect(attempt('Aysel', aysel.key)).toThrow(/Aysel has decided on submission 6 already/);
  });

  it('keeps to the limit, to the smallest unit', () => {
    const id = submit(1100.01);
    const attempt = (by: 'Aysel' | 'Rauf', limit?: number) => () =>
      use((ledger) =>
        approve(ledger, {
          id,
          by,
          key: (by === 'Aysel' ? aysel : rauf).key,
          now,
          ...(limit === undefined ? {} : { limit }),
        }),
      );
    expect(attempt('Aysel')).toThrow(/limit of Aysel: found ₼1,100\.01, expected at most ₼1,100\.00/);
    expect(attempt('Aysel', 1100)).toThrow(/--limit: found ₼1,100\.00, expected at least the ₼1,100\.01 asked for/);
    expect(attempt('Rauf', 1100)).toThrow(/--limit/);
    expect(attempt('Rauf', 2000)).not.toThrow();
    expect(use(auditLedger).history.submissions.at(-1)?.state).toBe('approved');
  });

  it('is not taken across currencies, on what is rejected, or on what was never submitted', () => {
    const dollars = submit(10, 'USD');
    expect(() => use((ledger) => approve(ledger, { id: dollars, by: 'Rauf', key: rauf.key, now }))).toThrow(
      /currency: found USD, expected AZN/,
    );
    expect(() => use((ledger) => approve(ledger, { id: 4, by: 'Rauf', key: rauf.key, now }))).toThrow(
      /submission 4 is rejected/,
    );
    for (const id of [1, 3, 99]) {
      expect(() => use((ledger) => approve(ledger, { id, by: 'Rauf', key: rauf.key, now }))).toThrow(
        `submission: found ${id}, expected one of those waiting: ${dollars}`,
      );
    }
    expect(faults()).toEqual([]);
  });

  it('needs a policy, and a policy its owner', () => {
    expect(() => use((ledger) => recordPolicy(ledger, POLICY, stranger.key, now))).toThrow(
      /expected the policy owner's/,
    );
    use((ledger) => recordPolicy(ledger, { ...POLICY, owner: rauf.publicKey, approvers: [] }, owner.key, now));
    expect(() => use((ledger) => recordPolicy(ledger, POLICY, owner.key, now))).toThrow(/expected the policy owner's/);
    use((ledger) => recordPolicy(ledger, POLICY, rauf.key, now));
    expect(faults()).toEqual([]);
    path = join(folder, 'no-policy.db');
    const ledger = openLedger(path, { create: true });
    ledger.append(now.toISOString(), submissionWith());
    expect(() => approve(ledger, { id: 1, by: 'Rauf', key: rauf.key, now })).toThrow(/there is no policy/);
    ledger.close();
  });

  it('made under an older policy still counts when that one is replaced', () => {
    use((ledger) =>
      recordPolicy(
        ledger,
        { ...POLICY, approvers: [{ name: 'Aysel', key: aysel.publicKey, limit: 1 }] },
        owner.key,
        now,
      ),
    );
    const { history, faults: found } = use(auditLedger);
    expect(found).toEqual([]);
    expect(history.submissions[0]?.state).toBe('approved');
  });
});
