// @module-tag slow
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEAST_DRAWS } from '../../../src/approvals/amount.js';
import { anchorFaults, anchorMismatches, anchorOf } from '../../../src/approvals/anchor.js';
import { audit, auditLedger } from '../../../src/approvals/audit.js';
import { approve, approveReport, recordPolicy, reject } from '../../../src/approvals/decide.js';
import { type Submission, statementOf } from '../../../src/approvals/entries.js';
import { isPublicKey, isSignedBy, newKeyPair, signText } from '../../../src/approvals/keys.js';
import { knownLedgers } from '../../../src/approvals/known-ledgers.js';
import { nameFault, skeletonOf } from '../../../src/approvals/names.js';
import { readPolicyFile } from '../../../src/approvals/policy.js';
import { type Ledger, openLedger } from '../../../src/approvals/store.js';
import { submit } from '../../../src/approvals/submit.js';
import { verifyFolder } from '../../../src/approvals/verify.js';
import { recordSources } from '../../../src/cli/scenario-sources.js';
import { runForecast } from '../../../src/forecast/run.js';
import { type ReportFiles, renderReport, writeReport } from '../../../src/report/index.js';
import { readScenario } from '../../../src/scenario/index.js';
import { VERSION } from '../../../src/version.js';

function person() {
  const { privatePem, publicKey } = newKeyPair();
  return { key: createPrivateKey(privatePem), publicKey };
}
const [owner, aysel, mallory] = [person(), person(), person()];
const now = new Date('2027-03-01T09:00:00Z');
const root = await mkdtemp(join(tmpdir(), 'huni-attacks-'));
afterAll(() => rm(root, { recursive: true, force: true }));

// A fee that is not known makes the cost uncertain: P95 of 1000 · (1 + fee), with fee from 5% to 40%.
const PLAN = `name: Small
currency: AZN
horizon: 4 weeks
budget: 1000
draws: 64
economics: { order_value: 20 to 40, margin: 60%, fee: 5% to 40% }
lines:
  - { platform: instagram, stage: awareness, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
`;

/** A report on a plan, as `huni run --no-optimize` writes it but for the charts. */
async function reportOn(text: string, seed: string): Promise<ReportFiles> {
  const folder = await mkdtemp(join(root, 'plan-'));
  await writeFile(join(folder, 'small.yaml'), text);
  const recorder = recordSources();
  const reading = await readScenario(join(folder, 'small.yaml'), { overrides: { seed }, readFile: recorder.readFile });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  const forecast = await runForecast(reading.scenario, { optimize: false, workers: 1 });
  return new Map([...(await renderReport(forecast, { includeCharts: false })), ...recorder.files()]);
}

let made: ReportFiles;
beforeAll(async () => {
  made = await reportOn(PLAN, 'spring');
});

let folder = '';
let ledger: Ledger;
let count = 0;
const policyOf = (name: string, publicKey: string) => ({
  currency: 'AZN',
  owner: null,
  approvers: [{ name, key: publicKey, limit: 5000 }],
  sha256: 'ab'.repeat(32),
});
beforeEach(async () => {
  count++;
  folder = join(root, `report-${count}`);
  await writeReport(made, folder);
  ledger = openLedger(join(root, `ledger-${count}.db`), { create: true });
  recordPolicy(ledger, policyOf('Aysel', aysel.publicKey), owner.key, now);
});
afterEach(() => ledger.close());

const options = { workers: 1 };
const submitted = () => submit(ledger, { folder, now, key: mallory.key, ...options });
const approved = (id: number) => approveReport(ledger, { id, by: 'Aysel', key: aysel.key, now, ...options });
const faults = async () => (await verifyFolder(ledger, folder, options)).faults.join('\n');

