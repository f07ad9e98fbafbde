import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The plan that a track is timed on: ten lines, half a year. */
const LINES = [
  ...['instagram', 'facebook', 'tiktok'].flatMap((platform) =>
    ['awareness', 'consideration', 'conversion'].map((stage) => ({ platform, stage })),
  ),
  { platform: 'linkedin', stage: 'awareness' },
];
const START = '2027-01-04';
const WEEKS = 26;
const WEEKS_OVER = 20;
const DAY = 86_400_000;

function planText(): string {
  const lines = LINES.map(
    ({ platform, stage }, k) => `  - { platform: ${platform}, stage: ${stage}, budget: ${8000 + 800 * k} }`,
  );
  return [
    'name: Half a year',
    'currency: USD',
    `start: ${START}`,
    `horizon: ${WEEKS} weeks`,
    'budget: 116000',
    'seed: half a year',
    'economics: { order_value: 40 to 70, margin: 60% }',
    'lines:',
    ...lines,
    'targets:',
    '  - orders >= 1500 with 50%',
    '',
  ].join('\n');
}

/** What each line's money buys in the made export, and how that goes up and down: by fixed waves, no random numbers. */
function exportText(): string {
  const first = Date.parse(`${START}T00:00:00Z`);
  const until = first + WEEKS_OVER * 7 * DAY;
  const rows: string[] = [];
  LINES.forEach(({ platform, stage }, k) => {
    const daily = (8000 + 800 * k) / (WEEKS * 7);
    for (let day = until - 365 * DAY; day < until; day += DAY) {
      const t = day / DAY;
      const wave = (length: number, size: number): number => 1 + size * Math.sin((2 * Math.PI * (t + 7 * k)) / length);
      const spend = Math.round(100 * daily * wave(7, 0.1)) / 100;
      const price = (platform === 'linkedin' ? 30 : 4 + 2 * (k % 3)) * wave(61, 0.1) * wave(13, 0.05);
      const impressions = Math.round((1000 * spend) / price);
      const clicks = Math.round(impressions * 0.011 * wave(47, 0.1) * wave(11, 0.08));
      const conversions = Math.round(clicks * (stage === 'conversion' ? 0.045 : 0.015) * wave(53, 0.15) * wave(5, 0.2));
      const date = new Date(day).toISOString().slice(0, 10);
      rows.push(`${date},${platform},${platform} ${stage},${spend},USD,${impressions},${clicks},${conversions}`);
    }
  });
  return `Date,Platform,Campaign name,Amount spent,Currency,Impressions,Link clicks,Conversions\n${rows.join('\n')}\n`;
}

/** Writes ten lines of half a year, with a year of their daily rows, and says how `huni track` is asked of them. */
export function halfAYear(folder: string): readonly string[] {
  const [plan, actuals] = [join(folder, 'half-a-year.yaml'), join(folder, 'half-a-year.csv')];
  writeFileSync(plan, planText());
  writeFileSync(actuals, exportText());
  return ['track', plan, '--actuals', actuals, '--settle', '0 days', '--json'];
}
