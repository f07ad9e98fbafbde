import { expect, it } from 'vitest';
import type { ExplainContext } from '../../src/report/explain/context.js';
import { explainSummary } from '../../src/report/explain/summary.js';
import { explainText } from '../../src/report/text/explain/index.js';

/** What is said of a plan of which no single thing is worth knowing, by the most that any may be worth. */
function wordsOf(language: 'en' | 'az' | 'tr' | 'ar', high: number): string {
  const text = explainText(language);
  const question = { value: 0, low: -1, high };
  const context = {
    text,
    kpi: 'profit',
    scenario: { name: 'Plan' },
    formats: { whole: String },
    explanation: {
      engine: { draws: 16 },
      spread: { p10: null, p90: null, mean: null },
      groups: [],
      alone: null,
      information: { questions: [question], everything: { ...question, high: 1 } },
    },
    writeWorth: (value: number) => `€${value.toFixed(0)}`,
  } as unknown as ExplainContext;
  const lines = explainSummary(context).flatMap((block) => ('lines' in block ? block.lines : []));
  return lines.at(-1)!.words;
}

it.each(['en', 'az', 'tr', 'ar'] as const)('in %s nothing is said not to be worth nothing', (language) => {
  expect(wordsOf(language, 12)).toContain('€12');
  expect(wordsOf(language, 0.2)).not.toContain('€');
  expect(wordsOf(language, 12).startsWith(wordsOf(language, 0.2))).toBe(true);
});
