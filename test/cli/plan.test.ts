import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.js';
import { exportTable } from '../calibrate/export-table.js';
import { SLOW } from '../slow.js';
import { command } from './in-process.js';
import { folderWith } from './support.js';

const TIMEOUT = 600_000;

describe('huni plan', () => {
  let place: Awaited<ReturnType<typeof folderWith>>;
  const before = process.cwd();
  beforeAll(async () => {
    place = await folderWith({
      'meta.csv': exportTable('Day,Campaign name,Amount spent (USD),Impressions,Link clicks,Purchases'),
      'table.csv': exportTable('Date,Campaign,Spend,Impressions,Clicks,Conversions'),
      'open.csv':
        'Date,Campaign,Spend,Impressions,Clicks\n01/02/2026,A,10.00,1000,10\n02/02/2026,A,11.00,1100,12\n03/02/2026,A,12.00,1200,9\n',
    });
    process.chdir(place.folder);
  });
  afterAll(async () => {
    process.chdir(before);
    await place.remove();
  });

  it(
    'goes from an export to a priced plan in one command',
    async () => {
      const { code, out, err } = await command([
        'plan',
        'meta.csv',
        '--budget',
        '12k',
        '--weeks',
        '3',
        '--goal',
        'orders',
        '--draws',
        '1024',
        '--workers',
        '1',
      ]);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(out).toMatch(/120 rows read, 120 kept/);
      expect(out).toContain('Scenario: meta-plan.yaml');
      expect(out).toContain('Fits: reports/meta-plan/fits.html');
      expect(out).toMatch(/\$12,000 over 3 weeks/);
      const text = await readFile('meta-plan.yaml', 'utf8');
      const parsed = await readScenario('meta-plan.yaml');
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(parsed.scenario.lines.reduce((sum, line) => sum + line.budget, 0)).toBeCloseTo(12_000, 6);
      expect(parsed.scenario.horizon.periods).toBe(3);
      expect(text).toContain('goal: { maximize: orders }');
    },
    TIMEOUT,
  );

  it('says with --json how the exports were read, behind the result', SLOW, async () => {
    const flags = ['--draws', '256', '--workers', '1', '--no-optimize', '--out', 'json.yaml', '--json'];
    const { code, out } = await command(['plan', 'meta.csv', ...flags]);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.format).toBe('huni.result/1');
    const [reading] = answer.readings;
    expect(reading).toMatchObject({ file: 'meta.csv', status: 'read', rows: { read: 120, kept: 120 } });
    expect(Array.isArray(reading.findings)).toBe(true);
    expect(reading.columns.map(({ field }: { field: string }) => field)).toContain('spend');
    expect(answer.findings).toEqual([]);
    expect(answer.check.from).toEqual(expect.any(String));
  });

  it('names every missing answer with its flag where no one can be asked', async () => {
    const { code, err } = await command(['plan', 'table.csv', '--goal', 'profit']);
    expect(code).toBe(2);
    expect(err).toContain('3 answers are missing');
    for (const flag of ['--currency CODE', '--map table.csv:platform=NAME', '--order-value AMOUNT']) {
      expect(err).toContain(flag);
    }
    expect(await place.list()).not.toContain('table-plan.yaml');
  });

  it('asks for what an open order of day and month hides in the same message', async () => {
    const { code, err } = await command(['plan', 'open.csv', '--goal', 'profit']);
    expect(code).toBe(2);
    expect(err).toContain('4 answers are missing');
    for (const flag of [
      '--day-first or --month-first',
      '--currency CODE',
      '--map open.csv:platform=NAME',
      '--order-value',
    ]) {
      expect(err).toContain(flag);
    }
  });

  it('asks in the language of the messages, and writes the scenario for reports in it', SLOW, async () => {
    const { code, err } = await command(['plan', 'table.csv', '--language', 'az']);
    expect(code).toBe(2);
    expect(err).toContain('2 cavab çatışmır');
    expect(err).toContain('məbləğlər hansı valyutadadır');
    const asked = await command(
      [
        'plan',
        'table.csv',
        '--language',
        'tr',
        '--out',
        'tablo.yaml',
        '--no-optimize',
        '--draws',
        '256',
        '--workers',
        '1',
      ],
      { answers: ['usd', 'tiktok'] },
    );
    expect(asked.err).toBe('');
    expect(asked.out).toContain('Senaryo: tablo.yaml');
    expect(await readFile('tablo.yaml', 'utf8')).toContain('\nlanguage: tr\n');
  });

  it('asks once for all of them at a terminal', SLOW, async () => {
    const { code, out, err } = await command(
      ['plan', 'table.csv', '--goal', 'profit', '--no-optimize', '--draws', '512', '--workers', '1'],
      { answers: ['nothing', 'usd', 'tiktok', '30 to 55'] },
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Scenario: table-plan.yaml');
    const text = await readFile('table-plan.yaml', 'utf8');
    expect(text).toContain('currency: USD');
    expect(text).toContain('platform: tiktok');
    expect(text).toContain('order_value: 30 to 55');
  });

  it('refuses what no answer helps with, and amounts that are none', async () => {
    const nothing = await command(['plan', 'nothing.csv']);
    expect(nothing.code).toBe(2);
    expect(nothing.err).toContain('no such file');
    const budget = await command(['plan', 'meta.csv', '--budget', 'lots']);
    expect(budget.code).toBe(2);
    expect(budget.err).toContain('an amount such as 12000');
  });
});
