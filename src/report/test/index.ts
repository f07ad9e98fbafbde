import type { Forecast } from '../../forecast/details.js';
import { type Block, paragraph, present, table } from '../blocks.js';
import { testSentences, testSizes, testWords } from '../content/test-advice.js';
import { reportContext } from '../context.js';
import { type TerminalOptions, terminalText } from '../terminal/blocks.js';

/** The test worth making for a terminal: what to do, what to expect, the rule, what it is worth at which size. */
export function testSummary(forecast: Forecast, options: TerminalOptions): string {
  const context = reportContext(forecast);
  const words = testWords(context);
  const sizes = testSizes(context);
  const blocks: readonly Block[] = present([
    paragraph(words.lead, 'lead'),
    ...testSentences(context).map((sentence) => paragraph(sentence)),
    sizes === null ? null : table(words.sizes, sizes),
  ]);
  return terminalText(blocks, options);
}

/** What `huni test --json` prints. Same input, same bytes. */
export function stringifyTest({ result }: Forecast): string {
  const { scenario, engine, verdict, test = null } = result;
  const answer = { format: 'huni.test/1', scenario, engine, verdict: verdict?.kind ?? null, test };
  const finite = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return `${JSON.stringify(answer, finite, 2)}\n`;
}
