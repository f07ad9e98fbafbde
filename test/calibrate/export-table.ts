import { simulateWorld, WORLD } from './support.js';

/** Rows of a made account, two campaigns over 60 days, as a table. @param header of date, campaign and the five figures */
export function exportTable(header: string): string {
  const rows = simulateWorld({ ...WORLD, campaigns: 2, days: 60 }, 'plan');
  const lines = rows.map(({ campaign, day, spend, impressions, clicks, conversions }) => {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    return [date, campaign, spend.toFixed(2), impressions, clicks, conversions].join(',');
  });
  return [header, ...lines, ''].join('\n');
}
