import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFromExports } from '../../src/cli/planner/plan-from-exports.js';
import { exportsReading } from '../../src/cli/planner/read-exports.js';
import { plannerServices } from '../../src/cli/planner/services.js';
import type { UploadView } from '../../src/planner/exports-protocol.js';
import { createUploads, NoSuchUploadError, TooLargeError } from '../../src/planner/server/uploads.js';
import { parseScenario } from '../../src/scenario/index.js';
import { exportTable } from '../calibrate/export-table.js';
import { SLOW } from '../slow.js';

const NOTHING = { platforms: {}, columns: {} };

describe('files dropped on the page', () => {
  it('are kept outside of the folder under plain names, each its own, and forgotten', async () => {
    const uploads = createUploads(100);
    try {
      const names = ['../../etc/passwd', 'a.csv', 'a.csv', '.env', 'b\u202e:\n=.csv', ''];
      const kept: UploadView[] = [];
      for (const name of names) kept.push(await uploads.keep(name, Readable.from([Buffer.from('x')])));
      expect(kept.map(({ name }) => name)).toEqual(['_.._etc_passwd', 'a.csv', 'a-2.csv', 'env', 'b_.csv', 'export']);
      for (const path of uploads.pathsOf(kept.map(({ id }) => id))) {
        expect(path.startsWith(join(tmpdir(), 'huni-uploads-'))).toBe(true);
      }
      const [path] = uploads.pathsOf([kept[1]!.id]);
      await uploads.forget(kept[1]!.id);
      expect(() => uploads.pathsOf([kept[1]!.id])).toThrow(NoSuchUploadError);
      await expect(readdir(dirname(path!))).rejects.toThrow();
      await expect(uploads.keep('big.csv', Readable.from([Buffer.alloc(60), Buffer.alloc(60)]))).rejects.toThrow(
        TooLargeError,
      );
    } finally {
      await uploads.close();
    }
  });
});

describe('exports that are read for the page', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huni-exports-'));
    file = join(folder, 'march.csv');
    await writeFile(file, exportTable('Date,Campaign,Spend,Impressions,Clicks,Conversions'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('ask for what they leave open, and are matched once it is answered', async () => {
    const open = await exportsReading([file], NOTHING, 'en');
    expect(open.questions.map(({ about, file: name }) => [about, name])).toEqual([
      ['currency', null],
      ['platform', 'march.csv'],
    ]);
    expect(open.campaigns).toEqual([]);
    expect(open.files[0]).toMatchObject({ file: 'march.csv', read: true, rows: 120, kept: 120 });
    const answered = await exportsReading(
      [file],
      {
        ...NOTHING,
        currency: 'AZN',
        platforms: { 'march.csv': 'facebook' },
      },
      'en',
    );
    expect(answered.questions).toEqual([]);
    expect(answered.currency).toBe('AZN');
    expect(answered.campaigns.map(({ platform, stage }) => [platform, stage])).toEqual([
      ['facebook', 'awareness'],
      ['facebook', 'awareness'],
    ]);
    expect(answered.campaigns[0]!.spend).toBeGreaterThanOrEqual(answered.campaigns[1]!.spend);
  });

  it('show how a file begins whose columns are not known, and take the answers', async () => {
    const strange = join(folder, 'strange.csv');
    await writeFile(strange, exportTable('Qaa,Qbb,Qcc,Qdd,Qee,Qff'));
    const open = await exportsReading([strange], NOTHING, 'en');
    expect(open.questions.map(({ about }) => about)).toEqual(['columns']);
    expect(open.files[0]!.beginning).toContain('Qaa,Qbb');
    const columns = {
      Qaa: 'date',
      Qbb: 'campaign',
      Qcc: 'spend',
      Qdd: 'impressions',
      Qee: 'clicks',
      Qff: 'conversions',
    };
    const read = await exportsReading(
      [strange],
      {
        currency: 'AZN',
        platforms: { 'strange.csv': 'tiktok' },
        columns: { 'strange.csv': columns },
      },
      'en',
    );
    expect(read.questions).toEqual([]);
    expect(read.files[0]!.kept).toBe(120);
  });

  it('may be a media plan, which is taken as it is', async () => {
    const plan = join(folder, 'media-plan.csv');
    await writeFile(
      plan,
      'Platform,Objective,Start,End,Budget\nFacebook,Awareness,2027-03-01,2027-03-28,"4,000.00"\nTikTok,Conversions,2027-03-01,2027-03-28,"1,500.50"\n',
    );
    const open = await exportsReading([plan], NOTHING, 'en');
    expect(open.planned?.kind).toBe('media-plan');
    expect(open.planned?.rows.map(({ platform, stage, amount }) => [platform, stage, amount])).toEqual([
      ['facebook', 'awareness', 4000],
      ['tiktok', 'conversion', 1500.5],
    ]);
    expect(open.questions.map(({ about }) => about)).toEqual(['currency']);
    const wishes = { ...WISHES, name: 'Taken', goal: 'reach' } as const;
    const made = await planFromExports([plan], { ...NOTHING, currency: 'USD' }, wishes, 'en', () => {});
    expect(made.text).toContain('4000');
    expect(made.text).toContain('1500.5');
    expect(made.stages).toBeNull();
    expect(made.notes.join('\n')).not.toContain('huni-plan-');
    const reading = await parseScenario(made.text, 'taken.yaml');
    expect(reading.ok && reading.scenario.budget).toBe(5500.5);
  });

  it('are read in a thread that can be stopped', SLOW, async () => {
    const { exports } = plannerServices();
    const reading = await exports.read([file], NOTHING, 'en')(new AbortController().signal, () => {});
    expect(reading.files.map((one) => one.file)).toEqual([basename(file)]);
    const stopped = new AbortController();
    const work = exports.read([file], NOTHING, 'en')(stopped.signal, () => {});
    stopped.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    await expect(exports.plan([file], NOTHING, WISHES, 'en')(new AbortController().signal, () => {})).rejects.toThrow(
      /currency/,
    );
  });
});

const WISHES = {
  name: 'x',
  weeks: 2,
  budget: null,
  goal: 'orders',
  orderValue: null,
  margin: null,
  newCampaigns: false,
  stages: [],
  of: null,
  source: null,
} as const;
