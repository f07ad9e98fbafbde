import type { Forecast } from '../forecast/details.js';
import { type Block, heading, present, table } from './blocks.js';
import { flightingTable, NOTHING } from './content/flighting.js';
import { planTable as planContent } from './content/plan.js';
import { trustSection } from './content/trust.js';
import { reportContext } from './context.js';
import { type TerminalOptions, terminalText } from './terminal/blocks.js';

/**
 * The plan as a text table for a terminal: every line's budget given and optimised, the change, the daily amount, the
 * share, and totals; then, where flighting was free, what each period gets in which money is spent. Columns that don't fit `width` are left out from
 * the right, but never the budgets. Ends with a newline.
 */
export function planTable(forecast: Forecast, options: TerminalOptions): string {
  const context = reportContext(forecast);
  const flighting = flightingTable(context);
  const blocks: (Block | null)[] = [table(context.text.page.sections.plan, planContent(context))];
  if (flighting !== null) {
    // Periods in which nothing is spent say nothing.
    const rows = flighting.table.rows.filter((row) => row.slice(1).some((cell) => cell !== NOTHING));
    blocks.push(heading(flighting.heading), table(flighting.heading, { ...flighting.table, rows }));
  }
  return terminalText(present(blocks), options);
}

/** How far to trust an optimum, for a terminal; nothing where that wasn't asked for or nothing was optimised. */
export function trustSummary(forecast: Forecast, options: TerminalOptions): string {
  const found = trustSection(reportContext(forecast));
  return found === null ? '' : terminalText([heading(found.title), ...found.blocks], options);
}
