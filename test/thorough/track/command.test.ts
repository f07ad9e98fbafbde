// @module-tag slow
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrackResult } from '../../../src/track/result.js';
import { folderWith, huniHere, huniOn, type Outcome } from '../../cli/support.js';
import { type Campaign, exportText, scenarioOf, simulateCampaign } from '../../track/support.js';

const PLAN = `name: Small
currency: AZN
start: 2027-03-01
horizon: 8 weeks
budget: 4000
draws: 512
seed: small
creative: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  - { platform: instagram, stage: awareness, budget: 3000, audience: 200k to 400k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3% }
  - { platform: instagram, stage: conversion, budget: 1000, cpm: 4 to 8, ctr: 1% to 3%, cvr: 3% to 8% }
targets:
  - orders >= 100 with 50%
`;

const DISPERSION = { impressions: 0.02, clicks: 0.04, conversions: 0.05 };

let folder: string;
let remove: () => Promise<void>;
let campaign: Campaign;

const track = (...options: string[]): Promise<Outcome> =>
  huniHere('track', join(folder, 'plan.yaml'), '--actuals', join(folder, 'export.csv'), '--workers', '1', ...options);

const resultOf = (out: string): TrackResult => JSON.parse(out) as TrackResult;

beforeAll(async () => {
  ({ folder, remove } = await folderWith({ 'plan.yaml': PLAN }));
  const scenario = await scenarioOf(PLAN);
  campaign = await simulateCampaign(scenario, 'small', DISPERSION, null);
  await writeFile(join(folder, 'export.csv'), exportText(scenario, campaign, 4));
});
afterAll(() => remove());

describe('huni track', () => {
  it('tells in at most ten lines, keeps the match, and writes a report', async () => {
    const { code, out, err } = await track('--out', join(folder, 'report'));
    expect([0, 1]).toContain(code);
    const lines = out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[0]).toBe('Small: 3 of 8 periods are over, as of Mar 25, 2027');
    expect(err).toContain('plan.match.yaml');
    const match = await readFile(join(folder, 'plan.match.yaml'), 'utf8');
    expect(match).toContain('campaign: instagram conversion, line: instagram/conversion');
    const page = await readFile(join(folder, 'report', 'track.html'), 'utf8');
    expect(page).toContain('<svg');
    expect(page).toContain('as approved, and as they come');
  });

  it('counts to the last of its exports, or as of a day, whatever the day is on which it runs', async () => {
    const files = [join(folder, 'plan.yaml'), '--actuals', join(folder, 'export.csv')];
    const on = async (...more: string[]): Promise<number> =>
      resultOf((await huniOn('2027-03-10', 'track', ...files, '--workers', '1', '--json', ...more)).out).periods.whole;
    expect(await on()).toBe(3);
    expect(await on('--as-of', '2027-03-10')).toBe(1);
  });

  it('counts what the running period has spent, and no figures of it', async () => {
    const { out } = await track('--json');
    const { spend, periods, lines } = resultOf(out);
    const all = campaign.lines.map(({ spend: amounts }) => amounts.slice(0, 4).reduce((sum, x) => sum + x, 0));
    expect(periods).toEqual({ whole: 3, all: 8 });
    expect(spend.spent).toBeCloseTo(all[0]! + all[1]!, 2);
    expect(lines[0]!.came.impressions).toBe(campaign.lines[0]!.impressions.slice(0, 3).reduce((sum, x) => sum + x, 0));
    // All of a plan spent as planned: nobody is off the pace.
    expect(lines.every(({ offPace }) => !offPace)).toBe(true);
  });

  it('shows spend of no line first, counts it, and keeps what a person says of it', async () => {
    const path = join(folder, 'plan.match.yaml');
    const kept = await readFile(path, 'utf8');
    await writeFile(path, kept.replace('line: instagram/conversion', 'line: none'));
    const { out } = await track();
    const apart = campaign.lines[1]!.spend.slice(0, 4).reduce((sum, x) => sum + x, 0);
    expect(out.split('\n')[1]).toContain(`${apart}`);
    expect(out.split('\n')[1]).toContain('instagram conversion');
    const { spend, unmatched } = resultOf((await track('--json')).out);
    expect(spend.unmatched).toBeCloseTo(apart, 6);
    expect(unmatched).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toContain('line: none');
    await writeFile(path, kept.replace('instagram/conversion }', 'instagram/convers }'));
    await expect(track()).resolves.toMatchObject({ code: 2 });
    await writeFile(path, kept);
  });

  it('answers alike for one worker, two and seven, byte for byte', async () => {
    const one = await track('--json');
    for (const workers of ['2', '7']) expect((await track('--json', '--workers', workers)).out).toBe(one.out);
  });

  it('refuses another currency, and a plan that has not begun', async () => {
    const path = join(folder, 'export.csv');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll('AZN', 'USD'));
    const other = await track();
    expect(other.code).toBe(2);
    expect(other.err).toContain('USD');
    await writeFile(path, text.replaceAll('2027-03', '2026-03'));
    const early = await track();
    expect(early.code).toBe(2);
    expect(early.err).toContain('nothing of the plan has run');
    await writeFile(path, text);
  });

  it('prints for machines in every format', async () => {
    expect((await track('--format', 'junit')).out).toContain('classname="huni.pace" name="instagram/awareness"');
    expect((await track('--format', 'github')).out).toContain('::notice');
    expect((await track('--format', 'markdown')).out).toContain('| ');
  });
});
