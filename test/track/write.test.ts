import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/index.js';
import { matchPath } from '../../src/track/index.js';
import type { TrackResult } from '../../src/track/result.js';
import { folderWith, huniHere } from '../cli/support.js';
import { SLOW } from '../slow.js';

const PLAN = `name: Small # ours
currency: AZN
start: 2027-03-01
horizon: 8 weeks
budget: 5600
draws: 256
creative: off
economics: { order_value: 20 to 40, margin: 60% }
lines:
  # the first one that we had
  - { platform: facebook, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20% to 30%, cvr: 1% to 3%, fatigue: 0 }
  - { platform: tiktok, stage: awareness, budget: 2800, audience: 600k, cpm: 2 to 4, ctr: 1% to 2%, view_rate: 20%, cvr: 1% to 3%, fatigue: 0 }
`;

/** Thirty days: 21 of periods that are over, 9 of those that run; one line brings a tenth of what the other does. */
function exported(conversions: { readonly facebook: number; readonly tiktok: number }, apart = 0): string {
  const rows = ['Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions'];
  for (let day = 0; day < 30; day++) {
    const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
    rows.push(`${date},facebook,Reach,50,AZN,16000,240,${conversions.facebook}`);
    rows.push(`${date},tiktok,Awareness,40,AZN,16000,240,${conversions.tiktok}`);
    if (apart > 0) rows.push(`${date},reddit,Try,${apart},AZN,1000,10,0`);
  }
  return `${rows.join('\n')}\n`;
}

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await folderWith({}));
});
afterAll(() => remove());

const track = async (plan: string, actuals: string, ...more: string[]) => {
  const path = join(folder, plan);
  await writeFile(join(folder, 'export.csv'), actuals);
  return huniHere('track', path, '--actuals', join(folder, 'export.csv'), '--workers', '1', ...more);
};
const resultOf = ({ out }: { readonly out: string }): TrackResult => JSON.parse(out) as TrackResult;

it('keeps the match, and says so, in the language asked for', async () => {
  const path = join(folder, 'plan-az.yaml');
  await writeFile(path, PLAN);
  await writeFile(join(folder, 'export.csv'), exported({ facebook: 1, tiktok: 1 }, 5));
  const actuals = join(folder, 'export.csv');
  const { err } = await huniHere('track', path, '--actuals', actuals, '--workers', '1', '--language', 'az');
  expect(err).toContain('Hansı kampaniyanın hansı maddəyə aid olduğu yazıldı: ');
  expect(await readFile(matchPath(path), 'utf8')).toMatch(
    /^# Hər kampaniyanın pulu [\s\S]*# bu platformada heç bir maddə yoxdur$/m,
  );
});

describe('--write', () => {
  const UNEQUAL = { facebook: 1, tiktok: 10 };

  it('puts the new budgets into the plan, comments kept, and leaves the past as it was spent', async () => {
    await writeFile(join(folder, 'plan.yaml'), PLAN);
    const first = await track('plan.yaml', exported(UNEQUAL), '--json', '--write');
    expect(first.err).toContain('Wrote the new budgets');
    const { replan } = resultOf(first);
    if (replan.kind !== 'planned') throw new Error(`found ${replan.kind}`);
    expect(replan.moves.length).toBe(2);
    const text = await readFile(join(folder, 'plan.yaml'), 'utf8');
    expect(text).toContain('name: Small # ours');
    expect(text).toContain('  # the first one that we had');
    const reading = await parseScenario(text, 'plan.yaml');
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { lines, budget } = reading.scenario;
    expect(budget).toBeCloseTo(5600, 6);
    lines.forEach((line, k) => {
      const daily = k === 0 ? 50 : 40;
      expect(line.budget).toBeCloseTo(replan.budgets[k]!, 6);
      // Four whole weeks of money are spent, and two days of the fifth; to the cent, of weights that sum to 1.
      for (let t = 0; t < 4; t++) expect(line.budget * line.flighting[t]!).toBeCloseTo(7 * daily, 1);
      expect(line.budget * line.flighting[4]!).toBeGreaterThanOrEqual(2 * daily - 0.01);
    });
    expect(lines[1]!.budget).toBeGreaterThan(2800);
    // What was written is what is going on: nobody is ahead or behind of it but by the two days of a week that is planned even.
    const again = resultOf(await track('plan.yaml', exported(UNEQUAL), '--json'));
    expect(again.spend.budget).toBeCloseTo(5600, 6);
    again.lines.forEach(({ planned, spent, budget: own }, k) => {
      expect(Math.abs(planned - spent)).toBeLessThan(((own - spent) * 2) / 26 + 2 * (k === 0 ? 50 : 40));
    });
  });

  it('refuses while spend is in no line, and leaves the file alone', SLOW, async () => {
    await writeFile(join(folder, 'apart.yaml'), PLAN);
    const { code, err } = await track('apart.yaml', exported(UNEQUAL, 5), '--write');
    expect(code).toBe(2);
    expect(err).toContain('apart.match.yaml');
    expect(await readFile(join(folder, 'apart.yaml'), 'utf8')).toBe(PLAN);
  });

  it('says so where nothing is to be changed', SLOW, async () => {
    await writeFile(join(folder, 'even.yaml'), PLAN);
    const { err } = await track('even.yaml', exported({ facebook: 5, tiktok: 4 }), '--write');
    expect(err).toContain('nothing was written');
    expect(await readFile(join(folder, 'even.yaml'), 'utf8')).toBe(PLAN);
  });

  it('keeps a JSON plan a JSON plan', SLOW, async () => {
    const reading = await parseScenario(PLAN, 'plan.yaml');
    if (!reading.ok) throw new Error('not read');
    await writeFile(join(folder, 'plan.json'), `${JSON.stringify(reading.document.yaml.toJS(), null, 2)}\n`);
    const { err } = await track('plan.json', exported(UNEQUAL), '--write');
    expect(err).toContain('Wrote the new budgets');
    const { lines } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as {
      lines: { budget: number; flighting: number[] }[];
    };
    expect(lines[0]!.budget + lines[1]!.budget).toBeCloseTo(5600, 6);
    expect(lines[0]!.flighting[0]).toBeCloseTo(350, 6);
  });
});
