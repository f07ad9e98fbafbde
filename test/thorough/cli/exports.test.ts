// @module-tag slow
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateWorld, WORLD } from '../../calibrate/support.js';
import { command } from '../../cli/in-process.js';
import { folderWith } from '../../cli/support.js';

const TIMEOUT = 600_000;

/** A world's rows as an export with a currency, names and an objective. */
function exportText(days: number): string {
  const rows = simulateWorld({ ...WORLD, campaigns: 2, days, cvr: WORLD.cvr }, 'cli');
  const lines = rows.map(({ campaign, day, spend, impressions, clicks, conversions }) => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    return [date, date, campaign, spend.toFixed(2), impressions, clicks, conversions].join(',');
  });
  return [
    'Reporting starts,Reporting ends,Campaign name,Amount spent (USD),Impressions,Link clicks,Purchases',
    ...lines,
    '',
  ].join('\n');
}

describe('huni calibrate and huni backtest', () => {
  let place: Awaited<ReturnType<typeof folderWith>>;
  const before = process.cwd();
  beforeAll(async () => {
    place = await folderWith({ 'export.csv': exportText(90) });
    process.chdir(place.folder);
  });
  afterAll(async () => {
    process.chdir(before);
    await place.remove();
  });

  it(
    'writes a scenario that runs, the mapping to edit, and a page of fits',
    async () => {
      const first = await command(['calibrate', 'export.csv', '--png']);
      expect(first.err).toBe('');
      expect(first.code).toBe(0);
      expect(first.out).toMatch(/180 rows read, 180 kept/);
      expect(first.out).toMatch(/spend {5}[\d.]+ USD/);
      expect((await place.list()).sort()).toEqual([
        'calibrated.stages.yaml',
        'calibrated.yaml',
        'export.csv',
        'reports',
      ]);
      const charts = await readdir(join('reports', 'calibrated', 'charts'));
      for (const kind of ['histogram', 'quantiles', 'autocorrelation']) {
        for (const metric of ['cpm', 'ctr', 'cvr']) {
          for (const ending of ['vl.json', 'svg', 'png']) {
            expect(charts).toContain(`facebook-awareness-${metric}-${kind}.${ending}`);
          }
        }
      }
      const page = await readFile(join('reports', 'calibrated', 'fits.html'), 'utf8');
      expect(page).toContain('hierarchical lognormal');
      expect(await readFile(join('reports', 'calibrated', 'fits.md'), 'utf8')).toContain('hierarchical lognormal');
      expect(page).not.toMatch(/(src|href)="http/);
      expect((await command(['check', 'calibrated.yaml', '--draws', '64', '--workers', '1', '--quiet'])).err).toBe('');

      const again = await command(['calibrate', 'export.csv']);
      expect(again.code).toBe(2);
      expect(again.err).toMatch(/calibrated\.yaml: is there already/);

      const stages = await readFile('calibrated.stages.yaml', 'utf8');
      await writeFile('mine.yaml', stages.replace('campaign 2, stage: awareness', 'campaign 2, stage: conversion'));
      const corrected = await command(['calibrate', 'export.csv', '--stages', 'mine.yaml', '--force', '--quiet']);
      expect(corrected).toEqual({ code: 0, out: '', err: '' });
      expect(await readFile('calibrated.yaml', 'utf8')).toMatch(/stage: conversion/);
    },
    TIMEOUT,
  );

  it(
    'prints JSON and nothing else, and writes nothing then',
    async () => {
      await mkdir('json');
      process.chdir('json');
      const { code, out } = await command(['calibrate', '../export.csv', '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ format: 'huni.calibration/1', currency: 'USD' });
      const held = await command(['backtest', '../export.csv', '--json', '--origins', '2', '--draws', '100']);
      expect(held.code).toBe(0);
      expect(JSON.parse(held.out)).toMatchObject({ format: 'huni.backtest/2', horizon: 28 });
      // Days ahead and totals of 7 and 28 days, of three outcomes; 91 days are more than the file has.
      expect(JSON.parse(held.out).scores).toHaveLength(9);
      expect(await readdir('.')).toEqual([]);
      process.chdir('..');
    },
    TIMEOUT,
  );

  it(
    'says in words whether the bands can be trusted, and writes the page',
    async () => {
      const { code, out, err } = await command([
        'backtest',
        'export.csv',
        '--origins',
        '4',
        '--draws',
        '100',
        '--horizon',
        '2 weeks',
      ]);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(out).toMatch(/In all, clicks: (holds so far|misses \((coverage|bias)\)|can't tell yet)/);
      // Lines are broken at the terminal's width.
      expect(out.replace(/\s+/g, ' ')).toMatch(/days, 14 ahead: \d+% within the 80% band \(90%: \d+% to \d+%\), mean/);
      const files = await readdir(join('reports', 'export'));
      expect(files.sort()).toEqual(['backtest.html', 'backtest.json', 'backtest.md', 'charts', 'manifest.json']);
    },
    TIMEOUT,
  );

  it.each([
    [['calibrate', 'none.csv'], /none\.csv: not read/],
    [['calibrate', 'export.csv', '--currency', 'XXQ'], /--currency: found "XXQ"/],
    [['calibrate', 'export.csv', '--horizon', 'soon'], /--horizon/],
    [['calibrate', 'export.csv', '--start', '2027-02-30'], /--start/],
    [['calibrate', 'export.csv', '--map', 'x'], /--map: found "x"/],
    [['calibrate', 'export.csv', '--stages', 'none.yaml'], /none\.yaml/],
    [['calibrate', 'export.csv', '--day-first', '--month-first'], /exclude each other/],
    [['backtest', 'export.csv', '--horizon', '90 days'], /too short a time/],
    [['backtest', 'export.csv', '--origins', '0'], /whole number from 1/],
  ])('refuses %j with a reason, and exit code 2', async (args, reason) => {
    const { code, err } = await command(args);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
  });
});
