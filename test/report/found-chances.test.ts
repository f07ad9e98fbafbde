import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/forecast/details.js';
import type { TargetOutcome } from '../../src/forecast/result.js';
import { checkItems } from '../../src/report/check/items.js';
import { targetsTable } from '../../src/report/content/targets.js';
import { reportContext } from '../../src/report/context.js';
import { terminalSummary } from '../../src/report/terminal.js';
import { trackText } from '../../src/report/text/track/index.js';
import { formatChance } from '../../src/units/share.js';
import { advised } from './advised.js';

const LANGUAGES = ['en', 'az', 'tr', 'ar'] as const;

/** A plan whose targets are met in so many of its futures. */
function metIn(language: (typeof LANGUAGES)[number], probability: number, holds: boolean): Forecast {
  const forecast = advised(language, 'keep');
  const { given, optimized } = forecast.result.plans;
  const met = (targets: readonly TargetOutcome[]): TargetOutcome[] =>
    targets.map((target) => ({ ...target, probability, required: 0.5, holds }));
  const plans = {
    given: { ...given, targets: met(given.targets) },
    optimized: { ...optimized!, targets: met(optimized!.targets) },
  };
  return { ...forecast, result: { ...forecast.result, plans } };
}

describe.each(LANGUAGES)('chances that draws found, in %s', (language) => {
  it.each([
    [0, false],
    [1, true],
  ] as const)('are neither nothing nor all: %d', (probability, holds) => {
    const forecast = metIn(language, probability, holds);
    const told = formatChance(probability, { locale: language }).replace(/[^<>\d.,]/g, '');
    const bare = (text: string): string => text.replace(/[^<>\d.,]/g, '');
    expect(told).toMatch(/^[<>]/);
    const table = targetsTable(reportContext(forecast))!;
    for (const [, , chance = ''] of table.rows) expect(bare(chance)).toBe(told);
    const items = checkItems(forecast, null).filter(({ kind }) => kind === 'target');
    expect(items.length).toBeGreaterThan(0);
    for (const { detail } of items) expect(bare(detail)).toContain(told);
    const lines = terminalSummary(forecast, { width: 1000, color: false });
    if (!holds) expect(bare(lines)).toContain(told);
  });

  it('of money spent up to a later day than figures say which one', () => {
    const { spent } = trackText(language);
    expect(spent('S', 'B', 'P', 'E', 'DAY')).toContain('DAY');
    expect(spent('S', 'B', 'P', 'E', '')).not.toBe(spent('S', 'B', 'P', 'E', 'DAY').replace('DAY', ''));
  });
});