/** Changes the database behind the ledger's back. */
function tamper(change: (database: InstanceType<typeof DatabaseSync>) => void): void {
  const database = new DatabaseSync(ledger.path);
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  change(database);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

describe('a submission that says other than its report', () => {
  const lies: Readonly<Record<string, Partial<Submission>>> = {
    amount: { amount: 24 },
    budget: { budget: 10, amount: 10 },
    currency: { currency: 'USD' },
    draws: { draws: 1 },
    error: { error: 0 },
    version: { engine: { version: '9.9.9', build: 'cd'.repeat(32) } },
    build: { engine: { version: VERSION, build: 'cd'.repeat(32) } },
    scenario: { scenario: { name: 'Another', sha256: 'cd'.repeat(32) } },
  };
  it('is not approved and not verified, though it is signed and its files are what they are', async () => {
    const { submission } = await submitted();
    const receipt = JSON.parse(await readFile(join(folder, 'submission.json'), 'utf8'));
    for (const [name, lie] of Object.entries(lies)) {
      let fields: Submission | null = null;
      const { seq, hash } = ledger.append(now.toISOString(), (_, position) => {
        const unsigned = { ...submission, ...lie };
        fields = { ...unsigned, signature: signText(statementOf(position, unsigned), mallory.key) };
        return fields;
      });
      const { amount, currency } = fields!;
      const forged = { ...receipt, submission: seq, entry: hash, amount, currency };
      await writeFile(join(folder, 'submission.json'), JSON.stringify(forged));
      // A currency that the policy has no limits in is refused before the report is looked at.
      const reason = name === 'currency' ? /currency: found USD/ : new RegExp(`${name}|huni: found a program`);
      await expect(approved(seq)).rejects.toThrow(reason);
      expect(await faults()).toMatch(/from a new run|which the report was submitted with/);
    }
    expect(auditLedger(ledger).history.submissions.every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('or is signed by nobody, or by somebody else, is found out', async () => {
    const { submission } = await submitted();
    ledger.append(now.toISOString(), () => submission);
    expect(auditLedger(ledger).faults.map(String)).toEqual([
      expect.stringMatching(/entry 3: its signature does not hold/),
    ]);
    await expect(approved(3)).rejects.toThrow(/its signature does not hold/);
  });
});

describe('a report', () => {
  it.each([
    ['report.html', '<h1>Total cost: 42</h1>'],
    ['budget.xlsx', 'no workbook'],
    ['summary.md', '# All is well'],
  ])('whose %s was forged before it was submitted is not taken', async (name, text) => {
    await writeFile(join(folder, name), text);
    await expect(submitted()).rejects.toThrow(
      new RegExp(`${name.replace('.', '\\.')}: found contents of hash \\w{12}, expected \\w{12} from a new run`),
    );
    expect(ledger.entries().length).toBe(1);
  });

  it.each([
    'notes.txt',
    'charts/profit.svg',
    'scenario/other.yaml',
    'manifest/x',
  ])("with somebody else's file, %s, is not taken, and not verified where it comes later", async (name) => {
    await submitted();
    await cp(join(folder, 'summary.md'), join(folder, name));
    expect(await faults()).toContain(`${join(folder, name)}: found contents of hash`);
    await rm(join(folder, 'submission.json'));
    await expect(submitted()).rejects.toThrow(
      /found a file that the run does not write|expected the one|from a new run/,
    );
  });

  it('with a file larger than huni ever writes one is not taken, and is not read to its end', async () => {
    await submitted();
    await writeFile(join(folder, 'charts.svg'), '');
    await truncate(join(folder, 'charts.svg'), 2 ** 42);
    const found = /charts\.svg: found a larger file, expected at most 256 MiB, as all files of a report have/;
    await expect(faults()).rejects.toThrow(found);
    await rm(join(folder, 'submission.json'));
    await expect(submitted()).rejects.toThrow(found);
  });

  it('with a link in it is not taken, and not verified where it comes later', async () => {
    await submitted();
    await symlink('/etc/passwd', join(folder, 'extra.html'));
    expect(await faults()).toMatch(/extra\.html: found a link or a device, expected nothing there, as submitted/);
    await rm(join(folder, 'submission.json'));
    await expect(submitted()).rejects.toThrow(/extra\.html: found a link or a device/);
  });

  it('in which a desktop, or somebody by its name, left something is told to have it', async () => {
    await submitted();
    await writeFile(join(folder, '.DS_Store'), '<h1>not what it says</h1>');
    const { faults: found, ignored } = await verifyFolder(ledger, folder, options);
    expect([found, ignored]).toEqual([[], ['.DS_Store']]);
  });

  it('that an explanation was added to says which files no run gives', async () => {
    await writeReport(new Map([['explain.json', '{}\n']]), join(folder, 'explain'));
    const { unproven } = await submitted();
    expect(unproven).toEqual(['explain/explain.json', 'explain/manifest.json']);
    const { faults: found, unproven: still } = await verifyFolder(ledger, folder, options);
    expect({ found, still }).toEqual({ found: [], still: unproven });
  });

  it('is not verified by the receipt of an older submission of it', async () => {
    const { id } = await submitted();
    await approved(id);
    const old = await readFile(join(folder, 'submission.json'), 'utf8');
    reject(ledger, { id, by: 'Aysel', key: aysel.key, now });
    const again = await submitted();
    expect(again).toMatchObject({ id: 5, isNew: true });
    await writeFile(join(folder, 'submission.json'), old);
    expect(await faults()).toMatch(/found the receipt of submission 2, expected that of submission 5, the last one/);
    await writeFile(join(folder, 'submission.json'), old.replace(/"amount": [\d.]+/, '"amount": 1'));
    expect(await faults()).toMatch(/submission\.json: amount: found 1, expected/);
  });
});

describe('an amount', () => {
  it('is found on draws that its submitter has no say in, with its error', async () => {
    const first = (await submitted()).submission;
    // The fee's P95 is the upper end of its 90% interval, 40%; a seed of 64 draws may say anything around it.
    expect(Math.abs(first.amount - 1400)).toBeLessThan(4 * first.error + 0.01);
    expect(first.error).toBeGreaterThan(0);
    expect(first.error).toBeLessThan(0.005 * first.amount);
    expect(first.draws).toBeGreaterThanOrEqual(LEAST_DRAWS);
    folder = join(root, `lucky-${count}`);
    await writeReport(await reportOn(PLAN, 'a lucky seed'), folder);
    const second = (await submitted()).submission;
    expect(Math.abs(second.amount - first.amount)).toBeLessThan(4 * Math.hypot(first.error, second.error) + 0.01);
  });
});

describe('a ledger that was seen before', () => {
  const historyOf = (one: Ledger) => audit(one.entries(), one.path).history;
  const notes = () => knownLedgers(join(root, `notes-${count}`));

  it('is known by its owner and its last entry, and only grows', async () => {
    expect(await notes().anchorsOf(ledger.path)).toEqual([]);
    const anchor = anchorOf(historyOf(ledger));
    expect(await notes().remember(ledger.path, anchor)).toBe(true);
    expect(await notes().anchorsOf(ledger.path)).toEqual([anchor]);
    recordPolicy(ledger, { ...policyOf('Aysel', aysel.publicKey), owner: aysel.publicKey }, owner.key, now);
    recordPolicy(ledger, policyOf('Aysel', aysel.publicKey), aysel.key, now);
    expect(anchorFaults('x', historyOf(ledger), anchor)).toEqual([]);
    expect(anchorMismatches('x', historyOf(ledger), { owner: aysel.publicKey })).toEqual([]);
  });

  it("raises an alarm where its last row is gone, or it is somebody else's", async () => {
    const { id } = await submitted();
    reject(ledger, { id, by: 'Aysel', key: aysel.key, now });
    const anchor = anchorOf(historyOf(ledger));
    tamper((database) => database.exec('DELETE FROM entries WHERE seq = 3'));
    expect(auditLedger(ledger).faults).toEqual([]);
    expect(anchorFaults('x', historyOf(ledger), anchor).map(String)).toEqual([
      expect.stringMatching(/^x: found no entry 3, expected entry 3 of hash \w{12}.*rows were removed or replaced$/),
    ]);
    const other = openLedger(join(root, `foreign-${count}.db`), { create: true });
    // Named as the next owner without a signature of theirs: that proves nothing.
    recordPolicy(other, { ...policyOf('Aysel', mallory.publicKey), owner: owner.publicKey }, mallory.key, now);
    const foreign = historyOf(other);
    other.close();
    expect(anchorFaults('x', foreign, { ...anchor, head: null }).map(String)).toEqual([
      expect.stringMatching(/^x: found policies of ed25519:.*expected a policy of ed25519:/),
    ]);
    expect(anchorMismatches('x', foreign, { owner: owner.publicKey }).map(String)).toEqual([
      expect.stringMatching(/as --owner says/),
    ]);
    expect(anchorMismatches('x', foreign, { head: anchor.head!.hash }).map(String)).toEqual([
      expect.stringMatching(/no entry of hash/),
    ]);
    expect(anchorMismatches('x', foreign, { head: foreign.all[0]!.entry.hash.slice(0, 4) }).length).toBe(1);
  });

  it('is known by its name, too: a link in its place, or in that of its folder, leads to no new one', async () => {
    const home = join(root, `linked-${count}`);
    for (const name of ['approvals', 'elsewhere']) {
      await mkdir(join(home, name), { recursive: true });
      openLedger(join(home, name, 'ledger.db'), { create: true }).close();
    }
    const [named, other] = [join(home, 'approvals', 'ledger.db'), join(home, 'elsewhere', 'ledger.db')];
    const anchor = anchorOf(historyOf(ledger));
    await notes().remember(named, anchor);
    await rm(named);
    await symlink(other, named);
    expect(await notes().anchorsOf(named)).toEqual([anchor]);
    await rm(join(home, 'approvals'), { recursive: true });
    await symlink('elsewhere', join(home, 'approvals'));
    expect(await notes().anchorsOf(named)).toEqual([anchor]);
    expect(await notes().anchorsOf(other)).toEqual([]);
    // What was seen behind a link is known by its own name from then on.
    await notes().remember(named, anchor);
    expect(await notes().anchorsOf(other)).toEqual([anchor]);
  });

  it('whose note can not be read is not taken for one that was never seen', async () => {
    await notes().remember(ledger.path, anchorOf(historyOf(ledger)));
    await writeFile(notes().pathOf(ledger.path), '{}');
    await expect(notes().anchorsOf(ledger.path)).rejects.toThrow(/expected what huni noted of a ledger/);
  });

  describe('whose note was replaced is not taken for one that was never seen, and no wait without an end:', () => {
    const note = () => notes().pathOf(ledger.path);
    const folder = () => dirname(note());
    it.runIf(process.platform === 'linux').each<readonly [string, () => unknown, RegExp]>([
      ['a link that leads nowhere', () => symlink('/nowhere/note', note()), /found a link that leads nowhere/],
      ['a link to itself', () => symlink(note(), note()), /found a link that leads nowhere/],
      ['a folder', () => mkdir(note()), /found a folder/],
      ['a pipe that nobody writes to', () => execFileSync('mkfifo', [note()]), /found a pipe or a device/],
      ['a device without an end', () => symlink('/dev/zero', note()), /found a pipe or a device/],
      ['an empty device', () => symlink('/dev/null', note()), /found a pipe or a device/],
      ['an empty file', () => writeFile(note(), ''), /found something else/],
      [
        'a note on another ledger',
        async () => {
          const other = join(root, `other-${count}.db`);
          await notes().remember(other, anchorOf(historyOf(ledger)));
          await rename(notes().pathOf(other), note());
        },
        /found something else/,
      ],
      [
        'a folder of notes that is a link to nowhere',
        async () => {
          await rm(folder(), { recursive: true });
          await symlink('/nowhere', folder());
        },
        /found a link that leads nowhere/,
      ],
      [
        'a folder of notes that is a file',
        async () => {
          await rm(folder(), { recursive: true });
          await writeFile(folder(), '');
        },
        /ENOTDIR/,
      ],
    ])('%s', async (_, put, found) => {
      await notes().remember(ledger.path, anchorOf(historyOf(ledger)));
      await rm(note());
      expect(await notes().anchorsOf(ledger.path)).toEqual([]);
      await put();
      await expect(notes().anchorsOf(ledger.path)).rejects.toThrow(found);
      await expect(notes().anchorsOf(ledger.path)).rejects.toThrow(/expected what huni noted of a ledger/);
    });
  });
});

describe('what a ledger can not hold', () => {
  it('a time before the last one', () => {
    const at = (time: string) => () =>
      recordPolicy(ledger, policyOf('Aysel', aysel.publicKey), owner.key, new Date(time));
    expect(at('2027-03-01T08:54:00Z')).toThrow(/this machine's clock: found 2027-03-01T08:54.*expected one not before/);
    expect(at('2027-03-01T08:58:00Z')().entry.at).toBe(now.toISOString());
    tamper((database) => database.exec("UPDATE entries SET at = '2027-03-01T10:00:00.000Z' WHERE seq = 1"));
    expect(auditLedger(ledger).faults.join('\n')).toMatch(
      /entry 2: found the time .*, expected one not before 2027-03-01T10/,
    );
    tamper((database) => database.exec("UPDATE entries SET at = 'yesterday' WHERE seq = 1"));
    expect(auditLedger(ledger).faults.join('\n')).toMatch(/entry 1: found the time yesterday, expected a time in UTC/);
  });

  it('a number that JavaScript can not hold', () => {
    tamper((database) => database.exec('UPDATE entries SET seq = 9007199254740993'));
    expect(() => auditLedger(ledger)).toThrow(/found an entry 9007199254740993, expected numbers from 1 on/);
    expect(() => approve(ledger, { id: 1, by: 'Aysel', key: aysel.key, now })).toThrow(
      /found an entry 9007199254740993/,
    );
  });
});

describe('keys and names', () => {
  // The points of order 1, 2, 4 and 8 (Bernstein & others, "Ed25519", and libsodium's list), and encodings that are none.
  it.each([
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0200000000000000000000000000000000000000000000000000000000000000',
  ])('of small order or of no point are no keys: %s', (hex) => {
    const text = `ed25519:${Buffer.from(hex, 'hex').toString('base64url')}`;
    expect(isPublicKey(text)).toBe(false);
    // The signature that verifies for any message under the point of order 1.
    const forged = Buffer.concat([Buffer.from(`01${'00'.repeat(31)}`, 'hex'), Buffer.alloc(32)]).toString('base64url');
    expect(isSignedBy('anything', forged, text)).toBe(false);
  });

  it('that look like others are refused', () => {
    for (const name of [
      'Aysel',
      'Ayşe Əliyeva',
      'Işıl',
      'Олег',
      'عائشة',
      'Nino',
      "J. O'Neil",
      '李雷',
      '山田はなこ',
      'आरती',
      'Mary-Ann 2',
    ]) {
      expect([name, nameFault(name)]).toEqual([name, null]);
    }
    for (const name of [
      'Аysel',
      'Ay\u200bsel',
      'Aysel\u202e',
      'Ａysel',
      'Aysel  A',
      'A\u00a0B',
      'Ay\u00adsel',
      'e\u0301',
      // Cherokee, Lisu, Coptic and Osage letters beside Latin ones.
      '\u13aaysel',
      '\ua4eeysel',
      '\u2c80ysel',
      '\u{104b0}ysel',
    ]) {
      expect([name, String(nameFault(name))]).toEqual([name, expect.stringMatching(/which/)]);
    }
    for (const [one, other] of [
      ['Anne-Marie', 'Anne‐Marie'],
      ["O'Neil", 'O’Neil'],
      ['علي', 'علی'],
      ['كريم', 'کریم'],
      ['محمد', 'محـمد'],
      ['هدى', 'ہدي'],
      ['ǀlia', 'Ilia'],
      ['ᴀli', 'ali'],
      ['Ꮪ', 'S'],
      ['ꓮꓡꓲ', 'ALI'],
      ['Əli', 'Әli'],
      ['Kəm', 'Kǝm'],
      ['ßa', 'βa'],
      ['Ðan', 'Đan'],
      ['Ali ٥', 'Ali ۵'],
      ['Ali ٥', 'Ali 5'],
      ['ロ', '口'],
      ['A.B', 'A․B'],
    ] as const) {
      expect([one, other, skeletonOf(one)]).toEqual([one, other, skeletonOf(other)]);
    }
    // Every entry of Unicode's table that may stand in a name: the letter, and what it looks like.
    const table = Object.entries(createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>);
    expect(table.length).toBeGreaterThan(6000);
    const apart = table.filter(
      ([one, other]) =>
        nameFault(one) === null &&
        // Digits are taken for what they count; marks on a letter are passed over.
        !/\p{Nd}/u.test(one) &&
        one.normalize('NFKD') === one &&
        skeletonOf(`a${one}b`) !== skeletonOf(`a${other}b`),
    );
    expect(apart.map(([one, other]) => `${one} ${other} ${one.codePointAt(0)?.toString(16)}`)).toEqual([]);
    for (const code of [0x2800, 0xfe0f, 0x034f, 0x115f, 0x3164, 0xffa0, 0x17b4]) {
      const name = `Ali${String.fromCodePoint(code)}`;
      expect([name, String(nameFault(name))]).toEqual([name, expect.stringMatching(/which/)]);
    }
    expect(skeletonOf('АУЅЕІ')).toBe(skeletonOf('AYSEI'));
    expect(skeletonOf('Samir')).toBe(skeletonOf('Sarnir'));
    expect(skeletonOf('Rauf')).not.toBe(skeletonOf('Raul'));
    expect(skeletonOf('Ali 5')).not.toBe(skeletonOf('Ali 6'));
    expect(skeletonOf('علي')).not.toBe(skeletonOf('عالي'));
  });

  it('are told of in a policy, as is a limit that is a percentage', async () => {
    const path = join(root, 'policy.yaml');
    const read = async (approvers: string) => {
      await writeFile(path, `currency: AZN\napprovers: [${approvers}]\n`);
      return readPolicyFile(path);
    };
    const [one, two] = [aysel.publicKey, owner.publicKey];
    await expect(read(`{ name: "Аysel", key: '${one}', limit: 1 }`)).rejects.toThrow(
      /mixes Latin and Cyrillic letters/,
    );
    await expect(
      read(`{ name: Coco, key: '${one}', limit: 1 }, { name: Сосо, key: '${two}', limit: 1 }`),
    ).rejects.toThrow(/which look the same/);
    await expect(read(`{ name: A, key: '${one}', limit: 70% }`)).rejects.toThrow(
      /limit: found "70%", expected an amount/,
    );
    await expect(read(`{ name: A, key: 'ed25519:${'A'.repeat(43)}', limit: 1 }`)).rejects.toThrow(/key: found/);
  });
});
