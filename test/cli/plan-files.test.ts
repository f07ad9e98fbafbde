import { readFile, writeFile } from 'node:fs/promises';
import { openXlsx, type Sheet, saveXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookBudgets } from '../../src/library/report.js';
import { readScenario } from '../../src/scenario/index.js';
import { apportion } from '../../src/units/apportion.js';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith } from './support.js';

const TIMEOUT = 600_000;
const QUICK = ['--draws', '512', '--workers', '1', '--no-optimize'];

const SCENARIO = (language: string) => `# Ours.
name: spring
language: ${language}
currency: USD
start: 2027-03-01
horizon: 4 weeks
budget: 4000  # as agreed
lines:
  - platform: facebook
    stage: awareness
    budget: 3000  # most of it
    cpm: 5 to 9
    audience: 200k
  - { platform: tiktok, stage: awareness, budget: 1000, flighting: [4, 3, 2, 1], audience: 100k }
`;

describe('huni plan on a plan', () => {
  let place: Awaited<ReturnType<typeof folderWith>>;
  const before = process.cwd();
  beforeAll(async () => {
    place = await folderWith({
      'spring.yaml': SCENARIO('en'),
      'bahar.yaml': SCENARIO('az'),
      'media.csv':
        'Channel,Objective,Start,End,Budget\nFacebook,Awareness,2027-03-01,2027-03-14,1400\nTikTok,Sales,2027-03-08,2027-03-14,700.55\n',
    });
    process.chdir(place.folder);
    await reported('spring');
  }, TIMEOUT);
  afterAll(async () => {
    process.chdir(before);
    await place.remove();
  });

  async function reported(name: string): Promise<void> {
    const { code, err } = await command(['run', `${name}.yaml`, '--out', `out-${name}`, ...QUICK]);
    if (code !== 0) throw new Error(err);
  }

  /** A workbook as somebody saved it after changing cells of its plan. */
  async function changed(name: string, into: string, change: (plan: Sheet) => void) {
    const book = await openXlsx(await readFile(`out-${name}/budget.xlsx`));
    change(book.sheets[1]!);
    await writeFile(into, await saveXlsx(book));
  }

  const periodsOf = async (path: string) => {
    const read = await readScenario(path);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.scenario.lines.map(({ budget, flighting }) =>
      apportion(Math.round(budget * 100), flighting).map((cents) => cents / 100),
    );
  };

  it(
    'takes changed budgets of a workbook of its own into the scenario it is of, comments and all',
    async () => {
      await changed('spring', 'changed.xlsx', ({ rows }) => {
        expect(rows[2]!.slice(1, 5)).toEqual([750, 750, 750, 750]);
        rows[2]!.splice(1, 5, 500, 500, 500.25, 500, 2000.25);
        rows[4]!.splice(1, 5, 900, 800, 700.25, 600, 3000.25);
      });
      const { code, out, err } = await command(['plan', 'changed.xlsx', '--scenario', 'spring.yaml', ...QUICK]);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(out).toContain('Facebook awareness: $3,000.00 → $2,000.25');
      expect(out).toContain('$4,000.00 → $3,000.25');
      const text = await readFile('spring-changed.yaml', 'utf8');
      expect(text).toContain('budget: 3000.25  # as agreed');
      expect(text).toContain('budget: 2000.25  # most of it');
      expect(await periodsOf('spring-changed.yaml')).toEqual([
        [500, 500, 500.25, 500],
        [400, 300, 200, 100],
      ]);
      // The other line's flighting is as it was written.
      expect(text).toContain('flighting: [4, 3, 2, 1]');
      // Of a budget that is a ceiling as much may be spent as before; the lines pass it where it is lower.
      const spring = await readFile('spring.yaml', 'utf8');
      for (const [most, after] of [
        ['4500', /^budget: \{ max: 4500 \}/m],
        ['5000.50', /^budget: \{ max: 5000.5/m],
      ] as const) {
        await writeFile('most.yaml', spring.replace(/^budget: 4000.*$/m, `budget: { max: ${most} }`));
        const told = await command(['plan', 'changed.xlsx', '--scenario', 'most.yaml', '--force', ...QUICK]);
        expect(told.code).toBe(0);
        expect(await readFile('most-changed.yaml', 'utf8')).toMatch(after);
      }
      const again = await command(['plan', 'changed.xlsx', '--scenario', 'spring.yaml', ...QUICK]);
      expect(again.code).toBe(2);
      expect(again.err).toContain('is there already');
    },
    TIMEOUT,
  );

  it("finds the scenario in the report's folder, in another language, and after sheets were moved", SLOW, async () => {
    await reported('bahar');
    const book = await openXlsx(await readFile('out-bahar/budget.xlsx'));
    const moved = [book.sheets[2]!, { name: 'Mine', rows: [['a note']] }, book.sheets[1]!];
    await writeFile(
      'out-bahar/mine.xlsx',
      await writeXlsx({ sheets: moved.map(({ name, rows }) => ({ name, rows })) }),
    );
    const { code, err } = await command(['plan', 'out-bahar/mine.xlsx', ...QUICK]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(await periodsOf('bahar-changed.yaml')).toEqual([
      [750, 750, 750, 750],
      [400, 300, 200, 100],
    ]);
  });

  it('is read by programs, too', async () => {
    const scenario = await readScenario('spring.yaml');
    if (!scenario.ok) throw new Error('spring.yaml');
    expect(await readWorkbookBudgets('changed.xlsx', scenario.scenario)).toMatchObject({
      ok: true,
      value: {
        budgets: [2000.25, 1000],
        periods: [
          [500, 500, 500.25, 500],
          [400, 300, 200, 100],
        ],
      },
    });
    expect(await readWorkbookBudgets('media.csv', scenario.scenario)).toEqual({ ok: true, value: null });
    expect(await readWorkbookBudgets('nowhere.xlsx', scenario.scenario)).toMatchObject({
      ok: false,
      failure: { kind: 'workbook' },
    });
  });

  it('tells every cell that is wrong', SLOW, async () => {
    await changed('spring', 'wrong.xlsx', ({ rows }) => {
      rows[2]!.splice(1, 4, -5, 'lots', 750, 750);
      rows[3]![0] = 'Radio';
    });
    const { code, err } = await command(['plan', 'wrong.xlsx', '--scenario', 'spring.yaml']);
    expect(code).toBe(2);
    for (const told of [
      'wrong.xlsx: B3: found -5, expected an amount',
      'wrong.xlsx: C3: found "lots"',
      'wrong.xlsx: A4: found "Radio", expected a line of spring.yaml: Facebook awareness, TikTok awareness',
      'found no row "TikTok awareness"',
    ]) {
      expect(err).toContain(told);
    }
    const { sheets } = await openXlsx(await readFile('out-spring/budget.xlsx'));
    const typed = sheets.map(({ name, rows }) => ({ name, rows }));
    typed[1]!.rows[2]![5] = 9000;
    await writeFile('total.xlsx', await writeXlsx({ sheets: typed }));
    const said = await command(['plan', 'wrong.xlsx', '--scenario', 'spring.yaml', '--language', 'az']);
    expect(said.err).toContain('wrong.xlsx: B3: -5 tapıldı; gözlənilən');
    const total = await command(['plan', 'total.xlsx', '--scenario', 'spring.yaml']);
    expect(total.err).toContain('F3: found 9000, expected 3000');
    await writeFile('far.xlsx', await readFile('out-spring/budget.xlsx'));
    const far = await command(['plan', 'far.xlsx']);
    expect(far.code).toBe(2);
    expect(far.err).toContain('--scenario FILE');
    expect(await place.list()).not.toContain('far-plan.yaml');
  });

  it("reads a media plan of a person's own making, asks for its currency, and prices it", SLOW, async () => {
    const missing = await command(['plan', 'media.csv']);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('--currency CODE');
    const { code, out, err } = await command(['plan', 'media.csv', '--goal', 'clicks', ...QUICK], {
      answers: ['usd'],
    });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('media.csv: a media plan, 2 rows taken');
    expect(await periodsOf('media-plan.yaml')).toEqual([
      [700, 700],
      [0, 700.55],
    ]);
    const twice = await command(['plan', 'media.csv', '--currency', 'usd', '--budget', '5k', '--force']);
    expect(twice.err).toContain('a media plan with budgets of its own');
  });
});
