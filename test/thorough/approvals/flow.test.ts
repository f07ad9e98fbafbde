// @module-tag slow
import { createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approve, recordPolicy } from '../../../src/approvals/decide.js';
import { newKeyPair } from '../../../src/approvals/keys.js';
import { type Ledger, openLedger } from '../../../src/approvals/store.js';
import { submit } from '../../../src/approvals/submit.js';
import { verifyFolder } from '../../../src/approvals/verify.js';
import { recordSources } from '../../../src/cli/scenario-sources.js';
import { runForecast } from '../../../src/forecast/run.js';
import { type ReportFiles, renderReport, writeReport } from '../../../src/report/index.js';
import { readScenario } from '../../../src/scenario/index.js';

const now = new Date('2027-03-01T09:00:00Z');
const keys = newKeyPair();
const key = createPrivateKey(keys.privatePem);
const root = await mkdtemp(join(tmpdir(), 'huni-flow-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** A plan whose base lies above it and whose prices come from a file below. */
const FILES = {
  'plans/base.yaml': `name: Small
currency: AZN
horizon: 4 weeks
budget: 1000.01
draws: 64
economics: { order_value: 20 to 40, margin: 60%, fee: 10%, fixed_costs: [{ name: Content, amount: 99.5 }] }
`,
  'plans/spring/small.yaml': `extends: ../base.yaml
lines:
  - { platform: instagram, stage: awareness, audience: 200k to 400k, cpm: { dist: empirical, file: data/prices.csv, column: cpm }, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
`,
  'plans/spring/data/prices.csv': 'week,cpm\n1,2.5\n2,3\n3,3.5\n4,2.75\n',
};

let made: ReportFiles;
beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const recorder = recordSources();
  // What the command line says goes into the result, and has to be said again for a new run.
  const overrides = { seed: 'autumn', draws: 96 };
  const reading = await readScenario(join(root, 'plans/spring/small.yaml'), {
    overrides,
    readFile: recorder.readFile,
    root: join(root, 'plans'),
  });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('\n'));
  const forecast = await runForecast(reading.scenario, { optimize: false, workers: 1 });
  made = new Map([...(await renderReport(forecast, { includeCharts: false })), ...recorder.files()]);
});

let folder = '';
let ledger: Ledger;
let count = 0;
beforeEach(async () => {
  count++;
  folder = join(root, `report-${count}`);
  await writeReport(made, folder);
  ledger = openLedger(join(root, `approvals-${count}`, 'ledger.db'), { create: true });
  const approvers = [{ name: 'Aysel', key: keys.publicKey, limit: 5000 }];
  recordPolicy(ledger, { currency: 'AZN', owner: null, approvers, sha256: 'ab'.repeat(32) }, key, now);
});
afterEach(() => ledger.close());

const options = { workers: 1 };
const submitted = () => submit(ledger, { folder, now, key, ...options });
const edit = async (name: string, change: (text: string) => string) => {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(path, 'utf8')));
};

