// @module-tag slow
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../cli/in-process.js';

/** All that a plan may be called: control characters and turns of direction are refused where it is read. */
const NASTY = `<img src=x onerror=alert(1)>"'\`|[a](javascript:1)](x) ##[command]y ##vso[z] {{1+1}} \${7*7} &amp; %0A::error::q`;
const text = (first: string): string => `${first}${NASTY}`;
/** Of a segment or a platform, which are shorter. */
const brief = (first: string): string => `${first}<b onclick=x>"'|\`=1 ##[c]`;

const PLAN = {
  name: text('::error::'),
  currency: 'USD',
  horizon: '3 weeks',
  budget: 6000,
  draws: 256,
  seed: text('=cmd|'),
  economics: {
    order_value: '30 to 55',
    margin: '60%',
    fixed_costs: [
      { name: text('=1+1'), amount: '10 to 2000' },
      { name: text('@SUM(1)'), amount: 50 },
      { name: text('::add-mask::'), amount: 20 },
    ],
  },
  creators: [{ name: brief('+1'), platform: 'instagram', followers: '20k', reach_rate: '30%', fee: 100, posts: 2 }],
  lines: [
    { platform: 'instagram', stage: 'awareness', segment: brief('::warning::'), budget: 2300, audience: 100_000 },
    {
      platform: brief('-2+3'),
      stage: 'conversion',
      cpm: 5,
      ctr: '1% to 2%',
      view_rate: '10%',
      cvr: '1% to 3%',
      budget: 1500,
    },
    { platform: 'facebook', stage: 'conversion', segment: brief('='), budget: 2000 },
  ],
  shocks: [{ name: brief('::stop::'), probability: 0.2, cpm: '+20%' }],
  targets: ['roas >= 1.5 with 80%'],
  variants: { [text('::debug::')]: 'cpm +30%', [text('=')]: 'cvr -10%' },
};

/** Weeks of rows whose names are somebody's, as an export in CSV. @param first number of the first day in 2027 */
function exported(first: number, weeks: number): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 7 * weeks }, (_, day) => {
    const date = new Date(Date.UTC(2027, 0, first + day)).toISOString().slice(0, 10);
    return ['instagram', '<b onclick=x>'].map((platform, k) =>
      [
        date,
        text(k === 0 ? '::error::' : '=1+1'),
        text('-2+3'),
        platform,
        9000 + 50 * day,
        90 + (day % 7),
        54,
        1 + (day % 5),
      ]
        .map((cell) => quoted(String(cell)))
        .join(','),
    );
  });
  const header = 'Day,Campaign name,Ad set name,Platform,Impressions,Link clicks,Amount spent (USD),Purchases';
  return `${[header, ...rows.flat()].join('\n')}\n`;
}

/** Styles and scripts (data that is read as JSON is none) of a page that its policy doesn't know by their hashes, and what would run or restyle without being known. */
function strangersIn(page: string): readonly string[] {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const inside = [
    ...page.matchAll(/<(?:style|script)(?![^>]*type="application\/json")[^>]*>([\s\S]*?)<\/(?:style|script)>/g),
  ].map((one) => one[1]!);
  const known = (body: string) => policy.includes(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  return [
    ...(policy.includes("default-src 'none'") && !policy.includes('unsafe-inline') ? [] : [`policy: ${policy}`]),
    ...inside.filter((body) => !known(body)).map((body) => body.slice(0, 60)),
    // Outside of scripts and of what stands between quotation marks, which may hold anything.
    ...(page
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/=\s*"[^"]*"/g, '=""')
      .match(/<[a-z][^<>]*\s(?:style|on\w+)\s*=[^<>]*>/gi) ?? []),
  ];
}

let folder: string;
const before = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huni-untrusted-'));
  await writeFile(join(folder, 'plan.json'), JSON.stringify(PLAN));
  await writeFile(join(folder, 'export.csv'), exported(4, 8));
  await writeFile(join(folder, 'actual.csv'), exported(60, 4));
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

