import { describe, expect, it } from 'vitest';
import { codes, lines, readText } from './support.js';

const HEADER = 'Date,Campaign,Spend (USD),Impressions';
const days = Array.from({ length: 10 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
/** Of two campaigns, `amount` a day. */
const table = (amount: (at: number) => number) =>
  lines(
    HEADER,
    ...days.flatMap((day, at) => [
      `${day},A,${amount(at)}.00,${100 * amount(at)}`,
      `${day},B,${2 * amount(at)}.00,${90 * amount(at)}`,
    ]),
  );

describe('sums since the first day', () => {
  it('are told where money and impressions of every campaign only rise', async () => {
    const spent = [7, 3, 9, 4, 6, 5, 8, 2, 7, 6];
    const sums = spent.map((_, at) => spent.slice(0, at + 1).reduce((sum, x) => sum + x, 0));
    expect(codes(await readText(table((at) => sums[at] ?? 0)))).toContain('running-sums');
    expect(codes(await readText(table((at) => spent[at] ?? 0)))).not.toContain('running-sums');
  });

  it('are none where one campaign of two goes up and down', async () => {
    const rows = days.flatMap((day, at) => [
      `${day},A,${at + 1}.00,${100 * (at + 1)}`,
      `${day},B,${at % 2 === 0 ? 9 : 4}.00,${at % 2 === 0 ? 900 : 400}`,
    ]);
    expect(codes(await readText(lines(HEADER, ...rows)))).not.toContain('running-sums');
  });

  it('are none where an account grows by some percent a day, or stands still', async () => {
    expect(codes(await readText(table((at) => 100 + 2 * at)))).not.toContain('running-sums');
    expect(codes(await readText(table(() => 50)))).not.toContain('running-sums');
  });
});