describe('a report', () => {
  it('keeps the files it was made from as they lie to each other', () => {
    expect([...made.keys()].filter((name) => name.startsWith('scenario/')).sort()).toEqual([
      'scenario/base.yaml',
      'scenario/spring/data/prices.csv',
      'scenario/spring/small.yaml',
    ]);
  });

  it('that is submitted and approved is verified by running it again, wherever it is moved', async () => {
    const { id, submission, isNew } = await submitted();
    // 1000.01 · 1.1 + 99.5 = 1199.511: all is spent and all costs are certain, so P95 is that.
    expect({ id, isNew, budget: submission.budget, amount: submission.amount }).toEqual({
      id: 2,
      isNew: true,
      budget: 1000.01,
      amount: 1199.51,
    });
    expect(submission.files.map(({ path }) => path)).toEqual([...made.keys(), 'manifest.json'].sort());
    expect(await verifyFolder(ledger, folder, options)).toMatchObject({ faults: [], reproduced: true });
    approve(ledger, { id, by: 'Aysel', key, now });
    const elsewhere = join(root, 'archive');
    await rename(folder, elsewhere);
    const { submission: found, faults, reproduced } = await verifyFolder(ledger, elsewhere, options);
    expect({ state: found?.state, faults, reproduced }).toEqual({ state: 'approved', faults: [], reproduced: true });
  });

  it('keeps its number when it is submitted again, and gets its receipt back', async () => {
    await submitted();
    await rm(join(folder, 'submission.json'));
    expect(await submitted()).toMatchObject({ id: 2, isNew: false });
    expect(JSON.parse(await readFile(join(folder, 'submission.json'), 'utf8'))).toMatchObject({ submission: 2 });
    expect(ledger.entries().length).toBe(2);
  });

  it('is not written over once it is submitted', async () => {
    await submitted();
    await expect(writeReport(made, folder)).rejects.toThrow(/was submitted for approval and is not written over/);
  });

  it('whose figures were touched is not taken, and the figure is named', async () => {
    await edit('result.json', (text) => text.replace('"budget": 1000.01', '"budget": 900.01'));
    await expect(submitted()).rejects.toThrow(
      /result\.json: plans\.given\.lines\.0\.budget: found 900\.01, expected 1000\.01 from a new run\nNothing was recorded/,
    );
    expect(ledger.entries().length).toBe(1);
  });

  it.each([
    ['result.json', /result\.json: found contents of hash \w{12}, expected \w{12}, as submitted/],
    ['report.html', /report\.html: found contents of hash/],
    [
      'scenario/base.yaml',
      /scenario\/base\.yaml: found contents of hash.*\nIt could not be run again: .*found none with the hash/,
    ],
    ['scenario/spring/data/prices.csv', /prices\.csv: found contents of hash/],
  ])('with an edit to %s is found out', async (name, message) => {
    await submitted();
    await edit(name, (text) => text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)));
    const { submission, faults } = await verifyFolder(ledger, folder, options);
    expect(submission?.entry.seq).toBe(2);
    expect(faults.join('\n')).toMatch(message);
  });

  it("that lacks a file, or whose receipt is not the ledger's, is found out", async () => {
    await submitted();
    await rm(join(folder, 'budget.xlsx'));
    expect((await verifyFolder(ledger, folder, options)).faults.map(String)).toEqual([
      expect.stringMatching(/budget\.xlsx: found no such file, expected \w{12}, as submitted/),
    ]);
    await writeReport(made, `${folder}-fresh`);
    await rename(join(`${folder}-fresh`, 'budget.xlsx'), join(folder, 'budget.xlsx'));
    await edit('submission.json', (text) => text.replace(/"entry": "\w{8}/, '"entry": "00000000'));
    expect((await verifyFolder(ledger, folder, options)).faults.map(String)).toEqual([
      expect.stringMatching(/ledger\.db: entry 2: found hash \w{12}, expected 0{8}\w{4}, as .*submission\.json has it/),
    ]);
    await edit('submission.json', () => '{}');
    expect((await verifyFolder(ledger, folder, options)).faults.join()).toMatch(
      /submission\.json: found something else/,
    );
  });

  it('that was never submitted, or is none, is told apart', async () => {
    expect(await verifyFolder(ledger, folder, options)).toEqual({
      submission: null,
      faults: [],
      reproduced: null,
      unproven: [],
      ignored: [],
    });
    await expect(verifyFolder(ledger, join(root, 'nothing'), options)).rejects.toThrow(/nothing: found no such folder/);
    await expect(submit(ledger, { folder: join(root, 'plans'), now, key })).rejects.toThrow(
      /result\.json: found no such file/,
    );
    await rm(join(folder, 'scenario'), { recursive: true });
    await expect(submitted()).rejects.toThrow(/scenario\/: found no scenario, expected the scenario that was run/);
    await edit('result.json', () => '{"format": "huni.result/1"}');
    await expect(submitted()).rejects.toThrow(/result\.json: scenario: found something else/);
  });

  it('made by another version of huni is not run by this one', async () => {
    await edit('result.json', (text) => text.replace(/"version": "[^"]*"/, '"version": "0.0.9"'));
    await expect(submitted()).rejects.toThrow(/huni: found .*, expected 0\.0\.9, which the result was made with/);
  });
});