/** Nothing that a terminal, a build server or whoever reads the lines would take for something else. */
function holdPrinted(said: string): void {
  expect(said.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  expect(said).not.toMatch(/##(?:\[|vso\[)/);
  expect(said.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
}

describe('texts of somebody else', () => {
  it.each([
    ['check', 'plan.json'],
    ['check', 'plan.json', '--json'],
    ['check', 'plan.json', '--format', 'junit'],
    ['check', 'plan.json', '--format', 'markdown'],
    ['run', 'plan.json', '--json', '--no-optimize'],
    ['optimize', 'plan.json'],
    ['compare', 'plan.json', '--out', 'compared'],
    ['explain', 'plan.json', '--out', 'explained'],
    ['frontier', 'plan.json', '--points', '3', '--out', 'frontier'],
    ['sweep', 'plan.json', '--vary', 'budget=5800,6000', '--out', 'swept'],
    ['calibrate', 'export.csv', '--out', 'calibrated.yaml'],
    ['backtest', 'export.csv', '--horizon', '14 days', '--origins', '1', '--draws', '128', '--out', 'tested'],
    ['track', 'calibrated.yaml', '--actuals', 'actual.csv', '--draws', '128', '--out', 'tracked'],
  ])('are printed as text: %j', async (...args) => {
    const { code, out, err } = await command(args);
    expect([code, err.includes('expected')]).toEqual([code === 1 ? 1 : 0, false]);
    holdPrinted(out + err);
    if (args.includes('markdown')) expect(out).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(javascript/);
    if (args.includes('junit')) expect(out).not.toMatch(/<img|<b onclick/);
  });

  it("are data of GitHub's commands, and no commands", async () => {
    const { out } = await command(['check', 'plan.json', '--format', 'github']);
    for (const line of out.split('\n').filter((one) => one !== '')) {
      expect(line).toMatch(/^::(?:error|notice) |^[^:]/);
      expect(line.slice(2)).not.toMatch(/^error::|^add-mask/);
    }
  });

  it('are written as text into every file of a report', async () => {
    const args = ['run', 'plan.json', '--out', 'report', '--live', '--export', 'generic', '--with', 'compare,explain'];
    const { code, out, err } = await command(args);
    expect([code, err]).toEqual([0, expect.anything()]);
    holdPrinted(out + err);
    const files: string[] = [];
    for (const name of ['report', 'compared', 'explained', 'frontier', 'swept', 'reports', 'tested', 'tracked']) {
      const inside = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
      for (const entry of inside) if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
    expect(files.length).toBeGreaterThan(10);
    for (const path of files) {
      if (path.includes('/scenario/')) continue;
      const bytes = await readFile(path);
      const said = bytes.toString('utf8');
      if (path.endsWith('.html')) expect([path, strangersIn(said)]).toEqual([path, []]);
      if (/\.(html|svg|md)$/.test(path)) {
        expect([path, /(?<!\\)<img src=x|(?<!\\)<b onclick/.exec(said)?.[0] ?? null]).toEqual([path, null]);
      }
      if (path.endsWith('.md')) expect([path, /(?<!\\)\]\(javascript/.test(said)]).toEqual([path, false]);
      if (path.endsWith('.csv')) {
        const cells = said.split(/\r?\n|,/).filter((cell) => /^"?(?:[=@\t]|[+-](?![\d.]))/.test(cell));
        expect([path, cells]).toEqual([path, []]);
      }
      if (path.endsWith('.xlsx')) {
        // Texts are no formulas: what those hold is huni's.
        const { sheets } = await readXlsx(bytes);
        const formulas = sheets.flatMap(({ cells }) =>
          [...(cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []),
        );
        expect(formulas.length).toBeGreaterThan(3);
        expect(formulas.filter((formula) => /cmd|SUM\(1\)|^1\+1|onerror|javascript/.test(formula))).toEqual([]);
      }
    }
  });
});
